//! Days and minutes in Japan, without a time zone table: Japan has been at UTC+9 since 1951.
//!
//! Civil dates follow the proleptic Gregorian calendar.

use serde::{Deserialize, Serialize};

/// A day, counted from 1970-01-01 (which is 0).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Day(pub i32);

/// The days of the week, Monday first, as 0 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekday(pub u8);

/// A day and a minute of it, both in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day in Japan.
    pub day: Day,
    /// The minute of that day, 0 to 1439.
    pub minute: u16,
}

impl Moment {
    /// From milliseconds since 1970-01-01T00:00Z, as a browser's clock gives them.
    #[must_use]
    pub fn from_unix_millis(millis: i64) -> Self {
        const JAPAN_MINUTES: i64 = 9 * 60;
        let minutes = millis.div_euclid(60_000) + JAPAN_MINUTES;
        Self {
            day: Day(i32::try_from(minutes.div_euclid(1440)).unwrap_or(0)),
            minute: u16::try_from(minutes.rem_euclid(1440)).unwrap_or(0),
        }
    }
}

impl Day {
    /// The day of a civil date, if there is such a date.
    #[must_use]
    pub fn from_civil(year: i32, month: u8, day: u8) -> Option<Self> {
        let candidate = Self(days_from_civil(year, month, day));
        (candidate.civil() == (year, month, day)).then_some(candidate)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8) {
        // The era arithmetic of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |n: i64| u8::try_from(n).unwrap_or(1);
        (i32::try_from(year).unwrap_or(0), small(month), small(day))
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday(u8::try_from((i64::from(self.0) + 3).rem_euclid(7)).unwrap_or(0))
    }

    /// Which of its kind in the month: the second Tuesday gives 2.
    #[must_use]
    pub fn nth_in_month(self) -> u8 {
        (self.civil().2 - 1) / 7 + 1
    }

    /// So many days later (or, if negative, earlier).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    i32::try_from(era * 146_097 + day_of_era - 719_468).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_century_of_days_survives_the_round_trip() {
        for number in -10_000..40_000 {
            let day = Day(number);
            let (year, month, date) = day.civil();
            assert_eq!(Day::from_civil(year, month, date), Some(day));
        }
    }

    #[test]
    fn there_is_no_thirtieth_of_february() {
        assert_eq!(Day::from_civil(2026, 2, 30), None);
        assert_eq!(Day::from_civil(2026, 0, 1), None);
        assert_eq!(Day::from_civil(2026, 13, 1), None);
    }

    #[test]
    fn japan_is_nine_hours_ahead_of_utc() {
        // 2026-11-21T15:30Z is 2026-11-22 00:30 in Japan, a Sunday, the fourth of the month.
        let moment = Moment::from_unix_millis(1_795_275_000_000);
        assert_eq!(moment.day.civil(), (2026, 11, 22));
        assert_eq!(moment.minute, 30);
        assert_eq!(moment.day.weekday(), Weekday(6));
        assert_eq!(moment.day.nth_in_month(), 4);
    }
}
