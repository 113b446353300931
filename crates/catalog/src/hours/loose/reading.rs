//! What a text on hours says, clause by clause, and what it leaves open.

use super::cursor::{Cursor, is_day, is_time};
use super::days::{Days, read_days};
use super::times::{Range, read_times, write_times};
use super::words::Word;
use crate::hours::fault::HoursFault;

/// Days and their times.
#[derive(Clone, Debug)]
pub struct Clause {
    /// None where they are not said yet.
    pub days: Option<Days>,
    /// In the order of the text.
    pub times: Vec<Range>,
}

/// What was read so far.
#[derive(Default)]
pub struct Reading {
    /// When it is open.
    pub clauses: Vec<Clause>,
    /// When it is not.
    pub off: Vec<Days>,
    /// Days off that stand among the hours, which may mean one clause or all of them.
    off_among_hours: bool,
    lunch: bool,
}

impl Reading {
    pub fn read_open(&mut self, text: &str) -> Result<(), HoursFault> {
        let mut words = Cursor::new(text)?;
        let mut days: Option<Days> = None;
        while let Some(word) = words.peek() {
            if is_day(word) {
                if days.is_some() {
                    return Err(words.fault("前の曜日に時間がありません"));
                }
                let read = read_days(&mut words)?;
                if words.take_if(Word::Except) {
                    if read.months != 0 {
                        return Err(words.fault("一年のある時だけの休みは書けません"));
                    }
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
            if !words.take_if(Word::Except) || days.months != 0 {
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

    pub fn read_off(&mut self, text: &str) -> Result<(), HoursFault> {
        let mut words = Cursor::new(text)?;
        while let Some(word) = words.peek() {
            if is_day(word) {
                let days = read_days(&mut words)?;
                if days.workdays || days.every_day || days.months != 0 {
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
    pub fn fill_days(&mut self) -> Result<(), HoursFault> {
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
    pub fn check_workdays(&self) -> Result<(), HoursFault> {
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
}
