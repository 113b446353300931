//! Small sets: of the options of one question, and of needs or questions.
//!
//! Plain bits, so that a condition is one AND and a set is copied for nothing.

use super::ids::{NeedId, Position, QuestionId};
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;

/// A set of options of one question, by their position; a question has at most 64 options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionSet(u64);

impl OptionSet {
    /// The number of options that a question may have.
    pub const CAPACITY: usize = 64;

    /// The set that holds nothing.
    pub const EMPTY: Self = Self(0);

    /// The set of one option. Positions beyond [`Self::CAPACITY`] give the empty set.
    #[must_use]
    pub fn of(option: usize) -> Self {
        Self(
            u32::try_from(option)
                .ok()
                .and_then(|shift| 1u64.checked_shl(shift))
                .unwrap_or(0),
        )
    }

    /// Both sets together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is here and not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// True if the two share an option.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// True if every option here is in `other` too.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// True if `option` is in the set.
    #[must_use]
    pub fn has(self, option: usize) -> bool {
        self.meets(Self::of(option))
    }

    /// True if nothing is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The options of the set, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lowest = rest.trailing_zeros() as usize;
            rest &= rest.checked_sub(1)?;
            Some(lowest)
        })
    }
}

impl FromIterator<usize> for OptionSet {
    fn from_iter<I: IntoIterator<Item = usize>>(options: I) -> Self {
        options
            .into_iter()
            .fold(Self::EMPTY, |set, option| set.union(Self::of(option)))
    }
}

/// A set of positions of one sort, as many as there are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct IdSet<Id> {
    /// One bit a position; the last word is never empty, so that equal sets are equal.
    words: Vec<u64>,
    of: PhantomData<Id>,
}

/// A set of needs.
pub type NeedSet = IdSet<NeedId>;

/// A set of questions.
pub type QuestionSet = IdSet<QuestionId>;

impl<Id> Default for IdSet<Id> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            of: PhantomData,
        }
    }
}

impl<Id: Position> IdSet<Id> {
    /// Puts one in.
    pub fn insert(&mut self, id: Id) {
        let (word, bit) = word_and_bit(id.place());
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= bit;
    }

    /// Takes one out.
    pub fn remove(&mut self, id: Id) {
        let (word, bit) = word_and_bit(id.place());
        if let Some(bits) = self.words.get_mut(word) {
            *bits &= !bit;
        }
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }

    /// Puts all of another set in.
    pub fn add(&mut self, others: &Self) {
        if self.words.len() < others.words.len() {
            self.words.resize(others.words.len(), 0);
        }
        for (word, others) in self.words.iter_mut().zip(&others.words) {
            *word |= others;
        }
    }

    /// True if it is in the set.
    #[must_use]
    pub fn has(&self, id: Id) -> bool {
        let (word, bit) = word_and_bit(id.place());
        self.words.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// True if the two share one.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).any(|(a, b)| a & b != 0)
    }

    /// True if none is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&bits| bits == 0)
    }

    /// All of the set, in order.
    #[must_use]
    pub fn iter(&self) -> Ids<'_, Id> {
        Ids {
            words: &self.words,
            next: 0,
            of: PhantomData,
        }
    }
}

fn word_and_bit(place: usize) -> (usize, u64) {
    (place / 64, 1 << (place % 64))
}

/// The positions of a set, in order.
#[derive(Clone, Debug)]
pub struct Ids<'a, Id> {
    words: &'a [u64],
    next: usize,
    of: PhantomData<Id>,
}

/// The needs of a set, in order.
pub type Needs<'a> = Ids<'a, NeedId>;

impl<Id> Default for Ids<'_, Id> {
    /// Those of the set that holds nothing.
    fn default() -> Self {
        Self {
            words: &[],
            next: 0,
            of: PhantomData,
        }
    }
}

impl<Id: Position> Iterator for Ids<'_, Id> {
    type Item = Id;

    fn next(&mut self) -> Option<Id> {
        loop {
            let rest = self.words.get(self.next / 64)? >> (self.next % 64);
            if rest != 0 {
                let place = self.next + rest.trailing_zeros() as usize;
                self.next = place + 1;
                return Id::at(place);
            }
            self.next = (self.next / 64 + 1) * 64;
        }
    }
}

impl<Id: Position> FromIterator<Id> for IdSet<Id> {
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> Self {
        let mut set = Self::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_set_of_options_holds_64() {
        for option in [0, 1, 31, 32, 63] {
            let set = OptionSet::of(option);
            assert!(set.has(option) && !set.is_empty(), "{option}");
            assert_eq!(set.iter().collect::<Vec<_>>(), [option]);
        }
        for option in [64, 65, 128, usize::MAX] {
            assert_eq!(OptionSet::of(option), OptionSet::EMPTY, "{option}");
            assert!(!OptionSet::of(0).has(option), "{option}");
        }
    }

    #[test]
    fn nothing_is_within_everything_and_meets_nothing() {
        let some = OptionSet::of(3);
        assert!(OptionSet::EMPTY.is_within(some) && !some.is_within(OptionSet::EMPTY));
        assert!(!OptionSet::EMPTY.meets(some) && !some.meets(OptionSet::EMPTY));
        assert!(OptionSet::EMPTY.is_empty());
    }

    #[test]
    fn a_need_taken_out_leaves_no_trace() {
        let mut set = NeedSet::default();
        for need in [0, 63, 64, 200, u16::MAX] {
            set.insert(NeedId(need));
            assert!(set.has(NeedId(need)) && !set.is_empty());
            set.remove(NeedId(need));
            assert_eq!(set, NeedSet::default(), "{need}");
        }
        set.remove(NeedId(300));
        assert!(set.is_empty());
    }

    proptest! {
        #[test]
        fn options_are_a_set(one in prop::collection::btree_set(0..64usize, 0..9), other in prop::collection::btree_set(0..64usize, 0..9)) {
            let set = |of: &BTreeSet<usize>| of.iter().copied().collect::<OptionSet>();
            let (a, b) = (set(&one), set(&other));
            prop_assert_eq!(a.iter().collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(a.union(b), set(&(&one | &other)));
            prop_assert_eq!(a.without(b), set(&(&one - &other)));
            prop_assert_eq!(a.meets(b), !one.is_disjoint(&other));
            prop_assert_eq!(a.is_within(b), one.is_subset(&other));
            prop_assert_eq!(a.is_empty(), one.is_empty());
        }

        #[test]
        fn needs_are_a_set(one in prop::collection::btree_set(0..300u16, 0..9), other in prop::collection::btree_set(0..300u16, 0..9)) {
            let set = |of: &BTreeSet<u16>| of.iter().copied().map(NeedId).collect::<NeedSet>();
            let (mut a, b) = (set(&one), set(&other));
            prop_assert_eq!(a.iter().map(|need| need.0).collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(a.meets(&b), !one.is_disjoint(&other));
            prop_assert_eq!(a == b, one == other);
            let mut both = a.clone();
            both.add(&b);
            prop_assert_eq!(both, set(&(&one | &other)));
            for need in b.iter() {
                prop_assert_eq!(a.has(need), one.contains(&need.0));
                a.remove(need);
            }
            prop_assert_eq!(a, set(&(&one - &other)));
        }
    }
}
