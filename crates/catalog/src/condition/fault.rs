//! Why a condition is refused.

use super::vocabulary::Unknown;
use crate::fault::{Faults, Missed};

/// Why a condition was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionFault {
    /// The character at which it goes wrong, counted from 1.
    pub position: usize,
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub mend: String,
    /// False if it is about a word that may stand in a part of a sheet that could not be read.
    pub is_sure: bool,
    /// What a sheet ought to have, where it names something that is not there.
    pub(crate) missed: Option<Box<Missed>>,
}

impl ConditionFault {
    /// A fault at a byte of the text.
    pub(super) fn at(
        text: &str,
        at: usize,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            position: text[..at].chars().count() + 1,
            what: what.into(),
            mend: mend.into(),
            is_sure: true,
            missed: None,
        }
    }

    /// Notes it at a place, in words.
    pub(crate) fn tell(self, place: (&str, usize, &str), faults: &mut Faults) {
        let what = self.in_words();
        match self.missed {
            Some(missed) => faults.miss(place, *missed, what, self.mend),
            None => faults.add(place.0, place.1, place.2, what, self.mend),
        }
    }

    /// The place and what is wrong, in words.
    #[must_use]
    pub fn in_words(&self) -> String {
        format!("条件の{}文字目: {}", self.position, self.what)
    }

    pub(super) fn of_word(text: &str, unknown: Unknown) -> Self {
        Self {
            is_sure: unknown.is_sure,
            missed: unknown.missed,
            ..Self::at(text, unknown.at, unknown.what, unknown.mend)
        }
    }
}
