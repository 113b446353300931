//! What the person said: the only state there is.
//!
//! Going back, editing one answer, sharing and resuming are all a change of this value and nothing
//! else.

use super::asker::Asker;
use super::ids::{AreaId, QuestionId};
use super::sets::{NeedSet, Needs, OptionSet};

/// One answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer<S> {
    /// Not asked yet.
    #[default]
    Open,
    /// One-choice questions: the options still possible. Several-choice questions: those chosen.
    Chosen(S),
    /// 「わからない」.
    Unknown,
    /// 「答えたくない」.
    Declined,
}

impl<S> Answer<S> {
    /// True if the question needs no asking any more.
    pub fn is_closed(&self) -> bool {
        !matches!(self, Self::Open)
    }
}

/// Everything the person said, and nothing that was worked out from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers {
    /// Who is asking.
    pub asker: Asker,
    /// The part of town, where it matters.
    pub area: Answer<AreaId>,
    /// The troubles, several at once.
    pub needs: Answer<NeedSet>,
    circumstances: Vec<Answer<OptionSet>>,
}

impl Answers {
    /// The answer to one question.
    #[must_use]
    pub fn circumstance(&self, question: QuestionId) -> Answer<OptionSet> {
        self.circumstances
            .get(usize::from(question.0))
            .copied()
            .unwrap_or_default()
    }

    /// Sets, changes or (with [`Answer::Open`]) takes back the answer to one question.
    pub fn set(&mut self, question: QuestionId, answer: Answer<OptionSet>) {
        let place = usize::from(question.0);
        if self.circumstances.len() <= place {
            self.circumstances.resize(place + 1, Answer::Open);
        }
        self.circumstances[place] = answer;
        // No trailing blanks: an answer taken back leaves the value as if it had never been given.
        while self.circumstances.last() == Some(&Answer::Open) {
            self.circumstances.pop();
        }
    }

    /// The same answers with one changed.
    #[must_use]
    pub fn with(&self, question: QuestionId, answer: Answer<OptionSet>) -> Self {
        let mut changed = self.clone();
        changed.set(question, answer);
        changed
    }

    /// The needs that were chosen.
    #[must_use]
    pub fn chosen_needs(&self) -> Needs<'_> {
        match &self.needs {
            Answer::Chosen(needs) => needs.iter(),
            _ => Needs::default(),
        }
    }

    /// How many questions have been put so far (troubles and part of town count as one each).
    #[must_use]
    pub fn asked(&self) -> usize {
        let circumstances = self.circumstances.iter();
        let closed = circumstances.filter(|answer| answer.is_closed());
        usize::from(self.needs.is_closed()) + usize::from(self.area.is_closed()) + closed.count()
    }
}
