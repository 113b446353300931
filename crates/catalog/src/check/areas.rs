//! Parts of town beside the windows that are in charge of them.

use crate::fault::Faults;
use crate::town::{AreaRow, TownSheets};
use std::collections::HashSet;

/// Each part of town has windows that are shown.
pub fn check_areas(town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("areas.csv");
    let shown = town.entries.whole().map(|entries| {
        let shown = entries.iter().filter(|entry| entry.published);
        shown.map(|entry| &entry.id).collect::<HashSet<&String>>()
    });
    for row in &town.areas {
        check_area(row, shown.as_ref(), &sheet, faults);
    }
}

fn check_area(row: &AreaRow, shown: Option<&HashSet<&String>>, sheet: &str, faults: &mut Faults) {
    if row.entries.is_empty() && !faults.are_at(sheet, row.row, "担当") {
        let mend = "この町の担当の窓口の id を書くか、行を消します";
        faults.add(sheet, row.row, "担当", "空です", mend);
    }
    let is_missed = |id: &&String| shown.is_some_and(|shown| !shown.contains(id));
    for id in row.entries.iter().filter(is_missed) {
        let what = format!("「{id}」という公開の窓口がありません");
        faults.add(sheet, row.row, "担当", what, "entries.csv の id を書きます");
    }
}
