//! Times as people write them: 9時～12時, 午後1時から17時, 翌5時まで.

use super::cursor::{Cursor, is_time};
use super::words::{Clock, Word};
use crate::hours::fault::HoursFault;

/// One time, in minutes.
pub type Range = (u16, u16);

/// 9時～12時・13時～16時.
pub fn read_times(words: &mut Cursor) -> Result<Vec<Range>, HoursFault> {
    let mut times = Vec::new();
    loop {
        times.push(read_range(words)?);
        if !words.take_joint(is_time) {
            return Ok(times);
        }
    }
}

fn read_range(words: &mut Cursor) -> Result<Range, HoursFault> {
    if words.take_if(Word::AllDay) {
        return Ok((0, 1440));
    }
    let (Some(Word::Time(from)), Some(Word::To), Some(Word::Time(until))) =
        (words.peek(), words.peek_at(1), words.peek_at(2))
    else {
        return Err(words.fault("「何時から何時まで」が分かりません"));
    };
    let range = range_of(from, until).map_err(|what| words.fault(what))?;
    words.next += 3;
    words.take_if(Word::Until);
    Ok(range)
}

fn range_of(from: Clock, until: Clock) -> Result<Range, &'static str> {
    /// No window opens before this; 「1時〜4時」 is the afternoon, or not.
    const EARLIEST: u16 = 6 * 60;
    if from.marked != until.marked && !(is_clear(from, until) && is_clear(until, from)) {
        return Err("午前か午後か分かりません");
    }
    if from.next_day || (!from.marked && from.minutes < EARLIEST) {
        return Err("始まりが午前か午後か分かりません");
    }
    let end = until.minutes + if until.next_day { 1440 } else { 0 };
    if end <= from.minutes {
        return Err("終わりが始まりより前です");
    }
    Ok((from.minutes, end))
}

/// Whether a time is clear beside one that is written the other way: 「午後1時から17時」 and 「9時から正午」
/// are, 「7時から午後9時」 is not.
fn is_clear(one: Clock, other: Clock) -> bool {
    const NOON: u16 = 12 * 60;
    let beside_noon = other.marked && other.minutes == NOON;
    one.marked || beside_noon || one.next_day || one.minutes > NOON
}

/// `9:00〜12:00・13:00〜17:00`.
pub fn write_times(times: &[Range]) -> String {
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let range = |&(from, until): &Range| match (from, until) {
        (0, 1440) => "24時間".to_owned(),
        (_, 1441..) => format!("{}〜翌{}", time(from), time(until - 1440)),
        _ => format!("{}〜{}", time(from), time(until)),
    };
    times.iter().map(range).collect::<Vec<_>>().join("・")
}
