//! Hours as people write them elsewhere (午前9時から午後5時、土日祝を除く), turned into what the sheets'
//! strict grammar says.
//!
//! Every part has to be understood, or the whole is refused with the part that is not: half of a text
//! on hours is a wrong text. What comes out is text of the strict grammar, so that staff can paste it
//! and that there is one meaning only.

mod words;

use super::agreement::check_agreement;
use super::days::WEEKDAYS;
use super::fault::HoursFault;
use super::strict::{read_closures, read_spans};
use words::{Clock, Placed, Word, part_at, plain_text, words};

/// Hours in the strict grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// For the column 受付時間.
    pub open: String,
    /// For the column 休み.
    pub off: String,
}

impl Loose {
    /// The exact words for the two cells.
    #[must_use]
    pub fn mend(&self) -> String {
        if self.off.is_empty() {
            format!("受付時間に「{}」と書き、休みは空にします", self.open)
        } else {
            format!(
                "受付時間に「{}」、休みに「{}」と書きます",
                self.open, self.off
            )
        }
    }
}

/// Reads hours and days off as people write them.
///
/// Where no weekdays are written, the days off have to name both Saturday and Sunday: the other days
/// are open. 休日 is understood beside 祝日 only, a time without 午前 or 午後 from 6:00 on.
///
/// # Errors
/// The part that is not understood.
pub fn read_loose(open: &str, off: &str) -> Result<Loose, HoursFault> {
    let mut reading = Reading::default();
    reading.read_open(&plain_text(open))?;
    reading.read_off(&plain_text(off))?;
    reading.fill_days()?;
    reading.check_workdays()?;
    let loose = reading.write();
    // The strict grammar has the last word.
    let spans = read_spans(&loose.open)?;
    let closures = read_closures(&loose.off)?;
    check_agreement(&spans, &closures)?;
    Ok(loose)
}

/// Days that are written alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Days {
    /// Bit 0 is Monday.
    weekdays: u8,
    /// 第: the ones of the month and their weekday, in the order of the text.
    nth: Vec<(Vec<u8>, u8)>,
    workdays: bool,
    every_day: bool,
    holidays: bool,
    days_off: bool,
    /// Dates off, as the strict grammar writes them.
    dates: Vec<String>,
}

/// One time, in minutes.
type Range = (u16, u16);

/// Days and their times.
#[derive(Clone, Debug)]
struct Clause {
    days: Option<Days>,
    times: Vec<Range>,
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    clauses: Vec<Clause>,
    off: Vec<Days>,
    /// Days off that stand among the hours, which may mean one clause or all of them.
    off_among_hours: bool,
    lunch: bool,
}

/// The words of one text, and how far they are read.
struct Cursor<'t> {
    text: &'t str,
    words: Vec<Placed>,
    next: usize,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Result<Self, HoursFault> {
        Ok(Self {
            text,
            words: words(text)?,
            next: 0,
        })
    }

    fn peek(&self) -> Option<Word> {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> Option<Word> {
        self.words.get(self.next + ahead).map(|placed| placed.word)
    }

    fn skip(&mut self) {
        self.next += 1;
    }

    fn take_if(&mut self, word: Word) -> bool {
        let here = self.peek() == Some(word);
        if here {
            self.skip();
        }
        here
    }

    /// What joins the items of a list, if an item of the list follows.
    fn take_joint(&mut self, is_item: impl Fn(Word) -> bool) -> bool {
        let joined = matches!(self.peek(), Some(Word::Dot | Word::Comma | Word::And));
        let ahead = usize::from(joined);
        if self.peek_at(ahead).is_some_and(is_item) {
            self.next += ahead;
            true
        } else {
            false
        }
    }

    /// The fault at the next word.
    fn fault(&self, what: &str) -> HoursFault {
        let at = self
            .words
            .get(self.next)
            .map_or(self.text.len(), |placed| placed.at);
        let part = part_at(self.text, at);
        HoursFault::new(if part.is_empty() { self.text } else { part }, what)
    }
}

fn is_day(word: Word) -> bool {
    matches!(
        word,
        Word::Day(_)
            | Word::Workdays
            | Word::EveryDay
            | Word::Holidays
            | Word::DaysOff
            | Word::YearEnd
            | Word::NewYear
            | Word::Date(..)
            | Word::Nth(_)
            | Word::EveryWeek
            | Word::EveryMonth
    )
}

fn is_time(word: Word) -> bool {
    matches!(word, Word::Time(_) | Word::AllDay)
}

