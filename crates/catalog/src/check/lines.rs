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
    let prefecture = &town.settings.prefecture;
    let shown = lines.filter(move |(reach, row)| row.published && reach.covers(prefecture));
    shown.map(|(_, row)| row)
}
