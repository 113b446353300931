//! Which windows to offer, in which order, and why.
//!
//! Needs and rules speak for kinds; kinds lead to entries; entries with one phone become one
//! suggestion. Nothing that is unknown takes a suggestion away. The order is fixed: danger, what cannot wait, the
//! joined-up window, then by weight, then by how long ago somebody looked a row up, then by the order of the sheets; behind
//! all of them a switchboard that only abuse leads to.

mod candidates;
mod cards;
mod demand;
mod held;
mod numbers;
mod outcome;
mod shortlist;
mod visible;

pub use cards::{Card, Table};
pub use demand::Demands;
pub use outcome::{Asks, FIRST_CARDS, Outcome, Reason, Standing, Suggestion};
pub use shortlist::Shortlist;
pub use visible::{By, Row, VISIBLE_ROWS, Visible, WHOLE_CARDS};

use crate::logic::Truth;
use crate::model::{Answer, Answers, Catalog, Day, EntryId, Expr, KindId, NeedId, QuestionId};
use cards::add;

/// Works out the suggestions for these answers on this day.
#[must_use]
pub fn suggest(catalog: &Catalog, answers: &Answers, today: Day) -> Outcome {
    let mut shortlist = Shortlist::new(catalog, answers, today, Vec::new());
    let demands = shortlist.demands();
    let words = demands.kinds.iter().map(|&(kind, _)| {
        let fits = shortlist.help_of_kind(kind).truth();
        Words::of(catalog, answers, &demands, kind, fits)
    });
    let words: Vec<Words> = words.collect();
    let table = Table::of(&mut shortlist, &demands);
    let shortlist = table.shortlist;
    let told = |card: Card| {
        let (mut reasons, mut unknown) = (Vec::new(), Vec::new());
        let mut tell = |candidate: usize| {
            let window = shortlist.window(table.window_of(candidate));
            let entry = catalog.entry(window.id);
            for kind in table.kinds(candidate) {
                let place = demands.kinds.partition_point(|&(known, _)| known < kind);
                merge(&mut reasons, &words[place].reasons);
                merge(&mut unknown, &words[place].unknown);
                let own = shortlist.help(window.line).truth();
                waits_for(catalog, answers, &entry.fits, own, &mut unknown);
                if let (Some(main), Some(&of)) = (window.main_line, entry.kinds.first())
                    && of != kind
                {
                    let fits = &catalog.kind(of).fits;
                    let main = shortlist.help(main).truth();
                    waits_for(catalog, answers, fits, main, &mut unknown);
                }
            }
        };
        tell(card.made_of);
        for &(candidate, _) in &card.took_in {
            tell(candidate);
        }
        Suggestion {
            reasons,
            unknown,
            ..without_words(&table, &demands, card)
        }
    };
    outcome(&demands, table.cards().into_iter().map(told).collect())
}

/// The same without the words of reasons, for answers that are tried.
pub fn suggest_without_words(shortlist: &mut Shortlist, demands: &Demands) -> Outcome {
    let table = Table::of(shortlist, demands);
    let cards = table.cards().into_iter();
    let cards = cards.map(|card| without_words(&table, demands, card));
    outcome(demands, cards.collect())
}

fn outcome(demands: &Demands, suggestions: Vec<Suggestion>) -> Outcome {
    Outcome {
        suggestions,
        crisis: demands.crisis,
        urgent: demands.urgent,
        stop: demands.stop,
        private: demands.private,
        silent: demands.silent,
    }
}

fn without_words(table: &Table, demands: &Demands, card: Card) -> Suggestion {
    let id = |window: u32| table.shortlist.window(window).id;
    let (same_phone, passed_on) = beside(table, &card);
    let others = card.windows.iter().skip(1);
    Suggestion {
        entry: id(card.window()),
        same_phone,
        alternatives: others.map(|&other| id(other)).collect(),
        passed_on,
        asks: asks(table, demands, &card),
        kinds: card.kinds,
        standing: card.standing,
        crisis: card.crisis,
        urgent: card.urgent,
        joined_up: card.joined_up,
        behind: card.behind,
        reasons: Vec::new(),
        unknown: Vec::new(),
    }
}

