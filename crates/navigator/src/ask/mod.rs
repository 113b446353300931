//! Which question comes next, and when to stop.
//!
//! A question is worth as much as its answers change the first cards, on average over its options,
//! per cost; but a question that may show danger comes before all others, whatever it costs, and then one that may show
//! what cannot wait. Where no answer changes the first cards any more, what else is in sight without a tap decides: which
//! windows, and which roles, in whatever order. When no open question can change that either, asking ends. Ties go to the
//! order of the sheet.

mod links;

use crate::logic::Truth;
use crate::model::{
    Answer, Answers, Catalog, Day, EntryId, KindId, OptionSet, QuestionId, QuestionSet,
};
use crate::suggest::{Card, Shortlist, Table, suggest_without_words};
use links::Links;

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
    /// How much the answers change what is in sight, in hundredths, on average over the options.
    pub gain: u32,
    /// What asking costs the person.
    pub cost: u32,
    /// Some answer would bring a line for danger that is not there yet.
    pub danger: bool,
    /// Some answer would bring something that cannot wait and is not there yet.
    pub urgent: bool,
}

impl Step {
    /// Gain per cost.
    #[must_use]
    pub fn worth(&self) -> u32 {
        self.gain / self.cost.max(1)
    }

    /// The highest is asked: where there may be danger, whatever it costs; then what may not wait; then by worth.
    #[must_use]
    pub fn urgency(&self) -> (bool, bool, u32) {
        let weight = if self.danger { self.gain } else { self.worth() };
        (self.danger, self.urgent, weight)
    }
}

/// The next question, or `None` when no answer can change any more what is in sight.
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

/// All questions that could still change what is in sight, in the order of the sheet: the first cards or, where no answer
/// does, what stands below them without a tap or, where no single answer does, either of them together with the answer to
/// one more.
#[must_use]
pub fn weigh_questions(catalog: &Catalog, answers: &Answers, today: Day) -> Vec<Step> {
    let answers = &answers.that_apply(catalog);
    let links = Links::of(catalog);
    let mut shortlist = Shortlist::new(catalog, answers, today, links.reach);
    let (cards, stop) = first_cards(&mut shortlist);
    if stop {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let divides = |&window: &u32| shortlist.window(window).of_some_part;
    let divided = cards
        .iter()
        .position(|card| card.windows.len() > 1 && card.windows.iter().any(divides));
    ask_for_area(answers, divided, &mut steps);
    weigh(catalog, answers, &mut steps, &mut |first, tried| {
        let changed = QuestionSet::from_iter([first]);
        if !shortlist.turns(tried, changed) {
            return Change::default();
        }
        Change::of(&cards, &first_cards(&mut shortlist).0)
    });
    if !steps.is_empty() {
        return steps;
    }
    shortlist.turns(answers.clone(), QuestionSet::default());
    let (sight, divided) = Sight::of(&mut shortlist, answers);
    ask_for_area(answers, divided, &mut steps);
    let mut change = |tried: Answers, changed: QuestionSet| {
        if !shortlist.turns(tried, changed) {
            return Change::default();
        }
        let mut change = Change::of(&cards, &first_cards(&mut shortlist).0);
        change.distance += sight.distance(&Sight::of(&mut shortlist, answers).0);
        change
    };
    weigh(catalog, answers, &mut steps, &mut |first, tried| {
        change(tried, QuestionSet::from_iter([first]))
    });
    if steps.is_empty() {
        weigh(catalog, answers, &mut steps, &mut |first, answered| {
            let mut most = Change::default();
            let together = &links.together[first.index()];
            let seconds = open_questions(catalog, &answered);
            for second in seconds.into_iter().filter(|&second| together.has(second)) {
                for chosen in choices(catalog, second) {
                    let tried = answered.with(second, Answer::Chosen(chosen));
                    most = most.max(change(tried, QuestionSet::from_iter([first, second])));
                }
            }
            most
        });
    }
    steps
}

/// Worth more the further in front the card is whose windows are told apart by the part of town.
fn ask_for_area(answers: &Answers, divided: Option<usize>, steps: &mut Vec<Step>) {
    if let (Answer::Open, Some(place)) = (answers.area, divided) {
        let others = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
        steps.push(Step {
            ask: Ask::Area,
            gain: AREA_GAIN / others,
            cost: 1,
            danger: false,
            urgent: false,
        });
    }
}

/// What is in sight without a tap, in no order.
struct Sight {
    entries: Vec<EntryId>,
    kinds: Vec<KindId>,
}

impl Sight {
    /// With the answers that are tried; and the place of the first suggestion in sight whose windows are told apart by the
    /// part of town, which is not known.
    fn of(shortlist: &mut Shortlist, answers: &Answers) -> (Self, Option<usize>) {
        let demands = shortlist.demands();
        let outcome = suggest_without_words(shortlist, &demands);
        let catalog = shortlist.catalog;
        let visible = outcome.visible(catalog, answers);
        let rows = visible.rows.iter().map(|row| row.of);
        let mut seen = (visible.danger.iter().chain(&visible.cards).copied()).chain(rows);
        let divided = seen.position(|one| one.is_by_area(catalog, answers));
        let sight = Self {
            entries: visible.entries(),
            kinds: visible.kinds(catalog),
        };
        (sight, divided)
    }

    fn distance(&self, other: &Self) -> u32 {
        differing(&self.entries, &other.entries) + differing(&self.kinds, &other.kinds)
    }
}

/// How many are in only one of the two.
fn differing<T: PartialEq>(one: &[T], other: &[T]) -> u32 {
    let missing = |from: &[T], of: &[T]| of.iter().filter(|item| !from.contains(item)).count();
    u32::try_from(missing(one, other) + missing(other, one)).unwrap_or(u32::MAX)
}

/// What an answer would change.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    distance: u32,
    danger: bool,
    urgent: bool,
}

