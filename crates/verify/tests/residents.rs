//! The golden residents of `tests/residents`: everybody gets the right windows, and few questions.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Faults;
use std::path::PathBuf;
use verify::residents::{
    Resident, Visit, as_text, percentile, read_residents, receive, rules_lived,
};

fn at_root(folder: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(folder).canonicalize().unwrap()
}

fn residents() -> Vec<Resident> {
    read_residents(&at_root("tests/residents"))
        .map_err(Faults::sorted)
        .unwrap()
}

fn visits() -> Vec<Visit> {
    let towns = tiny::real_towns();
    receive(&towns, &residents())
        .map_err(Faults::sorted)
        .unwrap()
}

#[test]
fn everybody_gets_the_right_windows() {
    let mut visits = visits();
    visits.retain(|visit| !visit.failures.is_empty());
    assert!(visits.is_empty(), "{}", as_text(&visits));
}

#[test]
fn half_settle_within_6_questions_and_95_of_100_within_9() {
    let visits = visits();
    assert!(percentile(&visits, 50) <= 6 && percentile(&visits, 95) <= 9);
}

#[test]
fn both_towns_and_all_askers_are_told_of() {
    let residents = residents();
    assert!(residents.len() >= 84, "{}", residents.len());
    for town in ["asaka", "komae"] {
        for asker in ["self", "family", "supporter"] {
            let count = residents
                .iter()
                .filter(|one| one.town == town && one.asker == asker)
                .count();
            assert!(count >= 5, "{town} {asker}: {count}");
        }
    }
}

#[test]
fn every_crisis_rule_and_every_compound_pattern_is_lived_by_somebody() {
    let towns = tiny::real_towns();
    let lived = rules_lived(&towns, &residents());
    for rule in &towns[0].catalog.rules {
        assert!(lived.contains(&rule.id), "{}", rule.id);
    }
}
