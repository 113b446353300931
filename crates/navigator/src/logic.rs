//! Strong Kleene logic over what a person has answered.
//!
//! A circumstance is the set of options that are still possible. A condition on it is true if all of
//! them meet it, false if none does, unknown otherwise. So a refusal or a 「わからない」 can never make a
//! condition false, and with that can never hide a suggestion.

use crate::answers::{Answer, Answers, Asker};
use crate::bits::{NeedSet, OptionSet};
use crate::catalog::{Catalog, QuestionId};
use serde::{Deserialize, Serialize};

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

impl Truth {
    /// The other way round; unknown stays unknown.
    #[must_use]
    pub fn not(self) -> Self {
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

/// A condition on the answers, as staff write it in the sheets (「A かつ (B または C)」), compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expr {
    /// Holds always: an empty cell.
    Always,
    /// One of these needs was chosen.
    Needs(NeedSet),
    /// The one answer to this question lies within these options.
    Within(QuestionId, OptionSet),
    /// The answers to this several-choice question include one of these options.
    Includes(QuestionId, OptionSet),
    /// The one who asks.
    Asker(Asker),
    /// 〜でない.
    Not(Box<Expr>),
    /// かつ.
    All(Vec<Expr>),
    /// または.
    Any(Vec<Expr>),
}

impl Expr {
    /// Reads the condition against the answers.
    ///
    /// A question that does not apply to this person (its own condition is false) counts as
    /// answered with none of its options.
    #[must_use]
    pub fn read(&self, catalog: &Catalog, answers: &Answers) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::Needs(needs) => match &answers.needs {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(needs)),
                _ => Truth::Unknown,
            },
            Self::Within(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(possible) if possible.is_within(*options) => Truth::Yes,
                Answer::Chosen(possible) if !possible.meets(*options) => Truth::No,
                Answer::Chosen(_) => Truth::Unknown,
                unanswered => unanswered_truth(catalog, answers, *question, unanswered),
            },
            Self::Includes(question, options) => match answers.circumstance(*question) {
                Answer::Chosen(chosen) => Truth::from(chosen.meets(*options)),
                unanswered => unanswered_truth(catalog, answers, *question, unanswered),
            },
            Self::Asker(asker) => Truth::from(answers.asker == *asker),
            Self::Not(inner) => inner.read(catalog, answers).not(),
            Self::All(parts) => parts
                .iter()
                .map(|part| part.read(catalog, answers))
                .min()
                .unwrap_or(Truth::Yes),
            Self::Any(parts) => parts
                .iter()
                .map(|part| part.read(catalog, answers))
                .max()
                .unwrap_or(Truth::No),
        }
    }

    /// Calls `visit` for each condition on a question, in the order in which it is written.
    pub fn each_circumstance(&self, visit: &mut impl FnMut(QuestionId, OptionSet)) {
        match self {
            Self::Within(question, options) | Self::Includes(question, options) => {
                visit(*question, *options);
            }
            Self::Not(inner) => inner.each_circumstance(visit),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_circumstance(visit);
                }
            }
            Self::Always | Self::Needs(_) | Self::Asker(_) => {}
        }
    }
}

/// A refusal is never read further: the person was asked, so the question did apply.
fn unanswered_truth(
    catalog: &Catalog,
    answers: &Answers,
    question: QuestionId,
    answer: Answer<OptionSet>,
) -> Truth {
    let applies = || catalog.question(question).ask_when.read(catalog, answers);
    if answer == Answer::Open && applies() == Truth::No {
        Truth::No
    } else {
        Truth::Unknown
    }
}
