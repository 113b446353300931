//! Whether a window is open at a moment, and when it closes or opens next.
//!
//! A wrong «open now» sends somebody to a closed door. What the sheet does not say is doubt, and doubt
//! is never [`OpenStatus::Open`]. The time is an argument: there is no clock here.

use crate::model::{
    Closure, DAY_MINUTES, Day, Holidays, Hours, LAST_OF_MONTH, Moment, OnHolidays, Season, Span,
};

/// How many days ahead the next opening (and the end of a long one) is looked for. A desk that opens
/// once a month and falls on a holiday once is still found.
const HORIZON: i32 = 70;

/// The same where a range holds in a part of the year only: a year, and a month for what falls on a holiday.
const YEAR: i32 = 400;

/// What the hours say of one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenStatus {
    /// Surely open.
    Open {
        /// The first minute at which it is no longer surely open; none if that is not within 70 days.
        closes: Option<Moment>,
    },
    /// Surely closed.
    Closed {
        /// The first minute at which it is surely open again; none if that is not within 70 days, or 400 where a range holds
        /// in a part of the year only.
        opens: Option<Moment>,
    },
    /// No source says whether it is open: ask by phone.
    Unknown {
        /// What is not known.
        doubt: Doubt,
        /// The first minute at which it is surely open, as in [`OpenStatus::Closed`].
        opens: Option<Moment>,
    },
    /// The hours themselves are past their last day, or before their first: ask by phone.
    OutOfDate,
}

/// Why it is not known whether a window is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No source gives hours that fit the model.
    NoHours,
    /// A national holiday, and the sheet does not say what is then, or says both.
    Holiday,
    /// 12/29 to 1/3, and the sheet does not say what is then.
    YearEnd,
    /// The day is outside of the table of holidays, and it matters.
    NoHolidayTable,
    /// The hours do not hold on the day on which the range would begin.
    OutOfDate,
}

/// One range on one day.
#[derive(Clone, Copy)]
struct Range {
    opens: Moment,
    closes: Moment,
    doubt: Option<Doubt>,
}

impl Range {
    fn covers(&self, moment: Moment) -> bool {
        self.opens <= moment && moment < self.closes
    }

    fn is_sure(&self) -> bool {
        self.doubt.is_none()
    }
}

/// What of a day the hours depend on.
struct Date {
    weekday: u8,
    nth: u8,
    month_day: (u8, u8),
    /// As in [`Span::dates`].
    dates: u32,
    holiday: Option<bool>,
}

impl Date {
    fn of(day: Day, holidays: &Holidays) -> Self {
        let (_, month, date) = day.civil();
        Self {
            weekday: 1 << day.weekday().0,
            nth: 1 << (day.nth_in_month() - 1),
            month_day: (month, date),
            dates: days_of_month(day),
            holiday: holidays.has(day),
        }
    }

    /// True if a range may hold on this day by its season.
    fn is_in(&self, season: Season) -> bool {
        match season {
            Season::Always => true,
            Season::Months(months) => months & (1 << (self.month_day.0 - 1)) != 0,
            Season::Dates { from, until } => self.is_within(from, until),
        }
    }

    fn is_listed(&self, span: &Span) -> bool {
        match span.dates {
            0 => self.is_one_of(span.weekdays, span.nth),
            dates => dates & self.dates != 0,
        }
    }

    fn is_one_of(&self, weekdays: u8, nth: u8) -> bool {
        weekdays & self.weekday != 0 && (nth == 0 || nth & self.nth != 0)
    }

    fn is_within(&self, from: (u8, u8), until: (u8, u8)) -> bool {
        if from <= until {
            from <= self.month_day && self.month_day <= until
        } else {
            from <= self.month_day || self.month_day <= until
        }
    }

    /// 12/29 to 1/3: 行政機関の休日に関する法律 §1, 地方自治法 §4の2.
    fn is_year_end(&self) -> bool {
        self.is_within((12, 29), (1, 3))
    }
}

/// What a range is on one day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Shut,
    Sure,
    Doubtful(Doubt),
}

impl Hours {
    /// Whether the window is open now. Pure: the same arguments give the same answer.
    ///
    /// - A range without a word on holidays (`月〜金`) is unknown on a holiday, not open; if another
    ///   range names holidays (`日・祝`), that one counts instead.
    /// - From 12/29 to 1/3 only `毎日`, or hours whose days off speak of these days, are sure.
    /// - A weekday off that meets a range for holidays (休み `木`, open `日・祝`) is unknown.
    /// - A day of the month (`毎月10日`) counts on whatever weekday it falls; on a holiday it is as unknown as `月〜金`.
    /// - Outside of the table of holidays, whatever depends on them is unknown.
    /// - A range belongs to the day on which it begins: its days off and validity count, also after
    ///   midnight.
    #[must_use]
    pub fn status(&self, now: Moment, holidays: &Holidays) -> OpenStatus {
        if self.spans.is_empty() {
            return OpenStatus::Unknown {
                doubt: Doubt::NoHours,
                opens: None,
            };
        }
        let end = self.surely_open_until(now, holidays);
        if now < end {
            let is_near = end.day <= now.day.plus(HORIZON);
            return OpenStatus::Open {
                closes: is_near.then_some(end),
            };
        }
        let doubt = self
            .ranges_around(now.day, holidays)
            .filter(|range| range.covers(now))
            .find_map(|range| range.doubt);
        if !self.hold_on(now.day) || doubt == Some(Doubt::OutOfDate) {
            return OpenStatus::OutOfDate;
        }
        let opens = self.opens_after(now, holidays);
        match doubt {
            Some(doubt) => OpenStatus::Unknown { doubt, opens },
            None => OpenStatus::Closed { opens },
        }
    }

