//! `words.csv`: words that no resident is given to read, each with the better one.

use crate::fault::Faults;
use crate::sheets::Sheet;
use crate::sources::Sources;
use serde::{Deserialize, Serialize};

/// The sheet.
pub const WORDS: &str = "knowledge/words.csv";

/// A row of `words.csv`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct UnusedWord {
    /// The row as Excel counts it.
    #[serde(skip)]
    pub row: usize,
    /// The word.
    #[serde(rename = "使わない言葉")]
    pub word: String,
    /// What to write for it.
    #[serde(rename = "かわりの言葉")]
    pub better: String,
    /// Why.
    #[serde(rename = "わけ")]
    pub why: String,
}

/// Reads the sheet.
pub fn read(sources: &Sources, faults: &mut Faults) -> Vec<UnusedWord> {
    let mut sheet: Sheet<UnusedWord> = Sheet::read(sources, WORDS, faults);
    sheet.must_have_rows(faults);
    sheet.check_unlike("使わない言葉", |row| &row.word, faults);
    let mut words = Vec::new();
    for row in sheet.rows() {
        let UnusedWord {
            word, better, why, ..
        } = row.cells;
        let filled = [
            ("使わない言葉", word.as_str()),
            ("かわりの言葉", better),
            ("わけ", why),
        ];
        row.place.filled(faults, &filled, "言葉を書きます");
        if !word.is_empty() && better.contains(word.as_str()) {
            let what = format!("「{better}」の中に、使わない言葉「{word}」があります");
            row.place
                .fault(faults, "かわりの言葉", what, "ちがう言葉にします");
        }
        // An empty word would stand in every text.
        if !word.is_empty() {
            words.push(UnusedWord {
                row: row.place.row,
                ..row.cells.clone()
            });
        }
    }
    words
}
