//! A table as rows of text: a struct a sheet, whose serde names are the headings. Headings are checked first; what a
//! cell means is read by others.

use super::cut::{RawRow, rows};
use super::text::{Mends, text_of};
use crate::fault::Faults;
use crate::sources::Sources;
use csv::StringRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

const MENDS: Mends = Mends {
    unread: "表を読めません",
    missing: "この名前の表を置きます。行がなくても見出しは要ります",
    encoding: "Excel では「CSV UTF-8（コンマ区切り）」を選んで保存します",
};

/// A sheet: its rows, in its order.
pub struct Sheet<T> {
    head: Head,
    rows: Vec<(usize, T)>,
}

/// Which columns of its struct a sheet has.
#[derive(Clone, Copy, Default)]
pub struct Columns<'c> {
    /// Those that it has not.
    pub without: &'c [&'c str],
    /// Those that it may have or not; without the column all its cells are empty.
    pub optional: &'c [&'c str],
}

/// What all rows of a sheet share.
struct Head {
    name: String,
    /// Columns that the sheet lacks.
    missing: Vec<String>,
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
    head: &'s Head,
    /// The row as Excel counts it.
    pub row: usize,
}

impl Place<'_> {
    /// Notes a fault in one cell. A column that the sheet lacks is one fault of its heading, not one of every row.
    pub fn fault(
        &self,
        faults: &mut Faults,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        if !self.head.missing.iter().any(|missing| missing == column) {
            faults.add(&self.head.name, self.row, column, what, mend);
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
        let mut columns = headings::<T>();
        columns.retain(|column| !shape.without.contains(&column.as_str()));
        let mut sheet = Self {
            head: Head {
                name: name.to_owned(),
                missing: Vec::new(),
            },
            rows: Vec::new(),
        };
        let Some(text) = text_of(sources, name, &MENDS, faults) else {
            return sheet;
        };
        let mut rows = rows(text);
        let Some(top) = rows.next() else {
            faults.lose(name, 1, "表が空です", "1行目に見出しを書きます");
            return sheet;
        };
        let headings = sheet.head.check(&top, &columns, shape.optional, faults);
        for row in rows {
            sheet.head.check_shape(&row, &headings, faults);
            sheet.rows.push((row.number, cells(row.cells, &headings)));
        }
        sheet
    }
}

impl<T> Sheet<T> {
    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, T>> {
        self.rows.iter().map(|(row, cells)| Row {
            cells,
            place: Place {
                head: &self.head,
                row: *row,
            },
        })
    }

    /// Notes that a sheet without which nothing can be said has no row.
    pub fn must_have_rows(&self, faults: &mut Faults) {
        if self.rows.is_empty() && !faults.is_lost(&self.head.name) {
            faults.lose(
                &self.head.name,
                0,
                "行がありません",
                "見出しの下に行を足します",
            );
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
pub const ID_MEND: &str = "半角の小文字か数字で始め、半角の小文字、数字、「-」「_」だけで書きます";

/// What is wrong with something that is no id.
pub fn not_an_id(id: &str) -> String {
    format!("「{id}」は id に使えません")
}

/// Ids stand in links, in which other signs, and 「-」 at the start, have a meaning of their own.
pub fn is_plain_id(id: &str) -> bool {
    let is_letter = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit();
    id.starts_with(is_letter)
        && id
            .chars()
            .all(|sign| is_letter(sign) || "-_".contains(sign))
}

impl Head {
    /// Headings that are missing, there twice or unknown are faults. Gives those by which the cells are told apart: of
    /// two of one name the first counts.
    fn check(
        &mut self,
        top: &RawRow,
        columns: &[String],
        optional: &[&str],
        faults: &mut Faults,
    ) -> StringRecord {
        let mut headings: Vec<&str> = top.cells.iter().collect();
        for column in columns {
            let mut places = (0..headings.len()).filter(|&place| headings[place] == column);
            let Some(first) = places.next() else {
                if !optional.contains(&column.as_str()) {
                    self.miss(top.number, column, faults);
                }
                continue;
            };
            if places.next().is_some() {
                let what = "この見出しが2つあります";
                faults.add(
                    &self.name,
                    top.number,
                    column,
                    what,
                    "どちらかの列を消します",
                );
                let others = headings.iter_mut().skip(first + 1);
                others
                    .filter(|other| *other == column)
                    .for_each(|other| *other = "");
            }
        }
        let is_known = |heading: &str| columns.iter().any(|column| column == heading);
        for heading in headings
            .iter()
            .filter(|heading| !heading.is_empty() && !is_known(heading))
        {
            let mend = format!("見出しは {} です", columns.join("、"));
            faults.add(&self.name, top.number, heading, "知らない見出しです", mend);
        }
        headings.into_iter().collect()
    }

    fn miss(&mut self, row: usize, column: &str, faults: &mut Faults) {
        let mend = "1行目に見出しを足します。見出しの名前は変えません";
        faults.add(&self.name, row, column, "この見出しがありません", mend);
        self.missing.push(column.to_owned());
        if column == "id" {
            faults.mark_lost(&self.name);
        }
    }

    /// Notes a row that is broken or has more or fewer cells than there are headings.
    fn check_shape(&self, row: &RawRow, headings: &StringRecord, faults: &mut Faults) {
        let (have, want) = (row.cells.len(), headings.len());
        let nameless = headings.iter().zip(&row.cells);
        let nameless = nameless.filter(|(heading, cell)| heading.is_empty() && !cell.is_empty());
        let (what, mend) = if let Some(what) = row.broken {
            (what.to_owned(), QUOTES_MEND)
        } else if have < want || row.cells.iter().skip(want).any(|cell| !cell.is_empty()) {
            (
                format!("欄が{have}個あります（見出しは{want}個）"),
                CELLS_MEND,
            )
        } else if let Some((_, cell)) = nameless.into_iter().next() {
            (
                format!("見出しのない列に「{cell}」があります"),
                "見出しのある列に書くか、消します",
            )
        } else {
            return;
        };
        faults.add(&self.name, row.number, "", what, mend);
    }
}

const CELLS_MEND: &str = "「,」を含む文は「\"」で囲みます。Excel で開いて保存すると直ります";
const QUOTES_MEND: &str =
    "「\"」で始めた欄は「\"」で閉じ、欄の中の「\"」は2つ重ねます。Excel で書くと自動でそうなります";

/// The headings of a sheet: its struct is written once, as `csv` would write a sheet of it.
fn headings<T: Default + Serialize>() -> Vec<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.serialize(T::default()).is_ok();
    let bytes = writer.into_inner().unwrap_or_default();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headings = reader.headers().ok().filter(|_| written);
    headings.map_or_else(Vec::new, |row| row.iter().map(str::to_owned).collect())
}

/// The cells as the sheet's struct; those that a short row lacks are empty.
fn cells<T: Default + DeserializeOwned>(mut row: StringRecord, headings: &StringRecord) -> T {
    for _ in row.len()..headings.len() {
        row.push_field("");
    }
    row.deserialize(Some(headings)).unwrap_or_default()
}
