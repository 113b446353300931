//! A town as a workbook shows it: its tables with every column that there may be, its settings, and the names of what it
//! names by id.

use super::layout::{SHEETS, described};
use super::names::Names;
use super::settings::{self, Settings};
use crate::note::Note;
use crate::table::Table;
use catalog::{Sources, plain_text};
use std::collections::BTreeMap;

/// What a spreadsheet holds in a cell.
const LONGEST: usize = 32_767;
const MEND: &str = "「catalog check」の言うとおりに直してから、もう一度書き出します";

/// A town's sheets, to be written as a workbook.
pub struct Book {
    /// Its tables by file.
    pub tables: BTreeMap<&'static str, Table>,
    /// Its settings.
    pub settings: Settings,
    /// The names of ids.
    pub names: Names,
}

impl Book {
    /// Reads a town's sheets; a sheet that is not there is one without rows.
    ///
    /// # Errors
    /// What no workbook can be made of.
    pub fn read(sources: &Sources, town: &str) -> Result<Self, Vec<Note>> {
        let mut notes = Vec::new();
        let mut tables = BTreeMap::new();
        for (_, file) in SHEETS {
            match table(sources, town, file) {
                Ok(table) => {
                    tables.insert(file, table);
                }
                Err(note) => notes.push(note),
            }
        }
        let settings = settings_of(sources, town).unwrap_or_else(|note| {
            notes.push(note);
            Settings::default()
        });
        if !notes.is_empty() {
            return Err(notes);
        }
        let names = Names::of(sources, &|file| {
            tables.get(file).cloned().unwrap_or_default()
        });
        Ok(Self {
            tables,
            settings,
            names,
        })
    }
}

fn table(sources: &Sources, town: &str, file: &str) -> Result<Table, Note> {
    let path = format!("towns/{town}/{file}");
    let mut table = match sources.get(&path) {
        Some(bytes) => Table::read(bytes).map_err(|what| Note::new(&path, what, MEND))?,
        None => Table::default(),
    };
    let is_long = |cell: &String| cell.chars().count() > LONGEST;
    if let Some(row) = table.rows.iter().position(|row| row.iter().any(is_long)) {
        let place = format!("{path} {}行", row + 2);
        return Err(Note::new(place, "長すぎる欄があります", MEND));
    }
    complete(&mut table, file);
    Ok(table)
}

/// Adds the columns that the table may have and has not.
fn complete(table: &mut Table, file: &str) {
    let columns = described(file).map_or(&[][..], |described| described.columns);
    for column in columns {
        if table.position(column.heading).is_none() {
            table.headings.push(column.heading.to_owned());
            table
                .rows
                .iter_mut()
                .for_each(|row| row.push(String::new()));
        }
    }
}

fn settings_of(sources: &Sources, town: &str) -> Result<Settings, Note> {
    let path = format!("towns/{town}/town.toml");
    let Some(bytes) = sources.get(&path) else {
        return Ok(Settings::of_new(town));
    };
    let text = plain_text(bytes).map_err(|what| Note::new(&path, what, MEND))?;
    settings::read(text).map_err(|what| Note::new(&path, what, MEND))
}
