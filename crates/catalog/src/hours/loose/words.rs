//! The words that people write hours with. A text that holds anything else is refused as a whole.

use crate::hours::fault::HoursFault;
use crate::hours::season;
use navigator::LAST_OF_MONTH;
use unicode_normalization::UnicodeNormalization;

/// A word of a text on hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// 月曜日, 土曜, 日: Monday is 0.
    Day(u8),
    /// 平日.
    Workdays,
    /// 毎日.
    EveryDay,
    /// 祝日, 祝祭日, 祝.
    Holidays,
    /// 休日: means Sundays and holidays to some and the law's days off to others.
    DaysOff,
    /// 年末年始.
    YearEnd,
    /// 元日.
    NewYear,
    /// 12月29日, 12/29.
    Date(u8, u8),
    /// 第3.
    Nth(u8),
    /// The 3 in 第1・3.
    Number(u16),
    /// 毎週.
    EveryWeek,
    /// 毎月.
    EveryMonth,
    /// 4月から9月, 偶数月: bit 0 is January.
    Months(u16),
    /// 毎月10日, 毎月末日: bit 0 is the first, the last bit the last.
    DateOfMonth(u32),
    /// 8時30分, 8:30, 正午.
    Time(Clock),
    /// 24時間.
    AllDay,
    /// 〜, から.
    To,
    /// まで.
    Until,
    /// ・.
    Dot,
    /// 、 ／.
    Comma,
    /// 及び, と.
    And,
    /// の.
    Of,
    /// を除く, は休み.
    Except,
    /// （.
    Open,
    /// ）.
    Close,
    /// 。.
    End,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Minutes from midnight, 0 to 1440.
    pub minutes: u16,
    /// 午前, 午後 or 正午 was written.
    pub marked: bool,
    /// 翌 was written.
    pub next_day: bool,
}

/// A word and where it stands in the text, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// The word.
    pub word: Word,
    /// Its first byte.
    pub at: usize,
}

/// Longer words before their beginnings.
const PLAIN: [(&str, Word); 75] = [
    ("月曜日", Word::Day(0)),
    ("火曜日", Word::Day(1)),
    ("水曜日", Word::Day(2)),
    ("木曜日", Word::Day(3)),
    ("金曜日", Word::Day(4)),
    ("土曜日", Word::Day(5)),
    ("日曜日", Word::Day(6)),
    ("月曜", Word::Day(0)),
    ("火曜", Word::Day(1)),
    ("水曜", Word::Day(2)),
    ("木曜", Word::Day(3)),
    ("金曜", Word::Day(4)),
    ("土曜", Word::Day(5)),
    ("日曜", Word::Day(6)),
    ("月", Word::Day(0)),
    ("火", Word::Day(1)),
    ("水", Word::Day(2)),
    ("木", Word::Day(3)),
    ("金", Word::Day(4)),
    ("土", Word::Day(5)),
    ("日", Word::Day(6)),
    ("平日", Word::Workdays),
    ("毎日", Word::EveryDay),
    ("年中無休", Word::EveryDay),
    ("国民の祝日", Word::Holidays),
    ("祝祭日", Word::Holidays),
    ("祝休日", Word::Holidays),
    ("祝日", Word::Holidays),
    ("祝", Word::Holidays),
    ("休日", Word::DaysOff),
    ("年末年始期間", Word::YearEnd),
    ("年末年始", Word::YearEnd),
    ("元日", Word::NewYear),
    ("元旦", Word::NewYear),
    ("毎週", Word::EveryWeek),
    ("毎月", Word::EveryMonth),
    ("毎月末日", Word::DateOfMonth(LAST_OF_MONTH)),
    ("毎月末", Word::DateOfMonth(LAST_OF_MONTH)),
    ("偶数月", Word::Months(season::EVEN)),
    ("奇数月", Word::Months(season::ODD)),
    ("〜", Word::To),
    ("~", Word::To),
    ("∼", Word::To),
    ("-", Word::To),
    ("‐", Word::To),
    ("–", Word::To),
    ("—", Word::To),
    ("−", Word::To),
    ("から", Word::To),
    ("まで", Word::Until),
    ("・", Word::Dot),
    ("、", Word::Comma),
    ("，", Word::Comma),
    (",", Word::Comma),
    ("/", Word::Comma),
    ("及び", Word::And),
    ("および", Word::And),
    ("並びに", Word::And),
    ("と", Word::And),
    ("の場合は休み", Word::Except),
    ("は除きます", Word::Except),
    ("を除きます", Word::Except),
    ("は休みです", Word::Except),
    ("はお休み", Word::Except),
    ("は休み", Word::Except),
    ("は休業", Word::Except),
    ("は除く", Word::Except),
    ("を除く", Word::Except),
    ("除く", Word::Except),
    ("休み", Word::Except),
    ("の", Word::Of),
    ("(", Word::Open),
    (")", Word::Close),
    ("。", Word::End),
    ("※", Word::End),
];

/// Cuts a text into words.
///
/// # Errors
/// The first part that is no word of hours.
pub fn words(text: &str) -> Result<Vec<Placed>, HoursFault> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at = text.len() - rest.len();
        if first == ' ' {
            rest = &rest[1..];
            continue;
        }
        let (word, after) = read_number(rest)
            .or_else(|| read_clock(rest))
            .or_else(|| read_date_of_month(rest))
            .or_else(|| read_plain(rest))
            .ok_or_else(|| HoursFault::new(part_at(text, at), "この言葉は分かりません"))?;
        found.push(Placed { word, at });
        rest = after;
    }
    Ok(found)
}

/// Wide digits and signs become narrow; kanji and kana stay.
pub fn plain_text(text: &str) -> String {
    let text: String = text.nfkc().collect();
    text.trim().to_owned()
}