impl Reading {
    fn read_open(&mut self, text: &str) -> Result<(), HoursFault> {
        let mut words = Cursor::new(text)?;
        let mut days: Option<Days> = None;
        while let Some(word) = words.peek() {
            if is_day(word) {
                if days.is_some() {
                    return Err(words.fault("前の曜日に時間がありません"));
                }
                let read = read_days(&mut words)?;
                if words.take_if(Word::Except) {
                    self.off.push(read);
                    self.off_among_hours = true;
                } else {
                    days = Some(read);
                    words.take_if(Word::Of);
                }
            } else if is_time(word) {
                let times = read_times(&mut words)?;
                let days = days.take();
                self.clauses.push(Clause { days, times });
            } else if word == Word::Open {
                self.read_bracket(&mut words)?;
            } else if matches!(word, Word::Comma | Word::End) {
                words.skip();
            } else {
                return Err(words.fault("ここに来る言葉ではありません"));
            }
        }
        if days.is_some() {
            return Err(HoursFault::new(text, "時間のない曜日があります"));
        }
        if self.off_among_hours && self.clauses.len() != 1 {
            return Err(HoursFault::new(text, "どの時間の休みか分かりません"));
        }
        Ok(())
    }

    /// （祝日を除く） or （12時〜13時を除く）.
    fn read_bracket(&mut self, words: &mut Cursor) -> Result<(), HoursFault> {
        words.skip();
        if words.peek().is_some_and(is_time) {
            let times = read_times(words)?;
            match times.as_slice() {
                &[lunch] if words.take_if(Word::Except) && !self.lunch => {
                    self.take_lunch(lunch, words)?;
                }
                _ => return Err(words.fault("かっこの中の時間が分かりません")),
            }
        } else {
            let days = read_days(words)?;
            if !words.take_if(Word::Except) {
                return Err(words.fault("かっこの中の曜日が分かりません"));
            }
            self.off.push(days);
            self.off_among_hours = true;
        }
        words.take_if(Word::End);
        if words.take_if(Word::Close) {
            Ok(())
        } else {
            Err(words.fault("かっこの中が分かりません"))
        }
    }

    /// Takes a lunch break out of the one range that holds it.
    fn take_lunch(&mut self, lunch: Range, words: &Cursor) -> Result<(), HoursFault> {
        self.lunch = true;
        let [clause] = self.clauses.as_mut_slice() else {
            return Err(words.fault("どの時間の昼休みか分かりません"));
        };
        let [(from, until)] = *clause.times.as_slice() else {
            return Err(words.fault("どの時間の昼休みか分かりません"));
        };
        if !(from < lunch.0 && lunch.1 < until) {
            return Err(words.fault("昼休みが受付時間の中にありません"));
        }
        clause.times = vec![(from, lunch.0), (lunch.1, until)];
        Ok(())
    }

    fn read_off(&mut self, text: &str) -> Result<(), HoursFault> {
        let mut words = Cursor::new(text)?;
        while let Some(word) = words.peek() {
            if is_day(word) {
                let days = read_days(&mut words)?;
                if days.workdays || days.every_day {
                    return Err(HoursFault::new(text, "この休みの書き方は分かりません"));
                }
                self.off.push(days);
                words.take_if(Word::Except);
            } else if matches!(word, Word::Comma | Word::End) {
                words.skip();
            } else {
                return Err(words.fault("休みに来る言葉ではありません"));
            }
        }
        Ok(())
    }

    /// Where no weekdays are written, the open ones are those that are not off.
    fn fill_days(&mut self) -> Result<(), HoursFault> {
        const WEEKEND: u8 = 0b110_0000;
        const EVERY_DAY: u8 = 0b111_1111;
        if self.clauses.is_empty() {
            return Err(HoursFault::new("", "時間がありません"));
        }
        let off = self.off.iter().fold(0, |mask, days| mask | days.weekdays);
        let alone = self.clauses.len() == 1;
        for clause in &mut self.clauses {
            if clause.days.is_some() {
                continue;
            }
            let days = if clause.times == [(0, 1440)] && off == 0 {
                Days {
                    every_day: true,
                    ..Days::default()
                }
            } else if alone && off & WEEKEND == WEEKEND && off != EVERY_DAY {
                Days {
                    weekdays: EVERY_DAY & !off,
                    ..Days::default()
                }
            } else {
                return Err(HoursFault::new(
                    &write_times(&clause.times),
                    "曜日がありません",
                ));
            };
            clause.days = Some(days);
        }
        Ok(())
    }

