//! The kinds that lead to an entry: what speaks for each, and what could.

use super::line::Line;
use super::situation::Situation;
use crate::reports::words::{TruthId, condition_words};
use navigator::{Catalog, EntryId, KindId, Outcome, RuleSort, Truth};
use serde::Serialize;

/// A kind of window.
#[derive(Debug, Serialize)]
pub struct Kind<'a> {
    pub kind: &'a str,
    pub name: &'a str,
    pub role: KindRole,
    place: Option<usize>,
    of: usize,
    pub spoken_for_by: Vec<Speaker<'a>>,
    pub would_be_by: Silent<'a>,
    pub line: Line<'a>,
}

/// How an entry plays a kind.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KindRole {
    Main,
    Side,
    StandsIn,
}

/// What speaks for a kind now.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Speaker<'a> {
    Need {
        need: &'a str,
        words: &'a str,
        first: bool,
    },
    Rule {
        rule: &'a str,
        words: &'a str,
        first: bool,
        sort: Sort,
        sure: bool,
    },
    JoinedUp {
        joined_up: bool,
        words: &'a str,
    },
    Fallback {
        fallback: bool,
        words: &'a str,
    },
}

/// The sort of a rule.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    Crisis,
    Urgent,
    Compound,
    Gate,
}

/// What else could speak for a kind: troubles that were not told, and rules that do not hold.
#[derive(Debug, Serialize)]
pub struct Silent<'a> {
    pub needs: Vec<SilentNeed<'a>>,
    pub rules: Vec<SilentRule<'a>>,
}

#[derive(Debug, Serialize)]
pub struct SilentNeed<'a> {
    pub need: &'a str,
    words: &'a str,
}

#[derive(Debug, Serialize)]
pub struct SilentRule<'a> {
    pub rule: &'a str,
    words: &'a str,
    truth: TruthId,
    when: String,
}

impl From<RuleSort> for Sort {
    fn from(sort: RuleSort) -> Self {
        match sort {
            RuleSort::Crisis { .. } => Self::Crisis,
            RuleSort::Urgent => Self::Urgent,
            RuleSort::Compound => Self::Compound,
            RuleSort::Gate => Self::Gate,
        }
    }
}

/// The entry's own kinds, then those that it stands in for.
pub fn kinds_of(catalog: &Catalog, id: EntryId) -> impl Iterator<Item = KindId> + '_ {
    let own = &catalog.entry(id).kinds;
    let leads = move |kind: &KindId| catalog.kind(*kind).entries.contains(&id);
    let others = catalog
        .kind_ids()
        .filter(move |kind| leads(kind) && !own.contains(kind));
    own.iter().copied().chain(others)
}

impl<'a> Kind<'a> {
    pub fn of(situation: Situation<'a>, outcome: &Outcome, id: EntryId, kind_id: KindId) -> Self {
        let catalog = situation.catalog;
        let kind = catalog.kind(kind_id);
        let own = &catalog.entry(id).kinds;
        let place = kind.entries.iter().position(|&other| other == id);
        Self {
            kind: &kind.id,
            name: &kind.plain,
            role: match own.iter().position(|&own| own == kind_id) {
                Some(0) => KindRole::Main,
                Some(_) => KindRole::Side,
                None => KindRole::StandsIn,
            },
            place: place.map(|place| place + 1),
            of: kind.entries.len(),
            spoken_for_by: speakers(situation, outcome, kind_id),
            would_be_by: silent(situation, kind_id),
            line: Line::of(situation, &kind.fits),
        }
    }
}

fn speakers<'a>(situation: Situation<'a>, outcome: &Outcome, kind: KindId) -> Vec<Speaker<'a>> {
    let Situation {
        catalog, answers, ..
    } = situation;
    let needs = answers.chosen_needs().map(|id| catalog.need(id));
    let needs = needs.filter(|need| need.first.contains(&kind) || need.also.contains(&kind));
    let needs = needs.map(|need| Speaker::Need {
        need: &need.id,
        words: need.text.to(answers.asker),
        first: need.first.contains(&kind),
    });
    let rules = catalog.rules.iter().filter_map(|rule| {
        let sure = rule.when.read(catalog, answers) == Truth::Yes;
        let leads = rule.first.contains(&kind) || rule.also.contains(&kind);
        let speaks = leads && (sure || rule.when.may_hold(catalog, answers));
        speaks.then(|| Speaker::Rule {
            rule: &rule.id,
            words: &rule.words,
            first: rule.first.contains(&kind),
            sort: rule.sort.into(),
            sure,
        })
    });
    let mut list: Vec<Speaker<'a>> = needs.chain(rules).collect();
    if kind == catalog.joined_up && outcome.suggestions.iter().any(|card| card.joined_up) {
        list.push(Speaker::JoinedUp {
            joined_up: true,
            words: "いくつもの困りごとがつながっている",
        });
    }
    if catalog.fallback.contains(&kind) {
        list.push(Speaker::Fallback {
            fallback: true,
            words: "だれにでも最後に案内する種類",
        });
    }
    list
}

fn silent(situation: Situation<'_>, kind: KindId) -> Silent<'_> {
    let Situation {
        catalog, answers, ..
    } = situation;
    let told = |id| answers.chosen_needs().any(|told| told == id);
    let leads = |first: &[KindId], also: &[KindId]| first.contains(&kind) || also.contains(&kind);
    let needs = catalog.need_ids().filter(|&id| !told(id));
    let needs = needs.map(|id| catalog.need(id));
    let needs = needs.filter(|need| leads(&need.first, &need.also));
    let needs = needs.map(|need| SilentNeed {
        need: &need.id,
        words: need.text.to(answers.asker),
    });
    let rules = catalog.rules.iter();
    let rules = rules.filter(|rule| leads(&rule.first, &rule.also));
    let rules = rules.filter_map(|rule| {
        let truth = rule.when.read(catalog, answers);
        let speaks = truth == Truth::Yes || rule.when.may_hold(catalog, answers);
        (!speaks).then(|| SilentRule {
            rule: &rule.id,
            words: &rule.words,
            truth: truth.into(),
            when: condition_words(catalog, &rule.when),
        })
    });
    Silent {
        needs: needs.collect(),
        rules: rules.collect(),
    }
}
