//! Where the rows and columns of a town's files stand in the workbook that they came from, so that a fault of the catalog
//! is told with the workbook's own cell.

use super::layout::{SETTINGS, SHEETS, letters};
use super::settings::is_row_of;
use crate::note::Note;
use catalog::Fault;
use std::collections::BTreeMap;

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The town's folder, as `towns/asaka/`.
    folder: String,
    sheets: BTreeMap<String, Sheet>,
    settings: Vec<(String, u32)>,
}

/// Where the rows and columns of a file stand.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The rows of the workbook, from 0, by those of the file.
    pub rows: Vec<u32>,
    /// The first column of each heading of the file.
    pub columns: BTreeMap<String, u32>,
}

impl Sheet {
    /// A cell: E14, or the row's first one.
    fn cell(&self, row: u32, heading: &str) -> String {
        let column = self.columns.get(heading).copied().unwrap_or(0);
        cell(row, column)
    }
}

/// A cell as spreadsheets name it, from a row and a column from 0.
#[must_use]
pub fn cell(row: u32, column: u32) -> String {
    let column = usize::try_from(column).unwrap_or(0);
    format!("{}{}", letters(column), row + 1)
}

impl Places {
    /// Those of a town of which nothing has been read yet.
    #[must_use]
    pub fn of(town: &str) -> Self {
        Self {
            folder: format!("towns/{town}/"),
            ..Self::default()
        }
    }

    /// Notes where a file's rows stand.
    pub fn insert(&mut self, file: &str, sheet: Sheet) {
        self.sheets.insert(file.to_owned(), sheet);
    }

    /// Notes where the settings stand.
    pub fn insert_settings(&mut self, rows: Vec<(String, u32)>) {
        self.settings = rows;
    }

    /// A fault of the catalog, told with the workbook's cell. One of another file is told with its own place.
    #[must_use]
    pub fn tell(&self, fault: &Fault) -> Note {
        let own = fault.sheet.strip_prefix(&self.folder);
        let place = own.and_then(|file| self.place(file, fault));
        let more = match fault.more {
            0 => String::new(),
            more => format!("（同じまちがいが、ほか {more} 件）"),
        };
        let what = format!("{}{more}", self.in_words(&fault.what));
        Note::new(
            place.unwrap_or_else(|| elsewhere(fault)),
            what,
            self.in_words(&fault.mend),
        )
    }

    fn place(&self, file: &str, fault: &Fault) -> Option<String> {
        if file == "town.toml" {
            let found = self
                .settings
                .iter()
                .find(|(key, _)| is_row_of(key, &fault.column));
            let cell = found.map_or_else(String::new, |(_, row)| format!("!{}", cell(*row, 2)));
            return Some(format!("{SETTINGS}{cell}「{}」", fault.column).replace("「」", ""));
        }
        let (name, _) = SHEETS.iter().find(|(_, own)| *own == file)?;
        let sheet = self.sheets.get(file)?;
        let row = fault.row.checked_sub(2).and_then(|at| sheet.rows.get(at));
        let cell = match row {
            Some(row) => format!("!{}", sheet.cell(*row, &fault.column)),
            None => String::new(),
        };
        Some(format!("{name}{cell}「{}」", fault.column).replace("「」", ""))
    }

    /// The names of files as those of the workbook's sheets.
    fn in_words(&self, text: &str) -> String {
        let mut text = text.replace(&self.folder, "");
        for (name, file) in SHEETS {
            // Everybody's sheet of the same name is none of this workbook's.
            let shared = format!("knowledge/{file}");
            text = text
                .replace(&shared, "\0")
                .replace(file, &format!("「{name}」のシート"))
                .replace('\0', &shared);
        }
        text.replace("town.toml", "「設定」のシート")
    }
}

fn elsewhere(fault: &Fault) -> String {
    let row = match fault.row {
        0 => String::new(),
        row => format!(" {row}行"),
    };
    format!("{}{row}「{}」", fault.sheet, fault.column).replace("「」", "")
}
