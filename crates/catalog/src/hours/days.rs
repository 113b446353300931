//! Days as they stand before the times: `月〜金`, `月・水・金`, `毎日`, `平日`, `土・日・祝`, `第1・第3水`, `毎月10日`.

use super::season::days_of_month;
use crate::grammar::{Read, Refusal, must};
use navigator::OnHolidays;
use winnow::Parser;
use winnow::combinator::{alt, eof, opt, preceded, separated, terminated};
use winnow::token::any;

/// Monday first.
pub const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];
const UNKNOWN: &str = "曜日が分かりません";
const NTH: &str = "「第」と曜日の組み合わせが分かりません";

/// Days on which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRule {
    /// Bit 0 is Monday.
    pub weekdays: u8,
    /// Bit 0 is the first such weekday of the month; none of them means each.
    pub nth: u8,
    /// Days of the month instead, as in [`navigator::Span::dates`].
    pub dates: u32,
    /// What is said of holidays.
    pub on_holidays: OnHolidays,
}

const EVERY_DAY: DayRule = DayRule {
    weekdays: 0b111_1111,
    nth: 0,
    dates: 0,
    on_holidays: OnHolidays::Open,
};
const WORKDAYS: DayRule = DayRule {
    weekdays: 0b001_1111,
    nth: 0,
    dates: 0,
    on_holidays: OnHolidays::Closed,
};

/// All days of a clause.
pub fn day_rule(input: &mut &str) -> Read<DayRule> {
    let named = alt(("毎日".value(EVERY_DAY), "平日".value(WORKDAYS)));
    let monthly = days_of_month.map(|dates| DayRule {
        weekdays: 0,
        nth: 0,
        dates,
        on_holidays: OnHolidays::Unsaid,
    });
    let all = alt((named, monthly, nth_rule, list));
    must(terminated(all, eof), UNKNOWN, "").parse_next(input)
}

/// `第1・第3水`: the weekday stands behind the last one, or behind each.
fn nth_rule(input: &mut &str) -> Read<DayRule> {
    let one = preceded('第', (nth, opt(weekday)));
    let parts: Vec<(u8, Option<u8>)> = separated(1.., one, '・').parse_next(input)?;
    // A bare weekday after a 第 would be read in two ways.
    must(eof, NTH, "").parse_next(input)?;
    let weekdays = parts.iter().filter_map(|(_, day)| *day);
    let rule = DayRule {
        weekdays: weekdays.fold(0, |mask, day| mask | 1 << day),
        nth: parts.iter().fold(0, |mask, (nth, _)| mask | nth),
        dates: 0,
        on_holidays: OnHolidays::Unsaid,
    };
    if rule.weekdays.count_ones() == 1 {
        Ok(rule)
    } else {
        Err(Refusal::cut(NTH, ""))
    }
}

fn list(input: &mut &str) -> Read<DayRule> {
    /// Beside the bits of the weekdays.
    const HOLIDAYS: u8 = 1 << 7;
    let part = alt((holidays.value(HOLIDAYS), run));
    let parts: Vec<u8> = separated(1.., part, '・').parse_next(input)?;
    let mask = parts.iter().fold(0, |mask, part| mask | part);
    Ok(DayRule {
        weekdays: mask & !HOLIDAYS,
        nth: 0,
        dates: 0,
        on_holidays: if mask & HOLIDAYS == 0 {
            OnHolidays::Unsaid
        } else {
            OnHolidays::Open
        },
    })
}

/// `祝日`.
pub fn holidays<'t>(input: &mut &'t str) -> Read<&'t str> {
    alt(("祝日", "祝")).parse_next(input)
}

/// `月〜金` or one weekday, as bits.
pub fn run(input: &mut &str) -> Read<u8> {
    let until = preceded('〜', must(weekday, UNKNOWN, ""));
    let (from, until) = (weekday, opt(until)).parse_next(input)?;
    let until = until.unwrap_or(from);
    if from > until {
        return Err(Refusal::cut("曜日の順番が逆です", ""));
    }
    Ok((from..=until).fold(0, |mask, day| mask | 1 << day))
}

/// `3水` behind `第`, as bits.
pub fn nth_weekday(input: &mut &str) -> Read<(u8, u8)> {
    let (nth, day) = preceded('第', (nth, must(weekday, NTH, ""))).parse_next(input)?;
    Ok((nth, 1 << day))
}

fn nth(input: &mut &str) -> Read<u8> {
    let bit = |digit: char| {
        let nth = digit.to_digit(10).filter(|nth| (1..=5).contains(nth))?;
        Some(1 << (nth - 1))
    };
    must(any.verify_map(bit), "「第」の後は1から5です", "").parse_next(input)
}

fn weekday(input: &mut &str) -> Read<u8> {
    let place = |sign: char| {
        let place = WEEKDAYS.iter().position(|name| name.starts_with(sign))?;
        u8::try_from(place).ok()
    };
    any.verify_map(place).parse_next(input)
}
