//! Windows beside what speaks for them: each can be come to, and one hears several troubles at once.

use super::lines::lines_for;
use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;

/// Every shown entry of the town can be reached by some answer: one of its kinds is spoken for by a need or a rule, or is
/// offered to everybody.
pub fn check_reachable(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let Some(spoken) = knowledge.spoken.whole() else {
        return;
    };
    for row in town.entries.iter().filter(|row| row.published) {
        let reachable = row.kinds.iter().any(|kind| spoken.contains(kind));
        if !reachable && !row.kinds.is_empty() {
            let what = "どの答えからもこの窓口に着けません";
            let mend = "needs.csv か rules.toml が使う種類を1つ以上書きます";
            faults.add(&town.sheet("entries.csv"), row.row, "種類", what, mend);
        }
    }
}

/// Some window hears several troubles at once, be it of a kind that stands in for the joined-up one.
pub fn check_joined_up(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    // Without its settings a town has no prefecture, and so not all of its lines.
    let known = (
        knowledge.rules.whole(),
        knowledge.lines.whole(),
        town.settings.whole(),
        town.entries.whole(),
    );
    let ((Some(_), Some(_), Some(_), Some(entries)), Some(joined_up)) =
        (known, knowledge.joined_up)
    else {
        return;
    };
    let own = entries.iter().filter(|row| row.published);
    let rows: Vec<&EntryRow> = own.chain(lines_for(knowledge, town)).collect();
    let mut kinds = std::iter::once(&joined_up).chain(&knowledge.instead[joined_up.index()]);
    if !kinds.any(|kind| rows.iter().any(|row| row.kinds.contains(kind))) {
        let what = "いくつもの困りごとをまとめて聞く窓口がありません";
        let id = &knowledge.kinds[joined_up.index()].id;
        let mend = format!("どれかの公開の行の「種類」に {id} を書きます");
        faults.add(&town.sheet("entries.csv"), 0, "種類", what, mend);
    }
}
