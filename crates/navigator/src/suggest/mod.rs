//! Which windows to offer, in which order, and why.
//!
//! Needs and rules speak for kinds; kinds lead to entries; entries with one phone become one
//! suggestion. Nothing that is unknown takes a suggestion away. The order is fixed: danger, the
//! joined-up window, then by weight, then by the order of the sheets.

mod candidates;
mod cards;
mod demand;
mod held;
mod numbers;
mod outcome;
mod shortlist;

pub use cards::{Card, Table};
pub use outcome::{FIRST_CARDS, Outcome, Reason, Standing, Suggestion};
pub use shortlist::Shortlist;

use crate::logic::Truth;
use crate::model::{Answer, Answers, Catalog, Day, Expr, KindId, QuestionId};
use cards::add;
use demand::Demands;

/// Works out the suggestions for these answers on this day.
#[must_use]
pub fn suggest(catalog: &Catalog, answers: &Answers, today: Day) -> Outcome {
    let mut shortlist = Shortlist::new(catalog, answers, today, Vec::new());
    let demands = shortlist.demands();
    let words: Vec<Words> = demands
        .kinds
        .iter()
        .map(|&(kind, _)| {
            let fits = shortlist.help_of_kind(kind).truth();
            Words::of(catalog, answers, &demands, kind, fits)
        })
        .collect();
    let table = Table::of(&mut shortlist, &demands);
    let shortlist = table.shortlist;
    let told = |card: Card| {
        let (mut reasons, mut unknown, mut same_phone) = (Vec::new(), Vec::new(), Vec::new());
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
        for &(candidate, window) in &card.took_in {
            tell(candidate);
            add(&mut same_phone, shortlist.window(window).id);
        }
        let others = card.windows.iter().skip(1);
        Suggestion {
            entry: shortlist.window(card.window()).id,
            same_phone,
            alternatives: others.map(|&other| shortlist.window(other).id).collect(),
            kinds: card.kinds,
            standing: card.standing,
            crisis: card.crisis,
            joined_up: card.joined_up,
            reasons,
            unknown,
        }
    };
    Outcome {
        suggestions: table.cards().into_iter().map(told).collect(),
        crisis: demands.crisis,
        stop: demands.stop,
        private: demands.private,
    }
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
                left_open(&catalog.rule(rule).when, answers, &mut unknown);
            }
            add(&mut reasons, reason);
        }
        fits.each_circumstance(&mut |question, options| {
            if let Answer::Chosen(chosen) = answers.circumstance(question)
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
            let said = matches!(answers.circumstance(question), Answer::Chosen(_));
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
fn left_open(when: &Expr, answers: &Answers, unknown: &mut Vec<QuestionId>) {
    when.each_circumstance(&mut |question, _| {
        if let Answer::Unknown | Answer::Declined = answers.circumstance(question) {
            add(unknown, question);
        }
    });
}