    /// The end of what is surely open without a gap from this moment on; the moment itself if it is
    /// not surely open. Stops soon after the horizon.
    fn surely_open_until(&self, now: Moment, holidays: &Holidays) -> Moment {
        let mut end = now;
        while end.day <= now.day.plus(HORIZON) {
            let further = self
                .ranges_around(end.day, holidays)
                .filter(|range| range.is_sure() && range.covers(end))
                .map(|range| range.closes)
                .max();
            match further {
                Some(closes) => end = closes,
                None => break,
            }
        }
        end
    }

    fn opens_after(&self, now: Moment, holidays: &Holidays) -> Option<Moment> {
        let seasonal = self.spans.iter().any(|span| span.season != Season::Always);
        let horizon = if seasonal { YEAR } else { HORIZON };
        (0..=horizon).find_map(|days| {
            self.ranges_of(now.day.plus(days), holidays)
                .filter(|range| range.is_sure() && range.opens > now)
                .map(|range| range.opens)
                .min()
        })
    }

    /// The ranges that can cover a minute of this day: its own and those of the day before.
    fn ranges_around(&self, day: Day, holidays: &Holidays) -> impl Iterator<Item = Range> {
        self.ranges_of(day.plus(-1), holidays)
            .chain(self.ranges_of(day, holidays))
    }

    /// The ranges that begin on this day.
    fn ranges_of(&self, day: Day, holidays: &Holidays) -> impl Iterator<Item = Range> {
        let date = Date::of(day, holidays);
        self.spans.iter().filter_map(move |span| {
            let doubt = match self.opening(span, &date) {
                Opening::Shut => return None,
                _ if !self.hold_on(day) => Some(Doubt::OutOfDate),
                Opening::Sure => None,
                Opening::Doubtful(doubt) => Some(doubt),
            };
            Some(Range {
                opens: minutes_into(day, span.from),
                closes: minutes_into(day, span.until),
                doubt,
            })
        })
    }

    fn opening(&self, span: &Span, date: &Date) -> Opening {
        if let Some(holiday) = date.holiday {
            return self.opening_if(span, date, holiday);
        }
        let otherwise = self.opening_if(span, date, false);
        if otherwise == self.opening_if(span, date, true) {
            otherwise
        } else {
            Opening::Doubtful(Doubt::NoHolidayTable)
        }
    }

    fn opening_if(&self, span: &Span, date: &Date, holiday: bool) -> Opening {
        let listed = date.is_in(span.season)
            && (date.is_listed(span) || (holiday && span.on_holidays == OnHolidays::Open));
        let replaced = holiday
            && match span.on_holidays {
                OnHolidays::Closed => true,
                OnHolidays::Unsaid => {
                    let mut spans = self.spans.iter();
                    spans.any(|other| other.names_holidays() && date.is_in(other.season))
                }
                OnHolidays::Open => false,
            };
        if !listed || replaced || self.is_off_by_date(date) {
            Opening::Shut
        } else if self.is_off_by_day(date, holiday) {
            if holiday && span.names_holidays() {
                Opening::Doubtful(Doubt::Holiday)
            } else {
                Opening::Shut
            }
        } else if holiday && span.on_holidays == OnHolidays::Unsaid {
            Opening::Doubtful(Doubt::Holiday)
        } else if date.is_year_end() && !span.is_every_day() && !self.speaks_of_year_end() {
            Opening::Doubtful(Doubt::YearEnd)
        } else {
            Opening::Sure
        }
    }

    fn is_off_by_date(&self, date: &Date) -> bool {
        self.closures.iter().any(|closure| match *closure {
            Closure::Yearly { from, until } => date.is_within(from, until),
            Closure::Weekdays { .. } | Closure::Dates(_) | Closure::Holidays => false,
        })
    }

    fn is_off_by_day(&self, date: &Date, holiday: bool) -> bool {
        self.closures.iter().any(|closure| match *closure {
            Closure::Weekdays { weekdays, nth } => date.is_one_of(weekdays, nth),
            Closure::Dates(dates) => dates & date.dates != 0,
            Closure::Holidays => holiday,
            Closure::Yearly { .. } => false,
        })
    }

    /// True if some day off is New Year's Day: whoever wrote that has thought of the days around it.
    fn speaks_of_year_end(&self) -> bool {
        let new_year = Date {
            weekday: 0,
            nth: 0,
            month_day: (1, 1),
            dates: 0,
            holiday: None,
        };
        self.is_off_by_date(&new_year)
    }
}

/// The day's bit among the days of its month, and that of the last one where it is.
fn days_of_month(day: Day) -> u32 {
    let (_, _, date) = day.civil();
    let is_last = day.plus(1).civil().2 == 1;
    1 << (date - 1) | if is_last { LAST_OF_MONTH } else { 0 }
}

fn minutes_into(day: Day, minutes: u16) -> Moment {
    Moment {
        day: day.plus(i32::from(minutes / DAY_MINUTES)),
        minute: minutes % DAY_MINUTES,
    }
}
