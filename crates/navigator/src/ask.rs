//! Which question comes next, and when to stop.
//!
//! A question is worth as much as its answers change the first cards, on average over its options,
//! per cost. When no open question can change them, asking ends. Ties go to the order of the sheet.

use crate::answers::{Answer, Answers};
use crate::bits::OptionSet;
use crate::catalog::{Catalog, EntryId, QuestionId};
use crate::day::Day;
use crate::logic::Truth;
use crate::suggest::{Outcome, Standing, suggest};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The troubles.
    Needs,
    /// The part of town.
    Area,
    /// A circumstance.
    Question(QuestionId),
}

/// A question and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is asked.
    pub ask: Ask,
    /// How much the answers change the first cards, in hundredths, on average over the options.
    pub gain: u32,
    /// What asking costs the person.
    pub cost: u32,
}

impl Step {
    /// Gain per cost: the highest is asked.
    #[must_use]
    pub fn worth(&self) -> u32 {
        self.gain / self.cost.max(1)
    }
}

/// The next question, or `None` when no answer can change the first cards any more.
#[must_use]
pub fn next_step(catalog: &Catalog, answers: &Answers, today: Day) -> Option<Ask> {
    if answers.needs == Answer::Open {
        return Some(Ask::Needs);
    }
    let steps = weigh_questions(catalog, answers, today);
    let best = steps.iter().map(Step::worth).max()?;
    steps
        .into_iter()
        .find(|step| step.worth() == best)
        .map(|step| step.ask)
}

/// All questions that could still change the first cards, in the order of the sheet.
#[must_use]
pub fn weigh_questions(catalog: &Catalog, answers: &Answers, today: Day) -> Vec<Step> {
    let now = suggest(catalog, answers, today);
    if now.stop {
        return Vec::new();
    }
    let mut steps = Vec::new();
    if answers.area == Answer::Open && now.first_cards().any(|card| !card.alternatives.is_empty()) {
        steps.push(Step {
            ask: Ask::Area,
            gain: AREA_GAIN,
            cost: 1,
        });
    }
    let cards = signature(&now);
    for id in catalog.question_ids() {
        let question = catalog.question(id);
        if answers.circumstance(id).is_closed()
            || question.ask_when.read(catalog, answers) != Truth::Yes
        {
            continue;
        }
        let change: u32 = (0..question.options.len())
            .map(|option| {
                let answered = answers.with(id, Answer::Chosen(OptionSet::of(option)));
                distance(&cards, &signature(&suggest(catalog, &answered, today)))
            })
            .sum();
        let options = u32::try_from(question.options.len()).unwrap_or(u32::MAX);
        let gain = change * 100 / options.max(1);
        if change > 0 {
            steps.push(Step {
                ask: Ask::Question(id),
                gain: gain.max(1),
                cost: u32::from(question.cost),
            });
        }
    }
    steps
}

/// Knowing the part of town turns «one of these» into the one: as much as a changed card.
const AREA_GAIN: u32 = 200;

type Card = (EntryId, Standing, bool);

fn signature(outcome: &Outcome) -> Vec<Card> {
    outcome
        .first_cards()
        .map(|card| (card.entry, card.standing, card.crisis))
        .collect()
}

/// How different two sets of first cards are: a line for danger counts most, then who is on the
/// cards, then their order and standing.
fn distance(one: &[Card], other: &[Card]) -> u32 {
    let missing = |from: &[Card], of: &[Card]| -> u32 {
        of.iter()
            .filter(|card| !from.iter().any(|have| have.0 == card.0))
            .map(|card| if card.2 { 6 } else { 2 })
            .sum()
    };
    let danger = u32::from(one.iter().any(|card| card.2) != other.iter().any(|card| card.2));
    let moved = one.iter().zip(other).filter(|(a, b)| a != b).count();
    missing(one, other)
        + missing(other, one)
        + 6 * danger
        + u32::try_from(moved).unwrap_or(u32::MAX)
}
