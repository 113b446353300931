//! The plan beside the windows: every measure is realised by one, and every window's measures exist.

use crate::entry::EntryRow;
use crate::fault::{Faults, Missed};
use crate::town::{PlanRow, TownSheets};
use navigator::PlanLevel;
use std::collections::HashSet;

/// Checks both ways.
pub fn check_measures(town: &TownSheets, faults: &mut Faults) {
    let (entries, plan) = (town.sheet("entries.csv"), town.sheet("plan.csv"));
    if town.plan.whole().is_some_and(Vec::is_empty) {
        if town.entries.iter().any(|row| !row.measures.is_empty()) {
            let mend = "計画の行をもどすか、entries.csv の「施策」を空にします";
            faults.add(
                &plan,
                0,
                "",
                "行がありません。その施策を書いた窓口があります",
                mend,
            );
        }
    } else if let Some(items) = town.plan.whole() {
        check_named(town, items, &entries, faults);
    }
    if let Some(rows) = town.entries.whole() {
        check_realised(town, rows, &plan, faults);
    }
}

/// What a window names stands in the plan, and is a measure.
fn check_named(town: &TownSheets, plan: &[PlanRow], sheet: &str, faults: &mut Faults) {
    for row in &town.entries {
        for id in &row.measures {
            let (what, mend) = match plan.iter().find(|item| item.id == *id) {
                Some(item) if item.level == PlanLevel::Measure => continue,
                Some(_) => (
                    format!("「{id}」は施策ではありません"),
                    "plan.csv で種別が「施策」の id を書きます",
                ),
                None => {
                    let missed = Missed {
                        sheet: town.sheet("plan.csv"),
                        column: "id",
                        id: id.clone(),
                    };
                    let what = format!("「{id}」は plan.csv にありません");
                    let mend = "plan.csv の id を書くか、plan.csv に行を足します";
                    faults.miss((sheet, row.row, "施策"), missed, what, mend);
                    continue;
                }
            };
            faults.add(sheet, row.row, "施策", what, mend);
        }
    }
}

/// Each measure is named by a window that is shown.
fn check_realised(town: &TownSheets, rows: &[EntryRow], sheet: &str, faults: &mut Faults) {
    let shown = rows.iter().filter(|row| row.published);
    let realised: HashSet<&String> = shown.flat_map(|row| &row.measures).collect();
    let measures = town
        .plan
        .iter()
        .filter(|item| item.level == PlanLevel::Measure);
    for item in measures.filter(|item| !realised.contains(&item.id)) {
        let what = format!("施策「{}」を実現する窓口がありません", item.name);
        let mend = format!(
            "entries.csv のどれかの公開の行の「施策」に {} を書きます",
            item.id
        );
        faults.add(sheet, item.row, "id", what, mend);
    }
}
