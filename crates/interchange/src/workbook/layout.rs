//! How the sheets of the workbook are laid out: their names, and the columns of each. A column that holds several values
//! is several columns here (種類1 … 種類4), and one again in the town's file.

use crate::table::Table;
use catalog::columns::{Column, TABLES, Table as Described};

/// The sheets of a workbook with their files, in its order.
pub const SHEETS: [(&str, &str); 6] = [
    ("窓口", "entries.csv"),
    ("計画", "plan.csv"),
    ("町名", "areas.csv"),
    ("時間", "hours.csv"),
    ("お知らせ", "notices.csv"),
    ("出典", "sources.csv"),
];
/// The sheet of `town.toml`.
pub const SETTINGS: &str = "設定";
/// The sheets that are only to be read.
pub const GUIDE: &str = "つかいかた";
/// What drop-downs offer.
pub const WORDS: &str = "えらぶ言葉";
/// Kinds of windows.
pub const KINDS: &str = "種類の一覧";
/// Troubles.
pub const NEEDS: &str = "困りごとの一覧";

/// A column of the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its heading in the workbook.
    pub heading: String,
    /// Where the column stands in the town's file.
    pub column: usize,
    /// Which of its values this is.
    pub part: usize,
}

/// How a sheet is described in the catalog.
#[must_use]
pub fn described(file: &str) -> Option<&'static Described> {
    TABLES.iter().find(|table| table.file == file)
}

/// How a column is described; nothing for one that staff added.
#[must_use]
pub fn column(file: &str, heading: &str) -> Option<&'static Column> {
    described(file)?.column(heading)
}

/// How many values a column has room for.
fn most(file: &str, heading: &str) -> usize {
    column(file, heading).map_or(1, |column| column.most)
}

/// The columns of the workbook for a table, with those that it may have and has not at their end.
#[must_use]
pub fn fields(file: &str, table: &Table) -> Vec<Field> {
    let mut fields = Vec::new();
    for (at, heading) in table.headings.iter().enumerate() {
        let room = most(file, heading);
        if room < 2 {
            fields.push(field(heading.clone(), at, 0));
            continue;
        }
        let cells = table.rows.iter().map(|row| parts(&row[at]).len());
        for part in 0..room.max(cells.max().unwrap_or(0)) {
            fields.push(field(format!("{heading}{}", part + 1), at, part));
        }
    }
    fields
}

fn field(heading: String, column: usize, part: usize) -> Field {
    Field {
        heading,
        column,
        part,
    }
}

/// The heading of the town's file that a heading of the workbook belongs to, and which of its values it is.
#[must_use]
pub fn home<'h>(file: &str, heading: &'h str) -> (&'h str, usize) {
    let name = heading.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let part = heading[name.len()..].parse::<usize>().unwrap_or(0);
    if part > 0 && most(file, name) > 1 {
        (name, part - 1)
    } else {
        (heading, 0)
    }
}

/// The values of a cell that holds several.
#[must_use]
pub fn parts(cell: &str) -> Vec<&str> {
    let parts = cell.split([';', '；']).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The cell of a field.
#[must_use]
pub fn part_of<'r>(field: &Field, row: &'r [String], several: bool) -> &'r str {
    let cell = row.get(field.column).map_or("", String::as_str);
    match several {
        true => parts(cell).get(field.part).copied().unwrap_or(""),
        false => cell,
    }
}

/// True if a column is laid out as several.
#[must_use]
pub fn is_several(file: &str, heading: &str) -> bool {
    most(file, heading) > 1
}

/// A column as spreadsheets name it: A, B, … Z, AA.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
