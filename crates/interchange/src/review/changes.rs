//! Cell by cell, what was and what is. Ids are told with their names; the order is that of the sheets.

use crate::note::Note;
use crate::table::Table;
use crate::workbook::book::Book;
use crate::workbook::layout::{SETTINGS, SHEETS, column, is_several, parts};
use crate::workbook::settings::Settings;
use catalog::Sources;
use catalog::columns::Sort;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in the place of a heading where the whole row is gone.
const GONE: &str = "（消した行）";

/// One cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The workbook's sheet.
    pub sheet: &'static str,
    /// What the row is found by.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The heading, or that the row is gone.
    pub heading: String,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
}

/// All that differs in a town.
///
/// # Errors
/// Which sheet cannot be read.
pub fn changes(before: &Sources, after: &Sources, town: &str) -> Result<Vec<Change>, Vec<Note>> {
    let (before, after) = (Book::read(before, town)?, Book::read(after, town)?);
    let mut all = Vec::new();
    for (sheet, file) in SHEETS {
        let sides = [&before, &after].map(|book| Side::of(book, file));
        let [Some(old), Some(new)] = sides else {
            continue;
        };
        all.extend(of_table(sheet, &old, &new));
    }
    all.extend(of_settings(&before.settings, &after.settings));
    Ok(all)
}

/// A row is found by its key; of several with the same one, by its turn among them.
type Key = (String, usize);

/// A table in one of the two states.
struct Side<'s> {
    book: &'s Book,
    file: &'static str,
    table: &'s Table,
    rows: Vec<(Key, &'s [String])>,
}

impl<'s> Side<'s> {
    fn of(book: &'s Book, file: &'static str) -> Option<Self> {
        let table = book.tables.get(file)?;
        let mut turns: BTreeMap<String, usize> = BTreeMap::new();
        let keyed = |row: &'s Vec<String>| {
            let key = key(file, table, row);
            let turn = turns.entry(key.clone()).or_default();
            *turn += 1;
            ((key, *turn), row.as_slice())
        };
        let rows = table.rows.iter().map(keyed).collect();
        Some(Self {
            book,
            file,
            table,
            rows,
        })
    }

    fn row(&self, key: &Key) -> Option<&'s [String]> {
        let found = self.rows.iter().find(|(own, _)| own == key);
        found.map(|(_, row)| *row)
    }

    /// A cell in words.
    fn cell(&self, row: Option<&[String]>, heading: &str) -> String {
        let cell = row.map_or("", |row| cell(self.table, row, heading));
        let Some(Sort::Ids(names)) = column(self.file, heading).map(|column| column.sort) else {
            return cell.to_owned();
        };
        let named = self.book.names.among(names);
        match is_several(self.file, heading) {
            true => {
                let all = parts(cell).into_iter().map(|part| named.shown(part));
                all.collect::<Vec<_>>().join("\n")
            }
            false => named.shown(cell),
        }
    }

    fn name(&self, row: &[String]) -> String {
        let names = ["名前", "題名", "町名"].map(|heading| cell(self.table, row, heading));
        let name = names.into_iter().find(|name| !name.is_empty());
        name.unwrap_or_default().to_owned()
    }
}

fn cell<'r>(table: &Table, row: &'r [String], heading: &str) -> &'r str {
    let cell = table.position(heading).and_then(|at| row.get(at));
    cell.map_or("", String::as_str)
}

/// What a row of a file is known by.
fn key(file: &str, table: &Table, row: &[String]) -> String {
    let headings: &[&str] = match file {
        "hours.csv" => &["名前"],
        "areas.csv" => &["区", "町名"],
        _ => &["id"],
    };
    let cells = headings.iter().map(|heading| cell(table, row, heading));
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    filled.join(" ")
}

fn of_table(sheet: &'static str, old: &Side, new: &Side) -> Vec<Change> {
    let mut changes = Vec::new();
    for (key, row) in &new.rows {
        changes.extend(of_row(sheet, (old, old.row(key)), (new, row), &key.0));
    }
    let gone = old.rows.iter().filter(|(key, _)| new.row(key).is_none());
    changes.extend(gone.map(|(key, row)| Change {
        sheet,
        id: key.0.clone(),
        name: old.name(row),
        heading: GONE.to_owned(),
        before: old.name(row),
        after: String::new(),
    }));
    changes
}

/// The cells of a row that differ; of a new one, all that are filled.
fn of_row(
    sheet: &'static str,
    (old, before): (&Side, Option<&[String]>),
    (new, row): (&Side, &[String]),
    id: &str,
) -> Vec<Change> {
    let own = new.table.headings.iter();
    let lost = old.table.headings.iter();
    let headings = own.chain(lost.filter(|heading| new.table.position(heading).is_none()));
    let differs = headings.filter(|heading| {
        let was = before.map_or("", |row| cell(old.table, row, heading));
        was != cell(new.table, row, heading)
    });
    let change = |heading: &String| Change {
        sheet,
        id: id.to_owned(),
        name: new.name(row),
        heading: heading.clone(),
        before: old.cell(before, heading),
        after: new.cell(Some(row), heading),
    };
    differs.map(change).collect()
}

/// The values of each setting, and what staff read beside it.
fn values(settings: &Settings) -> BTreeMap<String, (String, String)> {
    let mut by_key: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for (label, row) in settings.rows() {
        let (_, all) = by_key.entry(row.key).or_insert((label, Vec::new()));
        match (row.value.as_str(), row.second.as_str()) {
            ("", "") => {}
            (_, "") => all.push(row.value),
            (value, second) => all.push(format!("{value} → {second}")),
        }
    }
    let joined = by_key.into_iter();
    joined
        .map(|(key, (label, all))| (key, (label, all.join("\n"))))
        .collect()
}

fn of_settings(old: &Settings, new: &Settings) -> Vec<Change> {
    let (old, new) = (values(old), values(new));
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let of = |all: &BTreeMap<String, (String, String)>, key: &String| {
        all.get(key).cloned().unwrap_or_default()
    };
    let change = |key: &String| {
        let ((was_label, before), (label, after)) = (of(&old, key), of(&new, key));
        Change {
            sheet: SETTINGS,
            id: key.clone(),
            name: if label.is_empty() { was_label } else { label },
            heading: "値".to_owned(),
            before,
            after,
        }
    };
    let all = keys.into_iter().map(change);
    all.filter(|change| change.before != change.after).collect()
}
