//! What is still to do on the readings, for staff; and the table as the browser loads it.
//!
//! Nothing here stops a build: a word without a reading is shown without furigana, and that is better than a telephone
//! number that comes a day later.

use super::split::is_han;
use super::{Part, Readings, SHEET, Shown, in_brackets};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

/// The state of the readings.
#[derive(Debug, Default)]
pub struct Review {
    /// Runs of kanji that are shown without furigana since the table does not read them surely, with where they stand.
    pub without: Vec<(String, String)>,
    /// Names that the table reads otherwise than their own sheet, with both.
    pub otherwise: Vec<String>,
    /// Rows of the table that no text uses.
    pub unused: Vec<String>,
    /// Rows that leave a word without furigana on purpose.
    pub on_purpose: Vec<String>,
    /// The table for the browser.
    pub file: String,
    /// Every text with its readings in brackets, to be read over.
    pub texts: Vec<String>,
    /// The same for the drafting of readings: text, place, and parts.
    drafted: Vec<Value>,
}

impl Review {
    /// What has no furigana, a line each with what to do; empty if there is nothing.
    #[must_use]
    pub fn without_words(&self) -> String {
        let line = |(run, place): &(String, String)| {
            format!(
                "ふりがななし: {place}: 「{run}」のよみがありません。→ {SHEET} に、この言葉のある行を足します（なくても公開できます）。\n"
            )
        };
        self.without.iter().map(line).collect()
    }

    /// All that is to do, for a terminal.
    #[must_use]
    pub fn as_text(&self) -> String {
        let mut text = self.without_words();
        for told in &self.otherwise {
            text.push_str(&format!(
                "よみがちがう: {told}。→ {SHEET} に長い言葉の行を足すか、表のよみを直します。\n"
            ));
        }
        for told in &self.unused {
            text.push_str(&format!("使っていない: {told}。→ 行を消せます。\n"));
        }
        for told in &self.on_purpose {
            text.push_str(&format!(
                "わざとふりがななし: {told}。→ よみが分かったら、よみを書きます。\n"
            ));
        }
        text.push_str(&format!(
            "文 {}、ふりがななし {}、よみがちがう {}、使っていない {}、わざとふりがななし {}\n",
            self.texts.len(),
            self.without.len(),
            self.otherwise.len(),
            self.unused.len(),
            self.on_purpose.len(),
        ));
        text
    }

    /// The texts with their places and parts, from which readings are drafted.
    #[must_use]
    pub fn as_json(&self) -> Value {
        Value::Array(self.drafted.clone())
    }
}

/// Looks at every text that is shown.
#[must_use]
pub fn review(table: &Readings, shown: &[Shown]) -> Review {
    let mut review = Review::default();
    let mut used = HashSet::new();
    let mut without: BTreeMap<String, String> = BTreeMap::new();
    for text in shown {
        let parts = table.lay(&text.text);
        used.extend(parts.iter().filter_map(|part| part.word));
        for run in runs_in_doubt(table, &parts) {
            without.entry(run).or_insert_with(|| text.place.clone());
        }
        if let Some(told) = read_otherwise(&parts, text) {
            review.otherwise.push(told);
        }
        review.texts.push(in_brackets(&parts));
        let laid: Vec<Value> = parts
            .iter()
            .map(|part| json!([part.text, part.reading]))
            .collect();
        review.drafted.push(json!({ "text": text.text, "place": text.place, "reading": text.reading, "parts": laid }));
    }
    for (number, word) in table.words.iter().enumerate() {
        let told = format!("{SHEET} {}行「{}」", word.row, word.written);
        if !used.contains(&number) {
            review.unused.push(told);
        } else if word.readings.is_empty() {
            review.on_purpose.push(told);
        }
    }
    review.file = file(table, &used, without.keys());
    review.without = without.into_iter().collect();
    review
}

