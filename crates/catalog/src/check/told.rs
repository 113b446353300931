//! What a condition says when one thing alone is known of somebody: a trouble, or an answer.

use crate::condition::Vocabulary;
use crate::danger::Answer;
use navigator::{Expr, NeedId, OptionSet};

/// What is known of a condition when just this trouble was said.
pub fn with_need_alone(expr: &Expr, need: NeedId) -> Option<bool> {
    told(expr, &|atom| match atom {
        Expr::Needs(needs) => Some(needs.has(need)),
        _ => None,
    })
}

/// What is known of a condition when just this answer was given; nothing if there is no such question.
pub fn with_answer_alone(words: &Vocabulary, expr: &Expr, answer: Answer) -> Option<bool> {
    let mut questions = words.questions.iter();
    let place = questions.position(|(name, ..)| name == answer.0)?;
    let mut options = words.questions[place].2.iter();
    let given = OptionSet::of(options.position(|option| option == answer.1)?);
    told(expr, &|atom| match atom {
        Expr::Within(question, options) | Expr::Includes(question, options) => {
            (question.index() == place).then(|| options.meets(given))
        }
        _ => None,
    })
}

/// True if some one trouble, or some one answer, is enough for the condition.
pub fn is_enough_alone(expr: &Expr) -> bool {
    let mut atoms = Vec::new();
    gather(expr, &mut atoms);
    let holds = |atom: &&Expr| told(expr, &|own| (own == *atom).then_some(true)) == Some(true);
    atoms.iter().any(holds)
}

fn gather<'e>(expr: &'e Expr, atoms: &mut Vec<&'e Expr>) {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| gather(part, atoms)),
        Expr::Not(_) | Expr::Always => {}
        Expr::Needs(_) | Expr::Within(..) | Expr::Includes(..) | Expr::Asker(_) => atoms.push(expr),
    }
}

/// What a condition says where `says` tells of its atoms.
fn told(expr: &Expr, says: &dyn Fn(&Expr) -> Option<bool>) -> Option<bool> {
    let join = |parts: &[Expr], settles: bool| {
        let mut all = Some(!settles);
        for part in parts {
            match told(part, says) {
                Some(told) if told == settles => return Some(settles),
                Some(_) => {}
                None => all = None,
            }
        }
        all
    };
    match expr {
        Expr::Always => Some(true),
        Expr::Not(inner) => told(inner, says).map(|told| !told),
        Expr::All(parts) => join(parts, false),
        Expr::Any(parts) => join(parts, true),
        atom => says(atom),
    }
}
