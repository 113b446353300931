//! «Open now»: what the hours say of a moment. A wrong «open» sends somebody to a closed door.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use navigator::{
    Closure, Day, Doubt, Holidays, Hours, LAST_OF_MONTH, Moment, OnHolidays, OpenStatus, Season,
    Span,
};
use proptest::prelude::*;

const WORKDAYS: u8 = 0b001_1111;
const SATURDAY: u8 = 0b010_0000;
const SUNDAY: u8 = 0b100_0000;
const EVERY_DAY: u8 = 0b111_1111;

fn day(year: i32, month: u8, date: u8) -> Day {
    Day::from_civil(year, month, date).expect("a date")
}

/// `at((2026, 11, 21), 10, 30)`.
fn at((year, month, date): (i32, u8, u8), hour: u16, minute: u16) -> Moment {
    Moment {
        day: day(year, month, date),
        minute: hour * 60 + minute,
    }
}

/// The holidays of 2026 and of 2027 up to May, and no word on other days.
fn holidays() -> Holidays {
    let days = [
        (2026, 1, 1),
        (2026, 1, 12),
        (2026, 2, 11),
        (2026, 2, 23),
        (2026, 3, 20),
        (2026, 4, 29),
        (2026, 5, 3),
        (2026, 5, 4),
        (2026, 5, 5),
        (2026, 5, 6),
        (2026, 7, 20),
        (2026, 8, 11),
        (2026, 9, 21),
        (2026, 9, 22),
        (2026, 9, 23),
        (2026, 10, 12),
        (2026, 11, 3),
        (2026, 11, 23),
        (2027, 1, 1),
        (2027, 1, 11),
        (2027, 2, 11),
        (2027, 2, 23),
        (2027, 3, 21),
        (2027, 3, 22),
        (2027, 4, 29),
        (2027, 5, 3),
        (2027, 5, 4),
        (2027, 5, 5),
    ];
    let days = days.map(|(year, month, date)| day(year, month, date));
    Holidays::new(day(2026, 1, 1), day(2027, 5, 31), days.to_vec())
}

fn span(weekdays: u8, on_holidays: OnHolidays, from: (u16, u16), until: (u16, u16)) -> Span {
    Span {
        weekdays,
        on_holidays,
        from: from.0 * 60 + from.1,
        until: until.0 * 60 + until.1,
        ..Span::default()
    }
}

fn hours(spans: &[Span], closures: &[Closure]) -> Hours {
    Hours {
        spans: spans.to_vec(),
        closures: closures.to_vec(),
        ..Hours::default()
    }
}

const YEAR_END: Closure = Closure::Yearly {
    from: (12, 29),
    until: (1, 3),
};

/// `月〜金 8:45〜16:00`, 休み `祝日・年末年始`, a trial to 2027-03-31: the city hall of Asaka.
fn asaka() -> Hours {
    Hours {
        valid_from: Some(day(2026, 7, 1)),
        valid_until: Some(day(2027, 3, 31)),
        ..hours(
            &[span(WORKDAYS, OnHolidays::Unsaid, (8, 45), (16, 0))],
            &[Closure::Holidays, YEAR_END],
        )
    }
}

/// `月〜金 9:00〜17:00` and no word on days off.
fn bare() -> Hours {
    hours(&[span(WORKDAYS, OnHolidays::Unsaid, (9, 0), (17, 0))], &[])
}

fn open(closes: Moment) -> OpenStatus {
    OpenStatus::Open {
        closes: Some(closes),
    }
}

fn closed(opens: Moment) -> OpenStatus {
    OpenStatus::Closed { opens: Some(opens) }
}

fn unknown(doubt: Doubt, opens: Moment) -> OpenStatus {
    OpenStatus::Unknown {
        doubt,
        opens: Some(opens),
    }
}

