//! Why hours are refused.

use crate::grammar::Refusal;
use winnow::Parser;
use winnow::error::ErrMode;

/// Why hours were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursFault {
    /// The part that is not understood.
    pub part: String,
    /// What is wrong.
    pub what: String,
}

impl HoursFault {
    pub(crate) fn new(part: &str, what: &str) -> Self {
        Self {
            part: part.to_owned(),
            what: what.to_owned(),
        }
    }
}

/// Reads a part of a text to its end; where that is not possible, the fault names the part.
pub fn read_part<'t, T>(
    part: &'t str,
    mut parser: impl Parser<&'t str, T, ErrMode<Refusal>>,
) -> Result<T, HoursFault> {
    parser
        .parse(part)
        .map_err(|error| HoursFault::new(part, error.inner().what))
}
