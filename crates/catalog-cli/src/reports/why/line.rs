//! A condition on whom a kind or a window helps, as it stands for these answers.

use super::situation::Situation;
use crate::reports::words::{TruthId, answer_words, condition_words};
use navigator::{Expr, QuestionId};
use serde::Serialize;

/// A condition, whether it holds, and what was said to each question in it.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    pub when: String,
    pub truth: TruthId,
    pub questions: Vec<Read<'a>>,
}

/// A question that a condition reads.
#[derive(Debug, Serialize)]
pub struct Read<'a> {
    pub question: &'a str,
    text: &'a str,
    pub said: String,
    asked_of_them: TruthId,
}

impl<'a> Line<'a> {
    pub fn of(situation: Situation<'a>, fits: &Expr) -> Self {
        let Situation {
            catalog, answers, ..
        } = situation;
        let mut asked: Vec<QuestionId> = Vec::new();
        fits.each_circumstance(&mut |id, _| {
            if !asked.contains(&id) {
                asked.push(id);
            }
        });
        let read = |id: QuestionId| {
            let question = catalog.question(id);
            Read {
                question: &question.id,
                text: question.text.to(answers.asker),
                said: answer_words(catalog, answers, id),
                asked_of_them: question.ask_when.read(catalog, answers).into(),
            }
        };
        Self {
            when: condition_words(catalog, fits),
            truth: fits.read(catalog, answers).into(),
            questions: asked.into_iter().map(read).collect(),
        }
    }
}
