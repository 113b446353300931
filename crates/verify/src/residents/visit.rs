//! What a golden resident meets: the app's own interview, and whether the windows are the right ones.
//!
//! Each resident is judged twice: on everything that they could say, and on what the app has asked
//! when it stops asking. What is right for them must be right both times.

use super::report::{Visit, Visits};
use super::resident::Resident;
use catalog::answers::{AREA_ID, NEEDS_ID};
use catalog::{Compiled, Faults};
use navigator::{
    Answer, Answers, Ask, Catalog, Day, EntryId, Moment, Outcome, Reason, Rule, RuleSort, Standing,
    Suggestion, Truth, Via, next_step, suggest,
};
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
    let mut failures = judge(catalog, resident, &known, known.suggestions.len());
    // A card that no answer ruled out may wait behind as 「聞いてみる価値があります」; not in front.
    let met = suggest(catalog, &heard, day);
    for failure in judge(catalog, resident, &met, met.first_cards().count()) {
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

/// Everything in which the outcome is not what must be right for the resident. Only the
/// first `settled` cards are judged by what must not come and by their standing.
fn judge(catalog: &Catalog, resident: &Resident, outcome: &Outcome, settled: usize) -> Vec<String> {
    let view = View {
        catalog,
        outcome,
        settled: &outcome.suggestions[..settled.min(outcome.suggestions.len())],
    };
    let mut failures = Vec::new();
    for (what, expected, found) in [
        ("命や安全のきけん", resident.crisis, outcome.crisis),
        (
            "あとを残さない（private）",
            resident.private,
            outcome.private,
        ),
        ("もう聞かない（stop）", resident.stop, outcome.stop),
    ] {
        if expected != found {
            let is = if found { "ある" } else { "ない" };
            failures.push(format!("{what}: {is}になっている"));
        }
    }
    view.judge_kinds(resident, &mut failures);
    view.judge_entries(resident, &mut failures);
    view.judge_promises(resident, &mut failures);
    failures
}

/// An outcome with the names of its catalog.
struct View<'a> {
    catalog: &'a Catalog,
    outcome: &'a Outcome,
    /// The cards that asking is about: only of these is it known where they stand.
    settled: &'a [Suggestion],
}

