//! Strong Kleene logic over what a person has answered.
//!
//! A circumstance is the set of options that are still possible. A condition on it is true if all of
//! them meet it, false if none does, unknown otherwise. So a refusal or a 「わからない」 can never make a
//! condition false, and with that can never hide a suggestion. An answer to a question that does not apply to the
//! person (any more) is read nowhere.

use crate::model::{Answer, Answers, Catalog, Expr, OptionSet, QuestionId};

/// True, false, or not known (yet).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Does not hold, whatever is still to be answered.
    No,
    /// May hold or not.
    Unknown,
    /// Holds, whatever is still to be answered.
    Yes,
}

impl std::ops::Not for Truth {
    type Output = Self;

    /// The other way round; unknown stays unknown.
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Expr {
    /// Reads the condition against the answers.
    ///
    /// A question that does not apply to this person (its own condition is false) counts as
    /// answered with none of its options, whatever was said to it.
    #[must_use]
    pub fn read(&self, catalog: &Catalog, answers: &Answers) -> Truth {
        self.weigh(catalog, answers, Truth::Unknown)
    }

    /// True if the condition may hold as far as the person was asked: a 「わからない」 or a refusal leaves it
    /// open, and what has not been asked yet counts as not so.
    #[must_use]
    pub fn may_hold(&self, catalog: &Catalog, answers: &Answers) -> bool {
        self.weigh(catalog, answers, Truth::No) != Truth::No
    }

    /// Kleene's tables, with what holds of that which was not said.
    fn weigh(&self, catalog: &Catalog, answers: &Answers, not_said: Truth) -> Truth {
        let part = |part: &Self| part.weigh(catalog, answers, not_said);
        match self {
            Self::Always => Truth::Yes,
            Self::Needs(needs) => match &answers.needs {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(needs)),
                _ => not_said,
            },
            Self::Within(question, _) | Self::Includes(question, _)
                if !answers.may_concern(catalog, *question) =>
            {
                Truth::No
            }
            Self::Within(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(possible) if possible.is_within(*options) => Truth::Yes,
                Answer::Chosen(possible) if !possible.meets(*options) => Truth::No,
                Answer::Chosen(_) | Answer::Unknown | Answer::Declined => Truth::Unknown,
                Answer::Open => not_said,
            },
            Self::Includes(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(*options)),
                Answer::Unknown | Answer::Declined => Truth::Unknown,
                Answer::Open => not_said,
            },
            Self::Asker(asker) => Truth::from(answers.asker == *asker),
            Self::Not(inner) => !part(inner),
            Self::All(parts) => parts.iter().map(part).min().unwrap_or(Truth::Yes),
            Self::Any(parts) => parts.iter().map(part).max().unwrap_or(Truth::No),
        }
    }
}

impl Answers {
    /// The answer to a question; none where the question does not apply to what is said now.
    #[must_use]
    pub fn said_to(&self, catalog: &Catalog, question: QuestionId) -> Answer<OptionSet> {
        if self.may_concern(catalog, question) {
            self.circumstance(question)
        } else {
            Answer::Open
        }
    }

    /// Without the answers to questions that do not apply any more: a trouble that was taken back takes along what was
    /// asked because of it, and what was asked because of that. They change nothing; what is shown or sent on leaves
    /// them out.
    #[must_use]
    pub fn that_apply(&self, catalog: &Catalog) -> Self {
        let mut applying = self.clone();
        for id in catalog.question_ids() {
            applying.set(id, self.said_to(catalog, id));
        }
        applying
    }

    fn may_concern(&self, catalog: &Catalog, question: QuestionId) -> bool {
        let applies = &catalog.question(question).ask_when;
        applies.read(catalog, self) != Truth::No
    }
}
