//! Which lines people of a town may call, and which anybody may.

use crate::entry::EntryRow;
use crate::knowledge::{Knowledge, Reach};
use crate::town::TownSheets;

/// The lines that are shown somewhere, with where they serve.
pub fn shown_lines(knowledge: &Knowledge) -> impl Iterator<Item = &(Reach, EntryRow)> {
    knowledge.lines.iter().filter(|(_, row)| row.published)
}

/// The lines that are shown in this town.
pub fn lines_for<'a>(
    knowledge: &'a Knowledge,
    town: &'a TownSheets,
) -> impl Iterator<Item = &'a EntryRow> {
    let shown = shown_lines(knowledge).filter(|(reach, _)| town.is_served_by(reach));
    shown.map(|(_, row)| row)
}
