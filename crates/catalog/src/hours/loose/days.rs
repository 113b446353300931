//! Days as people write them: 月曜日から金曜日, 土・日・祝日, 第1・3水曜日, 祝日及び年末年始, 偶数月の第2火曜日, 毎月10日.

use super::cursor::{Cursor, is_day};
use super::words::Word;
use crate::hours::fault::HoursFault;

/// Days that are written alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// Bit 0 is Monday.
    pub weekdays: u8,
    /// 第: the ones of the month and their weekday, in the order of the text.
    pub nth: Vec<(Vec<u8>, u8)>,
    /// 平日.
    pub workdays: bool,
    /// 毎日.
    pub every_day: bool,
    /// 祝日.
    pub holidays: bool,
    /// 休日.
    pub days_off: bool,
    /// The months in which all this holds, bit 0 January; 0 means all year.
    pub months: u16,
    /// Days of the month, as in [`navigator::Span::dates`].
    pub monthly: u32,
    /// Dates off, as the strict grammar writes them.
    pub dates: Vec<String>,
}

/// A list of days: 月曜日から金曜日, 土・日・祝日, 第1・3水曜日, 祝日及び年末年始.
pub fn read_days(words: &mut Cursor) -> Result<Days, HoursFault> {
    let mut days = Days::default();
    if let Some(Word::Months(months)) = words.peek() {
        days.months = months;
        words.skip();
        if !words.take_if(Word::Of) {
            words.take_if(Word::Comma);
        }
    }
    let mut after_nth = false;
    loop {
        let start = words.next;
        match words.peek() {
            Some(Word::EveryWeek) if matches!(words.peek_at(1), Some(Word::Day(_))) => {
                words.skip();
                continue;
            }
            Some(Word::EveryMonth) if matches!(words.peek_at(1), Some(Word::Nth(_))) => {
                words.skip();
                continue;
            }
            Some(Word::Nth(_)) => days.nth.push(read_nth(words)?),
            // 「第3土・日」 may mean the third Sunday or every one.
            Some(Word::Day(_)) if after_nth => {
                return Err(words.fault("「第」がどの曜日にかかるか分かりません"));
            }
            Some(Word::Day(first)) => {
                words.skip();
                days.weekdays |= read_to_day(words, first)?;
            }
            Some(Word::Workdays) => days.workdays = true,
            Some(Word::EveryDay) => days.every_day = true,
            Some(Word::Holidays) => days.holidays = true,
            Some(Word::DaysOff) => days.days_off = true,
            Some(Word::YearEnd) => days.dates.push("年末年始".to_owned()),
            Some(Word::NewYear) => days.dates.push("元日".to_owned()),
            Some(Word::DateOfMonth(day)) => days.monthly |= day,
            Some(Word::Date(..)) => days.dates.push(read_dates(words)?),
            _ => return Err(words.fault("曜日が分かりません")),
        }
        after_nth = matches!(words.words[start].word, Word::Nth(_));
        if words.next == start {
            words.skip();
        }
        if !words.take_joint(is_day) {
            break;
        }
    }
    if days.days_off && !days.holidays {
        return Err(words.fault("「休日」が祝日だけか、土日もかが分かりません"));
    }
    Ok(days)
}

/// The days from one to the other, or the one alone.
fn read_to_day(words: &mut Cursor, first: u8) -> Result<u8, HoursFault> {
    let (Some(Word::To), Some(Word::Day(last))) = (words.peek(), words.peek_at(1)) else {
        return Ok(1 << first);
    };
    if last <= first {
        return Err(words.fault("曜日の順番が分かりません"));
    }
    words.next += 2;
    Ok((first..=last).fold(0, |mask, day| mask | 1 << day))
}

/// 第1・第3水, 第1・3水曜日.
fn read_nth(words: &mut Cursor) -> Result<(Vec<u8>, u8), HoursFault> {
    let mut nth = Vec::new();
    loop {
        match words.peek() {
            Some(Word::Nth(number)) => nth.push(number),
            Some(Word::Number(number @ 1..=5)) => nth.extend(u8::try_from(number)),
            _ => return Err(words.fault("「第」の後は1から5です")),
        }
        words.skip();
        if !words.take_joint(|word| matches!(word, Word::Nth(_) | Word::Number(_))) {
            break;
        }
    }
    match words.peek() {
        Some(Word::Day(day)) if words.peek_at(1) != Some(Word::To) => {
            words.skip();
            Ok((nth, day))
        }
        _ => Err(words.fault("「第」の曜日が分かりません")),
    }
}

/// 12月29日～1月3日.
fn read_dates(words: &mut Cursor) -> Result<String, HoursFault> {
    match (words.peek(), words.peek_at(1), words.peek_at(2)) {
        (Some(Word::Date(month, day)), Some(Word::To), Some(Word::Date(to_month, to_day))) => {
            words.next += 3;
            words.take_if(Word::Until);
            Ok(format!("{month}/{day}〜{to_month}/{to_day}"))
        }
        (Some(Word::Date(month, day)), following, _) if following != Some(Word::To) => {
            words.skip();
            Ok(format!("{month}/{day}〜{month}/{day}"))
        }
        _ => Err(words.fault("月日が分かりません")),
    }
}