#[test]
fn a_window_is_open_from_its_first_minute_to_the_one_before_its_last() {
    let friday = (2026, 11, 20);
    let status = |hour, minute| asaka().status(at(friday, hour, minute), &holidays());
    assert_eq!(status(8, 44), closed(at(friday, 8, 45)));
    assert_eq!(status(8, 45), open(at(friday, 16, 0)));
    assert_eq!(status(15, 59), open(at(friday, 16, 0)));
    // 11/21 and 22 are the weekend, 11/23 is a holiday.
    assert_eq!(status(16, 0), closed(at((2026, 11, 24), 8, 45)));
}

#[test]
fn a_trial_ends_on_its_last_day_and_then_nothing_is_claimed() {
    let last = (2027, 3, 31);
    let status = |date, hour, minute| asaka().status(at(date, hour, minute), &holidays());
    assert_eq!(status(last, 15, 59), open(at(last, 16, 0)));
    assert_eq!(status(last, 16, 0), OpenStatus::Closed { opens: None });
    assert_eq!(status((2027, 4, 1), 0, 0), OpenStatus::OutOfDate);
    assert_eq!(status((2027, 4, 1), 10, 0), OpenStatus::OutOfDate);
    assert_eq!(status((2026, 6, 30), 10, 0), OpenStatus::OutOfDate);
    assert_eq!(status((2026, 7, 1), 8, 45), open(at((2026, 7, 1), 16, 0)));
}

#[test]
fn the_turn_of_the_year_is_closed_from_12_29_to_1_3() {
    let status = |date| asaka().status(at(date, 10, 0), &holidays());
    assert_eq!(status((2026, 12, 28)), open(at((2026, 12, 28), 16, 0)));
    let monday = at((2027, 1, 4), 8, 45);
    assert_eq!(status((2026, 12, 29)), closed(monday));
    assert_eq!(status((2026, 12, 31)), closed(monday));
    assert_eq!(status((2027, 1, 1)), closed(monday));
    assert_eq!(status((2027, 1, 4)), open(at((2027, 1, 4), 16, 0)));
}

#[test]
fn the_turn_of_the_year_is_unknown_where_nobody_speaks_of_it() {
    let status = |hours: &Hours, date| hours.status(at(date, 10, 0), &holidays());
    let next = at((2027, 1, 4), 9, 0);
    for date in [(2026, 12, 29), (2026, 12, 31)] {
        assert_eq!(status(&bare(), date), unknown(Doubt::YearEnd, next));
    }
    assert_eq!(
        status(&bare(), (2026, 12, 28)),
        open(at((2026, 12, 28), 17, 0))
    );
    // 「元日は休み」 says that the other days are not.
    let new_year = Closure::Yearly {
        from: (1, 1),
        until: (1, 1),
    };
    let spoken = hours(&bare().spans, &[new_year]);
    assert_eq!(
        status(&spoken, (2026, 12, 30)),
        open(at((2026, 12, 30), 17, 0))
    );
    assert_eq!(status(&spoken, (2027, 1, 1)), closed(next));
}

#[test]
fn every_day_means_holidays_and_the_turn_of_the_year_too() {
    let every_day = hours(&[span(EVERY_DAY, OnHolidays::Open, (16, 0), (21, 0))], &[]);
    for date in [(2026, 11, 23), (2026, 12, 31), (2027, 1, 1), (2026, 11, 22)] {
        let status = every_day.status(at(date, 16, 0), &holidays());
        assert_eq!(status, open(at(date, 21, 0)));
    }
}

#[test]
fn a_holiday_nobody_speaks_of_is_unknown_and_never_open() {
    let holiday = (2026, 11, 23);
    let next = at((2026, 11, 24), 9, 0);
    let status = |hour| bare().status(at(holiday, hour, 0), &holidays());
    assert_eq!(status(8), closed(next));
    assert_eq!(status(9), unknown(Doubt::Holiday, next));
    assert_eq!(status(17), closed(next));
}

