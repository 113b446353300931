//! What only shows when a town's sheets meet the knowledge: every fault is found here, so that compiling cannot fail.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, Reach};
use crate::town::TownSheets;
use navigator::{Area, KindId, PlanLevel};
use std::collections::HashSet;

/// Checks what is true in every town in itself: questions that wait for themselves.
pub fn check_knowledge(knowledge: &Knowledge, faults: &mut Faults) {
    for id in navigator::questions_going_round(&knowledge.questions) {
        faults.add(
            "knowledge/questions.toml",
            knowledge.question_rows[id.index()],
            &knowledge.questions[id.index()].id,
            "質問の条件がぐるりと回っています",
            "when で、その質問より前に聞く質問だけを使います",
        );
    }
}

/// Checks a town against the knowledge.
pub fn check_town(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    check_measures(town, faults);
    check_switchboard(town, faults);
    // Without any row the rest would only say again that there is none.
    if town.entries.is_empty() {
        return;
    }
    check_line_ids(knowledge, town, faults);
    check_areas(town, faults);
    check_reachable(knowledge, town, faults);
    check_joined_up(knowledge, town, faults);
}

fn check_switchboard(town: &TownSheets, faults: &mut Faults) {
    let settings = &town.settings;
    match town
        .entries
        .iter()
        .find(|row| row.id == settings.switchboard)
    {
        Some(row) if !row.published => faults.add(
            &town.sheet("entries.csv"),
            row.row,
            "状態",
            "代表番号の窓口が公開になっていません",
            "「公開」にします",
        ),
        Some(_) => {}
        None if settings.switchboard_row > 0 => faults.add(
            &town.sheet("town.toml"),
            settings.switchboard_row,
            "switchboard",
            format!(
                "「{}」という窓口が entries.csv にありません",
                settings.switchboard
            ),
            "代表番号を持つ行の id を書きます",
        ),
        None => {}
    }
}

fn check_line_ids(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let own: HashSet<&str> = town.entries.iter().map(|row| row.id.as_str()).collect();
    for row in lines_for(knowledge, town).filter(|row| own.contains(row.id.as_str())) {
        faults.add(
            "knowledge/lines.csv",
            row.row,
            "id",
            format!(
                "「{}」は {} にもあります",
                row.id,
                town.sheet("entries.csv")
            ),
            "どちらかの id を変えます",
        );
    }
}

fn check_areas(town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("areas.csv");
    if town.areas.len() > Area::MOST {
        faults.add(
            &sheet,
            0,
            "町名",
            format!("町名が{}個あります", town.areas.len()),
            format!("{}個までにまとめます", Area::MOST),
        );
    }
    for row in &town.areas {
        for id in &row.entries {
            let mut entries = town.entries.iter().filter(|entry| entry.published);
            if !entries.any(|entry| entry.id == *id) {
                faults.add(
                    &sheet,
                    row.row,
                    "担当",
                    format!("「{id}」という公開の窓口がありません"),
                    "entries.csv の id を書きます",
                );
            }
        }
        if row.entries.is_empty() {
            faults.add(
                &sheet,
                row.row,
                "担当",
                "空です",
                "この町の担当の窓口の id を書くか、行を消します",
            );
        }
    }
}

/// Every shown entry of the town can be reached by some answer: one of its kinds is spoken for by a
/// need or a rule, or is offered to everybody.
fn check_reachable(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let mut spoken: HashSet<KindId> = knowledge.fallback.iter().copied().collect();
    for need in &knowledge.needs {
        spoken.extend(need.first.iter().chain(&need.also));
    }
    for rule in &knowledge.rules {
        spoken.extend(rule.first.iter().chain(&rule.also));
    }
    for row in town.entries.iter().filter(|row| row.published) {
        let reachable = row.kinds.iter().any(|kind| spoken.contains(kind));
        if !reachable && !row.kinds.is_empty() {
            faults.add(
                &town.sheet("entries.csv"),
                row.row,
                "種類",
                "どの答えからもこの窓口に着けません",
                "needs.csv か rules.toml が使う種類を1つ以上書きます",
            );
        }
    }
}

/// Some window hears several troubles at once, be it of a kind that stands in for the joined-up one.
fn check_joined_up(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let Some(joined_up) = knowledge.joined_up else {
        return;
    };
    let own = town.entries.iter().filter(|row| row.published);
    let rows: Vec<&EntryRow> = own.chain(lines_for(knowledge, town)).collect();
    let mut kinds = std::iter::once(&joined_up).chain(&knowledge.instead[joined_up.index()]);
    if !kinds.any(|kind| rows.iter().any(|row| row.kinds.contains(kind))) {
        faults.add(
            &town.sheet("entries.csv"),
            0,
            "種類",
            "いくつもの困りごとをまとめて聞く窓口がありません",
            format!(
                "どれかの公開の行の「種類」に {} を書きます",
                knowledge.kinds[joined_up.index()].id
            ),
        );
    }
}

/// The lines that people of this town may call.
fn lines_for<'a>(
    knowledge: &'a Knowledge,
    town: &'a TownSheets,
) -> impl Iterator<Item = &'a EntryRow> {
    let covers = |reach: &Reach| reach.covers(&town.settings.prefecture);
    let lines = knowledge.lines.iter();
    lines
        .filter(move |(reach, row)| row.published && covers(reach))
        .map(|(_, row)| row)
}

/// Every measure is realised by an entry, and every entry's measures exist.
fn check_measures(town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("entries.csv");
    let mut realised: HashSet<&str> = HashSet::new();
    for row in &town.entries {
        for id in &row.measures {
            match town.plan.iter().find(|item| item.id == *id) {
                Some(item) if item.level == PlanLevel::Measure => {
                    if row.published {
                        realised.insert(&item.id);
                    }
                }
                Some(_) => faults.add(
                    &sheet,
                    row.row,
                    "施策",
                    format!("「{id}」は施策ではありません"),
                    "plan.csv で種別が「施策」の id を書きます",
                ),
                None => faults.add(
                    &sheet,
                    row.row,
                    "施策",
                    format!("「{id}」は plan.csv にありません"),
                    "plan.csv の id を書くか、plan.csv に行を足します",
                ),
            }
        }
    }
    for item in &town.plan {
        if item.level == PlanLevel::Measure && !realised.contains(item.id.as_str()) {
            faults.add(
                &town.sheet("plan.csv"),
                item.row,
                "id",
                format!("施策「{}」を実現する窓口がありません", item.name),
                format!(
                    "entries.csv のどれかの公開の行の「施策」に {} を書きます",
                    item.id
                ),
            );
        }
    }
}
