//! Hours as staff write them: `月〜金 8:45〜16:00`, `第1・第3水 13:30〜15:30`, `毎日 12:00〜翌5:30`, `偶数月の第2火 13:30〜15:30`;
//! and days off: `土・日・祝日・年末年始`, `第3土`, `12/29〜1/3`, `毎月末日`.
//!
//! The grammar stands in docs/catalog.md. What does not fit it exactly is refused, never guessed: a wrong «open now»
//! sends somebody to a closed door.

use super::days::{day_rule, holidays, nth_weekday, run};
use super::fault::{HoursFault, read_part};
use super::season::{dates, days_of_month, split_season};
use super::times::{ALL_DAY, range};
use crate::grammar::{Read, must};
use navigator::{Closure, Season, Span};
use winnow::Parser;
use winnow::combinator::{alt, eof, opt, terminated};

/// How hours are written, for faults.
pub const HOURS_MEND: &str = "「月〜金 8:45〜16:00」「第1・第3水 13:30〜15:30」「毎日 12:00〜翌5:30」「24時間」「4月〜9月の月〜金 9:00〜17:00」「偶数月の第2火 13:30〜15:30」「毎月10日 8:00〜翌8:00」のように書きます。書けないことは「時間の補足」へ移します";

/// How days off are written, for faults.
pub const CLOSURES_MEND: &str = "「土・日・祝日・年末年始」「第3土」「12/29〜1/3」「元日」「毎月末日」のように「・」でつなぎます";

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
    for clause in text.split('、') {
        if clause.trim().is_empty() {
            return Err(HoursFault::new(&text, "「、」の前か後に時間がありません"));
        }
        read_clause(clause.trim(), &mut spans)?;
    }
    Ok(spans)
}

/// Days, perhaps in a part of the year, and their times: `月〜金 9:00〜12:00・13:00〜17:00`.
fn read_clause(clause: &str, spans: &mut Vec<Span>) -> Result<(), HoursFault> {
    let without_days = (clause == ALL_DAY).then_some(("毎日", clause));
    let (season, rest) = split_season(clause)?;
    let what = if season == Season::Always {
        "曜日と時間のあいだに空きがありません"
    } else {
        "季節の後に曜日がありません（毎日なら「毎日」と書きます）"
    };
    let (days, times) = without_days
        .or_else(|| rest.split_once(' '))
        .ok_or_else(|| HoursFault::new(clause, what))?;
    let rule = read_part(days.trim(), day_rule)?;
    for time in times.split('・').map(str::trim) {
        if time.is_empty() {
            return Err(HoursFault::new(clause, "「・」の前か後に時間がありません"));
        }
        let (from, until) = read_part(time, range)?;
        spans.push(Span {
            weekdays: rule.weekdays,
            nth: rule.nth,
            dates: rule.dates,
            season,
            on_holidays: rule.on_holidays,
            from,
            until,
        });
    }
    Ok(())
}

/// Reads the days off.
///
/// # Errors
/// The part that is not understood.
pub fn read_closures(text: &str) -> Result<Vec<Closure>, HoursFault> {
    let text = plain_signs(text);
    let parts = text.split('・').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| read_part(part, closure))
        .collect()
}

fn closure(input: &mut &str) -> Read<Closure> {
    const YEAR_END: Closure = Closure::Yearly {
        from: (12, 29),
        until: (1, 3),
    };
    const NEW_YEAR: Closure = Closure::Yearly {
        from: (1, 1),
        until: (1, 1),
    };
    let named = alt((
        holidays.value(Closure::Holidays),
        "年末年始".value(YEAR_END),
        "元日".value(NEW_YEAR),
    ));
    let yearly = dates.map(|(from, until)| Closure::Yearly { from, until });
    let what = "この休みの書き方は分かりません";
    must(
        alt((
            terminated(named, eof),
            terminated(yearly, eof),
            terminated(days_of_month.map(Closure::Dates), eof),
            weekdays_off,
        )),
        what,
        "",
    )
    .parse_next(input)
}

/// `土`, `月〜金`, `第3土`, with or without `曜日`.
fn weekdays_off(input: &mut &str) -> Read<Closure> {
    let days = alt((nth_weekday, run.map(|weekdays| (0, weekdays))));
    let ending = opt(alt(("曜日", "曜")));
    let (nth, weekdays) = terminated(days, (ending, eof)).parse_next(input)?;
    Ok(Closure::Weekdays { weekdays, nth })
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
    use super::super::{check_agreement, known_until};
    use super::*;
    use navigator::{Confidence, Hours, OnHolidays};
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
    fn parts_of_the_year_and_days_of_the_month_are_read() {
        let read = |text: &str| {
            let spans = read_spans(text).expect(text);
            let parts = spans.iter().map(|s| (s.season, s.weekdays, s.nth, s.dates));
            parts.collect::<Vec<_>>()
        };
        let (summer, winter) = (
            Season::Months(0b1_1111_1000),
            Season::Months(0b1110_0000_0111),
        );
        assert_eq!(
            read("4月〜9月の月〜金 9:00〜18:00、10月〜3月の月〜金 9:00〜17:00"),
            [(summer, 0b11111, 0, 0), (winter, 0b11111, 0, 0)]
        );
        let even = Season::Months(0b1010_1010_1010);
        assert_eq!(read("偶数月の第2火 13:30〜15:30"), [(even, 0b10, 0b10, 0)]);
        assert_eq!(
            read("毎日 16:00〜21:00、毎月10日 8:00〜翌8:00"),
            [
                (Season::Always, 0b111_1111, 0, 0),
                (Season::Always, 0, 0, 1 << 9)
            ]
        );
        let last = navigator::LAST_OF_MONTH;
        assert_eq!(
            read("毎月1日・末日 9:00〜12:00"),
            [(Season::Always, 0, 0, 1 | last)]
        );
        assert_eq!(
            read_closures("毎月末日・毎月15日"),
            Ok(vec![Closure::Dates(last), Closure::Dates(1 << 14)])
        );
        assert_eq!(
            read_closures("12月29日〜1月3日"),
            read_closures("12/29〜1/3")
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
        assert_eq!(agree("毎月10日 9:00〜17:00", "毎月末日"), Ok(()));
        let both = agree("毎月10日 9:00〜17:00", "毎月10日");
        assert_eq!(both, Err("毎月".to_owned()));
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
            "4月〜9月 9:00〜17:00",
            "13月の月 9:00〜17:00",
            "2/30〜3/1の月 9:00〜17:00",
            "毎月32日 9:00〜17:00",
            "毎月0日 9:00〜17:00",
            "毎月 9:00〜17:00",
            "毎月10日・月 9:00〜17:00",
            "毎月第2火 9:00〜17:00",
            "夏の月 9:00〜17:00",
            "月〜金 +9:00〜17:00",
        ] {
            assert!(read_spans(text).is_err(), "{text}");
        }
        for text in [
            "盆",
            "2/30〜3/1",
            "毎月32日",
            "4月の月",
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
        fn any_text_is_survived(text in "[月火水木金土日祝第毎平年末偶数の/〜・、 0-9:翌24時間]{0,40}") {
            if let Ok(spans) = read_spans(&text) {
                for span in spans {
                    prop_assert!(span.from < 1440 && span.until > span.from && span.until <= span.from + 1440);
                }
            }
            let _ = read_closures(&text);
        }
    }
}
