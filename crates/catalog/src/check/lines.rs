//! Which lines people of a town may call.

use crate::entry::EntryRow;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;

/// The lines that are shown in this town.
pub fn lines_for<'a>(
    knowledge: &'a Knowledge,
    town: &'a TownSheets,
) -> impl Iterator<Item = &'a EntryRow> {
    let lines = knowledge.lines.iter();
    let shown = lines.filter(|(reach, row)| row.published && town.is_served_by(reach));
    shown.map(|(_, row)| row)
}
