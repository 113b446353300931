//! What a golden resident meets: the app's own interview, and whether the windows are the right ones.
//!
//! Each resident is judged twice: on everything that they could say, and on what the app has asked
//! when it stops asking. What is right for them must be right both times.

use super::judge::{judge, see};
use super::met::Visit;
use super::report::Visits;
use super::resident::Resident;
use catalog::answers::{AREA_ID, NEEDS_ID};
use catalog::{Compiled, Faults};
use navigator::{Answer, Answers, Ask, Catalog, Day, Moment, Rule, Truth, next_step, suggest};
use std::collections::BTreeSet;

/// 2026-10-01 at noon in Japan: any day will do, as long as it is always the same.
const VISITING_MOMENT: i64 = 1_790_823_600_000;

/// Receives all residents in their towns, in the order in which they were read.
///
/// # Errors
/// Every name that a resident's town does not know.
pub fn receive(towns: &[Compiled], residents: &[Resident]) -> Result<Visits, Faults> {
    let mut faults = Faults::default();
    let mut visits = Vec::new();
    for resident in residents {
        let Some(town) = towns.iter().find(|town| town.id == resident.town) else {
            resident.fault_in_town(&mut faults, towns);
            continue;
        };
        if let Some(answers) = resident.answers(&town.catalog, &mut faults) {
            visits.push(visit(&town.catalog, resident, &answers));
        }
    }
    if faults.is_empty() {
        Ok(Visits::of(visits))
    } else {
        Err(faults)
    }
}

fn visit(catalog: &Catalog, resident: &Resident, answers: &Answers) -> Visit {
    let day = Moment::from_unix_millis(VISITING_MOMENT).day;
    let (heard, asked) = interview(catalog, answers, day);
    let known = suggest(catalog, answers, day);
    let all = known.suggestions.len();
    let mut failures = judge(catalog, resident, answers, &known, all);
    // A card that no answer ruled out may wait behind as 「聞いてみる価値があります」; not in front.
    let met = suggest(catalog, &heard, day);
    let settled = met.first_cards().count();
    for failure in judge(catalog, resident, &heard, &met, settled) {
        if !failures.contains(&failure) {
            failures.push(format!("聞き終えたとき: {failure}"));
        }
    }
    failures.extend(judge_questions(resident, &asked));
    Visit {
        file: resident.file.clone(),
        row: resident.row,
        name: resident.name.clone(),
        town: resident.town.clone(),
        asker: resident.asker.clone(),
        alarm: resident.alarm(),
        seen: see(catalog, resident, &heard, &met),
        passed: failures.is_empty(),
        failures,
        asked,
    }
}

/// Follows the app's own order of questions, answering from what the resident knows.
fn interview(catalog: &Catalog, known: &Answers, day: Day) -> (Answers, Vec<String>) {
    let mut heard = Answers::default();
    heard.asker = known.asker;
    heard.needs.clone_from(&known.needs);
    let mut asked = vec![NEEDS_ID.to_owned()];
    while let Some(ask) = next_step(catalog, &heard, day) {
        match ask {
            Ask::Needs => heard.needs = Answer::Unknown,
            Ask::Area => {
                heard.area = said(known.area);
                asked.push(AREA_ID.to_owned());
            }
            Ask::Question(id) => {
                heard.set(id, said(known.circumstance(id)));
                asked.push(catalog.question(id).id.clone());
            }
        }
    }
    (heard, asked)
}

/// Somebody who is asked answers something, and be it 「わからない」.
fn said<S>(known: Answer<S>) -> Answer<S> {
    match known {
        Answer::Open => Answer::Unknown,
        answer => answer,
    }
}

fn judge_questions(resident: &Resident, asked: &[String]) -> Vec<String> {
    let missed = resident.must_ask.iter().filter(|id| !asked.contains(id));
    let missed = missed.map(|id| format!("質問「{id}」が聞かれない"));
    let hurting = resident.never_ask.iter().filter(|id| asked.contains(id));
    let hurting = hurting.map(|id| format!("質問「{id}」が聞かれる"));
    let first = resident.first_question.iter();
    let late = first.filter(|id| asked.get(1) != Some(id));
    let late = late.map(|id| format!("質問「{id}」が最初に聞かれない"));
    missed.chain(hurting).chain(late).collect()
}

/// Ids of the rules that apply to somebody, so that a rule nobody lives is seen.
#[must_use]
pub fn rules_lived(towns: &[Compiled], residents: &[Resident]) -> BTreeSet<String> {
    let mut lived = BTreeSet::new();
    for resident in residents {
        for town in towns.iter().filter(|town| town.id == resident.town) {
            let answers = resident.answers(&town.catalog, &mut Faults::default());
            let rules = answers.iter().flat_map(|answers| {
                let applies = |rule: &&Rule| rule.when.read(&town.catalog, answers) == Truth::Yes;
                town.catalog.rules.iter().filter(applies)
            });
            lived.extend(rules.map(|rule| rule.id.clone()));
        }
    }
    lived
}
