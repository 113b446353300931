//! The golden residents of `tests/residents`: everybody gets the right windows, and few questions.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Faults;
use std::path::PathBuf;
use verify::residents::{Resident, Visits, read_residents, receive, rules_lived};

fn at_root(folder: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(folder).canonicalize().unwrap()
}

fn residents() -> Vec<Resident> {
    let files = std::fs::read_dir(at_root("tests/residents")).unwrap();
    let file = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap())
    };
    let sources = files.map(|item| file(item.unwrap().path())).collect();
    read_residents(&sources).map_err(Faults::sorted).unwrap()
}

fn visits() -> Visits {
    let towns = tiny::real_towns();
    receive(&towns, &residents())
        .map_err(Faults::sorted)
        .unwrap()
}

#[test]
fn everybody_gets_the_right_windows() {
    let visits = visits();
    assert_eq!(visits.failed, 0, "{}", visits.words());
}

#[test]
fn half_settle_within_6_questions_and_95_of_100_within_9() {
    let visits = visits();
    assert!(visits.questions_median <= 6 && visits.questions_p95 <= 9);
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
    let rules = &towns[0].catalog.rules;
    let ids = rules.iter().map(|rule| rule.id.as_str());
    let unlived: Vec<&str> = ids.filter(|&id| !lived.contains(id)).collect();
    assert!(unlived.is_empty(), "{unlived:?}");
}
