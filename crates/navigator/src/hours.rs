//! When a window is open: weekly ranges, nth weekdays, holidays, year-end, dated trials.
//!
//! The model only; the sheets' text is read in the `catalog` crate.

use crate::day::Day;
use serde::{Deserialize, Serialize};

/// One range of opening on some days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    /// Which of its kind in the month, bit 0 the first; 0 means every one.
    pub nth: u8,
    /// Open at these times on national holidays too, whatever day they fall on.
    pub on_holidays: bool,
    /// Minutes from midnight.
    pub from: u16,
    /// Minutes from midnight; over 1440 when the range ends on the next day.
    pub until: u16,
}

/// Days on which nothing is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// Weekdays, as in [`Span`].
    Weekdays {
        /// Bit 0 is Monday, bit 6 Sunday.
        weekdays: u8,
        /// Which of its kind in the month, bit 0 the first; 0 means every one.
        nth: u8,
    },
    /// National holidays.
    Holidays,
    /// From (month, day) to (month, day), both included; may pass the end of the year.
    Yearly {
        /// First day, as month and day.
        from: (u8, u8),
        /// Last day, as month and day.
        until: (u8, u8),
    },
}

/// The opening hours of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// As the sheet says it, for people to read; empty if no source gives any.
    pub text: String,
    /// What does not fit the model, said in words.
    pub note: String,
    /// The ranges; empty if unknown.
    pub spans: Vec<Span>,
    /// The days off.
    pub closures: Vec<Closure>,
    /// The first day on which these hours hold.
    pub valid_from: Option<Day>,
    /// The last day on which these hours are known to hold (a trial's end).
    pub valid_until: Option<Day>,
}

impl Hours {
    /// True if somebody answers at any hour of any day.
    #[must_use]
    pub fn is_always_open(&self) -> bool {
        const ALL_DAYS: u8 = 0b111_1111;
        const WHOLE_DAY: u16 = 24 * 60;
        self.closures.is_empty()
            && self.spans.iter().any(|span| {
                span.weekdays == ALL_DAYS
                    && span.nth == 0
                    && span.from == 0
                    && span.until >= WHOLE_DAY
            })
    }
}
