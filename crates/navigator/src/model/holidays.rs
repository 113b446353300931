//! National holidays, as a table that the catalog carries.
//!
//! The table is made in the `catalog` crate from the law; nothing is computed here, and a day outside
//! the table's years is not guessed.

use super::day::Day;
use serde::{Deserialize, Serialize};

/// The national holidays (国民の祝日, 振替休日, 国民の休日) of some whole years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    first: Day,
    last: Day,
    days: Vec<Day>,
}

impl Holidays {
    /// From the first and the last day that the table knows of (both included) and its holidays, in
    /// any order; holidays outside of these days are dropped.
    #[must_use]
    pub fn new(first: Day, last: Day, mut days: Vec<Day>) -> Self {
        days.retain(|&day| first <= day && day <= last);
        days.sort_unstable();
        days.dedup();
        Self { first, last, days }
    }

    /// Whether this day is a national holiday; nothing if the table does not reach it.
    #[must_use]
    pub fn has(&self, day: Day) -> Option<bool> {
        (self.first <= day && day <= self.last).then(|| self.days.binary_search(&day).is_ok())
    }

    /// The holidays, earliest first.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The first and the last day that the table knows of.
    #[must_use]
    pub fn reach(&self) -> (Day, Day) {
        (self.first, self.last)
    }

    /// True if the days are in order, as [`Holidays::has`] needs them.
    #[must_use]
    pub(crate) fn is_sound(&self) -> bool {
        self.days.is_sorted_by(|a, b| a < b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_kept_in_order_once_and_within_the_table() {
        let days = [25, 10, 9, 31, 20, 25, 30].map(Day);
        let holidays = Holidays::new(Day(10), Day(30), days.to_vec());
        assert_eq!(holidays.days(), [10, 20, 25, 30].map(Day));
        assert_eq!(holidays.reach(), (Day(10), Day(30)));
    }

    #[test]
    fn outside_of_the_table_nothing_is_said() {
        let holidays = Holidays::new(Day(10), Day(30), vec![Day(10), Day(30)]);
        let said = [9, 10, 11, 29, 30, 31].map(|day| holidays.has(Day(day)));
        let [holiday, workday] = [Some(true), Some(false)];
        assert_eq!(said, [None, holiday, workday, workday, holiday, None]);
    }

    #[test]
    fn a_table_out_of_order_is_not_sound() {
        let table = |days: &[i32]| Holidays {
            first: Day(0),
            last: Day(9),
            days: days.iter().copied().map(Day).collect(),
        };
        for (days, sound) in [
            (&[][..], true),
            (&[3], true),
            (&[3, 5], true),
            (&[5, 3], false),
            (&[3, 3], false),
        ] {
            assert_eq!(table(days).is_sound(), sound, "{days:?}");
        }
    }
}
