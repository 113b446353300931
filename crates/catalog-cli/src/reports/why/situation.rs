//! For whom the question «why» is answered.

use crate::reports::when::When;
use navigator::{Answers, Catalog, Outcome};

/// One person's answers and the day, in one town.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The town.
    pub catalog: &'a Catalog,
    /// What was said.
    pub answers: &'a Answers,
    /// When.
    pub when: When,
}

impl Situation<'_> {
    /// What it leads to.
    pub(super) fn outcome(&self) -> Outcome {
        self.when.suggest(self.catalog, self.answers)
    }

    /// The same with other answers.
    pub(super) fn with<'b>(&'b self, answers: &'b Answers) -> Situation<'b> {
        Situation { answers, ..*self }
    }
}
