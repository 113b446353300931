//! The part of the year that stands before the days, `4月〜9月の月〜金`, `偶数月の第2火`, `7/1〜8/31の毎日`; and days of the
//! month, `毎月10日`, `毎月末日`.

use super::fault::HoursFault;
use super::times::{blank, number};
use crate::grammar::{Read, Refusal, must};
use navigator::{Day, LAST_OF_MONTH, Season};
use winnow::Parser;
use winnow::ascii::space1;
use winnow::combinator::{alt, delimited, opt, preceded, separated, terminated};
use winnow::error::ErrMode;

/// February, April and so on, as in [`Season::Months`].
pub const EVEN: u16 = 0b1010_1010_1010;
/// January, March and so on.
pub const ODD: u16 = 0b0101_0101_0101;

/// A first and a last day of the year, as month and day.
pub type Dates = ((u8, u8), (u8, u8));

/// The season of a clause, and what stands behind it; all year where none is written.
pub fn split_season(clause: &str) -> Result<(Season, &str), HoursFault> {
    let mut rest = clause;
    let ending = alt(("の".void(), space1.void()));
    match opt(terminated(season, ending)).parse_next(&mut rest) {
        Ok(season) => Ok((season.unwrap_or_default(), rest)),
        Err(ErrMode::Cut(refusal) | ErrMode::Backtrack(refusal)) => {
            Err(HoursFault::new(clause, refusal.what))
        }
        Err(ErrMode::Incomplete(_)) => Err(HoursFault::new(clause, "")),
    }
}

fn season(input: &mut &str) -> Read<Season> {
    let yearly = preceded(opt("毎年"), dates);
    alt((
        "偶数月".value(Season::Months(EVEN)),
        "奇数月".value(Season::Months(ODD)),
        yearly.map(|(from, until)| Season::Dates { from, until }),
        months.map(Season::Months),
    ))
    .parse_next(input)
}

/// `4月〜9月`, `11月〜3月`, `4月・7月`, as bits.
fn months(input: &mut &str) -> Read<u16> {
    let run = (month, opt(preceded('〜', month))).map(|(from, until)| run(from, until));
    let runs: Vec<u16> = separated(1.., run, '・').parse_next(input)?;
    Ok(runs.iter().fold(0, |mask, run| mask | run))
}

/// The months from one to another, be it over the end of the year.
pub fn run(from: u16, until: Option<u16>) -> u16 {
    let until = until.unwrap_or(from);
    let is_in = |month: &u16| {
        if from <= until {
            (from..=until).contains(month)
        } else {
            *month >= from || *month <= until
        }
    };
    (1..=12)
        .filter(is_in)
        .fold(0, |mask, month| mask | 1 << (month - 1))
}

fn month(input: &mut &str) -> Read<u16> {
    let month = terminated(number(1), '月').parse_next(input)?;
    let exists = (1..=12).contains(&month);
    exists
        .then_some(month)
        .ok_or_else(|| Refusal::cut("ない月です", ""))
}

/// `12/29〜1/3`, `7月1日〜8月31日`.
pub fn dates(input: &mut &str) -> Read<Dates> {
    let until = must(date, "月日は「12/29〜1/3」のように書きます", "");
    let (from, _, until) = (date, delimited(blank, '〜', blank), until).parse_next(input)?;
    Ok((from, until))
}

fn date(input: &mut &str) -> Read<(u8, u8)> {
    let slash = delimited(blank, '/', blank).void();
    let by_slash = (number(1), slash, number(1)).map(|(month, (), day)| (month, day));
    let in_words = (terminated(number(1), '月'), terminated(number(1), '日'));
    let (month, day) = alt((by_slash, in_words)).parse_next(input)?;
    let date = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    // A leap year, so that 2/29 may be named.
    let exists = date.filter(|&(month, day)| Day::from_civil(2024, month, day).is_some());
    exists.ok_or_else(|| Refusal::cut("ない月日です", ""))
}

/// `毎月10日`, `毎月10日・25日`, `毎月末日`, as bits.
pub fn days_of_month(input: &mut &str) -> Read<u32> {
    let one = alt((
        "末日".value(LAST_OF_MONTH),
        terminated(number(1), '日').verify_map(bit),
    ));
    let what = "毎月の日は「毎月10日」「毎月末日」のように書きます";
    let days: Vec<u32> =
        preceded("毎月", must(separated(1.., one, '・'), what, "")).parse_next(input)?;
    Ok(days.iter().fold(0, |mask, day| mask | day))
}

/// A day of the month, as a bit.
pub fn bit(day: u16) -> Option<u32> {
    (1..=31).contains(&day).then(|| 1 << (day - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_stands_before_the_days() {
        let summer = Season::Months(0b1_1111_1000);
        for (clause, season) in [
            ("4月〜9月 月〜金 9:00〜17:00", summer),
            ("4月〜9月の月〜金 9:00〜17:00", summer),
            (
                "11月〜2月の月〜金 9:00〜17:00",
                Season::Months(0b1100_0000_0011),
            ),
            (
                "4月・10月の月〜金 9:00〜17:00",
                Season::Months(0b10_0000_1000),
            ),
            ("偶数月の月〜金 9:00〜17:00", Season::Months(EVEN)),
            ("奇数月 月〜金 9:00〜17:00", Season::Months(ODD)),
        ] {
            let read = split_season(clause);
            assert_eq!(read, Ok((season, "月〜金 9:00〜17:00")), "{clause}");
        }
        let holidays = Season::Dates {
            from: (7, 1),
            until: (8, 31),
        };
        for clause in [
            "7/1〜8/31の毎日",
            "毎年7月1日〜8月31日 毎日",
            "7月1日〜8月31日の毎日",
        ] {
            assert_eq!(split_season(clause), Ok((holidays, "毎日")), "{clause}");
        }
        for clause in [
            "月〜金 9:00〜17:00",
            "8:45〜16:00",
            "毎月10日 8:00〜翌8:00",
            "4月から 月",
        ] {
            assert_eq!(split_season(clause), Ok((Season::Always, clause)));
        }
        for clause in [
            "13月の月 9:00〜17:00",
            "0月の月 9:00〜17:00",
            "2/30〜3/1の月 9:00〜17:00",
        ] {
            assert!(split_season(clause).is_err(), "{clause}");
        }
    }
}
