//! Opening hours as staff write them: `月〜金 8:45〜16:00`, `第1・第3水 13:30〜15:30`, `毎日 12:00〜翌5:30`.
//!
//! The grammar stands in docs/catalog.md. What does not fit it exactly is refused, never guessed: a
//! wrong «open now» sends somebody to a closed door.

mod holidays;
mod loose;

pub use holidays::{holidays, holidays_of};
pub use loose::{Loose, read_loose};

use navigator::{Closure, Confidence, Day, Hours, OnHolidays, Span};

/// Why hours were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursFault {
    /// The part that is not understood.
    pub part: String,
    /// What is wrong.
    pub what: String,
}

impl HoursFault {
    pub(crate) fn new(part: &str, what: &str) -> Self {
        Self {
            part: part.to_owned(),
            what: what.to_owned(),
        }
    }
}

fn fault(part: &str, what: &str) -> HoursFault {
    HoursFault::new(part, what)
}

/// How hours are written, for faults.
pub const HOURS_MEND: &str = "「月〜金 8:45〜16:00」「第1・第3水 13:30〜15:30」「毎日 12:00〜翌5:30」「24時間」のように書きます。書けないことは「時間の補足」へ移します";

/// How days off are written, for faults.
pub const CLOSURES_MEND: &str =
    "「土・日・祝日・年末年始」「第3土」「12/29〜1/3」「元日」のように「・」でつなぎます";

const EVERY_DAY: u8 = 0b111_1111;
const WORKDAYS: u8 = 0b001_1111;
const DAY: u16 = 24 * 60;
pub(crate) const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// Reads the hours.
///
/// # Errors
/// The part that is not understood.
pub fn read_spans(text: &str) -> Result<Vec<Span>, HoursFault> {
    let text = plain_signs(text);
    let mut spans = Vec::new();
    if text.is_empty() {
        return Ok(spans);
    }
    for part in text.split('、') {
        let part = part.trim();
        if part.is_empty() {
            return Err(fault(&text, "「、」の前か後に時間がありません"));
        }
        let (days, times) = if part == "24時間" {
            ("毎日", part)
        } else {
            part.split_once(' ')
                .ok_or_else(|| fault(part, "曜日と時間のあいだに空きがありません"))?
        };
        let rule = read_days(days.trim())?;
        for time in times.trim().split('・') {
            if time.trim().is_empty() {
                return Err(fault(part, "「・」の前か後に時間がありません"));
            }
            let (from, until) = read_range(time)?;
            spans.push(Span {
                weekdays: rule.weekdays,
                nth: rule.nth,
                on_holidays: rule.on_holidays,
                from,
                until,
            });
        }
    }
    Ok(spans)
}

/// Reads the days off.
///
/// # Errors
/// The part that is not understood.
pub fn read_closures(text: &str) -> Result<Vec<Closure>, HoursFault> {
    let text = plain_signs(text);
    let mut closures = Vec::new();
    for part in text
        .split('・')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        closures.push(match part {
            "祝日" | "祝" => Closure::Holidays,
            "年末年始" => Closure::Yearly {
                from: (12, 29),
                until: (1, 3),
            },
            "元日" => Closure::Yearly {
                from: (1, 1),
                until: (1, 1),
            },
            _ => {
                if let Some((from, until)) = part.split_once('〜').filter(|_| part.contains('/')) {
                    Closure::Yearly {
                        from: read_date(from, part)?,
                        until: read_date(until, part)?,
                    }
                } else {
                    let short = part.strip_suffix("曜日").or(part.strip_suffix('曜'));
                    let short = short.filter(|short| !short.is_empty());
                    let rule = read_days(short.unwrap_or(part))?;
                    if rule.on_holidays != OnHolidays::Unsaid {
                        return Err(fault(part, "この休みの書き方は分かりません"));
                    }
                    Closure::Weekdays {
                        weekdays: rule.weekdays,
                        nth: rule.nth,
                    }
                }
            }
        });
    }
    Ok(closures)
}

/// How many years after its own a source of hours is believed.
const BELIEVED_YEARS: i32 = 3;

