//! Which windows to offer, in which order, and why.
//!
//! Needs and rules speak for kinds; kinds lead to entries; entries with one phone become one
//! suggestion. Nothing that is unknown takes a suggestion away. The order is fixed: danger, the
//! joined-up window, then by weight, then by the order of the sheets.

use crate::answers::{Answer, Answers};
use crate::bits::OptionSet;
use crate::cards::{Card, FIRST_CARDS, Table, add};
use crate::catalog::{Catalog, EntryId, KindId, NeedId, QuestionId, RuleId};
use crate::day::{Day, Moment};
use crate::hall::Hall;
use crate::logic::{Expr, Truth};
use crate::open::OpenStatus;
use crate::order::by_key;
use crate::voice::Voices;

/// How far the answers speak for a suggestion. There is no third value: nobody is told that they
/// do not qualify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 「相談できます」.
    Fits,
    /// 「聞いてみる価値があります」.
    Maybe,
}

/// One answer that led to a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// This trouble was chosen.
    Need(NeedId),
    /// This circumstance of several answers together.
    Rule(RuleId),
    /// This circumstance may hold: 「わからない」 or a refusal left it open.
    Perhaps(RuleId),
    /// These options of one question.
    Circumstance(QuestionId, OptionSet),
}

/// An entry offered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Suggestion {
    /// The entry to show.
    pub entry: EntryId,
    /// Other entries that the same phone reaches.
    pub roles: Vec<EntryId>,
    /// The same window of other parts of town, while the part is not known.
    pub alternatives: Vec<EntryId>,
    /// The roles that the answers asked for.
    pub kinds: Vec<KindId>,
    /// How far the answers speak for it.
    pub standing: Standing,
    /// Comes before everything else.
    pub crisis: bool,
    /// Hears several troubles in one place.
    pub joined_up: bool,
    /// Why it is offered.
    pub reasons: Vec<Reason>,
    /// What is not known and would make it surer.
    pub unknown: Vec<QuestionId>,
}

/// What the answers lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The suggestions, best first.
    pub suggestions: Vec<Suggestion>,
    /// Somebody may be in danger.
    pub crisis: bool,
    /// No further question may stand between the person and the line.
    pub stop: bool,
    /// Violence: leave no trace in titles, history or links.
    pub private: bool,
}

impl Outcome {
    /// The cards that asking is about: all lines for danger and the first three others.
    pub fn first_cards(&self) -> impl Iterator<Item = &Suggestion> {
        let danger = self.suggestions.iter().filter(|s| s.crisis).count();
        self.suggestions.iter().take(danger + FIRST_CARDS)
    }

    /// At night the lines that answer lead: where the first line for danger is closed now, or its hours
    /// are out of date, those that are surely open come before it. Otherwise the order stays.
    pub fn lead_with_open_lines(&mut self, catalog: &Catalog, now: Moment) {
        let lateness = |card: &Suggestion| {
            let hours = &catalog.entry(card.entry).hours;
            match hours.status(now, &catalog.holidays) {
                _ if !card.crisis => 3,
                OpenStatus::Closed { .. } | OpenStatus::OutOfDate => 2,
                OpenStatus::Unknown { .. } => 1,
                OpenStatus::Open { .. } => 0,
            }
        };
        if self
            .suggestions
            .first()
            .is_some_and(|card| lateness(card) == 2)
        {
            self.suggestions = by_key(std::mem::take(&mut self.suggestions), lateness, |_| 0);
        }
    }
}

/// Works out the suggestions for these answers on this day.
#[must_use]
pub fn suggest(catalog: &Catalog, answers: &Answers, today: Day) -> Outcome {
    let mut hall = Hall::new(catalog, answers, today, Vec::new());
    let voices = hall.voices();
    let words: Vec<Words> = voices
        .kinds
        .iter()
        .map(|&(kind, _)| {
            let fits = hall.held_of_kind(kind).truth();
            Words::of(catalog, answers, &voices, kind, fits)
        })
        .collect();
    let table = Table::of(&mut hall, &voices);
    let hall = table.hall;
    let told = |card: Card| {
        let (mut reasons, mut unknown, mut roles) = (Vec::new(), Vec::new(), Vec::new());
        let mut tell = |candidate: usize| {
            let window = hall.window(table.window_of(candidate));
            let entry = catalog.entry(window.id);
            for kind in table.roles(candidate) {
                let place = voices.kinds.partition_point(|&(known, _)| known < kind);
                merge(&mut reasons, &words[place].reasons);
                merge(&mut unknown, &words[place].unknown);
                let own = hall.held(window.fits).truth();
                waits_for(catalog, answers, &entry.fits, own, &mut unknown);
                if let (Some(main), Some(&of)) = (window.main, entry.kinds.first())
                    && of != kind
                {
                    let fits = &catalog.kind(of).fits;
                    let main = hall.held(main).truth();
                    waits_for(catalog, answers, fits, main, &mut unknown);
                }
            }
        };
        tell(card.made_of);
        for &(candidate, window) in &card.took_in {
            tell(candidate);
            add(&mut roles, hall.window(window).id);
        }
        let others = card.windows.iter().skip(1);
        Suggestion {
            entry: hall.window(card.window()).id,
            roles,
            alternatives: others.map(|&other| hall.window(other).id).collect(),
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
        crisis: voices.crisis,
        stop: voices.stop,
        private: voices.private,
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
        voices: &Voices,
        kind: KindId,
        truth: Truth,
    ) -> Self {
        let (mut reasons, mut unknown) = (Vec::new(), Vec::new());
        let fits = &catalog.kind(kind).fits;
        waits_for(catalog, answers, fits, truth, &mut unknown);
        for &(_, reason) in voices.reasons.iter().filter(|&&(of, _)| of == kind) {
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
