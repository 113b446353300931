//! Ids: positions in the catalog's own lists.
//!
//! They mean nothing outside of one catalog; the sheets' ids stand beside them as text.

use serde::{Deserialize, Serialize};

/// What names one thing by its position; a set may hold it.
pub trait Position: Copy {
    /// The position as an index.
    fn place(self) -> usize;
    /// The position at an index, if there can be one.
    fn at(place: usize) -> Option<Self>;
}

macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The position as an index.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }

        impl Position for $name {
            fn place(self) -> usize {
                self.index()
            }

            fn at(place: usize) -> Option<Self> {
                u16::try_from(place).ok().map(Self)
            }
        }
    )*};
}

positions! {
    /// Position of a need in the catalog\'s `needs`.
    NeedId;
    /// Position of a question in the catalog\'s `questions`.
    QuestionId;
    /// Position of a kind in the catalog\'s `kinds`.
    KindId;
    /// Position of a rule in the catalog\'s `rules`.
    RuleId;
    /// Position of a part of town in the catalog\'s `areas`.
    AreaId;
    /// Position of a source in the catalog\'s `sources`.
    SourceId;
    /// Position of a plan item in the catalog\'s `plan`.
    PlanItemId;
}

/// Position of an entry in the catalog\'s `entries`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct EntryId(pub u32);

impl EntryId {
    /// The position as an index.
    #[must_use]
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}