#[test]
fn workdays_are_closed_on_holidays() {
    let workdays = hours(&[span(WORKDAYS, OnHolidays::Closed, (9, 0), (17, 0))], &[]);
    assert_eq!(
        workdays.status(at((2026, 11, 23), 10, 0), &holidays()),
        closed(at((2026, 11, 24), 9, 0))
    );
}

#[test]
fn hours_for_holidays_replace_those_of_the_weekday() {
    // 月〜金 9:00〜20:00、土・日・祝 9:00〜17:00
    let both = hours(
        &[
            span(WORKDAYS, OnHolidays::Unsaid, (9, 0), (20, 0)),
            span(SATURDAY | SUNDAY, OnHolidays::Open, (9, 0), (17, 0)),
        ],
        &[YEAR_END],
    );
    let holiday = (2026, 11, 23);
    let status = |date, hour| both.status(at(date, hour, 0), &holidays());
    assert_eq!(status(holiday, 16), open(at(holiday, 17, 0)));
    assert_eq!(status(holiday, 18), closed(at((2026, 11, 24), 9, 0)));
    assert_eq!(status((2026, 11, 24), 18), open(at((2026, 11, 24), 20, 0)));
    assert_eq!(status((2027, 1, 1), 10), closed(at((2027, 1, 4), 9, 0)));
}

#[test]
fn a_day_off_that_is_a_holiday_with_hours_is_unknown() {
    // 火〜日・祝 9:00〜17:00, 休み 月: on a Monday holiday both are said.
    let museum = hours(
        &[span(EVERY_DAY & !1, OnHolidays::Open, (9, 0), (17, 0))],
        &[Closure::Weekdays {
            weekdays: 1,
            nth: 0,
        }],
    );
    assert_eq!(
        museum.status(at((2026, 11, 23), 10, 0), &holidays()),
        unknown(Doubt::Holiday, at((2026, 11, 24), 9, 0))
    );
    assert_eq!(
        museum.status(at((2026, 11, 16), 10, 0), &holidays()),
        closed(at((2026, 11, 17), 9, 0))
    );
}

#[test]
fn every_day_yields_to_its_days_off() {
    // 毎日 10:00〜17:00, 休み 火・祝日
    let yields = hours(
        &[span(EVERY_DAY, OnHolidays::Open, (10, 0), (17, 0))],
        &[
            Closure::Weekdays {
                weekdays: 0b10,
                nth: 0,
            },
            Closure::Holidays,
        ],
    );
    // Monday 11/23 is a holiday, Tuesday 11/24 the weekly day off.
    assert_eq!(
        yields.status(at((2026, 11, 23), 11, 0), &holidays()),
        closed(at((2026, 11, 25), 10, 0))
    );
}

#[test]
fn an_nth_weekday_is_counted_within_its_month_and_yields_to_a_holiday() {
    // 第2月 13:00〜16:00: 2026-10-12 is a holiday.
    let mut second_monday = hours(&[span(1, OnHolidays::Closed, (13, 0), (16, 0))], &[]);
    second_monday.spans[0].nth = 0b10;
    let status = |date| second_monday.status(at(date, 13, 0), &holidays());
    assert_eq!(status((2026, 9, 14)), open(at((2026, 9, 14), 16, 0)));
    assert_eq!(status((2026, 10, 5)), closed(at((2026, 11, 9), 13, 0)));
    assert_eq!(status((2026, 10, 12)), closed(at((2026, 11, 9), 13, 0)));
    // Unsaid, the holiday is unknown.
    second_monday.spans[0].on_holidays = OnHolidays::Unsaid;
    assert_eq!(
        second_monday.status(at((2026, 10, 12), 13, 0), &holidays()),
        unknown(Doubt::Holiday, at((2026, 11, 9), 13, 0))
    );
}

