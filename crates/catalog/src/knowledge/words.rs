//! `words.csv`: words that no resident is given to read, each with the better one. A folder without the sheet has none.

use crate::fault::Faults;
use crate::sheets::Sheet;
use crate::sources::Sources;
use serde::{Deserialize, Serialize};

const WORDS: &str = "knowledge/words.csv";

/// A row of `words.csv`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct UnusedWord {
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
    if sources.get(WORDS).is_none() {
        return Vec::new();
    }
    let sheet: Sheet<UnusedWord> = Sheet::read(sources, WORDS, faults);
    let mut words = Vec::new();
    for row in sheet.rows() {
        let UnusedWord { word, better, why } = row.cells;
        let filled = [
            ("使わない言葉", word.as_str()),
            ("かわりの言葉", better),
            ("わけ", why),
        ];
        row.place.filled(faults, &filled, "言葉を書きます");
        // An empty word would stand in every text.
        if !word.is_empty() {
            words.push(row.cells.clone());
        }
    }
    words
}
