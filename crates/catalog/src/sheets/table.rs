//! A table as rows of text: a struct a sheet, whose serde names are the headings. Headings are checked first; what a
//! cell means is read by others.

use super::cut::{RawRow, is_endless, rows};
use super::form::{Mends, text_of};
use super::head::{Head, SAVE, Wanted, head};
use super::limits::ROWS;
use super::seen::Seen;
use super::shape::{FEWER_ROWS, check_shape, is_no_row, wrong_as_a_whole};
use super::spoilt::spoilt;
use crate::fault::{Faults, Missed};
use crate::sources::Sources;
use csv::StringRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

const MENDS: Mends = Mends {
    unread: "表を読めません",
    missing: "この名前の表を置きます。行がなくても見出しは要ります",
    save: SAVE,
};

/// A sheet: its rows, in its order.
pub struct Sheet<T> {
    name: String,
    rows: Vec<Told<T>>,
    /// All of its rows could be read.
    whole: bool,
}

/// Which columns of its struct a sheet has.
#[derive(Clone, Copy, Default)]
pub struct Columns<'c> {
    /// Those that it has not.
    pub without: &'c [&'c str],
    /// Those that it may have or not; without the column all its cells are empty.
    pub optional: &'c [&'c str],
}

/// A row that was read.
struct Told<T> {
    /// As Excel counts it.
    number: usize,
    cells: T,
    /// Columns of which it has been told already that they hold no word.
    spoilt: Vec<String>,
}

/// One row: its cells as trimmed text, and where it stands.
pub struct Row<'s, T> {
    /// The cells.
    pub cells: &'s T,
    /// Where it stands.
    pub place: Place<'s>,
}

/// Where a row stands, to note faults in it.
#[derive(Clone, Copy)]
pub struct Place<'s> {
    sheet: &'s str,
    /// The row as Excel counts it.
    pub row: usize,
    spoilt: &'s [String],
}

impl Place<'_> {
    /// Notes a fault in one cell, unless it has been told already that it holds no word.
    pub fn fault(
        &self,
        faults: &mut Faults,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        if !self.spoilt.iter().any(|spoilt| spoilt == column) {
            faults.add(self.sheet, self.row, column, what, mend);
        }
    }

    /// True if something is wrong in one of its cells.
    pub fn is_told(&self, faults: &Faults, column: &str) -> bool {
        faults.are_at(self.sheet, self.row, column)
    }

    /// Notes that a cell names something that is not in its sheet.
    pub fn miss(
        &self,
        faults: &mut Faults,
        column: &str,
        missed: Missed,
        (what, mend): (String, &str),
    ) {
        if !self.spoilt.iter().any(|spoilt| spoilt == column) {
            faults.miss((self.sheet, self.row, column), missed, what, mend);
        }
    }

    /// Notes the cells, as column and text, that are empty and may not be.
    pub fn filled(&self, faults: &mut Faults, cells: &[(&str, &str)], mend: &str) {
        for (column, _) in cells.iter().filter(|(_, text)| text.is_empty()) {
            self.fault(faults, column, "空です", mend);
        }
    }

    /// Looks a cell's word up in a list of allowed ones; a word that is not in it is a fault.
    pub fn choice<C: Copy>(
        &self,
        faults: &mut Faults,
        column: &str,
        word: &str,
        allowed: &[(&str, C)],
    ) -> Option<C> {
        let found = allowed.iter().find(|(allowed, _)| *allowed == word);
        if found.is_none() {
            let words: Vec<String> = allowed
                .iter()
                .map(|(word, _)| format!("「{word}」"))
                .collect();
            let mend = format!("{}のどれかにします", words.concat());
            self.fault(faults, column, format!("「{word}」は使えません"), mend);
        }
        found.map(|&(_, value)| value)
    }

    /// The same for each part of a cell with several values; what is not allowed is left out.
    pub fn choices<C: Copy>(
        &self,
        faults: &mut Faults,
        column: &str,
        cell: &str,
        allowed: &[(&str, C)],
    ) -> Vec<C> {
        list(cell)
            .iter()
            .filter_map(|word| self.choice(faults, column, word, allowed))
            .collect()
    }
}