impl View<'_> {
    fn has_kind(&self, card: &Suggestion, id: &str) -> bool {
        card.kinds
            .iter()
            .any(|&kind| self.catalog.kind(kind).id == id)
    }

    /// The first card with this kind.
    fn card_of(&self, id: &str) -> Option<&Suggestion> {
        let cards = &self.outcome.suggestions;
        cards.iter().find(|card| self.has_kind(card, id))
    }

    /// The line for danger that leads or, where nobody is in danger, the first card.
    fn lead(&self) -> Option<&Suggestion> {
        self.outcome.suggestions.first()
    }

    /// True if a rule against violence that applies leads to this card.
    fn is_against_violence(&self, card: &Suggestion) -> bool {
        card.reasons.iter().any(|reason| {
            let Reason::Rule(id) = *reason else {
                return false;
            };
            let rule = self.catalog.rule(id);
            let private = matches!(rule.sort, RuleSort::Crisis { private: true, .. });
            private && card.kinds.iter().any(|kind| rule.first.contains(kind))
        })
    }

    fn entry(&self, id: EntryId) -> &str {
        &self.catalog.entry(id).id
    }

    fn judge_kinds(&self, resident: &Resident, failures: &mut Vec<String>) {
        let mut wants = |what: &str, ids: &[String], right: &dyn Fn(&str) -> bool| {
            for id in ids.iter().filter(|id| !right(id)) {
                failures.push(format!("{what}: {id}"));
            }
        };
        let stands = |id: &str, standing: Standing| {
            let card = self.settled.iter().find(|card| self.has_kind(card, id));
            card.map_or(self.card_of(id).is_some(), |card| card.standing == standing)
        };
        let cards = &self.outcome.suggestions;
        wants("来ない", &resident.must, &|id| {
            self.card_of(id).is_some()
        });
        wants("来てはいけない", &resident.never, &|id| {
            !self.settled.iter().any(|card| self.has_kind(card, id))
        });
        wants(
            "先頭の3枚にない",
            &resident.within_first_three,
            &|id| {
                self.outcome
                    .first_cards()
                    .any(|card| self.has_kind(card, id))
            },
        );
        wants(
            "きけんのときの電話にない",
            &resident.lines,
            &|id| {
                cards
                    .iter()
                    .any(|card| card.crisis && self.has_kind(card, id))
            },
        );
        wants("「相談できます」でない", &resident.sure, &|id| {
            stands(id, Standing::Fits)
        });
        wants(
            "「聞いてみる価値があります」でない",
            &resident.worth_asking,
            &|id| stands(id, Standing::Maybe),
        );
        let firsts = &resident.must_first;
        let leads = |card: &Suggestion| firsts.iter().any(|id| self.has_kind(card, id));
        if !firsts.is_empty() && !self.lead().is_some_and(leads) {
            let found = self.lead().map_or("なし", |card| self.entry(card.entry));
            failures.push(format!("1枚目が{}でない: {found}", firsts.join("・")));
        }
    }

    /// All entries on these cards, with what the same phone reaches and what may be the one in charge.
    fn entries_of(&self, cards: &[Suggestion]) -> Vec<&str> {
        let of_card = |card: &Suggestion| -> Vec<EntryId> {
            let others = card.same_phone.iter().chain(&card.alternatives);
            std::iter::once(&card.entry)
                .chain(others)
                .copied()
                .collect()
        };
        let ids = cards.iter().flat_map(of_card);
        ids.map(|id| self.catalog.entry(id).id.as_str()).collect()
    }

    fn judge_entries(&self, resident: &Resident, failures: &mut Vec<String>) {
        let shown = self.entries_of(&self.outcome.suggestions);
        let unwanted = self.entries_of(self.settled);
        for id in &resident.must_entries {
            if !shown.contains(&id.as_str()) {
                failures.push(format!("窓口が来ない: {id}"));
            }
        }
        for id in &resident.never_entries {
            if unwanted.contains(&id.as_str()) {
                failures.push(format!("窓口が来てはいけない: {id}"));
            }
        }
        if let Some(id) = &resident.first_entry
            && shown.first() != Some(&id.as_str())
        {
            let found = shown.first().unwrap_or(&"なし");
            failures.push(format!("1枚目の窓口が{id}でない: {found}"));
        }
    }

    /// What holds for everybody: a way with a phone and one without, danger first, one joined-up card
    /// that leads, and no switchboard on the lines against violence.
    fn judge_promises(&self, resident: &Resident, failures: &mut Vec<String>) {
        let cards = &self.outcome.suggestions;
        let channels = |card: &Suggestion| &self.catalog.entry(card.entry).channels;
        if !cards.iter().any(|card| !channels(card).phone.is_empty()) {
            failures.push("電話のある窓口がない".to_owned());
        }
        if !cards.iter().any(|card| channels(card).without_phone()) {
            failures.push("電話を使わない道がない".to_owned());
        }
        if cards.windows(2).any(|two| two[1].crisis && !two[0].crisis) {
            failures.push("きけんのときの電話が、ほかの窓口の後にある".to_owned());
        }
        for id in cards
            .iter()
            .filter(|card| self.is_against_violence(card))
            .filter(|card| self.catalog.entry(card.entry).via == Via::Switchboard)
            .map(|card| self.entry(card.entry))
        {
            failures.push(format!("暴力の相談先が代表番号になっている: {id}"));
        }
        if let Some(expected) = resident.joined_up {
            let leading = cards.iter().find(|card| !card.crisis);
            let joined = cards.iter().any(|card| card.crisis && card.joined_up)
                || leading.is_some_and(|card| card.joined_up);
            if joined != expected {
                let is = if joined {
                    "先頭にある"
                } else {
                    "先頭にない"
                };
                failures.push(format!("まとめて聞く窓口が{is}"));
            }
        }
    }
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