#[test]
fn a_season_opens_in_its_months_and_says_when_it_begins_again() {
    // 4月〜9月の月〜金 9:00〜18:00
    let mut summer = hours(&[span(WORKDAYS, OnHolidays::Closed, (9, 0), (18, 0))], &[]);
    summer.spans[0].season = Season::Months(0b1_1111_1000);
    let status = |date| summer.status(at(date, 10, 0), &holidays());
    assert_eq!(status((2026, 4, 1)), open(at((2026, 4, 1), 18, 0)));
    assert_eq!(status((2026, 9, 30)), open(at((2026, 9, 30), 18, 0)));
    let spring = at((2027, 4, 1), 9, 0);
    assert_eq!(status((2026, 10, 1)), closed(spring));
    assert_eq!(status((2026, 3, 31)), closed(at((2026, 4, 1), 9, 0)));
    // Over the end of the year.
    summer.spans[0].season = Season::Dates {
        from: (11, 20),
        until: (2, 10),
    };
    let status = |date| summer.status(at(date, 10, 0), &holidays());
    assert_eq!(status((2026, 11, 19)), closed(at((2026, 11, 20), 9, 0)));
    assert_eq!(status((2026, 11, 20)), open(at((2026, 11, 20), 18, 0)));
    assert_eq!(status((2027, 2, 10)), open(at((2027, 2, 10), 18, 0)));
    assert_eq!(status((2027, 2, 12)), OpenStatus::Closed { opens: None });
}

#[test]
fn what_holds_in_another_season_says_nothing_of_a_holiday() {
    // 月〜金 9:00〜17:00、7月・8月の日・祝 9:00〜12:00: in November nobody speaks of holidays.
    let mut desk = hours(
        &[
            span(WORKDAYS, OnHolidays::Unsaid, (9, 0), (17, 0)),
            span(SUNDAY, OnHolidays::Open, (9, 0), (12, 0)),
        ],
        &[],
    );
    desk.spans[1].season = Season::Months(0b1100_0000);
    let status = |date, hour| desk.status(at(date, hour, 0), &holidays());
    let next = at((2026, 11, 24), 9, 0);
    assert_eq!(status((2026, 11, 23), 10), unknown(Doubt::Holiday, next));
    assert_eq!(status((2026, 11, 22), 10), closed(next));
    assert_eq!(status((2026, 7, 20), 10), open(at((2026, 7, 20), 12, 0)));
    assert_eq!(status((2026, 7, 20), 13), closed(at((2026, 7, 21), 9, 0)));
}

#[test]
fn a_weekday_of_even_months_skips_the_odd_ones() {
    // 偶数月の第2火 13:30〜15:30; 2026-12-08 is the second Tuesday of December.
    let mut second = hours(&[span(0b10, OnHolidays::Unsaid, (13, 30), (15, 30))], &[]);
    second.spans[0].nth = 0b10;
    second.spans[0].season = Season::Months(0b1010_1010_1010);
    let status = |date| second.status(at(date, 14, 0), &holidays());
    assert_eq!(status((2026, 11, 10)), closed(at((2026, 12, 8), 13, 30)));
    assert_eq!(status((2026, 12, 8)), open(at((2026, 12, 8), 15, 30)));
    assert_eq!(status((2026, 12, 9)), closed(at((2027, 2, 9), 13, 30)));
}

#[test]
fn a_day_of_the_month_counts_on_any_weekday() {
    // 毎日 16:00〜21:00、毎月10日 8:00〜翌8:00: いのちの電話.
    let mut line = hours(
        &[
            span(EVERY_DAY, OnHolidays::Open, (16, 0), (21, 0)),
            span(0, OnHolidays::Unsaid, (8, 0), (32, 0)),
        ],
        &[],
    );
    line.spans[1].dates = 1 << 9;
    let status = |date, hour| line.status(at(date, hour, 0), &holidays());
    let tenth = (2026, 10, 10);
    assert_eq!(status((2026, 10, 9), 9), closed(at((2026, 10, 9), 16, 0)));
    assert_eq!(status((2026, 10, 9), 22), closed(at(tenth, 8, 0)));
    assert_eq!(status(tenth, 8), open(at((2026, 10, 11), 8, 0)));
    assert_eq!(status((2026, 10, 11), 7), open(at((2026, 10, 11), 8, 0)));
    assert_eq!(status((2026, 10, 11), 8), closed(at((2026, 10, 11), 16, 0)));
}

