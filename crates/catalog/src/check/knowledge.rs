//! The knowledge in itself: no question waits for itself, and there are no more fields than the compiled file counts.

use crate::fault::Faults;
use crate::knowledge::Knowledge;
use std::collections::BTreeSet;

/// A field is one byte in the compiled file.
const MOST_FIELDS: usize = 256;

/// Checks what is true in every town.
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
    let kinds = knowledge.kinds.iter().map(|kind| kind.field.as_str());
    let kinds: BTreeSet<&str> = kinds.collect();
    let fields = [
        ("knowledge/fields.csv", knowledge.fields.len()),
        ("knowledge/kinds.csv", kinds.len()),
    ];
    for (sheet, count) in fields.into_iter().filter(|(_, count)| *count > MOST_FIELDS) {
        let what = format!("分野が{count}あります（{MOST_FIELDS}まで）");
        faults.add(sheet, 0, "分野", what, "似た分野を1つにまとめます");
    }
}