/// Runs of kanji that no word covers; and those that are put together of words of one kanji each, since 人 and 事 side by side
/// are hardly ひと and こと.
fn runs_in_doubt(table: &Readings, parts: &[Part]) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut doubt = false;
    let mut single_before = false;
    for part in parts {
        let single = part
            .word
            .is_some_and(|word| table.words[word].written.chars().count() == 1);
        let mut signs = part.text.chars().peekable();
        while let Some(sign) = signs.next() {
            if is_han(sign) {
                run.push(sign);
                doubt |= part.word.is_none() || (single && single_before);
            }
            if !is_han(sign) {
                single_before = false;
                let run = std::mem::take(&mut run);
                if std::mem::take(&mut doubt) {
                    runs.push(run);
                }
            }
        }
        single_before = single;
    }
    if doubt {
        runs.push(run);
    }
    runs
}

/// The table's reading of a text beside the one that its sheet gives, where they differ. Digits, Latin letters and signs
/// may be read in any way.
fn read_otherwise(parts: &[Part], text: &Shown) -> Option<String> {
    if text.reading.is_empty() {
        return None;
    }
    let laid: String = parts
        .iter()
        .map(|part| part.reading.as_ref().unwrap_or(&part.text).as_str())
        .collect();
    let agrees = agrees(&kana_of(&text.reading), &kana_of(&laid));
    (!agrees).then(|| {
        format!(
            "{}: {}。表のよみは「{}」",
            text.place,
            in_brackets(parts),
            text.reading
        )
    })
}

/// Whether the kana of a sheet's own reading stand in the table's in this order, where `*` may be anything. Sheets often
/// leave out what stands in brackets, so the table's may be longer.
fn agrees(own: &str, laid: &str) -> bool {
    let own: Vec<char> = own.chars().filter(|sign| *sign != '*').collect();
    // How much of the sheet's reading may be found by now.
    let mut found = vec![false; own.len() + 1];
    found[0] = true;
    for sign in laid.chars() {
        if sign == '*' {
            let first = found.iter().position(|found| *found).unwrap_or(0);
            found[first..].fill(true);
        } else {
            for place in (0..own.len()).rev() {
                found[place + 1] |= found[place] && own[place] == sign;
            }
        }
    }
    found[own.len()]
}

/// Hiragana, with `*` for each run of anything else.
fn kana_of(text: &str) -> String {
    let mut kana = String::new();
    for sign in text.chars() {
        let sign = super::split::hiragana(sign);
        if matches!(sign, 'ぁ'..='ゖ' | 'ー') {
            kana.push(sign);
        } else if !kana.ends_with('*') {
            kana.push('*');
        }
    }
    kana
}

/// A line for each word that some text uses: the word, then a reading for each of its runs of kanji. A run in doubt is a
/// word without readings, so that no shorter word is found in it.
fn file<'a>(
    table: &Readings,
    used: &HashSet<usize>,
    without: impl Iterator<Item = &'a String>,
) -> String {
    let words = table
        .words
        .iter()
        .enumerate()
        .filter(|(number, _)| used.contains(number));
    let mut lines: Vec<String> = words
        .map(|(_, word)| {
            std::iter::once(&word.written)
                .chain(&word.readings)
                .cloned()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .chain(
            without
                .filter(|run| !table.by_written.contains_key(*run))
                .cloned(),
        )
        .collect();
    // Neighbours look alike, which compresses well; and the file does not change with the order of the sheet.
    lines.sort();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_may_give_the_reading_of_a_part_but_no_other_one() {
        let agree = |own: &str, laid: &str| agrees(&kana_of(own), &kana_of(laid));
        assert!(agree("あさかしやくしょ", "あさかしやくしょ（だいひょう）"));
        assert!(agree("ひゃくとおばんあぷり", "110ばんアプリ"));
        assert!(!agree("うちまぎししょ", "うちまきししょ"));
        assert!(!agree("しえんがかり", "しえんかかり"));
    }
}
