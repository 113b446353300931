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
    review.file = file(table, without.keys());
    review.without = without.into_iter().collect();
    review
}

/// Runs of kanji that no word covers; and those that are put together of words of one kanji each, since 人 and 事 side by side
/// are hardly ひと and こと.
fn runs_in_doubt(table: &Readings, parts: &[Part]) -> Vec<String> {
    let mut runs = vec![(String::new(), false)];
    let mut single_before = false;
    for part in parts {
        let single = part
            .word
            .is_some_and(|word| table.words[word].written.chars().count() == 1);
        let doubt = part.word.is_none() || (single && single_before);
        for sign in part.text.chars() {
            if !is_han(sign) {
                runs.push((String::new(), false));
            } else if let Some((run, in_doubt)) = runs.last_mut() {
                run.push(sign);
                *in_doubt |= doubt;
            }
        }
        single_before = single;
    }
    runs.retain(|(_, in_doubt)| *in_doubt);
    runs.into_iter().map(|(run, _)| run).collect()
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

/// A line for each word: the word, then a reading for each of its runs of kanji. A run in doubt is a word without readings,
/// so that no shorter word is found in it.
fn file<'a>(table: &Readings, without: impl Iterator<Item = &'a String>) -> String {
    let line = |word: &super::Word| {
        let parts = std::iter::once(&word.written).chain(&word.readings);
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let unread = without.filter(|run| !table.by_written.contains_key(*run));
    let mut lines: Vec<String> = table
        .words
        .iter()
        .map(line)
        .chain(unread.cloned())
        .collect();
    // Neighbours look alike, which compresses well; and the file does not change with the order of the sheet.
    lines.sort();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(words: &[(&str, &[&str])]) -> Readings {
        let mut table = Readings::default();
        for (written, readings) in words {
            table.add(super::super::Word {
                row: 2,
                written: (*written).to_owned(),
                readings: readings.iter().map(|&reading| reading.to_owned()).collect(),
            });
        }
        table
    }

    fn seen(text: &str, reading: &str) -> Shown {
        Shown {
            text: text.to_owned(),
            place: "entries.csv".to_owned(),
            reading: reading.to_owned(),
        }
    }

    #[test]
    fn what_is_not_read_surely_is_listed_and_has_no_furigana() {
        let table = table(&[
            ("人", &["ひと"]),
            ("事", &["こと"]),
            ("課", &["か"]),
            ("相談", &["そうだん"]),
            ("窓口", &["まどぐち"]),
            ("栄町", &[]),
        ]);
        let texts = [seen("人事課と相談課", ""), seen("栄町の鬱の人", "")];
        let review = review(&table, &texts);
        let without: Vec<&str> = review.without.iter().map(|(run, _)| run.as_str()).collect();
        assert_eq!(without, ["人事課", "鬱"]);
        assert_eq!(review.unused, ["lang/readings.csv 2行「窓口」"]);
        assert_eq!(review.on_purpose, ["lang/readings.csv 2行「栄町」"]);
        let lines: Vec<&str> = review.file.lines().collect();
        assert_eq!(
            lines,
            [
                "事 こと",
                "人 ひと",
                "人事課",
                "栄町",
                "相談 そうだん",
                "窓口 まどぐち",
                "課 か",
                "鬱"
            ]
        );
    }

    #[test]
    fn a_name_that_its_own_sheet_reads_otherwise_is_listed() {
        let table = table(&[("岩戸", &["いわと"])]);
        let texts = [
            seen("岩戸センター", "いわどせんたー"),
            seen("岩戸", "いわと"),
        ];
        assert_eq!(review(&table, &texts).otherwise.len(), 1);
    }

    #[test]
    fn a_sheet_may_give_the_reading_of_a_part_but_no_other_one() {
        let agree = |own: &str, laid: &str| agrees(&kana_of(own), &kana_of(laid));
        assert!(agree("あさかしやくしょ", "あさかしやくしょ（だいひょう）"));
        assert!(agree("ひゃくとおばんあぷり", "110ばんアプリ"));
        assert!(!agree("うちまぎししょ", "うちまきししょ"));
        assert!(!agree("しえんがかり", "しえんかかり"));
    }
}