#[test]
fn the_last_day_of_a_month_has_another_number_each_month() {
    let library = hours(
        &[span(EVERY_DAY, OnHolidays::Open, (9, 0), (17, 0))],
        &[Closure::Dates(LAST_OF_MONTH)],
    );
    let status = |date| library.status(at(date, 10, 0), &holidays());
    assert_eq!(status((2026, 11, 29)), open(at((2026, 11, 29), 17, 0)));
    assert_eq!(status((2026, 11, 30)), closed(at((2026, 12, 1), 9, 0)));
    assert_eq!(status((2026, 12, 30)), open(at((2026, 12, 30), 17, 0)));
    assert_eq!(status((2026, 12, 31)), closed(at((2027, 1, 1), 9, 0)));
    assert_eq!(status((2027, 2, 28)), closed(at((2027, 3, 1), 9, 0)));
}

#[test]
fn an_nth_day_off_closes_that_day_only() {
    // 月〜土, 休み 第3土 (2026-11-21).
    let shop = hours(
        &[span(
            WORKDAYS | SATURDAY,
            OnHolidays::Unsaid,
            (8, 30),
            (17, 30),
        )],
        &[Closure::Weekdays {
            weekdays: SATURDAY,
            nth: 0b100,
        }],
    );
    let status = |date| shop.status(at(date, 10, 0), &holidays());
    assert_eq!(status((2026, 11, 14)), open(at((2026, 11, 14), 17, 30)));
    assert_eq!(status((2026, 11, 21)), closed(at((2026, 11, 24), 8, 30)));
    assert_eq!(status((2026, 11, 28)), open(at((2026, 11, 28), 17, 30)));
}

#[test]
fn lunch_is_a_closing_and_an_opening() {
    let lunch = hours(
        &[
            span(WORKDAYS, OnHolidays::Closed, (9, 0), (12, 0)),
            span(WORKDAYS, OnHolidays::Closed, (13, 0), (17, 0)),
        ],
        &[],
    );
    let friday = (2026, 11, 20);
    let status = |hour, minute| lunch.status(at(friday, hour, minute), &holidays());
    assert_eq!(status(11, 59), open(at(friday, 12, 0)));
    assert_eq!(status(12, 0), closed(at(friday, 13, 0)));
    assert_eq!(status(13, 0), open(at(friday, 17, 0)));
}

#[test]
fn a_night_line_is_open_after_midnight_by_the_day_it_began_on() {
    // 毎日 12:00〜翌5:30, 休み 12/29〜1/3
    let night = hours(
        &[span(EVERY_DAY, OnHolidays::Open, (12, 0), (29, 30))],
        &[YEAR_END],
    );
    let status = |date, hour, minute| night.status(at(date, hour, minute), &holidays());
    assert_eq!(
        status((2026, 11, 21), 1, 0),
        open(at((2026, 11, 21), 5, 30))
    );
    assert_eq!(
        status((2026, 11, 20), 23, 0),
        open(at((2026, 11, 21), 5, 30))
    );
    assert_eq!(
        status((2026, 11, 21), 5, 30),
        closed(at((2026, 11, 21), 12, 0))
    );
    // The night of 12/28 reaches into the days off; that of 1/3 does not begin.
    assert_eq!(
        status((2026, 12, 29), 1, 0),
        open(at((2026, 12, 29), 5, 30))
    );
    assert_eq!(
        status((2026, 12, 29), 12, 0),
        closed(at((2027, 1, 4), 12, 0))
    );
    assert_eq!(status((2027, 1, 4), 1, 0), closed(at((2027, 1, 4), 12, 0)));
}

