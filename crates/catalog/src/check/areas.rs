//! Parts of town beside the windows that are in charge of them.

use crate::entry::EntryRow;
use crate::fault::{Faults, Missed};
use crate::town::{AreaRow, TownSheets};
use navigator::KindId;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Each part of town has windows that are shown.
pub fn check_areas(town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("areas.csv");
    let shown = town.entries.whole().map(|entries| {
        let shown = entries.iter().filter(|entry| entry.published);
        shown.map(|entry| &entry.id).collect::<HashSet<&String>>()
    });
    if town.areas.whole().is_some() {
        for entry in town.entries.iter().filter(|entry| entry.published) {
            check_served(town, entry, faults);
        }
    }
    for row in &town.areas {
        check_area(row, shown.as_ref(), &sheet, faults);
    }
    check_is_empty(town, &sheet, faults);
}

/// Windows of one kind that each name parts of town are in charge of them: the sheet that says so has lost its rows.
fn check_is_empty(town: &TownSheets, sheet: &str, faults: &mut Faults) {
    let is_empty = town.areas.whole().is_some_and(Vec::is_empty);
    if !is_empty || town.entries.whole().is_none() {
        return;
    }
    let mut by_kind: HashMap<KindId, BTreeSet<&str>> = HashMap::new();
    let named = town.entries.iter().filter(|row| row.published);
    for row in named.filter(|row| row.entry.area.contains('・')) {
        // Where the kinds could not be read, nothing is of one.
        if let Some(&main) = row.kinds.first() {
            by_kind.entry(main).or_default().insert(&row.entry.area);
        }
    }
    if by_kind.values().any(|areas| areas.len() > 1) {
        let what = "町名の行がないのに、担当の町をもつ窓口があります（entries.csv の「区域」）";
        let mend = "町名の行をもどします。担当が町名で分かれないなら「区域」を空にします";
        faults.add(sheet, 0, "", what, mend);
    }
}

/// A window that is in charge of parts of town names none in its 区域 that is not one.
fn check_served(town: &TownSheets, entry: &EntryRow, faults: &mut Faults) {
    if !town
        .areas
        .iter()
        .any(|area| area.entries.contains(&entry.id))
    {
        return;
    }
    let is_one = |name: &&str| town.areas.iter().any(|area| area.name == *name);
    let mut named = entry
        .entry
        .area
        .split(['・', '、'])
        .filter(|name| !name.is_empty());
    if let Some(name) = named.find(|name| !is_one(name)) {
        let what = format!("「{name}」という町名は areas.csv にありません");
        let mend = "areas.csv の町名を「・」でつないで書くか、空にします";
        faults.add(&town.sheet("entries.csv"), entry.row, "区域", what, mend);
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
        let missed = Missed {
            sheet: sheet.replace("areas.csv", "entries.csv"),
            column: "id",
            id: id.clone(),
        };
        let mend = "entries.csv の id を書きます";
        faults.miss((sheet, row.row, "担当"), missed, what, mend);
    }
}
