//! A file of settings in TOML, with the rows of what stands in it. What is wrong with its form is one fault, and it is
//! not read further.

use super::form::{Mends, text_of};
use super::signs::odd_sign;
use super::spoilt::spoilt;
use super::toml_words::told;
use crate::fault::Faults;
use crate::sources::Sources;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const MENDS: Mends = Mends {
    unread: "読めません",
    missing: "この名前のファイルを置きます",
    save: "メモ帳の「名前を付けて保存」で、「文字コード」を UTF-8 にして保存します",
};

/// Left out, the first words are for everybody; empty, somebody forgot them.
const WORDS_OF_ASKERS: [&str; 2] = ["family", "supporter"];

/// The text of a file of settings, to find the rows of what was read from it.
pub struct Lines<'s>(&'s str);

/// Reads a file of settings.
pub fn read_toml<'s, T: DeserializeOwned>(
    sources: &'s Sources,
    name: &str,
    faults: &mut Faults,
) -> Option<(T, Lines<'s>)> {
    let text = text_of(sources, name, &MENDS, faults)?;
    if text.trim().is_empty() {
        faults.add(
            name,
            0,
            "",
            "ファイルが空です",
            "前に保存したファイルにもどします",
        );
        return None;
    }
    let lines = Lines(text);
    for (row, line) in (1..).zip(text.lines()) {
        // Between the words of a file that people write by hand a tab is no fault.
        if let Some((what, mend)) = odd_sign(&line.replace('\t', " ")) {
            faults.add(name, row, "", what, mend);
        }
    }
    match toml::from_str(text) {
        Ok(_) if has_spoilt(name, &lines, faults) => None,
        Ok(settings) => Some((settings, lines)),
        Err(problem) => {
            let at = problem.span().map_or(text.len(), |span| span.start);
            let told = told(problem.message(), lines.rest_at(at));
            let (row, place) = match told.is_of_the_whole {
                true => (lines.row_at(at), String::new()),
                false => lines.place(at),
            };
            faults.add(name, row, "", format!("{place}{}", told.what), told.mend);
            None
        }
    }
}

/// Notes words that no word of a sheet may be either; TOML can also write the signs that nobody sees as `\u200b`.
fn has_spoilt(name: &str, lines: &Lines, faults: &mut Faults) -> bool {
    let before = faults.count();
    if let Ok(table) = DeTable::parse(lines.0) {
        check_table(name, lines, table.get_ref(), faults);
    }
    faults.count() > before
}

fn check_table(name: &str, lines: &Lines, table: &DeTable, faults: &mut Faults) {
    for (key, value) in table.iter() {
        check_value(name, lines, (key.get_ref(), value), faults);
    }
}

fn check_value(
    name: &str,
    lines: &Lines,
    (key, value): (&str, &Spanned<DeValue>),
    faults: &mut Faults,
) {
    match value.get_ref() {
        DeValue::String(words) => {
            let row = lines.row(value);
            // What the text itself shows has been told with its row.
            if let Some((what, mend)) = spoilt(words).filter(|_| !faults.are_at(name, row, "")) {
                faults.add(name, row, key, what, mend);
            }
            if words.is_empty() && WORDS_OF_ASKERS.contains(&key) {
                faults.add(name, row, key, "空です", "言葉を書くか、消します");
            }
        }
        DeValue::Array(items) => {
            for item in items.iter() {
                check_value(name, lines, (key, item), faults);
            }
        }
        DeValue::Table(table) => check_table(name, lines, table, faults),
        _ => {}
    }
}

impl Lines<'_> {
    /// The row in which something begins.
    #[must_use]
    pub fn row<T>(&self, item: &Spanned<T>) -> usize {
        self.row_at(item.span().start)
    }

    /// Items with the rows in which they begin.
    pub fn with_rows<T>(&self, items: Vec<Spanned<T>>) -> Vec<(usize, T)> {
        let with_row = |item: Spanned<T>| (self.row(&item), item.into_inner());
        items.into_iter().map(with_row).collect()
    }

    /// The row, and the character in it, of something that is wrong.
    fn place(&self, at: usize) -> (usize, String) {
        let before = self.0.get(..at).unwrap_or_default();
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        (self.row_at(at), format!("{column}文字目: "))
    }

    fn rest_at(&self, at: usize) -> &str {
        let rest = self.0.get(at..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    fn row_at(&self, at: usize) -> usize {
        self.0.get(..at).unwrap_or_default().matches('\n').count() + 1
    }
}

/// Notes texts, with the rows in which they stand, that stand there twice.
pub fn unique<'t>(sheet: &str, texts: impl Iterator<Item = (usize, &'t str)>, faults: &mut Faults) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (row, text) in texts {
        if let Some(first) = seen.insert(text, row) {
            let also = if first == row {
                "2回あります".to_owned()
            } else {
                format!("{first}行にもあります")
            };
            let what = format!("「{text}」は{also}");
            faults.add(sheet, row, text, what, "どちらかの名前を変えます");
        }
    }
}
