//! When a report is made.

use catalog::moment::read_moment;
use navigator::{Answers, Catalog, Day, Moment, Outcome, suggest};

/// When it is, as far as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day on which entries have to be valid.
    pub day: Day,
    /// The moment, if it was said: without one nothing is open or closed.
    pub now: Option<Moment>,
}

impl When {
    /// The moment that was said or else, so that the same input gives the same output on any day, the
    /// day on which the sheets were last changed.
    #[must_use]
    pub fn of(catalog: &Catalog, now: Option<Moment>) -> Self {
        let changed = || read_moment(&catalog.version).map(|moment| moment.day);
        let day = now.map(|now| now.day).or_else(changed).unwrap_or_default();
        Self { day, now }
    }

    /// What the answers lead to then; at night with the open lines first.
    #[must_use]
    pub fn suggest(self, catalog: &Catalog, answers: &Answers) -> Outcome {
        let mut outcome = suggest(catalog, answers, self.day);
        if let Some(now) = self.now {
            outcome.lead_with_open_lines(catalog, now);
        }
        outcome
    }
}
