//! A condition as staff write it in the sheets, compiled.

use super::asker::Asker;
use super::ids::QuestionId;
use super::sets::{NeedSet, OptionSet, QuestionSet};
use serde::{Deserialize, Serialize};

/// A condition on the answers, as staff write it in the sheets (「A かつ (B または C)」), compiled.
///
/// It is written flat, each joint before its parts, so that reading it needs no deeper stack than [`Expr::DEEPEST`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<Sign>", try_from = "Vec<Sign>")]
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
    pub(crate) fn questions(&self) -> QuestionSet {
        let mut named = QuestionSet::default();
        self.each_circumstance(&mut |question, _| named.insert(question));
        named
    }
}

/// One sign of a condition that is written flat.
#[derive(Serialize, Deserialize)]
enum Sign {
    Always,
    Needs(NeedSet),
    Within(QuestionId, OptionSet),
    Includes(QuestionId, OptionSet),
    Asker(Asker),
    /// What follows is denied.
    Not,
    /// So many conditions follow, all of which hold.
    All(u32),
    /// So many conditions follow, one of which holds.
    Any(u32),
}

impl From<Expr> for Vec<Sign> {
    /// No sign at all is [`Expr::Always`], as most conditions are.
    fn from(expr: Expr) -> Self {
        let mut signs = Self::new();
        if expr != Expr::Always {
            write(expr, &mut signs);
        }
        signs
    }
}

fn write(expr: Expr, signs: &mut Vec<Sign>) {
    let count = |parts: &[Expr]| u32::try_from(parts.len()).unwrap_or(u32::MAX);
    match expr {
        Expr::Always => signs.push(Sign::Always),
        Expr::Needs(needs) => signs.push(Sign::Needs(needs)),
        Expr::Within(question, options) => signs.push(Sign::Within(question, options)),
        Expr::Includes(question, options) => signs.push(Sign::Includes(question, options)),
        Expr::Asker(asker) => signs.push(Sign::Asker(asker)),
        Expr::Not(inner) => {
            signs.push(Sign::Not);
            write(*inner, signs);
        }
        Expr::All(parts) => {
            signs.push(Sign::All(count(&parts)));
            parts.into_iter().for_each(|part| write(part, signs));
        }
        Expr::Any(parts) => {
            signs.push(Sign::Any(count(&parts)));
            parts.into_iter().for_each(|part| write(part, signs));
        }
    }
}

impl TryFrom<Vec<Sign>> for Expr {
    type Error = &'static str;

    fn try_from(signs: Vec<Sign>) -> Result<Self, Self::Error> {
        let mut signs = signs.into_iter();
        let read = match signs.len() {
            0 => Some(Self::Always),
            _ => read(&mut signs, Self::DEEPEST),
        };
        read.filter(|_| signs.len() == 0)
            .ok_or("not one whole condition")
    }
}

fn read(signs: &mut std::vec::IntoIter<Sign>, depth: u32) -> Option<Expr> {
    Some(match signs.next()? {
        Sign::Always => Expr::Always,
        Sign::Needs(needs) => Expr::Needs(needs),
        Sign::Within(question, options) => Expr::Within(question, options),
        Sign::Includes(question, options) => Expr::Includes(question, options),
        Sign::Asker(asker) => Expr::Asker(asker),
        Sign::Not => Expr::Not(Box::new(read(signs, depth.checked_sub(1)?)?)),
        Sign::All(count) => Expr::All(read_parts(signs, count, depth)?),
        Sign::Any(count) => Expr::Any(read_parts(signs, count, depth)?),
    })
}

/// Makes no room before there is something to put there.
fn read_parts(signs: &mut std::vec::IntoIter<Sign>, count: u32, depth: u32) -> Option<Vec<Expr>> {
    let depth = depth.checked_sub(1)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        parts.push(read(signs, depth)?);
    }
    Some(parts)
}