#[test]
fn a_night_that_began_on_the_last_valid_day_is_answered_to_its_end() {
    let mut night = hours(&[span(EVERY_DAY, OnHolidays::Open, (22, 0), (29, 0))], &[]);
    night.valid_from = Some(day(2026, 11, 20));
    night.valid_until = Some(day(2026, 11, 20));
    let status = |date, hour| night.status(at(date, hour, 0), &holidays());
    assert_eq!(status((2026, 11, 20), 23), open(at((2026, 11, 21), 5, 0)));
    assert_eq!(status((2026, 11, 21), 4), open(at((2026, 11, 21), 5, 0)));
    assert_eq!(status((2026, 11, 21), 5), OpenStatus::OutOfDate);
    // The night before the first valid day is not known to have been worked.
    assert_eq!(status((2026, 11, 20), 4), OpenStatus::OutOfDate);
    assert_eq!(status((2026, 11, 20), 6), closed(at((2026, 11, 20), 22, 0)));
}

#[test]
fn midnight_as_an_end_is_the_first_minute_of_the_next_day() {
    let evening = hours(&[span(EVERY_DAY, OnHolidays::Open, (16, 0), (24, 0))], &[]);
    let saturday = (2026, 11, 21);
    let status = |date, hour, minute| evening.status(at(date, hour, minute), &holidays());
    assert_eq!(status(saturday, 23, 59), open(at((2026, 11, 22), 0, 0)));
    assert_eq!(
        status((2026, 11, 22), 0, 0),
        closed(at((2026, 11, 22), 16, 0))
    );
}

#[test]
fn ranges_that_touch_close_at_the_end_of_the_last() {
    // 金・土 24時間: Friday 0:00 to Sunday 0:00.
    let weekend = hours(
        &[span(0b011_0000, OnHolidays::Open, (0, 0), (24, 0))],
        &[YEAR_END],
    );
    assert_eq!(
        weekend.status(at((2026, 11, 20), 10, 0), &holidays()),
        open(at((2026, 11, 22), 0, 0))
    );
}

#[test]
fn a_line_for_any_hour_never_closes() {
    let always = hours(&[span(EVERY_DAY, OnHolidays::Open, (0, 0), (24, 0))], &[]);
    assert!(always.is_always_open());
    for moment in [
        at((2026, 1, 1), 0, 0),
        at((2026, 11, 21), 3, 3),
        at((2040, 5, 5), 12, 0),
    ] {
        assert_eq!(
            always.status(moment, &holidays()),
            OpenStatus::Open { closes: None }
        );
    }
    let with_days_off = hours(&always.spans, &[YEAR_END]);
    assert!(!with_days_off.is_always_open());
    for (weekdays, from, until) in [
        (EVERY_DAY, (9, 0), (24, 0)),
        (EVERY_DAY, (0, 0), (23, 59)),
        (WORKDAYS, (0, 0), (24, 0)),
    ] {
        let nearly = hours(&[span(weekdays, OnHolidays::Open, from, until)], &[]);
        assert!(!nearly.is_always_open(), "{nearly:?}");
    }
    assert_eq!(
        with_days_off.status(at((2026, 12, 27), 0, 0), &holidays()),
        open(at((2026, 12, 29), 0, 0))
    );
}

#[test]
fn no_hours_are_unknown_whatever_the_note_says() {
    let mut noted = Hours::default();
    noted.note.push_str("平日 9:00〜17:00");
    assert_eq!(
        noted.status(at((2026, 11, 20), 10, 0), &holidays()),
        OpenStatus::Unknown {
            doubt: Doubt::NoHours,
            opens: None
        }
    );
}

