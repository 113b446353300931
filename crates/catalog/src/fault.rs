//! What is wrong in the sheets: place, what, and mend, for the person who typed it.

use std::collections::BTreeSet;
use std::fmt;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The sheet, as `towns/asaka/entries.csv`.
    pub sheet: String,
    /// The row as Excel counts it (the heading is row 1); 0 if it is the sheet as a whole.
    pub row: usize,
    /// The column's heading; empty if it is the row as a whole.
    pub column: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sheet)?;
        if self.row > 0 {
            write!(f, " {}行", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, "「{}」", self.column)?;
        }
        write!(f, ": {}。→ {}。", self.what, self.mend)
    }
}

/// All faults of one run.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    found: Vec<Fault>,
    lost: BTreeSet<String>,
}

impl Faults {
    /// Notes that a sheet cannot be read at all. What other sheets look up in it is then not their fault.
    pub fn lose(
        &mut self,
        sheet: &str,
        row: usize,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.add(sheet, row, "", what, mend);
        self.mark_lost(sheet);
    }

    /// Notes that a sheet cannot be read, where that has been told already.
    pub fn mark_lost(&mut self, sheet: &str) {
        self.lost.insert(sheet.to_owned());
    }

    /// True if a sheet could not be read at all, which has been told.
    #[must_use]
    pub fn is_lost(&self, sheet: &str) -> bool {
        self.lost.contains(sheet)
    }

    /// Notes one.
    pub fn add(
        &mut self,
        sheet: &str,
        row: usize,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.found.push(Fault {
            sheet: sheet.to_owned(),
            row,
            column: column.to_owned(),
            what: what.into(),
            mend: mend.into(),
        });
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// In the order of sheets, rows and columns.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Fault> {
        self.found.sort();
        self.found.dedup();
        self.found
    }

    /// As they were found.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.found
    }
}
