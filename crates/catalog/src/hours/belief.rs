//! How long hours are believed that stand in one row alone.

use navigator::{Confidence, Day, Hours};

/// How many years after its own a source of hours is believed.
const BELIEVED_YEARS: i32 = 3;

/// The last day on which hours are known to hold that were written for one entry alone: the end of the
/// third year after the source's, and of the source's own year if it is of low confidence; nothing if
/// the source has no date or somebody answers at any hour. A doubtful source without a date is not
/// believed on any day.
///
/// `source_date` begins with its year: `2015`, `2024-05`, `2024-05-04`.
#[must_use]
pub fn known_until(hours: &Hours, confidence: Confidence, source_date: &str) -> Option<Day> {
    let doubtful = confidence == Confidence::Low;
    let year: Option<i32> = source_date.get(..4).and_then(|year| year.parse().ok());
    match year {
        None => doubtful.then_some(Day(0)),
        Some(year) if doubtful => Day::from_civil(year, 12, 31),
        Some(_) if hours.is_always_open() => None,
        Some(year) => Day::from_civil(year + BELIEVED_YEARS, 12, 31),
    }
}