#[test]
fn outside_of_the_table_only_what_depends_on_holidays_is_unknown() {
    let tuesday = at((2030, 6, 4), 10, 0);
    let no_table = OpenStatus::Unknown {
        doubt: Doubt::NoHolidayTable,
        opens: None,
    };
    assert_eq!(bare().status(tuesday, &holidays()), no_table);
    let workdays = hours(&[span(WORKDAYS, OnHolidays::Closed, (9, 0), (17, 0))], &[]);
    assert_eq!(workdays.status(tuesday, &holidays()), no_table);
    let sundays = hours(&[span(SUNDAY, OnHolidays::Open, (9, 0), (17, 0))], &[]);
    assert_eq!(
        sundays.status(tuesday, &holidays()),
        OpenStatus::Unknown {
            doubt: Doubt::NoHolidayTable,
            opens: Some(at((2030, 6, 9), 9, 0)),
        }
    );
    let every_day = hours(&[span(EVERY_DAY, OnHolidays::Open, (9, 0), (17, 0))], &[]);
    assert_eq!(
        every_day.status(tuesday, &holidays()),
        open(at((2030, 6, 4), 17, 0))
    );
}

#[test]
fn the_next_opening_is_looked_for_on_seventy_days_and_no_more() {
    let until = |until: Day| {
        let (_, month, date) = until.civil();
        Closure::Yearly {
            from: (2, 1),
            until: (month, date),
        }
    };
    let every_day = [span(EVERY_DAY, OnHolidays::Open, (9, 0), (17, 0))];
    let now = at((2026, 2, 1), 10, 0);
    let seventieth = now.day.plus(70);
    let found = hours(&every_day, &[until(seventieth.plus(-1))]).status(now, &holidays());
    assert_eq!(
        found,
        closed(Moment {
            day: seventieth,
            minute: 540
        })
    );
    let beyond = hours(&every_day, &[until(seventieth)]).status(now, &holidays());
    assert_eq!(beyond, OpenStatus::Closed { opens: None });
}

fn any_season() -> impl Strategy<Value = Season> {
    let dates = (1_u8..=12, 1_u8..=28, 1_u8..=12, 1_u8..=28);
    prop_oneof![
        3 => Just(Season::Always),
        1 => (1_u16..0x1000).prop_map(Season::Months),
        1 => dates.prop_map(|(month, date, to_month, to_date)| Season::Dates {
            from: (month, date),
            until: (to_month, to_date),
        }),
    ]
}

prop_compose! {
    fn any_span()(
        weekdays in 1_u8..=EVERY_DAY,
        nth in prop_oneof![3 => Just(0_u8), 1 => 1_u8..32],
        on_holidays in prop::sample::select(vec![OnHolidays::Unsaid, OnHolidays::Open, OnHolidays::Closed]),
        from in 0_u16..1440,
        length in 1_u16..=1440,
        dates in prop_oneof![3 => Just(0_u32), 1 => 1_u32..],
        season in any_season(),
    ) -> Span {
        Span { weekdays, nth, dates, season, on_holidays, from, until: from + length }
    }
}

fn any_closure() -> impl Strategy<Value = Closure> {
    prop_oneof![
        (1_u8..=EVERY_DAY, prop_oneof![Just(0_u8), 1_u8..32])
            .prop_map(|(weekdays, nth)| Closure::Weekdays { weekdays, nth }),
        Just(Closure::Holidays),
        (1_u32..).prop_map(Closure::Dates),
        (1_u8..=12, 1_u8..=28, 1_u8..=12, 1_u8..=28).prop_map(|(m, d, to_m, to_d)| {
            Closure::Yearly {
                from: (m, d),
                until: (to_m, to_d),
            }
        }),
        Just(YEAR_END),
    ]
}

prop_compose! {
    fn any_hours()(
        spans in prop::collection::vec(any_span(), 1..4),
        closures in prop::collection::vec(any_closure(), 0..3),
        first in prop::option::of(-30_i32..30),
        length in prop::option::of(0_i32..60),
    ) -> Hours {
        let start = day(2026, 11, 1);
        Hours {
            valid_from: first.map(|days| start.plus(days)),
            valid_until: length.map(|days| start.plus(first.unwrap_or(0) + days)),
            ..hours(&spans, &closures)
        }
    }
}

