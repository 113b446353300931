//! What of an outcome the promises speak of, in a form that is quick to compare.

use navigator::{Catalog, EntryId, Outcome, Suggestion};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A set of small numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<u64>);

impl Numbers {
    /// A set that has room for this many.
    pub fn with_room(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Puts one in.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Puts all of them in.
    pub fn insert_all(&mut self, others: &Self) {
        for (word, other) in self.0.iter_mut().zip(&others.0) {
            *word |= other;
        }
    }

    /// True if it is in.
    pub fn has(&self, number: usize) -> bool {
        self.0
            .get(number / 64)
            .is_some_and(|word| word & 1 << (number % 64) != 0)
    }

    /// The first that is here and not in the other.
    pub fn first_not_in(&self, other: &Self) -> Option<usize> {
        let missing = self.0.iter().zip(&other.0).map(|(one, other)| one & !other);
        let (word, bits) = missing.enumerate().find(|(_, bits)| *bits != 0)?;
        usize::try_from(bits.trailing_zeros())
            .ok()
            .map(|bit| word * 64 + bit)
    }
}

/// One outcome's cards.
pub struct Facts {
    /// Kinds on any card.
    pub kinds: Numbers,
    /// Entries on any card: shown, same phone, or perhaps in charge.
    pub entries: Numbers,
    /// Entries that a line for danger shows, with those that may be in charge instead.
    pub lines: Numbers,
    /// All entries on the lines for danger, those of the same phone too.
    pub danger: Numbers,
    /// All cards without the words of their reasons.
    pub cards: u64,
}

impl Facts {
    /// Of this outcome.
    pub fn of(catalog: &Catalog, outcome: &Outcome) -> Self {
        let mut kinds = Numbers::with_room(catalog.kinds.len());
        let mut entries = Numbers::with_room(catalog.entries.len());
        let mut lines = entries.clone();
        let mut danger = entries.clone();
        let mut cards = DefaultHasher::new();
        for card in &outcome.suggestions {
            for kind in &card.kinds {
                kinds.insert(kind.index());
            }
            for id in on_card(card) {
                entries.insert(id.index());
            }
            if card.crisis {
                on_card(card).for_each(|id| danger.insert(id.index()));
                lines.insert(card.entry.index());
                card.alternatives
                    .iter()
                    .for_each(|id| lines.insert(id.index()));
            }
            let told = (card.entry, card.standing, card.crisis, card.urgent);
            (told, &card.kinds, &card.same_phone, &card.alternatives).hash(&mut cards);
            (&card.passed_on, &card.asks, card.behind, card.joined_up).hash(&mut cards);
        }
        (outcome.crisis, outcome.urgent, outcome.stop).hash(&mut cards);
        outcome.private.hash(&mut cards);
        Self {
            kinds,
            entries,
            lines,
            danger,
            cards: cards.finish(),
        }
    }
}

/// Everything on a card.
pub fn on_card(card: &Suggestion) -> impl Iterator<Item = EntryId> + '_ {
    let others = card.same_phone.iter().chain(&card.alternatives);
    let others = others.chain(&card.passed_on);
    std::iter::once(card.entry).chain(others.copied())
}
