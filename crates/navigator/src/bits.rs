//! Small sets: of the options of one question, and of needs.
//!
//! Plain bits, so that a condition is one AND and a set is copied for nothing.

use crate::catalog::NeedId;
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
        (0..Self::CAPACITY).filter(move |&option| self.has(option))
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
    pub fn iter(&self) -> impl Iterator<Item = NeedId> + '_ {
        self.0.iter().enumerate().flat_map(|(word, &bits)| {
            (0..64u16)
                .filter(move |bit| bits & (1 << bit) != 0)
                .filter_map(move |bit| u16::try_from(word * 64).ok().map(|base| NeedId(base + bit)))
        })
    }

    fn place(need: NeedId) -> (usize, u64) {
        (usize::from(need.0 / 64), 1 << (need.0 % 64))
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