    /// 「平日」 beside 「休み: 日曜日」 alone may mean that Saturday is open.
    fn check_workdays(&self) -> Result<(), HoursFault> {
        const WEEKEND: u8 = 0b110_0000;
        let open: Vec<&Days> = self.clauses.iter().flat_map(|c| &c.days).collect();
        let off = self.off.iter().fold(0, |mask, days| mask | days.weekdays);
        let said = open.iter().fold(off, |mask, days| mask | days.weekdays) & WEEKEND;
        if open.iter().any(|days| days.workdays) && off & WEEKEND != 0 && said != WEEKEND {
            let name = if said & (1 << 5) == 0 { "土" } else { "日" };
            return Err(HoursFault::new(name, "「平日」に入るのか分かりません"));
        }
        Ok(())
    }

    fn write(&self) -> Loose {
        let open: Vec<String> = self
            .clauses
            .iter()
            .flat_map(|clause| {
                let times = write_times(&clause.times);
                let days = clause.days.iter().flat_map(write_open_days);
                days.map(move |days| format!("{days} {times}"))
            })
            .map(|part| {
                if part == "毎日 24時間" {
                    "24時間".to_owned()
                } else {
                    part
                }
            })
            .collect();
        Loose {
            open: open.join("、"),
            off: write_off(&self.off),
        }
    }
}

/// A list of days: 月曜日から金曜日, 土・日・祝日, 第1・3水曜日, 祝日及び年末年始.
fn read_days(words: &mut Cursor) -> Result<Days, HoursFault> {
    let mut days = Days::default();
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

/// 9時～12時・13時～16時.
fn read_times(words: &mut Cursor) -> Result<Vec<Range>, HoursFault> {
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

fn write_times(times: &[Range]) -> String {
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let range = |&(from, until): &Range| match (from, until) {
        (0, 1440) => "24時間".to_owned(),
        (_, 1441..) => format!("{}〜翌{}", time(from), time(until - 1440)),
        _ => format!("{}〜{}", time(from), time(until)),
    };
    times.iter().map(range).collect::<Vec<_>>().join("・")
}

/// 月〜水・金・土.
fn write_weekdays(weekdays: u8) -> Vec<String> {
    let mut parts = Vec::new();
    let mut day = 0;
    while day < WEEKDAYS.len() {
        let run = (day..WEEKDAYS.len())
            .take_while(|&next| weekdays & (1 << next) != 0)
            .count();
        match run {
            0 => day += 1,
            1 | 2 => parts.extend(WEEKDAYS[day..day + run].iter().map(|&name| name.to_owned())),
            _ => parts.push(format!("{}〜{}", WEEKDAYS[day], WEEKDAYS[day + run - 1])),
        }
        day += run;
    }
    parts
}

fn write_nth((nth, day): &(Vec<u8>, u8)) -> String {
    let numbers: Vec<String> = nth.iter().map(|number| format!("第{number}")).collect();
    format!("{}{}", numbers.join("・"), WEEKDAYS[usize::from(*day)])
}

/// The days of a clause, in as many parts as the strict grammar needs.
fn write_open_days(days: &Days) -> Vec<String> {
    let mut parts = Vec::new();
    if days.every_day {
        parts.push("毎日".to_owned());
    }
    if days.workdays {
        parts.push("平日".to_owned());
    }
    let mut named = write_weekdays(days.weekdays);
    if days.holidays {
        named.push("祝".to_owned());
    }
    if !named.is_empty() {
        parts.push(named.join("・"));
    }
    parts.extend(days.nth.iter().map(write_nth));
    // A date on which something opens does not fit the strict grammar, which will say so.
    parts.extend(days.dates.iter().cloned());
    parts
}

fn write_off(off: &[Days]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let weekdays = off.iter().fold(0, |mask, days| mask | days.weekdays);
    parts.extend(
        (0..WEEKDAYS.len())
            .filter(|day| weekdays & (1 << day) != 0)
            .map(|day| WEEKDAYS[day].to_owned()),
    );
    for (nth, day) in off.iter().flat_map(|days| &days.nth) {
        parts.extend(nth.iter().map(|&nth| write_nth(&(vec![nth], *day))));
    }
    if off.iter().any(|days| days.holidays) {
        parts.push("祝日".to_owned());
    }
    parts.extend(off.iter().flat_map(|days| days.dates.iter().cloned()));
    let mut seen: Vec<String> = Vec::new();
    for part in parts {
        if !seen.contains(&part) {
            seen.push(part);
        }
    }
    seen.join("・")
}
