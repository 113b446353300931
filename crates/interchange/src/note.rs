//! What is told of something that came in: where, what, and what to do, for the person who sent it.

use std::fmt;

/// One thing that is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Where: 「窓口!E14「電話」」, or a file and its record; empty if it is the whole.
    pub place: String,
    /// What is so.
    pub what: String,
    /// What to do; empty if nothing need be done.
    pub mend: String,
}

impl Note {
    /// A note at a place.
    #[must_use]
    pub fn new(place: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{}。", self.what)?;
        if !self.mend.is_empty() {
            write!(f, "→ {}。", self.mend)?;
        }
        Ok(())
    }
}
