//! Where an entry stands among the suggestions.

use navigator::{EntryId, Outcome, Standing, Suggestion};
use serde::Serialize;

/// Its card, its part in it and its standing; nothing of all that where it is not offered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The card's place, from 0.
    pub rank: Option<usize>,
    /// As what it stands there.
    pub part: Option<Part>,
    standing: Option<Standing>,
    crisis: bool,
    urgent: bool,
}

/// As what an entry stands on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Card,
    Role,
    Alternative,
}

/// How an entry is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Offered {
    Crisis,
    Urgent,
    Fits,
    Maybe,
    NotSuggested,
}

impl Offered {
    pub const ALL: [Self; 5] = [
        Self::Crisis,
        Self::Urgent,
        Self::Fits,
        Self::Maybe,
        Self::NotSuggested,
    ];
}

impl Shown {
    pub fn of(outcome: &Outcome, id: EntryId) -> Self {
        let part = |card: &Suggestion| {
            if card.entry == id {
                Some(Part::Card)
            } else if card.same_phone.contains(&id) || card.passed_on.contains(&id) {
                Some(Part::Role)
            } else if card.alternatives.contains(&id) {
                Some(Part::Alternative)
            } else {
                None
            }
        };
        let place = |(rank, card): (usize, &Suggestion)| Some((rank, part(card)?));
        let found = outcome.suggestions.iter().enumerate().find_map(place);
        let card = found.map(|(rank, _)| &outcome.suggestions[rank]);
        Self {
            rank: found.map(|(rank, _)| rank),
            part: found.map(|(_, part)| part),
            standing: card.map(|card| card.standing),
            crisis: card.is_some_and(|card| card.crisis),
            urgent: card.is_some_and(|card| card.urgent),
        }
    }

    /// What a person would notice: whether and how it is offered, not its exact place.
    pub fn differs(&self, other: &Self) -> bool {
        let seen = |shown: &Self| (shown.standing, shown.crisis, shown.urgent);
        seen(self) != seen(other)
    }

    pub fn offered(&self) -> Offered {
        match self.standing {
            _ if self.crisis => Offered::Crisis,
            _ if self.urgent => Offered::Urgent,
            Some(Standing::Fits) => Offered::Fits,
            Some(Standing::Maybe) => Offered::Maybe,
            None => Offered::NotSuggested,
        }
    }
}