/// What stands on a card beside its own windows: what the same phone reaches, and what it passes on to.
fn beside(table: &Table, card: &Card) -> (Vec<EntryId>, Vec<EntryId>) {
    let (mut same_phone, mut passed_on) = (Vec::new(), Vec::new());
    let made_of = (card.made_of, table.window_of(card.made_of));
    for (_, place) in std::iter::once(made_of).chain(card.took_in.iter().copied()) {
        let window = table.shortlist.window(place);
        if window.passed_on_by.is_some() {
            add(&mut passed_on, window.id);
        } else if !card.windows.contains(&place) {
            add(&mut same_phone, window.id);
        }
    }
    (same_phone, passed_on)
}

/// What the city hall's switchboard is asked for on this card.
fn asks(table: &Table, demands: &Demands, card: &Card) -> Vec<Asks> {
    let catalog = table.shortlist.catalog;
    let mut asks = Vec::new();
    let candidates = card.took_in.iter().map(|&(candidate, _)| candidate);
    for candidate in std::iter::once(card.made_of).chain(candidates) {
        let window = table.shortlist.window(table.window_of(candidate));
        if window.id != catalog.town.switchboard {
            continue;
        }
        for kind in table.kinds(candidate) {
            let before = asks.len();
            for &(_, reason) in demands.reasons.iter().filter(|&&(of, _)| of == kind) {
                if let Reason::Need(need) = reason
                    && may_be_named(catalog, kind, need)
                {
                    let need = Some(need);
                    asks.push(Asks { kind, need });
                }
            }
            let own = catalog.entry(window.id).kinds.contains(&kind);
            if asks.len() == before && !own {
                asks.push(Asks { kind, need: None });
            }
        }
    }
    asks
}

/// Whoever answers a switchboard is told no trouble that is hard to say before others.
fn may_be_named(catalog: &Catalog, kind: KindId, need: NeedId) -> bool {
    let (kind, need) = (catalog.kind(kind), catalog.need(need));
    kind.say.is_empty() && !need.sensitive && !need.direct
}

/// What there is to say of a kind, whichever of its windows is offered.
struct Words {
    reasons: Vec<Reason>,
    unknown: Vec<QuestionId>,
}

impl Words {
    fn of(
        catalog: &Catalog,
        answers: &Answers,
        demands: &Demands,
        kind: KindId,
        truth: Truth,
    ) -> Self {
        let (mut reasons, mut unknown) = (Vec::new(), Vec::new());
        let fits = &catalog.kind(kind).fits;
        waits_for(catalog, answers, fits, truth, &mut unknown);
        for &(_, reason) in demands.reasons.iter().filter(|&&(of, _)| of == kind) {
            if let Reason::Perhaps(rule) = reason {
                left_open(catalog, &catalog.rule(rule).when, answers, &mut unknown);
            }
            add(&mut reasons, reason);
        }
        fits.each_circumstance(&mut |question, options| {
            if let Answer::Chosen(chosen) = answers.said_to(catalog, question)
                && chosen.meets(options)
                && truth == Truth::Yes
            {
                add(&mut reasons, Reason::Circumstance(question, chosen));
            }
        });
        Self { reasons, unknown }
    }
}

fn merge<T: Copy + PartialEq>(into: &mut Vec<T>, more: &[T]) {
    for &item in more {
        add(into, item);
    }
}

/// The questions that an unknown condition still waits for.
fn waits_for(
    catalog: &Catalog,
    answers: &Answers,
    fits: &Expr,
    truth: Truth,
    unknown: &mut Vec<QuestionId>,
) {
    if truth == Truth::Unknown {
        fits.each_circumstance(&mut |question, _| {
            let said = matches!(answers.said_to(catalog, question), Answer::Chosen(_));
            if !said
                && !unknown.contains(&question)
                && catalog.question(question).ask_when.read(catalog, answers) != Truth::No
            {
                unknown.push(question);
            }
        });
    }
}

/// The questions of a condition that got a 「わからない」 or a refusal.
fn left_open(catalog: &Catalog, when: &Expr, answers: &Answers, unknown: &mut Vec<QuestionId>) {
    when.each_circumstance(&mut |question, _| {
        if let Answer::Unknown | Answer::Declined = answers.said_to(catalog, question) {
            add(unknown, question);
        }
    });
}
