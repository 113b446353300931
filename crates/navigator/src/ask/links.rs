//! How the questions of a catalog hang together.

use crate::model::{Catalog, QuestionId, QuestionSet, gates};

/// See the module.
pub struct Links {
    /// To each question those that decide whether it applies, directly or not, and itself.
    pub reach: Vec<QuestionSet>,
    /// To each question those that one rule waits for together with it, or that are only asked because
    /// of it: elsewhere two answers change no more than each alone.
    pub together: Vec<QuestionSet>,
}

impl Links {
    /// Of all questions of a catalog.
    pub fn of(catalog: &Catalog) -> Self {
        let mut together = vec![QuestionSet::default(); catalog.questions.len()];
        let mut link = |firsts: &QuestionSet, seconds: &QuestionSet| {
            for first in firsts.iter() {
                together[first.index()].add(seconds);
            }
        };
        let ids = (0..).map(QuestionId);
        for (id, question) in ids.zip(&catalog.questions) {
            link(
                &question.ask_when.questions(),
                &QuestionSet::from_iter([id]),
            );
        }
        for rule in &catalog.rules {
            let names = rule.when.questions();
            link(&names, &names);
        }
        let mut reach = gates(&catalog.questions);
        for (id, reach) in (0..).map(QuestionId).zip(&mut reach) {
            reach.insert(id);
        }
        Self { reach, together }
    }
}