impl Change {
    /// From these first cards to those.
    fn of(before: &[Card], after: &[Card]) -> Self {
        Self {
            distance: distance(before, after),
            danger: brings(before, after, |card| card.crisis),
            urgent: brings(before, after, |card| card.urgent),
        }
    }
}

fn first_cards(shortlist: &mut Shortlist) -> (Vec<Card>, bool) {
    let demands = shortlist.demands();
    (Table::of(shortlist, &demands).first_cards(), demands.stop)
}

/// The open questions for which `change` finds something, on average over their options.
fn weigh(
    catalog: &Catalog,
    answers: &Answers,
    steps: &mut Vec<Step>,
    change: &mut dyn FnMut(QuestionId, Answers) -> Change,
) {
    for id in open_questions(catalog, answers) {
        let (mut sum, mut danger, mut urgent) = (0u32, false, false);
        for chosen in choices(catalog, id) {
            let answered = answers.with(id, Answer::Chosen(chosen));
            let change = change(id, answered);
            sum = sum.saturating_add(change.distance);
            danger |= change.danger;
            urgent |= change.urgent;
        }
        let question = catalog.question(id);
        let options = u32::try_from(question.options.len()).unwrap_or(u32::MAX);
        if sum > 0 {
            steps.push(Step {
                ask: Ask::Question(id),
                gain: (sum.saturating_mul(100) / options.max(1)).max(1),
                cost: u32::from(question.cost),
                danger,
                urgent,
            });
        }
    }
}

/// The questions that apply to this person and have not been put.
fn open_questions(catalog: &Catalog, answers: &Answers) -> Vec<QuestionId> {
    let is_open = |&id: &QuestionId| {
        let applies = &catalog.question(id).ask_when;
        !answers.circumstance(id).is_closed() && applies.read(catalog, answers) == Truth::Yes
    };
    catalog.question_ids().filter(is_open).collect()
}

/// Each option of a question and, where several may be chosen, all of them at once: a pattern may rest
/// on two (高齢の家族 and 家から出にくい大人).
fn choices(catalog: &Catalog, id: QuestionId) -> Vec<OptionSet> {
    let question = catalog.question(id);
    let mut all = OptionSet::EMPTY;
    let mut choices = Vec::with_capacity(question.options.len() + 1);
    for (option, choice) in question.options.iter().enumerate() {
        choices.push(OptionSet::of(option));
        if !choice.alone {
            all = all.union(OptionSet::of(option));
        }
    }
    if question.multiple {
        choices.push(all);
    }
    choices
}

/// Knowing the part of town turns «one of these» into the one: as much as another window on the first
/// card (see [`distance`]), and less the further behind it is.
const AREA_GAIN: u32 = 500;

/// True if there is a card with this mark that did not have it before.
fn brings(before: &[Card], after: &[Card], is_marked: fn(&Card) -> bool) -> bool {
    let known = |card: &Card| {
        let mut marked = before.iter().filter(|card| is_marked(card));
        marked.any(|have| have.window() == card.window())
    };
    after.iter().any(|card| is_marked(card) && !known(card))
}

/// How different two sets of first cards are: a line for danger counts most, then what cannot wait, then who is on the
/// cards, then their order and standing.
fn distance(one: &[Card], other: &[Card]) -> u32 {
    let missing = |from: &[Card], of: &[Card]| -> u32 {
        of.iter()
            .filter(|card| !from.iter().any(|have| have.window() == card.window()))
            .map(|card| match (card.crisis, card.urgent) {
                (true, _) => 6,
                (false, true) => 4,
                (false, false) => 2,
            })
            .sum()
    };
    let crisis = |cards: &[Card]| cards.iter().any(|card| card.crisis);
    let danger = u32::from(crisis(one) != crisis(other));
    let moved = one
        .iter()
        .zip(other)
        .filter(|(a, b)| !a.says_same(b))
        .count();
    missing(one, other)
        + missing(other, one)
        + 6 * danger
        + u32::try_from(moved).unwrap_or(u32::MAX)
}
