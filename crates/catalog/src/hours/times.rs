//! Times of a day: `8:45〜16:00`, `12:00〜翌5:30`, `24時間`.

use crate::grammar::{Read, Refusal, must};
use winnow::Parser;
use winnow::combinator::{alt, delimited, eof, opt, terminated};
use winnow::error::ErrMode;
use winnow::token::take_while;

const DAY: u16 = 24 * 60;
/// What stands for all of them.
pub const ALL_DAY: &str = "24時間";

/// From and until in minutes from midnight; what ends on the next day ends after [`DAY`].
pub fn range(input: &mut &str) -> Read<(u16, u16)> {
    let all_day = ALL_DAY.value((0, DAY));
    let what = "時間は「8:45〜16:00」のように書きます";
    must(terminated(alt((all_day, from_until)), eof), what, "").parse_next(input)
}

fn from_until(input: &mut &str) -> Read<(u16, u16)> {
    let from = time.parse_next(input)?;
    delimited(blank, '〜', blank).parse_next(input)?;
    let next_day = opt(terminated('翌', blank)).parse_next(input)?;
    let until = time.parse_next(input)?;
    let until = next_day.map_or(until, |_| until + DAY);
    let wrong = if from >= DAY {
        "始まりは0:00から23:59です"
    } else if until <= from {
        "終わりが始まりより前です。次の日までなら「翌5:30」と書きます"
    } else if until - from > DAY {
        "24時間より長くなっています"
    } else {
        return Ok((from, until));
    };
    Err(Refusal::cut(wrong, ""))
}

fn time(input: &mut &str) -> Read<u16> {
    let (hour, _, minute) = (number(1), ':', number(2)).parse_next(input)?;
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return Err(Refusal::cut("ない時刻です", ""));
    }
    Ok(hour * 60 + minute)
}

/// One or two digits, at least as many as said, and nothing else: `parse` alone takes a sign too.
pub fn number<'t>(least: usize) -> impl Parser<&'t str, u16, ErrMode<Refusal>> {
    take_while(least..=2, |sign: char| sign.is_ascii_digit()).parse_to()
}

/// What may stand around the signs.
pub fn blank(input: &mut &str) -> Read<()> {
    take_while(0.., char::is_whitespace)
        .void()
        .parse_next(input)
}