/// The parts of a cell with several values.
pub fn list(cell: &str) -> Vec<String> {
    cell.split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

impl<T: Default + Serialize + DeserializeOwned> Sheet<T> {
    /// Reads a sheet that must have exactly the columns of its struct (in any order).
    pub fn read(sources: &Sources, name: &str, faults: &mut Faults) -> Self {
        Self::read_with(Columns::default(), sources, name, faults)
    }

    /// Reads a sheet that lacks some columns of its struct, or may lack them.
    pub fn read_with(shape: Columns, sources: &Sources, name: &str, faults: &mut Faults) -> Self {
        let mut all = headings::<T>();
        all.retain(|column| !shape.without.contains(&column.as_str()));
        let is_optional = |column: &String| shape.optional.contains(&column.as_str());
        let needed = all.iter().filter(|column| !is_optional(column)).cloned();
        let needed = needed.collect();
        let mut sheet = Self {
            name: name.to_owned(),
            rows: Vec::new(),
            whole: false,
        };
        if let Some(text) = text_of(sources, name, &MENDS, faults) {
            sheet.fill(text, &Wanted { needed, all }, faults);
        }
        sheet
    }

    fn fill(&mut self, text: &str, columns: &Wanted, faults: &mut Faults) {
        if is_endless(text) {
            let what = format!("行が{ROWS}行をこえています");
            faults.add(&self.name, 0, "", what, FEWER_ROWS);
            return;
        }
        let raw: Vec<RawRow> = rows(text).take(ROWS + 2).collect();
        let Some(head) = head(&self.name, &raw, columns, faults) else {
            return;
        };
        if let Some((row, what, mend)) = wrong_as_a_whole(&raw, &head, columns) {
            faults.add(&self.name, row, "", what, mend);
            return;
        }
        self.whole = true;
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in raw.into_iter().skip(1) {
            if let Some((what, mend)) = is_no_row(&row, &head) {
                faults.add(&self.name, row.number, "", what, mend);
                continue;
            }
            let said = row.cells.iter().collect::<Vec<_>>().join("\0");
            match check_shape(&row, &head) {
                Ok(()) if seen.contains_key(&said) => {
                    let what = format!("{}行と同じ行です", seen[&said]);
                    faults.add(&self.name, row.number, "", what, "1行だけにします");
                }
                Ok(()) => {
                    self.rows.push(read_row(&row, &head, faults));
                    seen.insert(said, row.number);
                }
                Err((what, mend)) => {
                    self.whole = false;
                    faults.add(&self.name, row.number, "", what, mend);
                }
            }
        }
    }
}

impl<T> Sheet<T> {
    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, T>> {
        self.rows.iter().map(|row| Row {
            cells: &row.cells,
            place: Place {
                sheet: &self.name,
                row: row.number,
                spoilt: &row.spoilt,
            },
        })
    }

    /// What was read of the sheet, for others to look something up in. If a row could not be read, or something is wrong in
    /// one of the columns that others look at, it is only a part.
    pub fn seen<V>(&self, what: V, looked_at: &[&str], faults: &Faults) -> Seen<V> {
        if self.whole && !faults.are_in(&self.name, looked_at) {
            Seen::all(what)
        } else {
            Seen::part(what)
        }
    }

    /// Notes that a sheet without which nothing can be said has no row.
    pub fn must_have_rows(&mut self, faults: &mut Faults) {
        if self.rows.is_empty() && self.whole {
            self.whole = false;
            let mend = "見出しの下に行を足します";
            faults.add(&self.name, 0, "", "行がありません", mend);
        }
    }

    /// Notes words, of a column in which each row has its own, that stand twice.
    pub fn check_unlike(&self, column: &str, word: fn(&T) -> &str, faults: &mut Faults) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for row in self.rows().filter(|row| !word(row.cells).is_empty()) {
            let word = word(row.cells);
            if let Some(first) = seen.insert(word, row.place.row) {
                let what = format!("「{word}」は{first}行にもあります");
                let mend = "言い分けるか、1行にまとめます";
                row.place.fault(faults, column, what, mend);
            }
        }
    }

    /// Notes ids that stand twice, are empty, or have signs that ids may not have.
    pub fn check_ids(&self, column: &str, id: fn(&T) -> &str, faults: &mut Faults) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for row in self.rows() {
            let (id, place) = (id(row.cells), row.place);
            if id.is_empty() {
                place.fault(faults, column, "空です", "ほかと重ならない id を書きます");
            } else if !is_plain_id(id) {
                place.fault(faults, column, not_an_id(id), ID_MEND);
            } else if let Some(first) = seen.insert(id, place.row) {
                place.fault(
                    faults,
                    column,
                    format!("「{id}」は{first}行にもあります"),
                    "どちらかの id を変えるか、1行にまとめます",
                );
            }
        }
    }
}

/// What to write instead of something that is no id.
pub const ID_MEND: &str =
    "半角の小文字か数字で始め、半角の小文字、数字、「-」「_」だけで、60字までで書きます";

/// Longer ones make links that no QR code holds, and no reader tells them apart.
const LONGEST_ID: usize = 60;

/// What is wrong with something that is no id.
pub fn not_an_id(id: &str) -> String {
    format!("「{id}」は id に使えません")
}

/// Ids stand in links, in which other signs, and 「-」 at the start, have a meaning of their own.
pub fn is_plain_id(id: &str) -> bool {
    let is_letter = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit();
    id.len() <= LONGEST_ID
        && id.starts_with(is_letter)
        && id
            .chars()
            .all(|sign| is_letter(sign) || "-_".contains(sign))
}

/// The cells as the sheet's struct. Those that hold what Excel writes in the place of a word are told, and are empty.
fn read_row<T: Default + DeserializeOwned>(
    row: &RawRow,
    head: &Head,
    faults: &mut Faults,
) -> Told<T> {
    let (mut cells, mut told) = (StringRecord::new(), Vec::new());
    for (heading, cell) in head.headings.iter().zip(&row.cells) {
        if heading.is_empty() && !cell.is_empty() {
            let what = format!("見出しのない列に「{cell}」があります");
            let mend = "見出しのある列に書くか、消します";
            faults.add(&head.name, row.number, "", what, mend);
        }
        match spoilt(cell).filter(|_| !heading.is_empty()) {
            Some((what, mend)) => {
                faults.add(&head.name, row.number, heading, what, mend);
                told.push(heading.to_owned());
                cells.push_field("");
            }
            None => cells.push_field(cell),
        }
    }
    Told {
        number: row.number,
        cells: cells.deserialize(Some(&head.headings)).unwrap_or_default(),
        spoilt: told,
    }
}

/// The headings of a sheet: its struct is written once, as `csv` would write a sheet of it.
fn headings<T: Default + Serialize>() -> Vec<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.serialize(T::default()).is_ok();
    let bytes = writer.into_inner().unwrap_or_default();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headings = reader.headers().ok().filter(|_| written);
    headings.map_or_else(Vec::new, |row| row.iter().map(str::to_owned).collect())
}
