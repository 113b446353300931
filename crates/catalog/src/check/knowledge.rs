//! The knowledge in itself: no question waits for itself, and there are no more fields than the compiled file counts.

use crate::fault::Faults;
use crate::knowledge::{Knowledge, LINES, QUESTIONS};
use crate::town::TownSheets;
use navigator::QuestionId;
use std::collections::{BTreeSet, HashSet};

/// A field is one byte in the compiled file.
const MOST_FIELDS: usize = 256;

/// Checks what is true in every town.
pub fn check_knowledge(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    for id in navigator::questions_going_round(&knowledge.questions) {
        faults.add(
            QUESTIONS,
            knowledge.question_rows[id.index()],
            &knowledge.questions[id.index()].id,
            "質問の条件がぐるりと回っています",
            "when で、その質問より前に聞く質問だけを使います",
        );
    }
    check_asked(knowledge, towns, faults);
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

/// A question whose answer no condition looks at is asked for nothing: a rule has lost it, or it was never needed.
fn check_asked(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let are_read = |sheet: &str| !faults.are_in(sheet, &["条件"]);
    let towns_are_read = towns
        .iter()
        .all(|town| town.entries.whole().is_some() && are_read(&town.sheet("entries.csv")));
    let are_known = knowledge.are_conditions_whole(faults) && !faults.are_of(QUESTIONS);
    if !are_known || !are_read(LINES) || !towns_are_read {
        return;
    }
    let mut looked_at: HashSet<QuestionId> = HashSet::new();
    let lines = knowledge.lines.iter().map(|(_, row)| row);
    let rows = lines.chain(towns.iter().flat_map(|town| &town.entries));
    let rules = knowledge.rules.iter().map(|rule| &rule.when);
    let questions = knowledge.questions.iter().map(|one| &one.ask_when);
    let conditions = rules.chain(&knowledge.fits).chain(questions);
    for condition in conditions.chain(rows.map(|row| &row.entry.fits)) {
        condition.each_circumstance(&mut |question, _| _ = looked_at.insert(question));
    }
    let ids = (0..).map(QuestionId).zip(&knowledge.questions);
    for (id, question) in ids.filter(|(id, _)| !looked_at.contains(id)) {
        let what = "この質問の答えを見る条件がありません";
        let mend = "rules.toml の when か fits で使うか、質問を消します";
        let row = knowledge.question_rows[id.index()];
        faults.add(QUESTIONS, row, &question.id, what, mend);
    }
}