/// The last day on which hours are known to hold that were written for one entry alone: the end of the
/// third year after the source's, and of the source's own year if it is of low confidence; nothing if
/// the source has no date or somebody answers at any hour. A doubtful source without a date is not
/// believed on any day.
///
/// `source_date` begins with its year: `2015`, `2024-05`, `2024-05-04`.
#[must_use]
pub fn known_until(hours: &Hours, confidence: Confidence, source_date: &str) -> Option<Day> {
    let doubtful = confidence == Confidence::Low;
    let year: Option<i32> = source_date.get(..4).and_then(|year| year.parse().ok());
    match year {
        None => doubtful.then_some(Day(0)),
        Some(year) if doubtful => Day::from_civil(year, 12, 31),
        Some(_) if hours.is_always_open() => None,
        Some(year) => Day::from_civil(year + BELIEVED_YEARS, 12, 31),
    }
}

/// Hours and days off that say two things of the same day are refused.
///
/// # Errors
/// The days that are both open and off.
pub fn check_agreement(spans: &[Span], closures: &[Closure]) -> Result<(), HoursFault> {
    let names_holidays = spans.iter().any(Span::names_holidays);
    if names_holidays && closures.contains(&Closure::Holidays) {
        return Err(fault("祝日", "受付時間と休みの両方にあります"));
    }
    for closure in closures {
        let Closure::Weekdays {
            weekdays: off,
            nth: 0,
        } = *closure
        else {
            continue;
        };
        let both = spans
            .iter()
            .filter(|span| !span.is_every_day())
            .fold(0, |mask, span| mask | span.weekdays)
            & off;
        if let Some(name) = WEEKDAYS.get(usize::try_from(both.trailing_zeros()).unwrap_or(7)) {
            return Err(fault(name, "受付時間と休みの両方にあります"));
        }
    }
    Ok(())
}

struct DayRule {
    weekdays: u8,
    nth: u8,
    on_holidays: OnHolidays,
}

/// `月〜金`, `月・水・金`, `毎日`, `平日`, `土・日・祝`, `第1・第3水`, `第2木`.
fn read_days(text: &str) -> Result<DayRule, HoursFault> {
    let mut rule = DayRule {
        weekdays: 0,
        nth: 0,
        on_holidays: OnHolidays::Unsaid,
    };
    match text {
        "毎日" => {
            rule.weekdays = EVERY_DAY;
            rule.on_holidays = OnHolidays::Open;
            return Ok(rule);
        }
        "平日" => {
            rule.weekdays = WORKDAYS;
            rule.on_holidays = OnHolidays::Closed;
            return Ok(rule);
        }
        _ => {}
    }
    let mut plain = false;
    for part in text.split('・') {
        if let Some(rest) = part.strip_prefix('第') {
            let mut signs = rest.chars();
            let nth = signs
                .next()
                .and_then(|digit| digit.to_digit(10))
                .filter(|nth| (1..=5).contains(nth))
                .ok_or_else(|| fault(text, "「第」の後は1から5です"))?;
            rule.nth |= 1 << (nth - 1);
            let days: String = signs.collect();
            if !days.is_empty() {
                rule.weekdays |= weekday_bit(&days, text)?;
            }
        } else if let Some((from, until)) = part.split_once('〜') {
            plain = true;
            let (from, until) = (weekday(from, text)?, weekday(until, text)?);
            if from > until {
                return Err(fault(text, "曜日の順番が逆です"));
            }
            for day in from..=until {
                rule.weekdays |= 1 << day;
            }
        } else if part == "祝" || part == "祝日" {
            plain = true;
            rule.on_holidays = OnHolidays::Open;
        } else {
            // 「第1・第3水」 ends in the weekday that both share; a bare weekday after a 第 would be
            // read in two ways.
            plain = true;
            rule.weekdays |= weekday_bit(part, text)?;
        }
    }
    if rule.nth != 0 && (plain || rule.weekdays.count_ones() != 1) {
        return Err(fault(text, "「第」と曜日の組み合わせが分かりません"));
    }
    if rule.weekdays == 0 && rule.on_holidays != OnHolidays::Open {
        return Err(fault(text, "曜日がありません"));
    }
    Ok(rule)
}

fn weekday(text: &str, whole: &str) -> Result<u8, HoursFault> {
    WEEKDAYS
        .iter()
        .position(|&name| name == text)
        .and_then(|place| u8::try_from(place).ok())
        .ok_or_else(|| fault(whole, "曜日が分かりません"))
}

fn weekday_bit(text: &str, whole: &str) -> Result<u8, HoursFault> {
    weekday(text, whole).map(|day| 1 << day)
}

