//! What the answers lead to: the suggestions, their standing and their reasons.

use crate::hours::OpenStatus;
use crate::model::{
    Answer, Answers, Catalog, EntryId, KindId, Moment, NeedId, OptionSet, QuestionId, RuleId,
};
use crate::order::by_key;

/// How many cards are seen whole at first, besides those for danger.
pub const FIRST_CARDS: usize = 3;

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

/// What a switchboard is asked for: there is no desk for it, or none that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asks {
    /// The kind of desk.
    pub kind: KindId,
    /// The trouble to name; none where it may not be named, or where no trouble led here.
    pub need: Option<NeedId>,
}

/// An entry offered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Suggestion {
    /// The entry to show.
    pub entry: EntryId,
    /// Other entries that the same phone reaches.
    pub same_phone: Vec<EntryId>,
    /// The same window of other parts of town, while the part is not known, and branches: the town's other windows with
    /// the same main role for the same people. A card tells them apart.
    pub alternatives: Vec<EntryId>,
    /// Windows to which no way is known: who answers here can tell their number or pass on.
    pub passed_on: Vec<EntryId>,
    /// What the city hall's switchboard is asked for, if it is on this card.
    pub asks: Vec<Asks>,
    /// The kinds that the answers asked for.
    pub kinds: Vec<KindId>,
    /// How far the answers speak for it.
    pub standing: Standing,
    /// Comes before everything else.
    pub crisis: bool,
    /// Cannot wait: to be called today or tomorrow. It comes after danger and before everything else.
    pub urgent: bool,
    /// Hears several troubles in one place.
    pub joined_up: bool,
    /// Abuse leads to it, and it is a switchboard: it stands behind all others and is none of the first cards.
    pub behind: bool,
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
    /// Something cannot wait for days, be there danger beside it or not.
    pub urgent: bool,
    /// No further question may stand between the person and the line.
    pub stop: bool,
    /// Violence: leave no trace in titles, history or links.
    pub private: bool,
    /// Speaking is not safe, or not possible: ways without a voice come first, among the lines for danger and in every window.
    pub silent: bool,
}

impl Suggestion {
    /// Its window, and those of other parts of town and its branches.
    pub fn windows(&self) -> impl Iterator<Item = EntryId> + '_ {
        std::iter::once(self.entry).chain(self.alternatives.iter().copied())
    }

    /// True if its windows are told apart by the part of town, and the person's is not known.
    #[must_use]
    pub fn is_by_area(&self, catalog: &Catalog, answers: &Answers) -> bool {
        !self.alternatives.is_empty()
            && !matches!(answers.area, Answer::Chosen(_))
            && self.windows().any(|id| !catalog.entry(id).areas.is_empty())
    }
}

impl Outcome {
    /// The cards that asking is about: all lines for danger and the first three others, but none that stands behind.
    pub fn first_cards(&self) -> impl Iterator<Item = &Suggestion> {
        let marks = self.suggestions.iter().map(|s| (s.crisis, s.behind));
        self.suggestions.iter().take(first_cards(marks))
    }

    /// At night the lines that answer lead: where the first line for danger is closed now, or its hours
    /// are out of date, those that are surely open come before it. Otherwise the order stays. Whoever cannot speak is
    /// led by no line that needs a voice.
    pub fn lead_with_open_lines(&mut self, catalog: &Catalog, now: Moment) {
        let silent = self.silent;
        let lateness = |card: &Suggestion| {
            let entry = catalog.entry(card.entry);
            match catalog.phone_hours(entry).status(now, &catalog.holidays) {
                _ if !card.crisis => BEHIND_DANGER,
                _ if silent && entry.channels.needs_a_voice() => 3,
                OpenStatus::Closed { .. } | OpenStatus::OutOfDate => LATE,
                OpenStatus::Unknown { .. } => 1,
                OpenStatus::Open { .. } => 0,
            }
        };
        let mut cards = self.suggestions.iter();
        if cards.next().is_some_and(|card| lateness(card) == LATE) {
            self.suggestions = by_key(std::mem::take(&mut self.suggestions), lateness, |_| 0);
        }
    }
}

/// A line for danger that is closed now, or may be.
const LATE: u64 = 2;
/// No line for danger.
const BEHIND_DANGER: u64 = 4;

/// How many of the cards are the first ones, by their marks for danger and for standing behind: where nothing else is left,
/// what stands behind is all there is.
pub fn first_cards(marks: impl Iterator<Item = (bool, bool)>) -> usize {
    let (mut danger, mut others, mut behind) = (0, 0, 0);
    for (in_danger, is_behind) in marks {
        let count = match (in_danger, is_behind) {
            (true, _) => &mut danger,
            (false, false) => &mut others,
            (false, true) => &mut behind,
        };
        *count += 1;
    }
    let shown = if danger + others == 0 { behind } else { others };
    danger + shown.min(FIRST_CARDS)
}