/// The text from a place on, short enough for a fault.
pub fn part_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or(text);
    let end = rest
        .char_indices()
        .nth(16)
        .map_or(rest.len(), |(end, _)| end);
    &rest[..end]
}

fn read_plain(text: &str) -> Option<(Word, &str)> {
    PLAIN
        .iter()
        .filter_map(|&(sign, word)| Some((sign, word, text.strip_prefix(sign)?)))
        .max_by_key(|(sign, ..)| sign.len())
        .map(|(_, word, rest)| (word, rest))
}

/// What begins with a digit or 第.
fn read_number(text: &str) -> Option<(Word, &str)> {
    if let Some(rest) = text.strip_prefix("第") {
        let (number, rest) = digits(rest)?;
        let nth = u8::try_from(number)
            .ok()
            .filter(|nth| (1..=5).contains(nth))?;
        return Some((Word::Nth(nth), rest));
    }
    for always in ["365日24時間", "24時間365日", "24時間"] {
        if let Some(rest) = text.strip_prefix(always) {
            return Some((Word::AllDay, rest));
        }
    }
    if let Some((minutes, rest)) = read_minutes(text) {
        return Some((clock(minutes, false, false), rest));
    }
    read_date(text).or_else(|| read_months(text)).or_else(|| {
        let (number, rest) = digits(text)?;
        Some((Word::Number(number), rest))
    })
}

/// `12月29日` or `12/29`.
fn read_date(text: &str) -> Option<(Word, &str)> {
    let (month, rest) = digits(text)?;
    let (date, rest) = match rest.strip_prefix('月') {
        Some(rest) => {
            let (date, rest) = digits(rest)?;
            // 「1月1日曜」 is no date.
            let rest = rest.strip_prefix('日')?;
            (!rest.starts_with('曜')).then_some((date, rest))?
        }
        None => digits(rest.strip_prefix('/')?)?,
    };
    let (month, date) = (u8::try_from(month).ok()?, u8::try_from(date).ok()?);
    // A leap year, so that 2/29 may be named.
    navigator::Day::from_civil(2024, month, date)?;
    Some((Word::Date(month, date), rest))
}

/// `4月から9月まで`; one month alone could be a weekday (第1・3月).
fn read_months(text: &str) -> Option<(Word, &str)> {
    let (from, rest) = read_month(text)?;
    let to = ["〜", "~", "-", "から"];
    let rest = to.iter().find_map(|sign| rest.strip_prefix(sign))?;
    let (until, rest) = read_month(rest)?;
    let rest = rest.strip_prefix("まで").unwrap_or(rest);
    Some((Word::Months(season::run(from, Some(until))), rest))
}

fn read_month(text: &str) -> Option<(u16, &str)> {
    let (month, rest) = digits(text)?;
    let rest = rest.strip_prefix('月')?;
    let is_month = (1..=12).contains(&month) && !rest.starts_with('曜');
    is_month.then_some((month, rest))
}

/// `毎月10日`; 「毎月10日曜」 is none.
fn read_date_of_month(text: &str) -> Option<(Word, &str)> {
    let (day, rest) = digits(text.strip_prefix("毎月")?)?;
    let rest = rest.strip_prefix('日')?;
    let bit = season::bit(day).filter(|_| !rest.starts_with('曜'))?;
    Some((Word::DateOfMonth(bit), rest))
}

/// What begins with 午前, 午後, 正午 or 翌.
fn read_clock(text: &str) -> Option<(Word, &str)> {
    const NOON: u16 = 12 * 60;
    if let Some(rest) = text.strip_prefix("正午") {
        return Some((clock(NOON, true, false), rest));
    }
    if let Some(rest) = text
        .strip_prefix("翌日")
        .or_else(|| text.strip_prefix("翌"))
    {
        let morning = rest.strip_prefix("午前");
        let (minutes, after) = read_minutes(morning.unwrap_or(rest))?;
        return Some((clock(minutes, morning.is_some(), true), after));
    }
    let (rest, add) = match text.strip_prefix("午前") {
        Some(rest) => (rest, 0),
        None => (text.strip_prefix("午後")?, NOON),
    };
    let (minutes, rest) = read_minutes(rest.trim_start())?;
    // 午前12時 and 午後12時 are read in two ways, 午後13時 is a slip.
    (minutes < NOON).then(|| (clock(minutes + add, true, false), rest))
}

fn clock(minutes: u16, marked: bool, next_day: bool) -> Word {
    Word::Time(Clock {
        minutes,
        marked,
        next_day,
    })
}

/// `8:30`, `8時30分`, `8時半`, `17時`; 0 to 24 o'clock.
fn read_minutes(text: &str) -> Option<(u16, &str)> {
    let (hour, rest) = digits(text)?;
    let (minute, rest) = if let Some(rest) = rest.strip_prefix(':') {
        let (minute, after) = digits(rest)?;
        (rest.len() - after.len() == 2).then_some((minute, after))?
    } else {
        let rest = rest.strip_prefix('時')?;
        if rest.starts_with('間') {
            return None;
        }
        match digits(rest) {
            Some((minute, rest)) => (minute, rest.strip_prefix('分')?),
            None => rest.strip_prefix('半').map_or((0, rest), |rest| (30, rest)),
        }
    };
    let exists = hour < 24 && minute < 60 || hour == 24 && minute == 0;
    exists.then(|| (hour * 60 + minute, rest))
}

/// One to three digits.
fn digits(text: &str) -> Option<(u16, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    (1..=3)
        .contains(&end)
        .then(|| text[..end].parse().ok())
        .flatten()
        .map(|number| (number, &text[end..]))
}