fn read_range(text: &str) -> Result<(u16, u16), HoursFault> {
    let text = text.trim();
    if text == "24時間" {
        return Ok((0, DAY));
    }
    let (from, until) = text
        .split_once('〜')
        .ok_or_else(|| fault(text, "時間は「8:45〜16:00」のように書きます"))?;
    let from = read_time(from, text)?;
    let until = match until.strip_prefix('翌') {
        Some(next_day) => DAY + read_time(next_day, text)?,
        None => read_time(until, text)?,
    };
    if from >= DAY {
        return Err(fault(text, "始まりは0:00から23:59です"));
    }
    if until <= from {
        return Err(fault(
            text,
            "終わりが始まりより前です。次の日までなら「翌5:30」と書きます",
        ));
    }
    if until - from > DAY {
        return Err(fault(text, "24時間より長くなっています"));
    }
    Ok((from, until))
}

fn read_time(text: &str, whole: &str) -> Result<u16, HoursFault> {
    let bad = || fault(whole, "時刻は「8:45」のように書きます");
    let (hour, minute) = text.trim().split_once(':').ok_or_else(bad)?;
    let hour = u16::from(digits(hour).ok_or_else(bad)?);
    let minute = digits(minute).filter(|_| minute.len() == 2);
    let minute = u16::from(minute.ok_or_else(bad)?);
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return Err(fault(whole, "ない時刻です"));
    }
    Ok(hour * 60 + minute)
}

/// One or two digits and nothing else: `parse` alone takes a sign too.
fn digits(text: &str) -> Option<u8> {
    let exact = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    exact.then(|| text.parse().ok()).flatten()
}

fn read_date(text: &str, whole: &str) -> Result<(u8, u8), HoursFault> {
    let bad = || fault(whole, "月日は「12/29」のように書きます");
    let (month, day) = text.split_once('/').ok_or_else(bad)?;
    let month = digits(month.trim()).ok_or_else(bad)?;
    let day = digits(day.trim()).ok_or_else(bad)?;
    // A leap year, so that 2/29 may be named.
    navigator::Day::from_civil(2024, month, day).ok_or_else(bad)?;
    Ok((month, day))
}

