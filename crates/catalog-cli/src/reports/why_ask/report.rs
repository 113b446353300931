//! What is asked next, and how every question stands.

use super::weighing::Weighing;
use crate::reports::when::When;
use crate::reports::words::{answer_words, condition_words};
use catalog::answers::{AREA_ID, NEEDS_ID};
use navigator::{Answers, Ask, Catalog, QuestionId, Step, Truth};
use serde::Serialize;

/// The answer to «why this question»; the keys of its JSON are the fields.
#[derive(Debug, Serialize)]
pub struct WhyAsk<'a> {
    town: &'a str,
    pub(super) next: Option<&'a str>,
    pub(super) why: String,
    asked: usize,
    stop: bool,
    pub(super) area: AreaWeight,
    pub(super) questions: Vec<QuestionWeight<'a>>,
}

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Answered,
    Next,
    NotForThem,
    Stopped,
    Open,
    ChangesNothing,
}

/// What the part of town is worth.
#[derive(Debug, Serialize)]
pub struct AreaWeight {
    pub(super) state: State,
    pub(super) gain: Option<u32>,
    pub(super) cost: Option<u32>,
    pub(super) worth: Option<u32>,
}

/// What a question is worth.
#[derive(Debug, Serialize)]
pub struct QuestionWeight<'a> {
    pub(super) question: &'a str,
    pub(super) text: &'a str,
    pub(super) state: State,
    pub(super) gain: Option<u32>,
    pub(super) cost: u8,
    pub(super) worth: Option<u32>,
    pub(super) danger: bool,
    pub(super) urgent: bool,
    alone: Option<bool>,
    pub(super) said: Option<String>,
    asked_of: String,
}

impl<'a> WhyAsk<'a> {
    /// After these answers, then.
    #[must_use]
    pub fn of(catalog: &'a Catalog, answers: &'a Answers, when: When) -> Self {
        let weighing = Weighing::of(catalog, answers, when);
        let questions = catalog.question_ids();
        Self {
            town: &catalog.town.id,
            next: weighing.next.map(|ask| match ask {
                Ask::Needs => NEEDS_ID,
                Ask::Area => AREA_ID,
                Ask::Question(id) => catalog.question(id).id.as_str(),
            }),
            why: weighing.reason(),
            asked: answers.asked(),
            stop: weighing.outcome.stop,
            area: AreaWeight::of(&weighing),
            questions: questions
                .map(|id| QuestionWeight::of(&weighing, id))
                .collect(),
        }
    }
}

impl AreaWeight {
    fn of(weighing: &Weighing<'_>) -> Self {
        let step = weighing.step(Ask::Area);
        Self {
            state: match step {
                _ if weighing.answers.area.is_closed() => State::Answered,
                Some(_) if weighing.next == Some(Ask::Area) => State::Next,
                Some(_) => State::Open,
                None => State::ChangesNothing,
            },
            gain: step.map(|step| step.gain),
            cost: step.map(|step| step.cost),
            worth: step.map(Step::worth),
        }
    }
}

impl<'a> QuestionWeight<'a> {
    fn of(weighing: &Weighing<'a>, id: QuestionId) -> Self {
        let Weighing {
            catalog, answers, ..
        } = *weighing;
        let asked = catalog.question(id);
        let step = weighing.step(Ask::Question(id));
        let closed = answers.circumstance(id).is_closed();
        Self {
            question: &asked.id,
            text: asked.text.to(answers.asker),
            state: state(weighing, id),
            gain: step.map(|step| step.gain),
            cost: asked.cost,
            worth: step.map(Step::worth),
            danger: step.is_some_and(|step| step.danger),
            urgent: step.is_some_and(|step| step.urgent),
            alone: step.map(|_| weighing.changes_alone(id)),
            said: closed.then(|| answer_words(catalog, answers, id)),
            asked_of: condition_words(catalog, &asked.ask_when),
        }
    }
}

fn state(weighing: &Weighing<'_>, id: QuestionId) -> State {
    let Weighing {
        catalog, answers, ..
    } = *weighing;
    let ask = Ask::Question(id);
    if answers.circumstance(id).is_closed() {
        State::Answered
    } else if weighing.next == Some(ask) {
        State::Next
    } else if catalog.question(id).ask_when.read(catalog, answers) != Truth::Yes {
        State::NotForThem
    } else if weighing.outcome.stop {
        State::Stopped
    } else if weighing.step(ask).is_some() {
        State::Open
    } else {
        State::ChangesNothing
    }
}
