//! The table of holidays, made from the law, against three packages that were written without it.
//! `data/holidays.tsv` says which, in which version, under which licence.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use catalog::{holidays, holidays_of};
use navigator::Day;
use std::collections::BTreeSet;

const SOURCES: [&str; 3] = ["holidays", "jpholiday", "holiday_jp"];
const YEARS: std::ops::RangeInclusive<i32> = 2022..=2040;

fn day(text: &str) -> Day {
    let parts: Vec<i32> = text
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let small = |place: usize| u8::try_from(parts[place]).expect("month and day");
    Day::from_civil(parts[0], small(1), small(2)).expect("a date")
}

fn days_of(source: &str) -> BTreeSet<Day> {
    let column = 1 + SOURCES
        .iter()
        .position(|&name| name == source)
        .expect("source");
    include_str!("data/holidays.tsv")
        .lines()
        .filter(|line| line.starts_with("20"))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells[column] == "1")
        .map(|cells| day(cells[0]))
        .collect()
}

#[test]
fn the_law_gives_the_days_that_three_packages_give() {
    let ours: BTreeSet<Day> = YEARS.flat_map(holidays_of).collect();
    for source in SOURCES {
        let theirs = days_of(source);
        assert!(theirs.len() > 300, "{source} was read");
        let differing: Vec<_> = ours
            .symmetric_difference(&theirs)
            .map(|day| day.civil())
            .collect();
        assert_eq!(differing, [], "{source}");
    }
}

#[test]
fn the_table_holds_each_of_its_days_and_no_other() {
    let table = holidays();
    let (first, last) = table.reach();
    assert_eq!(
        (first.civil(), last.civil()),
        ((2025, 1, 1), (2030, 12, 31))
    );
    let theirs = days_of("holidays");
    for number in first.0..=last.0 {
        let day = Day(number);
        assert_eq!(
            table.has(day),
            Some(theirs.contains(&day)),
            "{:?}",
            day.civil()
        );
    }
}

#[test]
fn a_day_outside_of_the_table_is_not_guessed() {
    let table = holidays();
    assert_eq!(table.has(day("2024-12-31")), None);
    assert_eq!(table.has(day("2031-01-01")), None);
    assert_eq!(table.has(day("2030-12-31")), Some(false));
    assert_eq!(table.has(day("2025-01-01")), Some(true));
}

#[test]
fn a_substitute_and_a_day_between_are_holidays() {
    let table = holidays();
    // 2025-05-04 is a Sunday and 5/5 a holiday: the substitute is 5/6.
    assert_eq!(table.has(day("2025-05-06")), Some(true));
    // 2026-09-21 is 敬老の日, 9/23 秋分の日: the day between is a 国民の休日.
    assert_eq!(table.has(day("2026-09-22")), Some(true));
}
