//! When an entry is open, in words: its hours as the sheet gives them, whether it is open now, and dates.
//!
//! The time is an argument. What no source is sure of is not said.

use crate::Phrase;
use crate::phrases::hours as say;
use crate::town;
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
    /// No source is sure.
    Unknown,
}

/// The sentences for one of those who keep hours.
struct Sentences {
    always: Phrase,
    open: Phrase,
    closed: Phrase,
    closed_until: Phrase,
}

const WINDOW: Sentences = Sentences {
    always: say::ALWAYS,
    open: say::OPEN,
    closed: say::CLOSED,
    closed_until: say::CLOSED_UNTIL,
};

const SWITCHBOARD: Sentences = Sentences {
    always: say::SWITCHBOARD_ALWAYS,
    open: say::SWITCHBOARD_OPEN,
    closed: say::SWITCHBOARD_CLOSED,
    closed_until: say::SWITCHBOARD_CLOSED_UNTIL,
};

/// Whether the window itself is open at this moment, with the time at which that changes; nothing where no source is sure.
#[must_use]
pub fn open_now(catalog: &Catalog, entry: &Entry, now: Moment) -> Option<OpenWords> {
    let status = entry.hours.status(now, &catalog.holidays);
    in_words(&WINDOW, "", status, now.day).or_else(|| {
        (status == OpenStatus::OutOfDate).then(|| OpenWords {
            sort: OpenSort::OutOfDate,
            text: out_of_date(entry),
        })
    })
}

/// Whether the switchboard that is answered in the place of the window's own phone is answered at this moment; nothing
/// where that says no more than the window's own hours.
#[must_use]
pub fn switchboard_now(catalog: &Catalog, entry: &Entry, now: Moment) -> Option<OpenWords> {
    let hall = catalog.switchboard_of(entry)?;
    if keep_the_same(entry, hall) {
        return None;
    }
    let (status, name) = (
        hall.hours.status(now, &catalog.holidays),
        town::hall(catalog),
    );
    in_words(&SWITCHBOARD, name, status, now.day).or_else(|| {
        (status == OpenStatus::OutOfDate).then(|| OpenWords {
            sort: OpenSort::OutOfDate,
            text: say::SWITCHBOARD_OUT_OF_DATE.with(&[("hall", name)]),
        })
    })
}

fn keep_the_same(entry: &Entry, hall: &Entry) -> bool {
    entry.hours.text == hall.hours.text
}

/// What is sure; nothing else.
fn in_words(say: &Sentences, hall: &str, status: OpenStatus, today: Day) -> Option<OpenWords> {
    let (sort, phrase, until) = match status {
        OpenStatus::Open { closes: None } => (OpenSort::Open, say.always, None),
        OpenStatus::Open { closes } => (OpenSort::Open, say.open, closes),
        OpenStatus::Closed { opens: None } => (OpenSort::Closed, say.closed, None),
        OpenStatus::Closed { opens } => (OpenSort::Closed, say.closed_until, opens),
        OpenStatus::OutOfDate | OpenStatus::Unknown { .. } => return None,
    };
    let until = until.map(|until| moment(today, until)).unwrap_or_default();
    let text = phrase.with(&[("hall", hall), ("until", &until), ("opens", &until)]);
    Some(OpenWords { sort, text })
}

