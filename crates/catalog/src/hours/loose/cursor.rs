//! The words of one text, read one after the other.

use super::words::{Placed, Word, part_at, words};
use crate::hours::fault::HoursFault;

/// The words of one text, and how far they are read.
pub struct Cursor<'t> {
    text: &'t str,
    /// All of them.
    pub words: Vec<Placed>,
    /// The place of the next one.
    pub next: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Result<Self, HoursFault> {
        Ok(Self {
            text,
            words: words(text)?,
            next: 0,
        })
    }

    pub fn peek(&self) -> Option<Word> {
        self.peek_at(0)
    }

    pub fn peek_at(&self, ahead: usize) -> Option<Word> {
        self.words.get(self.next + ahead).map(|placed| placed.word)
    }

    pub fn skip(&mut self) {
        self.next += 1;
    }

    pub fn take_if(&mut self, word: Word) -> bool {
        let here = self.peek() == Some(word);
        if here {
            self.skip();
        }
        here
    }

    /// What joins the items of a list, if an item of the list follows.
    pub fn take_joint(&mut self, is_item: impl Fn(Word) -> bool) -> bool {
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
    pub fn fault(&self, what: &str) -> HoursFault {
        let at = self
            .words
            .get(self.next)
            .map_or(self.text.len(), |placed| placed.at);
        let part = part_at(self.text, at);
        HoursFault::new(if part.is_empty() { self.text } else { part }, what)
    }
}

/// What says on which days.
pub fn is_day(word: Word) -> bool {
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
            | Word::Months(_)
            | Word::DateOfMonth(_)
    )
}

/// What says at what times.
pub fn is_time(word: Word) -> bool {
    matches!(word, Word::Time(_) | Word::AllDay)
}
