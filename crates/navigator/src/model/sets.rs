//! Small sets: of the options of one question, and of needs.
//!
//! Plain bits, so that a condition is one AND and a set is copied for nothing.

use super::ids::NeedId;
use serde::{Deserialize, Serialize};

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

/// A set of needs; as many as the knowledge has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NeedSet(Vec<u64>);

impl NeedSet {
    /// Puts a need in.
    pub fn insert(&mut self, need: NeedId) {
        let (word, bit) = Self::place(need);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    /// Takes a need out. The set keeps no trailing empty words, so that equal sets are equal.
    pub fn remove(&mut self, need: NeedId) {
        let (word, bit) = Self::place(need);
        if let Some(bits) = self.0.get_mut(word) {
            *bits &= !bit;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// True if the need is in the set.
    #[must_use]
    pub fn has(&self, need: NeedId) -> bool {
        let (word, bit) = Self::place(need);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// True if the two share a need.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    /// True if no need is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&bits| bits == 0)
    }

    /// The needs of the set, in order.
    #[must_use]
    pub fn iter(&self) -> Needs<'_> {
        Needs {
            words: &self.0,
            next: 0,
        }
    }

    fn place(need: NeedId) -> (usize, u64) {
        (usize::from(need.0 / 64), 1 << (need.0 % 64))
    }
}

/// The needs of a set, in order.
#[derive(Clone, Debug, Default)]
pub struct Needs<'a> {
    words: &'a [u64],
    next: usize,
}

impl Iterator for Needs<'_> {
    type Item = NeedId;

    fn next(&mut self) -> Option<NeedId> {
        loop {
            let rest = self.words.get(self.next / 64)? >> (self.next % 64);
            if rest != 0 {
                let need = self.next + rest.trailing_zeros() as usize;
                self.next = need + 1;
                return u16::try_from(need).ok().map(NeedId);
            }
            self.next = (self.next / 64 + 1) * 64;
        }
    }
}

impl FromIterator<NeedId> for NeedSet {
    fn from_iter<I: IntoIterator<Item = NeedId>>(needs: I) -> Self {
        let mut set = Self::default();
        for need in needs {
            set.insert(need);
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
            for need in b.iter() {
                prop_assert_eq!(a.has(need), one.contains(&need.0));
                a.remove(need);
            }
            prop_assert_eq!(a, set(&(&one - &other)));
        }
    }
}
