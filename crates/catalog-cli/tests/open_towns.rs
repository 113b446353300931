//! «Open now» over the real sheets: what residents of the two towns are told at some moments.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use catalog::moment::read_moment;
use catalog_cli::reports::hours::HoursReport;
use navigator::{Catalog, Doubt, OpenStatus};

fn towns() -> Vec<Compiled> {
    tiny::real_towns()
}

fn status(catalog: &Catalog, entry: &str, now: &str) -> OpenStatus {
    let entry = catalog.entries.iter().find(|one| one.id == entry);
    let now = read_moment(now).expect("a moment");
    entry
        .expect("an entry")
        .hours
        .status(now, &catalog.holidays)
}

fn open_until(text: &str) -> OpenStatus {
    OpenStatus::Open {
        closes: read_moment(text),
    }
}

fn closed_until(text: &str) -> OpenStatus {
    OpenStatus::Closed {
        opens: read_moment(text),
    }
}

#[test]
fn the_city_hall_of_asaka_is_open_in_its_trial_hours_and_asked_after_them() {
    let towns = towns();
    let at = |now| status(&towns[0].catalog, "asaka-shiyakusho", now);
    assert_eq!(at("2026-11-20T15:59"), open_until("2026-11-20T16:00"));
    assert_eq!(at("2026-11-20T16:00"), closed_until("2026-11-24T08:45"));
    assert_eq!(at("2026-12-29T10:00"), closed_until("2027-01-04T08:45"));
    assert_eq!(at("2027-03-31T10:00"), open_until("2027-03-31T16:00"));
    assert_eq!(at("2027-04-01T10:00"), OpenStatus::OutOfDate);
}

#[test]
fn lines_at_night_and_on_holidays_are_told_as_their_sheets_say() {
    let towns = towns();
    let at = |entry, now| status(&towns[1].catalog, entry, now);
    assert_eq!(
        at("tokyo_jisatsu", "2026-11-21T01:00"),
        open_until("2026-11-21T05:30")
    );
    assert_eq!(
        at("p110", "2027-01-01T03:00"),
        OpenStatus::Open { closes: None }
    );
    // 平日 17:00〜22:00、土・日・祝 9:00〜21:00 on a Monday that is a holiday.
    assert_eq!(
        at("rodo_hot", "2026-11-23T10:00"),
        open_until("2026-11-23T21:00")
    );
    assert_eq!(
        at("nenkin", "2026-11-23T10:00"),
        OpenStatus::Unknown {
            doubt: Doubt::Holiday,
            opens: read_moment("2026-11-24T08:30")
        }
    );
}

#[test]
fn hours_from_an_old_source_open_no_door() {
    let towns = towns();
    let at = |entry| status(&towns[1].catalog, entry, "2026-11-24T10:30");
    for entry in ["hokatsu-aitopia", "foodbank-komae"] {
        assert_eq!(at(entry), OpenStatus::OutOfDate, "{entry}");
    }
}

#[test]
fn the_report_names_each_text_that_only_a_person_can_read() {
    for town in towns() {
        let now = read_moment("2026-11-21T10:30").expect("a moment");
        let report = HoursReport::of(&town.catalog, now);
        let words = report.words();
        assert_eq!(report.entries.len(), town.catalog.entries.len());
        assert!(!report.not_understood.is_empty());
        for text in report.not_understood.iter().map(|one| one.text) {
            assert!(words.contains(text), "{text}");
            assert!(
                town.catalog
                    .entries
                    .iter()
                    .any(|one| one.hours.note == text)
            );
        }
    }
}
