//! Ids of a town's windows beside those of the lines that its people may call.

use super::lines::lines_for;
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;
use std::collections::HashSet;

/// No line has the id of a window.
pub fn check_line_ids(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let own: HashSet<&String> = town.entries.iter().map(|row| &row.id).collect();
    for row in lines_for(knowledge, town).filter(|row| own.contains(&row.id)) {
        let what = format!(
            "「{}」は {} にもあります",
            row.id,
            town.sheet("entries.csv")
        );
        faults.add(
            "knowledge/lines.csv",
            row.row,
            "id",
            what,
            "どちらかの id を変えます",
        );
    }
}
