//! What the columns of a town's sheets hold, told once for whoever makes a form of them: heading, a note for staff, which
//! words may stand there, and what has to be filled. The rules themselves stand where the cells are read.

mod column;
mod entries;
mod lists;

pub use column::{Column, Names, Sort};

/// A sheet of a town.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its file in the town's folder.
    pub file: &'static str,
    /// Its columns, in the order of the docs.
    pub columns: &'static [Column],
    /// A town may do without the file.
    pub may_lack: bool,
}

/// The tables of a town; what is left is `town.toml`.
pub const TABLES: [Table; 6] = [
    needed("entries.csv", &entries::COLUMNS),
    needed("plan.csv", &lists::PLAN),
    needed("areas.csv", &lists::AREAS),
    needed("hours.csv", &lists::HOURS),
    spared("notices.csv", &lists::NOTICES),
    spared("sources.csv", &lists::SOURCES),
];

const fn needed(file: &'static str, columns: &'static [Column]) -> Table {
    Table {
        file,
        columns,
        may_lack: false,
    }
}

const fn spared(file: &'static str, columns: &'static [Column]) -> Table {
    Table {
        may_lack: true,
        ..needed(file, columns)
    }
}

impl Table {
    /// The column of this heading.
    #[must_use]
    pub fn column(&self, heading: &str) -> Option<&'static Column> {
        self.columns.iter().find(|own| own.heading == heading)
    }
}
