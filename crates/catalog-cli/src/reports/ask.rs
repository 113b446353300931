//! `catalog ask`: the next question and the suggestions.

use super::question::Question;
use super::reasons::reasons;
use super::status::Status;
use super::when::When;
use super::words::StandingId;
use catalog::moment::moment_text;
use navigator::{Answers, Catalog, EntryId, Moment, Suggestion, Via, next_step};
use serde::Serialize;
use words::asks::asks;

/// What the answers lead to.
#[derive(Debug, Serialize)]
pub struct Told<'a> {
    town: &'a str,
    now: Option<String>,
    next: Option<Question<'a>>,
    asked: usize,
    settled: bool,
    crisis: bool,
    urgent: bool,
    private: bool,
    suggestions: Vec<Card<'a>>,
    always: Vec<Always<'a>>,
}

#[derive(Debug, Serialize)]
struct Card<'a> {
    rank: usize,
    entry: &'a str,
    name: &'a str,
    roles: Vec<&'a str>,
    alternatives: Vec<&'a str>,
    /// Without a number: who answers here passes on to them.
    passed_on: Vec<&'a str>,
    /// What the switchboard is asked for.
    asks: Vec<String>,
    kinds: Vec<&'a str>,
    standing: StandingId,
    crisis: bool,
    urgent: bool,
    joined_up: bool,
    behind: bool,
    phone: Option<&'a str>,
    via: ViaId,
    without_phone: bool,
    hours: &'a str,
    open: Option<Status>,
    /// When the switchboard is answered, where that is called: not when the window is open.
    switchboard_hours: Option<&'a str>,
    switchboard_open: Option<Status>,
    reasons: Vec<String>,
    unknown: Vec<&'a str>,
}

/// A number that stands on every page.
#[derive(Debug, Serialize)]
struct Always<'a> {
    entry: &'a str,
    name: &'a str,
    phone: &'a str,
}

/// Whose number it is, for JSON.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum ViaId {
    Direct,
    Operator,
    Switchboard,
}

impl From<Via> for ViaId {
    fn from(via: Via) -> Self {
        match via {
            Via::Direct => Self::Direct,
            Via::Operator => Self::Operator,
            Via::Switchboard => Self::Switchboard,
        }
    }
}

impl<'a> Told<'a> {
    /// By these answers, then.
    #[must_use]
    pub fn of(catalog: &'a Catalog, answers: &Answers, when: When) -> Self {
        let outcome = when.suggest(catalog, answers);
        let next = next_step(catalog, answers, when.day);
        let cards = outcome.suggestions.iter().enumerate();
        let cards = cards.map(|(place, one)| card(catalog, answers, when.now, place + 1, one));
        let always = catalog.always.iter().map(|&id| {
            let entry = catalog.entry(id);
            Always {
                entry: &entry.id,
                name: &entry.name,
                phone: &entry.channels.phone,
            }
        });
        Self {
            town: &catalog.town.id,
            now: when.now.map(moment_text),
            next: next.map(|ask| Question::of(catalog, answers, ask)),
            asked: answers.asked(),
            settled: next.is_none(),
            crisis: outcome.crisis,
            urgent: outcome.urgent,
            private: outcome.private,
            suggestions: cards.collect(),
            always: always.collect(),
        }
    }
}

fn card<'a>(
    catalog: &'a Catalog,
    answers: &Answers,
    now: Option<Moment>,
    rank: usize,
    one: &Suggestion,
) -> Card<'a> {
    let entry = catalog.entry(one.entry);
    let id = |&id: &EntryId| catalog.entry(id).id.as_str();
    let phone = entry.channels.phone.as_str();
    let hall = catalog.switchboard_of(entry).map(|hall| &hall.hours);
    let kinds = one.kinds.iter().map(|&kind| catalog.kind(kind).id.as_str());
    let unknown = one.unknown.iter();
    let unknown = unknown.map(|&id| catalog.question(id).id.as_str());
    Card {
        rank,
        entry: &entry.id,
        name: &entry.name,
        roles: one.same_phone.iter().map(id).collect(),
        alternatives: one.alternatives.iter().map(id).collect(),
        passed_on: one.passed_on.iter().map(id).collect(),
        asks: asks(catalog, one, answers.asker),
        kinds: kinds.collect(),
        standing: one.standing.into(),
        crisis: one.crisis,
        urgent: one.urgent,
        joined_up: one.joined_up,
        behind: one.behind,
        phone: (!phone.is_empty()).then_some(phone),
        via: entry.via.into(),
        without_phone: entry.channels.without_phone(),
        hours: &entry.hours.text,
        open: now.map(|now| entry.hours.status(now, &catalog.holidays).into()),
        switchboard_hours: hall.map(|hours| hours.text.as_str()),
        switchboard_open: now
            .zip(hall)
            .map(|(now, hours)| hours.status(now, &catalog.holidays).into()),
        reasons: reasons(catalog, answers, one),
        unknown: unknown.collect(),
    }
}
