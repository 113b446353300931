//! Ids and names of a town's windows beside each other and beside the lines that its people may call.

use super::lines::lines_for;
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;
use std::collections::{HashMap, HashSet};

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

/// Two windows of one name cannot be told apart on any screen.
pub fn check_names(town: &TownSheets, faults: &mut Faults) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for row in town.entries.iter().filter(|row| row.published) {
        let name = row.entry.name.as_str();
        if let Some(first) = seen.insert(name, row.row).filter(|_| !name.is_empty()) {
            let what = format!("「{name}」は{first}行にもあります");
            let mend = "1行にまとめるか、場所や係の名前で言い分けます";
            faults.add(&town.sheet("entries.csv"), row.row, "名前", what, mend);
        }
    }
}
