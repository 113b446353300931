//! Readings (よみ) of the words that people see: read from `lang/readings.csv`, laid over texts, and listed for staff
//! where something is missing. No analyser is here: what the sheet does not say gets no furigana.
//!
//! How a reading is laid over a text stands in [`Readings::lay`]. `public/parts/furigana.js` does the same in the browser;
//! `tests/data/furigana.tsv` holds both to one meaning.

mod review;
mod shown;
mod split;

pub use review::{Review, review};
pub use shown::{Shown, shown};

use crate::fault::Faults;
use crate::sheets::{Place, Sheet};
use crate::sources::Sources;
use serde::{Deserialize, Serialize};
use split::{is_han, runs, split};
use std::collections::HashMap;

/// The sheet.
pub const SHEET: &str = "lang/readings.csv";

/// One row of the sheet.
#[derive(Clone, Debug)]
struct Word {
    /// The sheet's row, as Excel counts it.
    row: usize,
    /// As it is written in the texts.
    written: String,
    /// A reading for each run of kanji in it; none where it is left without on purpose.
    readings: Vec<String>,
}

/// A row as text.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct WordText {
    #[serde(rename = "書き方")]
    written: String,
    #[serde(rename = "よみ")]
    reading: String,
    #[serde(rename = "根拠")]
    basis: String,
}

impl WordText {
    /// A reading for each run of kanji, or what is wrong and what to do.
    fn readings(&self) -> Result<Vec<String>, (String, String)> {
        if self.reading.is_empty() {
            return Ok(Vec::new());
        }
        split(self.written.trim_start_matches('#'), &self.reading)
    }
}

/// The table of readings.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    words: Vec<Word>,
    by_written: HashMap<String, usize>,
    /// The most characters that one word has.
    longest: usize,
}

/// A part of a text: plain, or kanji with their reading over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As it is written.
    pub text: String,
    /// What stands over it, if anything does.
    pub reading: Option<String>,
    /// The word of the table that it belongs to.
    word: Option<usize>,
}

impl Readings {
    /// Reads the sheet, noting every fault.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let mut sheet: Sheet<WordText> = Sheet::read(sources, SHEET, faults);
        sheet.must_have_rows(faults);
        let mut table = Self::default();
        for row in sheet.rows() {
            if let Some(word) = table.read_word(row.cells, row.place, faults) {
                table.add(word);
            }
        }
        table
    }

    fn read_word(&self, cells: &WordText, place: Place, faults: &mut Faults) -> Option<Word> {
        let written = &cells.written;
        if !written.chars().any(is_han) {
            let mend = "漢字のある言葉を書くか、行を消します";
            place.fault(faults, "書き方", "漢字がありません", mend);
            return None;
        }
        if written.contains(char::is_whitespace) {
            let mend = "空白の前と後ろを、べつの行にします";
            place.fault(faults, "書き方", "空白があります", mend);
            return None;
        }
        let mend = "よみを何で確かめたかを書きます（例: 人が選んだ）";
        place.filled(faults, &[("根拠", &cells.basis)], mend);
        let readings = cells.readings().unwrap_or_else(|(what, mend)| {
            place.fault(faults, "よみ", what, mend);
            Vec::new()
        });
        if let Some(&first) = self.by_written.get(written) {
            let first = self.words[first].row;
            let what = format!("「{written}」は{first}行にもあります");
            place.fault(faults, "書き方", what, "1行にまとめます。前後でよみが変わるときは、前後もつけた長い言葉を書きます（例: 今日中）");
            return None;
        }
        Some(Word {
            row: place.row,
            written: written.clone(),
            readings,
        })
    }

    fn add(&mut self, word: Word) {
        self.longest = self.longest.max(word.written.chars().count());
        self.by_written
            .insert(word.written.clone(), self.words.len());
        self.words.push(word);
    }

    /// Lays readings over a text: from the left, the longest word of the table that stands there; what no word covers stays
    /// plain. A word after `#` stands behind a digit, and comes before the same word without it: 「#人」 is にん. A word that
    /// begins with a digit does not begin within a number, so that 「1日」 is not found in 「21日」.
    #[must_use]
    pub fn lay(&self, text: &str) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        let mut before = ' ';
        while let Some(sign) = rest.chars().next() {
            let Some(found) = self.longest_at(rest, before) else {
                plain.push(sign);
                before = sign;
                rest = &rest[sign.len_utf8()..];
                continue;
            };
            let word = &self.words[found];
            let written = word.text();
            if !plain.is_empty() {
                parts.push(Part::plain(std::mem::take(&mut plain)));
            }
            let mut readings = word.readings.iter();
            parts.extend(runs(written).into_iter().map(|(text, han)| Part {
                text: text.to_owned(),
                reading: han.then(|| readings.next().cloned()).flatten(),
                word: Some(found),
            }));
            before = written.chars().next_back().unwrap_or(' ');
            rest = &rest[written.len()..];
        }
        if !plain.is_empty() {
            parts.push(Part::plain(plain));
        }
        parts
    }

    fn longest_at(&self, text: &str, before: char) -> Option<usize> {
        let after_digit = before.is_ascii_digit();
        if after_digit && text.starts_with(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        let ends = text.char_indices().map(|(at, sign)| at + sign.len_utf8());
        let ends: Vec<usize> = ends.take(self.longest).collect();
        ends.into_iter().rev().find_map(|end| {
            let counted = after_digit.then(|| self.by_written.get(&format!("#{}", &text[..end])));
            let found = counted
                .flatten()
                .or_else(|| self.by_written.get(&text[..end]));
            found.copied()
        })
    }
}

impl Word {
    /// As it stands in a text.
    fn text(&self) -> &str {
        self.written.trim_start_matches('#')
    }
}

impl Part {
    fn plain(text: String) -> Self {
        Self {
            text,
            reading: None,
            word: None,
        }
    }
}

/// A text with its readings in brackets: 相談(そうだん)できる窓口(まどぐち).
#[must_use]
pub fn in_brackets(parts: &[Part]) -> String {
    let written = |part: &Part| match &part.reading {
        Some(reading) => format!("{}({reading})", part.text),
        None => part.text.clone(),
    };
    parts.iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cases that `public/parts/furigana.js` is held to as well: words first, then texts.
    const CASES: &str = include_str!("../../tests/data/furigana.tsv");

    #[test]
    fn readings_lie_over_texts_as_in_the_browser() {
        let mut table = Readings::default();
        let mut seen = 0;
        for line in CASES.lines().filter(|line| !line.starts_with('#')) {
            match line.split('\t').collect::<Vec<_>>().as_slice() {
                ["word", written, readings] => table.add(Word {
                    row: 0,
                    written: (*written).to_owned(),
                    readings: readings.split_whitespace().map(str::to_owned).collect(),
                }),
                ["text", text, laid] => {
                    assert_eq!(in_brackets(&table.lay(text)), *laid);
                    seen += 1;
                }
                _ => panic!("not a case: {line}"),
            }
        }
        assert!(seen > 5);
    }
}
