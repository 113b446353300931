//! `catalog verify` in small: every single trouble with every answer, one pair for each rule and some more.
//! All pairs are walked by the command. And the verifier itself is put to the test: a catalog that breaks a
//! promise must be caught.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use catalog::answers::read_said;
use navigator::{Catalog, Choice, Day, Entry, Expr, PerAsker, Question, Via};
use serde_json::Value;
use std::sync::OnceLock;
use verify::report::{Finding, Report};
use verify::{Limits, verify};

const IN_TESTS: Limits = Limits {
    every_pair: 400,
    every_triple: 0,
};
const SINGLES: Limits = Limits {
    every_pair: 0,
    every_triple: 0,
};

fn towns() -> &'static [Compiled] {
    static TOWNS: OnceLock<Vec<Compiled>> = OnceLock::new();
    TOWNS.get_or_init(tiny::real_towns)
}

fn today() -> Day {
    Day::from_civil(2026, 11, 24).expect("a day")
}

/// Asaka with something spoilt, single troubles only.
fn spoilt(spoil: impl FnOnce(&mut Catalog)) -> Report {
    let mut catalog = towns()[0].catalog.clone();
    spoil(&mut catalog);
    verify(&catalog, today(), SINGLES)
}

/// The counter-example of a promise, as `catalog ask` takes it.
fn example(report: &Report, promise: &str) -> Value {
    assert!(!report.holds);
    let mut broken = report.broken.iter();
    let broken = broken.find(|one| one.promise == promise);
    let answers = broken.expect(promise).answers.clone();
    read_said(towns(), None, &answers.to_string()).expect("can be put to catalog ask");
    answers
}

fn is_unreached(report: &Report, what: &str, id: &str) -> bool {
    let mut all = report.unreached.iter();
    !report.holds && all.any(|one| one.what == what && one.id == id)
}

#[test]
fn every_promise_holds_on_every_path() {
    for town in towns() {
        let report = verify(&town.catalog, today(), IN_TESTS);
        println!("{}", report.words());
        assert!(report.holds, "{}", report.words());
        assert!(report.states > 10_000, "{}", report.states);
        assert!(
            (5..=12).contains(&report.longest.questions),
            "{}",
            report.longest.questions
        );
    }
}

#[test]
fn the_report_is_the_same_every_time() {
    let catalog = &towns()[0].catalog;
    let report = || verify(catalog, today(), SINGLES);
    assert_eq!(report(), report());
}

#[test]
fn a_state_without_a_phone_is_found_with_fewest_answers() {
    let report = spoilt(|catalog| {
        for entry in &mut catalog.entries {
            entry.channels.phone.clear();
        }
    });
    let answers = example(&report, "Phone");
    assert_eq!(answers["answers"].as_object().expect("answers").len(), 1);
    let told = &report.shown_for_all_answers;
    assert!(told[0].contains("言えない"), "{told:?}");
}

#[test]
fn danger_without_a_line_is_found() {
    let report = spoilt(|catalog| {
        let dv = catalog.rules.iter_mut().find(|rule| rule.id == "dv");
        dv.expect("a rule").first.clear();
    });
    let answers = example(&report, "CrisisFirst");
    assert_eq!(answers["answers"], serde_json::json!({"needs": ["f01"]}));
}

#[test]
fn a_rule_that_can_never_hold_is_found() {
    let report = spoilt(|catalog| catalog.rules[0].when = Expr::Not(Box::new(Expr::Always)));
    assert!(is_unreached(
        &report,
        "rule",
        &towns()[0].catalog.rules[0].id
    ));
}

#[test]
fn a_question_that_changes_nothing_is_never_asked_and_found() {
    let report = spoilt(|catalog| {
        catalog.questions.push(Question {
            id: "idle".to_owned(),
            text: PerAsker::default(),
            options: vec![option("yes"), option("no")],
            ..Question::default()
        });
    });
    assert!(is_unreached(&report, "question", "idle"));
    assert!(is_unreached(&report, "option", "idle.yes"));
}

#[test]
fn an_entry_and_a_measure_out_of_reach_are_found() {
    // A desk that is reached by its kinds alone: the switchboard is the last resort too, and others pass on to rows.
    let catalog = &towns()[0].catalog;
    let passes_on = |place: usize| {
        let mut by = catalog
            .entries
            .iter()
            .filter_map(|other| other.passed_on_by);
        by.any(|by| by.index() == place)
    };
    let is_desk = |(place, entry): (usize, &Entry)| {
        entry.via == Via::Direct && !entry.measures.is_empty() && !passes_on(place)
    };
    let desk = catalog.entries.iter().enumerate().position(is_desk);
    let desk = desk.expect("a desk");
    let measure = catalog.entries[desk].measures[0];
    let report = spoilt(|catalog| {
        for kind in &mut catalog.kinds {
            kind.entries.retain(|id| id.index() != desk);
        }
        for (place, entry) in catalog.entries.iter_mut().enumerate() {
            entry
                .measures
                .retain(|other| place == desk || *other != measure);
        }
    });
    assert!(is_unreached(&report, "entry", &catalog.entries[desk].id));
    let measure = &catalog.plan[measure.index()].id;
    assert!(is_unreached(&report, "measure", measure));
}

#[test]
fn two_answers_that_are_never_told_apart_are_told_of() {
    let report = spoilt(|catalog| {
        let left = catalog
            .questions
            .iter_mut()
            .find(|one| one.id == "money_left");
        left.expect("is asked").options.push(option("again"));
    });
    let twins_of = |finding: &Finding| match finding {
        Finding::Twins {
            question, options, ..
        } => question == "money_left" && options[1] == "again",
        Finding::IdleNeeds { .. } => false,
    };
    let findings = &report.findings;
    assert!(findings.iter().any(twins_of), "{findings:?}");
}

fn option(id: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        ..Choice::default()
    }
}
