//! Strong Kleene logic over what a person has answered.
//!
//! A circumstance is the set of options that are still possible. A condition on it is true if all of
//! them meet it, false if none does, unknown otherwise. So a refusal or a 「わからない」 can never make a
//! condition false, and with that can never hide a suggestion.

use crate::model::{Answer, Answers, Catalog, Expr, QuestionId};

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
    /// answered with none of its options.
    #[must_use]
    pub fn read(&self, catalog: &Catalog, answers: &Answers) -> Truth {
        let needs_not_said = Truth::Unknown;
        self.weigh(answers, needs_not_said, &|question| match catalog
            .question(question)
            .ask_when
            .read(catalog, answers)
        {
            Truth::No => Truth::No,
            Truth::Unknown | Truth::Yes => Truth::Unknown,
        })
    }

    /// True if the condition may hold as far as the person was asked: a 「わからない」 or a refusal leaves it
    /// open, and what has not been asked yet counts as not so.
    #[must_use]
    pub fn may_hold(&self, answers: &Answers) -> bool {
        self.weigh(answers, Truth::No, &|_| Truth::No) != Truth::No
    }

    /// Kleene's tables, with what holds of needs that were not said and of a question that was not
    /// put. A refusal is never read further: the person was asked, so the question did apply.
    fn weigh(
        &self,
        answers: &Answers,
        needs_not_said: Truth,
        not_asked: &dyn Fn(QuestionId) -> Truth,
    ) -> Truth {
        let part = |part: &Self| part.weigh(answers, needs_not_said, not_asked);
        match self {
            Self::Always => Truth::Yes,
            Self::Needs(needs) => match &answers.needs {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(needs)),
                _ => needs_not_said,
            },
            Self::Within(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(possible) if possible.is_within(*options) => Truth::Yes,
                Answer::Chosen(possible) if !possible.meets(*options) => Truth::No,
                Answer::Chosen(_) | Answer::Unknown | Answer::Declined => Truth::Unknown,
                Answer::Open => not_asked(*question),
            },
            Self::Includes(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(*options)),
                Answer::Unknown | Answer::Declined => Truth::Unknown,
                Answer::Open => not_asked(*question),
            },
            Self::Asker(asker) => Truth::from(answers.asker == *asker),
            Self::Not(inner) => !part(inner),
            Self::All(parts) => parts.iter().map(part).min().unwrap_or(Truth::Yes),
            Self::Any(parts) => parts.iter().map(part).max().unwrap_or(Truth::No),
        }
    }
}
