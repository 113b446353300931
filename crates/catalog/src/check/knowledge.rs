//! The knowledge in itself: no question waits for itself.

use crate::fault::Faults;
use crate::knowledge::Knowledge;

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
}