prop_compose! {
    /// Around the end of 2026, the table's years and beyond.
    fn any_moment()(days in -40_i32..300, minute in 0_u16..1440) -> Moment {
        Moment { day: day(2026, 11, 1).plus(days), minute }
    }
}

fn minute_before(moment: Moment) -> Moment {
    match moment.minute {
        0 => Moment {
            day: moment.day.plus(-1),
            minute: 1439,
        },
        minute => Moment {
            minute: minute - 1,
            ..moment
        },
    }
}

fn is_open(status: OpenStatus) -> bool {
    matches!(status, OpenStatus::Open { .. })
}

fn is_in_season(season: Season, day: Day) -> bool {
    let (_, month, date) = day.civil();
    match season {
        Season::Always => true,
        Season::Months(months) => months >> (month - 1) & 1 == 1,
        Season::Dates { from, until } if from <= until => (from..=until).contains(&(month, date)),
        Season::Dates { from, until } => from <= (month, date) || (month, date) <= until,
    }
}

proptest! {
    #[test]
    fn open_holds_until_it_closes(hours in any_hours(), now in any_moment()) {
        let status = |moment| hours.status(moment, &holidays());
        if let OpenStatus::Open { closes: Some(closes) } = status(now) {
            prop_assert!(closes > now);
            prop_assert!(!is_open(status(closes)));
            let last = status(minute_before(closes));
            prop_assert_eq!(last, OpenStatus::Open { closes: Some(closes) });
        }
    }

    #[test]
    fn the_next_opening_is_open_and_the_minute_before_is_not(
        hours in any_hours(), now in any_moment(),
    ) {
        let status = |moment| hours.status(moment, &holidays());
        if let OpenStatus::Closed { opens: Some(opens) } | OpenStatus::Unknown { opens: Some(opens), .. } = status(now) {
            prop_assert!(opens > now);
            prop_assert!(is_open(status(opens)));
            prop_assert!(!is_open(status(minute_before(opens))));
        }
    }

    #[test]
    fn open_is_never_said_on_a_day_that_is_off(
        hours in any_hours(), date in -30_i32..90, minute in 0_u16..1440,
    ) {
        // Without nights, so that the minute belongs to its day.
        let mut by_day = hours;
        for span in &mut by_day.spans {
            span.until = span.until.min(1440).max(span.from + 1);
        }
        let now = Moment { day: day(2026, 11, 1).plus(date), minute };
        let holiday = holidays().has(now.day) == Some(true);
        let off = !by_day.hold_on(now.day) || by_day.closures.iter().any(|closure| match closure {
            Closure::Weekdays { weekdays, nth } => {
                weekdays & (1 << now.day.weekday().0) != 0
                    && (*nth == 0 || nth & (1 << (now.day.nth_in_month() - 1)) != 0)
            }
            Closure::Holidays => holiday,
            Closure::Dates(dates) => dates & (1 << (now.day.civil().2 - 1)) != 0,
            Closure::Yearly { .. } => false,
        });
        let covered = by_day.spans.iter().any(|span| {
            span.from <= minute && minute < span.until && is_in_season(span.season, now.day)
        });
        if off || !covered {
            prop_assert!(!is_open(by_day.status(now, &holidays())));
        }
    }

    #[test]
    fn knowing_more_of_holidays_never_closes_what_was_surely_open(
        hours in any_hours(), now in any_moment(),
    ) {
        // A table that reaches no day: whatever is open without it is open with it.
        let none = Holidays::new(day(1990, 1, 1), day(1990, 1, 1), Vec::new());
        if is_open(hours.status(now, &none)) {
            prop_assert!(is_open(hours.status(now, &holidays())));
        }
    }
}
