//! Hours and days off of one row beside each other.

use super::days::WEEKDAYS;
use super::fault::HoursFault;
use navigator::{Closure, Span};

/// Hours and days off that say two things of the same day are refused.
///
/// # Errors
/// The days that are both open and off.
pub fn check_agreement(spans: &[Span], closures: &[Closure]) -> Result<(), HoursFault> {
    let names_holidays = spans.iter().any(Span::names_holidays);
    if names_holidays && closures.contains(&Closure::Holidays) {
        return Err(HoursFault::new("祝日", "受付時間と休みの両方にあります"));
    }
    for closure in closures {
        if let Closure::Dates(off) = *closure
            && spans.iter().any(|span| span.dates & off != 0)
        {
            return Err(HoursFault::new(
                "毎月",
                "受付時間と休みの両方に同じ日があります",
            ));
        }
        let Closure::Weekdays {
            weekdays: off,
            nth: 0,
        } = *closure
        else {
            continue;
        };
        let both = spans
            .iter()
            .filter(|span| !span.is_every_day())
            .fold(0, |mask, span| mask | span.weekdays)
            & off;
        if let Some(name) = WEEKDAYS.get(usize::try_from(both.trailing_zeros()).unwrap_or(7)) {
            return Err(HoursFault::new(name, "受付時間と休みの両方にあります"));
        }
    }
    Ok(())
}
