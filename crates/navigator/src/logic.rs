//! Strong Kleene logic over what a person has answered.
//!
//! A circumstance is the set of options that are still possible. A condition on it is true if all of
//! them meet it, false if none does, unknown otherwise. So a refusal or a 「わからない」 can never make a
//! condition false, and with that can never hide a suggestion.

use crate::answers::{Answer, Answers, Asker};
use crate::bits::{NeedSet, OptionSet};
use crate::catalog::{Catalog, QuestionId};

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

/// A condition on the answers, as staff write it in the sheets (「A かつ (B または C)」), compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Expr {
    /// Holds always: an empty cell.
    #[default]
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

    /// Calls `visit` for each condition on needs, in the order in which it is written.
    pub fn each_need_set(&self, visit: &mut dyn FnMut(&NeedSet)) {
        match self {
            Self::Needs(needs) => visit(needs),
            Self::Not(inner) => inner.each_need_set(visit),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_need_set(visit);
                }
            }
            Self::Always | Self::Within(..) | Self::Includes(..) | Self::Asker(_) => {}
        }
    }

    /// Calls `visit` for each condition on a question, in the order in which it is written.
    pub fn each_circumstance(&self, visit: &mut dyn FnMut(QuestionId, OptionSet)) {
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

    /// The questions that it rests on.
    #[must_use]
    pub(crate) fn questions(&self) -> OptionSet {
        let mut named = OptionSet::EMPTY;
        self.each_circumstance(&mut |question, _| {
            named = named.union(OptionSet::of(question.index()));
        });
        named
    }
}
