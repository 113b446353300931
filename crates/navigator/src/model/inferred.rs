//! What of an entry no source says: whoever edits the sheet filled it in, and a reader is told so.

use serde::{Deserialize, Serialize};

/// A part of an entry that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Part {
    /// What it does.
    What,
    /// Its name.
    Name,
    /// Who may use it.
    Who,
    /// Who may ask.
    Askers,
    /// Its number, or whose that is.
    Phone,
    /// When it is open.
    Hours,
    /// Where it is, and which part of town it serves.
    Place,
    /// Whether one has to book.
    Reservation,
    /// What it costs.
    Cost,
    /// What to bring.
    Bring,
    /// Which of the plan's measures it realises.
    Measures,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::What,
        Self::Name,
        Self::Who,
        Self::Askers,
        Self::Phone,
        Self::Hours,
        Self::Place,
        Self::Reservation,
        Self::Cost,
        Self::Bring,
        Self::Measures,
    ];
}

/// The parts of an entry that were filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inferred(u16);

impl Inferred {
    /// True if this part was filled in.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        self.0 & bit(part) != 0
    }
}

impl FromIterator<Part> for Inferred {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        Self(parts.into_iter().fold(0, |bits, part| bits | bit(part)))
    }
}

fn bit(part: Part) -> u16 {
    1 << part as u8
}
