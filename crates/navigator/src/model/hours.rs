//! When a window is open: weekly ranges, nth weekdays, days of the month, seasons, holidays, year-end, dated trials.
//!
//! The model only; the sheets' text is read in the `catalog` crate, and what the hours say of a
//! moment stands in the room `hours` above.

use super::day::Day;
use serde::{Deserialize, Serialize};

/// Every day of the week, as in [`Span::weekdays`].
pub(crate) const EVERY_DAY: u8 = 0b111_1111;
/// Minutes in a day.
pub const DAY_MINUTES: u16 = 24 * 60;
/// The last day of a month, whatever its number, among the days of a month.
pub const LAST_OF_MONTH: u32 = 1 << 31;

/// What a range says of national holidays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnHolidays {
    /// Nothing (`月〜金`): on a holiday it is not known whether the window is open.
    #[default]
    Unsaid,
    /// Open at these times on holidays, whatever day they fall on (`毎日`, `日・祝`).
    Open,
    /// Not open on holidays (`平日`).
    Closed,
}

/// In which part of each year a range holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Season {
    /// All year.
    #[default]
    Always,
    /// In these months; bit 0 is January.
    Months(u16),
    /// From (month, day) to (month, day), both included; may pass the end of the year.
    Dates {
        /// First day, as month and day.
        from: (u8, u8),
        /// Last day, as month and day.
        until: (u8, u8),
    },
}

/// One range of opening on some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    /// Which of its kind in the month, bit 0 the first; 0 means every one.
    pub nth: u8,
    /// Days of the month (`毎月10日`) instead of weekdays: bit 0 is the first, [`LAST_OF_MONTH`] the last; 0 means that the
    /// weekdays count.
    pub dates: u32,
    /// In which part of the year.
    pub season: Season,
    /// What it says of national holidays.
    pub on_holidays: OnHolidays,
    /// Minutes from midnight.
    pub from: u16,
    /// Minutes from midnight; over 1440 when the range ends on the next day.
    pub until: u16,
}

impl Span {
    /// True for `毎日`: every day of its season, holidays and the turn of the year included.
    #[must_use]
    pub fn is_every_day(&self) -> bool {
        let by_weekday = self.nth == 0 && self.dates == 0;
        by_weekday && self.weekdays == EVERY_DAY && self.on_holidays == OnHolidays::Open
    }

    /// True for `日・祝`: holidays are named beside weekdays.
    #[must_use]
    pub fn names_holidays(&self) -> bool {
        self.on_holidays == OnHolidays::Open && !self.is_every_day()
    }
}

/// Days on which nothing is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// Weekdays, as in [`Span`].
    Weekdays {
        /// Bit 0 is Monday, bit 6 Sunday.
        weekdays: u8,
        /// Which of its kind in the month, bit 0 the first; 0 means every one.
        nth: u8,
    },
    /// Days of each month, as in [`Span::dates`].
    Dates(u32),
    /// National holidays.
    #[default]
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
    #[serde(skip)]
    pub text: String,
    /// What does not fit the model, said in words.
    #[serde(skip)]
    pub note: String,
    /// The ranges; empty if unknown.
    pub spans: Vec<Span>,
    /// The days off.
    pub closures: Vec<Closure>,
    /// The first day on which these hours hold.
    pub valid_from: Option<Day>,
    /// The last day on which these hours are known to hold: a trial's end, or as long as an old source
    /// is believed.
    pub valid_until: Option<Day>,
}

impl Hours {
    /// True if somebody answers at any hour of any day.
    #[must_use]
    pub fn is_always_open(&self) -> bool {
        let is_whole = |span: &Span| {
            span.is_every_day()
                && span.season == Season::Always
                && span.from == 0
                && span.until >= DAY_MINUTES
        };
        self.closures.is_empty() && self.spans.iter().any(is_whole)
    }

    /// True if these hours are known to hold on this day.
    #[must_use]
    pub fn hold_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|first| first <= day)
            && self.valid_until.is_none_or(|last| day <= last)
    }
}
