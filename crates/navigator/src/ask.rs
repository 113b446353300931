//! Which question comes next, and when to stop.
//!
//! A question is worth as much as its answers change the first cards, on average over its options,
//! per cost; but a question that may show danger comes before all others, whatever it costs. When no
//! open question can change them, asking ends. Ties go to the order of the sheet.

use crate::answers::{Answer, Answers};
use crate::bits::OptionSet;
use crate::catalog::{Catalog, EntryId, KindId, QuestionId};
use crate::day::Day;
use crate::logic::{Expr, Truth};
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
    /// Some answer would bring a line for danger that is not there yet.
    pub danger: bool,
}

impl Step {
    /// Gain per cost.
    #[must_use]
    pub fn worth(&self) -> u32 {
        self.gain / self.cost.max(1)
    }

    /// The highest is asked: where there may be danger, whatever it costs; then by worth.
    #[must_use]
    pub fn urgency(&self) -> (bool, u32) {
        let weight = if self.danger { self.gain } else { self.worth() };
        (self.danger, weight)
    }
}

/// The next question, or `None` when no answer can change the first cards any more.
#[must_use]
pub fn next_step(catalog: &Catalog, answers: &Answers, today: Day) -> Option<Ask> {
    if answers.needs == Answer::Open {
        return Some(Ask::Needs);
    }
    let steps = weigh_questions(catalog, answers, today);
    let best = steps.iter().map(Step::urgency).max()?;
    steps
        .into_iter()
        .find(|step| step.urgency() == best)
        .map(|step| step.ask)
}

/// All questions that could still change the first cards, in the order of the sheet: by their own
/// answer or, where no single answer can, together with the answer to one more.
#[must_use]
pub fn weigh_questions(catalog: &Catalog, answers: &Answers, today: Day) -> Vec<Step> {
    let now = suggest(catalog, answers, today);
    if now.stop {
        return Vec::new();
    }
    let cards = signature(&now);
    let mut steps = Vec::new();
    if answers.area == Answer::Open && now.first_cards().any(|card| !card.alternatives.is_empty()) {
        steps.push(Step {
            ask: Ask::Area,
            gain: AREA_GAIN,
            cost: 1,
            danger: false,
        });
    }
    let change = |answered: &Answers| {
        let then = signature(&suggest(catalog, answered, today));
        (distance(&cards, &then), brings_danger(&cards, &then))
    };
    steps.extend(weigh(catalog, answers, |_, answered| change(answered)));
    if steps.is_empty() {
        steps = weigh(catalog, answers, |first, answered| {
            open_questions(catalog, answered)
                .filter(|&second| hang_together(catalog, first, second))
                .flat_map(|second| each_answer(catalog, answered, second))
                .map(|both| change(&both))
                .max()
                .unwrap_or_default()
        });
    }
    steps
}

/// The open questions for which `change` finds something, on average over their options.
fn weigh(
    catalog: &Catalog,
    answers: &Answers,
    change: impl Fn(QuestionId, &Answers) -> (u32, bool),
) -> Vec<Step> {
    let mut steps = Vec::new();
    for id in open_questions(catalog, answers) {
        let (mut sum, mut danger) = (0u32, false);
        for answered in each_answer(catalog, answers, id) {
            let (distance, brings_danger) = change(id, &answered);
            sum = sum.saturating_add(distance);
            danger |= brings_danger;
        }
        let question = catalog.question(id);
        let options = u32::try_from(question.options.len()).unwrap_or(u32::MAX);
        if sum > 0 {
            steps.push(Step {
                ask: Ask::Question(id),
                gain: (sum.saturating_mul(100) / options.max(1)).max(1),
                cost: u32::from(question.cost),
                danger,
            });
        }
    }
    steps
}

/// The questions that apply to this person and have not been put.
fn open_questions<'a>(
    catalog: &'a Catalog,
    answers: &'a Answers,
) -> impl Iterator<Item = QuestionId> + 'a {
    catalog.question_ids().filter(|&id| {
        let applies = |id| catalog.question(id).ask_when.read(catalog, answers);
        !answers.circumstance(id).is_closed() && applies(id) == Truth::Yes
    })
}

/// The answers with each option of a question and, where several may be chosen, with all of them at
/// once: a pattern may rest on two (高齢の家族 and 家から出にくい大人).
fn each_answer<'a>(
    catalog: &'a Catalog,
    answers: &'a Answers,
    id: QuestionId,
) -> impl Iterator<Item = Answers> + 'a {
    let question = catalog.question(id);
    let options = &question.options;
    let several = (0..options.len()).filter(|&option| !options[option].alone);
    let all = several.fold(OptionSet::EMPTY, |set, option| {
        set.union(OptionSet::of(option))
    });
    let each = (0..options.len()).map(OptionSet::of);
    each.chain(question.multiple.then_some(all))
        .map(move |chosen| answers.with(id, Answer::Chosen(chosen)))
}

/// True if one rule waits for both, or the second is only asked because of the first: elsewhere two
/// answers change no more than each alone.
fn hang_together(catalog: &Catalog, first: QuestionId, second: QuestionId) -> bool {
    let names = |when: &Expr, id: QuestionId| {
        let mut named = false;
        when.each_circumstance(&mut |question, _| named |= question == id);
        named
    };
    let both = |when: &Expr| names(when, first) && names(when, second);
    catalog.rules.iter().any(|rule| both(&rule.when))
        || names(&catalog.question(second).ask_when, first)
}

/// Knowing the part of town turns «one of these» into the one: as much as a changed card.
const AREA_GAIN: u32 = 200;

/// The same window in another role is another card: what to say there differs.
type Card = (EntryId, Standing, bool, Vec<KindId>);

fn signature(outcome: &Outcome) -> Vec<Card> {
    outcome
        .first_cards()
        .map(|card| (card.entry, card.standing, card.crisis, card.kinds.clone()))
        .collect()
}

/// True if there is a line for danger that was not there before.
fn brings_danger(before: &[Card], after: &[Card]) -> bool {
    let danger = |card: &&Card| card.2;
    let known = |card: &Card| before.iter().filter(danger).any(|have| have.0 == card.0);
    after.iter().filter(danger).any(|card| !known(card))
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
