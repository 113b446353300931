//! When an entry is open, in words: its hours as the sheet gives them, whether it is open now, and dates.
//!
//! The time is an argument. What no source is sure of is not said.

use crate::Phrase;
use crate::phrases::hours as say;
use navigator::{Catalog, Day, Entry, Moment, OpenStatus, Via};

const WEEKDAYS: [Phrase; 7] = [
    say::MONDAY,
    say::TUESDAY,
    say::WEDNESDAY,
    say::THURSDAY,
    say::FRIDAY,
    say::SATURDAY,
    say::SUNDAY,
];

/// What is said of this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWords {
    /// What it says, for the eye.
    pub sort: OpenSort,
    /// The sentence.
    pub text: String,
}

/// Whether somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenSort {
    /// Surely open.
    Open,
    /// Surely closed.
    Closed,
    /// The hours are older or newer than this day.
    OutOfDate,
}

/// Whether it is open at this moment, with the time at which that changes; nothing where no source is sure.
#[must_use]
pub fn open_now(catalog: &Catalog, entry: &Entry, now: Moment) -> Option<OpenWords> {
    let (sort, text) = match entry.hours.status(now, &catalog.holidays) {
        OpenStatus::Open { closes: None } => (OpenSort::Open, say::ALWAYS.text().to_owned()),
        OpenStatus::Open {
            closes: Some(closes),
        } => {
            let until = say::OPEN.with(&[("until", &moment(now.day, closes))]);
            (OpenSort::Open, until)
        }
        OpenStatus::Closed { opens: None } => (OpenSort::Closed, say::CLOSED.text().to_owned()),
        OpenStatus::Closed { opens: Some(opens) } => {
            let until = say::CLOSED_UNTIL.with(&[("opens", &moment(now.day, opens))]);
            (OpenSort::Closed, until)
        }
        OpenStatus::OutOfDate => (OpenSort::OutOfDate, out_of_date(entry)),
        OpenStatus::Unknown { .. } => return None,
    };
    Some(OpenWords { sort, text })
}

/// A warning where the hours do not hold on this day: for a page that does not know the time of day.
#[must_use]
pub fn out_of_date_on(catalog: &Catalog, entry: &Entry, day: Day) -> Option<String> {
    let noon = Moment {
        day,
        minute: 12 * 60,
    };
    let status = entry.hours.status(noon, &catalog.holidays);
    (status == OpenStatus::OutOfDate).then(|| out_of_date(entry))
}

fn out_of_date(entry: &Entry) -> String {
    let sentence = if entry.channels.phone.is_empty() {
        say::OUT_OF_DATE_NO_NUMBER
    } else {
        say::OUT_OF_DATE
    };
    sentence.text().to_owned()
}

/// Whose hours they are: a switchboard's stay the switchboard's.
#[must_use]
pub fn label(catalog: &Catalog, entry: &Entry) -> Phrase {
    let hall = catalog.entry(catalog.town.switchboard);
    let borrowed = !hall.hours.text.is_empty() && entry.hours.text == hall.hours.text;
    if entry.via == Via::Switchboard && borrowed {
        say::LABEL_SWITCHBOARD
    } else {
        say::LABEL
    }
}

/// The hours in the sheet's words, or that they are not known. [`navigator::Hours::note`] follows as a line of its own.
#[must_use]
pub fn text(entry: &Entry) -> &str {
    let hours = &entry.hours;
    if !hours.text.is_empty() || !hours.note.is_empty() {
        &hours.text
    } else if entry.channels.phone.is_empty() {
        say::UNKNOWN_NO_NUMBER.text()
    } else {
        say::UNKNOWN.text()
    }
}

/// 2026年11月22日.
#[must_use]
pub fn date(day: Day) -> String {
    let (year, month, date) = day.civil();
    let [year, month, date] = [year, month.into(), date.into()].map(|part: i32| part.to_string());
    say::DATE.with(&[("year", &year), ("month", &month), ("date", &date)])
}

/// The same of a date as the sheets give it: `2026-07-27`, `2026-07`, `2026`.
#[must_use]
pub fn loose_date(text: &str) -> String {
    let mut parts = text.split('-').map(|part| part.trim_start_matches('0'));
    let mut part = || parts.next().unwrap_or_default();
    let values = [("year", part()), ("month", part()), ("date", part())];
    let phrase = match values {
        [_, (_, ""), _] => say::YEAR_ALONE,
        [_, _, (_, "")] => say::YEAR_AND_MONTH,
        _ => say::DATE,
    };
    phrase.with(&values)
}