/// The wave dash has three looks in Unicode, and Excel brings all of them; hyphens are not waves.
fn plain_signs(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '～' | '∼' => '〜',
            '：' => ':',
            '　' => ' ',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use OnHolidays::{Closed, Open, Unsaid};

    fn spans(text: &str) -> Vec<(u8, u8, OnHolidays, u16, u16)> {
        read_spans(text)
            .expect(text)
            .into_iter()
            .map(|s| (s.weekdays, s.nth, s.on_holidays, s.from, s.until))
            .collect()
    }

    #[test]
    fn the_hours_of_the_sheets_are_read() {
        assert_eq!(
            spans("月〜金 8:45〜16:00"),
            [(0b11111, 0, Unsaid, 525, 960)]
        );
        assert_eq!(spans("24時間"), [(0b111_1111, 0, Open, 0, 1440)]);
        assert_eq!(
            spans("毎日 12:00〜翌5:30"),
            [(0b111_1111, 0, Open, 720, 1440 + 330)]
        );
        assert_eq!(
            spans("月〜水・金・土 9:30〜20:30、日・祝 9:30〜17:00"),
            [
                (0b011_0111, 0, Unsaid, 570, 1230),
                (0b100_0000, 0, Open, 570, 1020)
            ]
        );
        assert_eq!(
            spans("月〜金 9:00〜12:00・13:00〜17:00"),
            [
                (0b11111, 0, Unsaid, 540, 720),
                (0b11111, 0, Unsaid, 780, 1020)
            ]
        );
        assert_eq!(
            spans("第1・第3水 13:30〜15:30"),
            [(0b100, 0b101, Unsaid, 810, 930)]
        );
        assert_eq!(
            spans("第2木 9:00〜12:00"),
            [(0b1000, 0b10, Unsaid, 540, 720)]
        );
    }

    #[test]
    fn workdays_close_on_holidays_and_other_ranges_keep_theirs() {
        assert_eq!(
            spans("平日 17:00〜22:00、土・日・祝 9:00〜21:00"),
            [
                (0b11111, 0, Closed, 1020, 1320),
                (0b110_0000, 0, Open, 540, 1260)
            ]
        );
    }

    #[test]
    fn days_off_are_read() {
        assert_eq!(
            read_closures("日・第3土・祝日・12/29〜1/3").expect("reads"),
            [
                Closure::Weekdays {
                    weekdays: 0b100_0000,
                    nth: 0
                },
                Closure::Weekdays {
                    weekdays: 0b010_0000,
                    nth: 0b100
                },
                Closure::Holidays,
                Closure::Yearly {
                    from: (12, 29),
                    until: (1, 3)
                },
            ]
        );
    }

    #[test]
    fn a_day_is_not_both_open_and_off() {
        let agree = |open: &str, off: &str| {
            check_agreement(
                &read_spans(open).expect(open),
                &read_closures(off).expect(off),
            )
            .map_err(|fault| fault.part)
        };
        for (open, off) in [
            ("月〜土 8:30〜17:30", "日・第3土・祝日"),
            ("毎日 10:00〜17:00", "火・祝日・年末年始"),
            ("平日 17:00〜22:00、土・日・祝 9:00〜21:00", "12/29〜1/3"),
        ] {
            assert_eq!(agree(open, off), Ok(()), "{open} | {off}");
        }
        assert_eq!(agree("月〜土 8:30〜17:30", "土・日"), Err("土".to_owned()));
        assert_eq!(agree("第3木 13:00〜16:00", "木"), Err("木".to_owned()));
        assert_eq!(agree("日・祝 9:00〜17:00", "祝日"), Err("祝日".to_owned()));
    }

    #[test]
    fn old_and_doubtful_sources_are_not_believed_for_ever() {
        let hours = |text: &str| Hours {
            spans: read_spans(text).expect(text),
            ..Hours::default()
        };
        let until = |text, confidence, date| {
            known_until(&hours(text), confidence, date).map(|day| day.civil())
        };
        let office = "月〜金 9:00〜17:00";
        assert_eq!(
            until(office, Confidence::High, "2024-05-04"),
            Some((2027, 12, 31))
        );
        assert_eq!(
            until(office, Confidence::Medium, "2015"),
            Some((2018, 12, 31))
        );
        assert_eq!(until(office, Confidence::Medium, ""), None);
        assert_eq!(
            until(office, Confidence::Low, "2025-07"),
            Some((2025, 12, 31))
        );
        assert_eq!(until(office, Confidence::Low, ""), Some((1970, 1, 1)));
        assert_eq!(until("24時間", Confidence::Medium, "2015"), None);
        assert_eq!(
            until("24時間", Confidence::Low, "2015"),
            Some((2015, 12, 31))
        );
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        for text in [
            "月～金8:45〜16:00",
            "月〜金",
            "8:45〜16:00",
            "月〜金 8:45から16:00",
            "月〜金 16:00〜8:45",
            "月〜金 8:75〜16:00",
            "月〜金 25:00〜26:00",
            "金〜月 9:00〜17:00",
            "第6水 9:00〜17:00",
            "第1水・木 9:00〜17:00",
            "第1・水 9:00〜17:00",
            "平日夜間 9:00〜17:00",
            "月〜金 9:00〜17:00(相談は16:00まで)",
            "月-金 9:00-17:00",
            "月〜金 +9:00〜17:00",
        ] {
            assert!(read_spans(text).is_err(), "{text}");
        }
        for text in [
            "盆",
            "2/30〜3/1",
            "毎月1日",
            "土日",
            "毎日",
            // A dot was forgotten: Monday alone, or Sunday too?
            "月曜日曜日",
            "土曜曜",
            "+12/29〜1/3",
            "012/29〜1/3",
        ] {
            assert!(read_closures(text).is_err(), "{text}");
        }
        let days_off = read_closures("月曜日・火曜");
        assert_eq!(days_off, read_closures("月・火"));
    }

    #[test]
    fn a_fault_names_the_part_even_where_nothing_is_written() {
        for (text, part) in [
            ("月〜金 9:00〜17:00、", "月〜金 9:00〜17:00、"),
            ("、24時間", "、24時間"),
            ("月〜金 9:00〜12:00・", "月〜金 9:00〜12:00・"),
        ] {
            let fault = read_spans(text).expect_err(text);
            assert_eq!(fault.part, part);
        }
        for part in ["〜1/3", "曜"] {
            let fault = read_closures(part).expect_err(part);
            assert_eq!(fault.part, part);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "[月火水木金土日祝第毎平〜・、 0-9:翌24時間]{0,40}") {
            if let Ok(spans) = read_spans(&text) {
                for span in spans {
                    prop_assert!(span.from < 1440 && span.until > span.from && span.until <= span.from + 1440);
                }
            }
            let _ = read_closures(&text);
        }
    }
}
