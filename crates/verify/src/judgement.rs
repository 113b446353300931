//! From what the walks found to the report.

use crate::promises::{MOST_QUESTIONS, Promise};
use crate::report::{Broken, Held, Longest, Report, Witnesses};
use crate::scope::{covered, shown};
use crate::starts::Starts;
use crate::tally::{Failure, Seen, Tally, Witness};
use crate::worth_a_look::{findings, unreached};
use catalog::answers::write_answers;
use catalog::moment::day_text;
use navigator::{Catalog, Day};
use serde_json::{Map, Value};

/// The report on one town.
pub fn judge(catalog: &Catalog, starts: &Starts, tally: &Tally) -> Report {
    let broken: Vec<Broken> = tally
        .failures
        .iter()
        .map(|(&promise, failure)| broken(catalog, promise, failure))
        .collect();
    let unreached = unreached(catalog, tally);
    let longest = tally.longest.as_ref();
    Report {
        town: catalog.town.id.clone(),
        holds: broken.is_empty() && unreached.is_empty(),
        states: tally.states,
        steps: tally.steps,
        longest: Longest {
            questions: longest.map_or(0, |(asked, _)| *asked),
            bound: MOST_QUESTIONS,
            answers: longest.map(|(_, witness)| write_answers(catalog, &witness.answers)),
        },
        covered: covered(catalog, starts),
        shown_for_all_answers: shown(catalog),
        promises: Promise::ALL.map(|promise| held(promise, tally)).into(),
        broken,
        unreached,
        findings: findings(catalog, tally),
        witnesses: witnesses(catalog, tally),
    }
}

fn held(promise: Promise, tally: &Tally) -> Held {
    Held {
        promise: format!("{promise:?}"),
        words: promise.words(),
        kept: !tally.failures.contains_key(&promise),
    }
}

fn broken(catalog: &Catalog, promise: Promise, failure: &Failure) -> Broken {
    Broken {
        promise: format!("{promise:?}"),
        words: promise.words(),
        what: failure.what.clone(),
        times: failure.times,
        answers: example(catalog, &failure.witness, Some(failure.day)),
    }
}

fn example(catalog: &Catalog, witness: &Witness, day: Option<Day>) -> Value {
    let mut answers = write_answers(catalog, &witness.answers);
    if let Some(day) = day {
        answers["now"] = day_text(day).into();
    }
    answers
}

fn witnesses(catalog: &Catalog, tally: &Tally) -> Witnesses {
    let questions = catalog.questions.iter().map(|one| &one.id);
    let rules = catalog.rules.iter().map(|one| &one.id);
    let entries = catalog.entries.iter().map(|one| &one.id);
    Witnesses {
        questions: by_id(catalog, &tally.questions, questions),
        rules: by_id(catalog, &tally.rules, rules),
        entries: by_id(catalog, &tally.entries, entries),
    }
}

fn by_id<'a>(
    catalog: &Catalog,
    seen: &Seen,
    ids: impl Iterator<Item = &'a String>,
) -> Map<String, Value> {
    let told = ids.enumerate().filter_map(|(place, id)| {
        let witness = seen.witness(place)?;
        Some((id.clone(), example(catalog, witness, None)))
    });
    told.collect()
}