/// 16:00, or 11月24日（火）8:45 when it is not today.
fn moment(today: Day, moment: Moment) -> String {
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    let zero = if minute < 10 { "0" } else { "" };
    let clock = [&hour.to_string(), ":", zero, &minute.to_string()].concat();
    if moment.day == today {
        return clock;
    }
    let (_, month, date) = moment.day.civil();
    let weekday = WEEKDAYS.get(usize::from(moment.day.weekday().0));
    say::DAY_AND_CLOCK.with(&[
        ("month", &month.to_string()),
        ("date", &date.to_string()),
        ("weekday", weekday.map_or("", |weekday| weekday.text())),
        ("clock", &clock),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Hours, OnHolidays, Span};

    /// A Tuesday.
    fn at(minute: u16) -> Moment {
        let day = Day::from_civil(2026, 11, 24).unwrap();
        Moment { day, minute }
    }

    fn open_on(weekdays: u8, from: u16, until: u16) -> Entry {
        let span = Span {
            weekdays,
            on_holidays: OnHolidays::Open,
            from,
            until,
            ..Span::default()
        };
        let hours = Hours {
            text: "9時から17時".to_owned(),
            spans: vec![span],
            ..Hours::default()
        };
        Entry {
            hours,
            ..Entry::default()
        }
    }

    fn said(entry: &Entry, now: Moment) -> Option<(OpenSort, String)> {
        let words = open_now(&Catalog::default(), entry, now)?;
        Some((words.sort, words.text))
    }

    #[test]
    fn an_open_window_says_until_when() {
        let entry = open_on(0b111_1111, 9 * 60, 17 * 60 + 5);
        let expected = "いま、17:05まで開いています。".to_owned();
        assert_eq!(said(&entry, at(600)), Some((OpenSort::Open, expected)));
    }

    #[test]
    fn a_closed_window_says_when_it_opens_and_on_which_day() {
        let entry = open_on(0b111_1111, 9 * 60, 17 * 60);
        let today = "いまは閉まっています。次は、9:00に開きます。".to_owned();
        assert_eq!(said(&entry, at(60)), Some((OpenSort::Closed, today)));
        let tomorrow = "いまは閉まっています。次は、11月25日（水）9:00に開きます。".to_owned();
        assert_eq!(said(&entry, at(1200)), Some((OpenSort::Closed, tomorrow)));
    }

    #[test]
    fn a_line_for_all_hours_does_not_promise_that_it_is_free() {
        let entry = open_on(0b111_1111, 0, 24 * 60);
        let (sort, text) = said(&entry, at(0)).unwrap();
        assert_eq!(sort, OpenSort::Open);
        assert!(!text.contains("つながり"));
    }

    #[test]
    fn hours_that_nobody_knows_are_said_to_be_unknown() {
        let mut entry = Entry::default();
        assert_eq!(said(&entry, at(600)), None);
        assert_eq!(text(&entry), "まだ分かっていません。");
        entry.channels.phone = "189".to_owned();
        assert_eq!(text(&entry), say::UNKNOWN.text());
        entry.hours.note = "第3火曜だけ".to_owned();
        assert_eq!(text(&entry), "");
    }

    #[test]
    fn hours_past_their_last_day_are_said_to_be_old() {
        let mut entry = open_on(0b111_1111, 9 * 60, 17 * 60);
        let (catalog, today) = (Catalog::default(), at(600).day);
        entry.hours.valid_until = Some(today.plus(-1));
        let old = say::OUT_OF_DATE_NO_NUMBER.text().to_owned();
        assert_eq!(said(&entry, at(600)), Some((OpenSort::OutOfDate, old)));
        entry.channels.phone = "189".to_owned();
        let old = out_of_date_on(&catalog, &entry, today);
        assert_eq!(old.as_deref(), Some(say::OUT_OF_DATE.text()));
        assert_eq!(out_of_date_on(&catalog, &entry, today.plus(-1)), None);
    }

    #[test]
    fn a_switchboards_hours_are_the_switchboards() {
        let hall = open_on(0b001_1111, 8 * 60 + 30, 17 * 60 + 15);
        let mut asked = hall.clone();
        let catalog = Catalog {
            entries: vec![hall],
            ..Catalog::default()
        };
        assert_eq!(label(&catalog, &asked), say::LABEL);
        asked.via = Via::Switchboard;
        assert_eq!(label(&catalog, &asked), say::LABEL_SWITCHBOARD);
        asked.hours.text = "第3火曜".to_owned();
        assert_eq!(label(&catalog, &asked), say::LABEL);
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date(at(0).day), "2026年11月24日");
        assert_eq!(loose_date("2026-07-27"), "2026年7月27日");
        assert_eq!(loose_date("2026-07"), "2026年7月");
        assert_eq!(loose_date("2026"), "2026年");
    }
}