/// When this entry's number is answered, in as few words as a row has room for: where the switchboard is called, by whom
/// and when that answers.
#[must_use]
pub fn in_brief(catalog: &Catalog, entry: &Entry, now: Moment) -> OpenWords {
    let hall = catalog.switchboard_of(entry);
    let status = hall.unwrap_or(entry).hours.status(now, &catalog.holidays);
    let open = if hall.is_some() {
        say::BRIEF_HALL_OPEN
    } else {
        say::BRIEF_OPEN
    };
    let (sort, phrase, until) = match status {
        OpenStatus::Open { closes: None } => (OpenSort::Open, say::BRIEF_ALWAYS, None),
        OpenStatus::Open { closes } => (OpenSort::Open, open, closes),
        OpenStatus::Closed { opens: None } => (OpenSort::Closed, say::BRIEF_CLOSED, None),
        OpenStatus::Closed { opens } => (OpenSort::Closed, say::BRIEF_CLOSED_UNTIL, opens),
        OpenStatus::OutOfDate | OpenStatus::Unknown { .. } if entry.channels.phone.is_empty() => {
            (OpenSort::Unknown, say::BRIEF_UNKNOWN_NO_NUMBER, None)
        }
        OpenStatus::OutOfDate | OpenStatus::Unknown { .. } => {
            (OpenSort::Unknown, say::BRIEF_UNKNOWN, None)
        }
    };
    let until = until
        .map(|until| moment(now.day, until))
        .unwrap_or_default();
    let mut text = phrase.with(&[("until", &until), ("opens", &until)]);
    if hall.is_some() {
        text = say::BRIEF_HALL.with(&[("hall", town::hall(catalog)), ("when", &text)]);
    }
    OpenWords { sort, text }
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

/// Whose hours they are: beside a number that is not the window's own they are named as the window's.
#[must_use]
pub fn label(catalog: &Catalog, entry: &Entry) -> Phrase {
    if entry.via == Via::Operator || catalog.switchboard_of(entry).is_some() {
        say::LABEL_WINDOW
    } else {
        say::LABEL
    }
}

/// When the switchboard is answered that is called in the place of the window's own phone.
#[must_use]
pub fn switchboard(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let hall = catalog.switchboard_of(entry)?;
    let phrase = if keep_the_same(entry, hall) {
        say::SWITCHBOARD_SAME
    } else {
        say::SWITCHBOARD
    };
    let hours = &hall.hours.text;
    let values = [("hall", town::hall(catalog)), ("hours", hours)];
    (!hours.is_empty()).then(|| phrase.with(&values))
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

    /// A town with a hall that is open on weekdays, and a window that answers by its switchboard.
    fn behind_the_hall() -> (Catalog, Entry) {
        let mut hall = open_on(0b001_1111, 8 * 60 + 30, 17 * 60 + 15);
        hall.name = "朝霞市役所（代表）".to_owned();
        hall.via = Via::Switchboard;
        let catalog = Catalog {
            entries: vec![hall],
            ..Catalog::default()
        };
        let mut asked = Entry {
            via: Via::Switchboard,
            ..Entry::default()
        };
        asked.channels.phone = "048-463-1111".to_owned();
        (catalog, asked)
    }

    #[test]
    fn a_row_says_in_few_words_who_answers_and_until_when() {
        let (catalog, asked) = behind_the_hall();
        let brief = |entry: &Entry, minute| in_brief(&catalog, entry, at(minute)).text;
        assert_eq!(brief(&asked, 600), "朝霞市役所の代表から・17:15まで");
        let own = open_on(0b111_1111, 9 * 60, 17 * 60);
        assert_eq!(brief(&own, 600), "17:00まで開いています");
        assert_eq!(brief(&own, 60), "次は、9:00から");
        assert_eq!(
            brief(&Entry::default(), 60),
            say::BRIEF_UNKNOWN_NO_NUMBER.text()
        );
    }

    #[test]
    fn a_switchboards_hours_are_the_switchboards() {
        let (catalog, asked) = behind_the_hall();
        assert_eq!(label(&catalog, &asked), say::LABEL_WINDOW);
        assert_eq!(text(&asked), say::UNKNOWN.text());
        let sentence = "朝霞市役所の代表電話は、9時から17時です。";
        assert_eq!(switchboard(&catalog, &asked).as_deref(), Some(sentence));
        // That the switchboard is answered does not open the window.
        assert_eq!(open_now(&catalog, &asked, at(600)), None);
        let now = switchboard_now(&catalog, &asked, at(600)).unwrap();
        let sentence = "朝霞市役所の代表電話は、いま、17:15まで受けつけています。";
        assert_eq!((now.sort, &*now.text), (OpenSort::Open, sentence));
        let night = switchboard_now(&catalog, &asked, at(1200)).unwrap();
        assert!(night.text.ends_with("次は、11月25日（水）8:30からです。"));
    }

    #[test]
    fn both_hours_are_told_with_their_owners() {
        let (catalog, mut asked) = behind_the_hall();
        asked.hours = open_on(0b111_1111, 9 * 60, 19 * 60).hours;
        asked.hours.text = "毎日 9:00〜19:00".to_owned();
        assert_eq!(label(&catalog, &asked), say::LABEL_WINDOW);
        let late = at(18 * 60);
        assert!(open_now(&catalog, &asked, late).is_some_and(|now| now.sort == OpenSort::Open));
        let phone = switchboard_now(&catalog, &asked, late);
        assert!(phone.is_some_and(|now| now.sort == OpenSort::Closed));
    }

    #[test]
    fn hours_that_are_the_same_are_told_once() {
        let (catalog, mut asked) = behind_the_hall();
        asked.hours = catalog.entries[0].hours.clone();
        assert_eq!(switchboard_now(&catalog, &asked, at(600)), None);
        let sentence = "朝霞市役所の代表電話も、同じ時間です。";
        assert_eq!(switchboard(&catalog, &asked).as_deref(), Some(sentence));
    }

    #[test]
    fn the_hall_keeps_its_own_hours() {
        let (catalog, _) = behind_the_hall();
        let hall = &catalog.entries[0];
        assert_eq!(label(&catalog, hall), say::LABEL);
        assert_eq!(switchboard(&catalog, hall), None);
        assert!(open_now(&catalog, hall, at(600)).is_some());
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date(at(0).day), "2026年11月24日");
        assert_eq!(loose_date("2026-07-27"), "2026年7月27日");
        assert_eq!(loose_date("2026-07"), "2026年7月");
        assert_eq!(loose_date("2026"), "2026年");
    }
}
