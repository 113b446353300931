//! A condition as staff write it in the sheets, compiled.

use super::asker::Asker;
use super::ids::QuestionId;
use super::sets::{NeedSet, OptionSet};

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
    /// Joints and denials stand no deeper inside each other: a compiled file holds no more, so that a forged one cannot
    /// exhaust the stack.
    pub const DEEPEST: u32 = 64;

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
