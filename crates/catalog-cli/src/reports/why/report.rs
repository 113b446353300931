//! The whole story of one entry for one person.

use super::changes::{Changes, changes};
use super::kinds::{Kind, kinds_of};
use super::line::Line;
use super::obstacles::{Obstacle, obstacles};
use super::shown::{Part, Shown};
use super::situation::Situation;
use crate::reports::reasons::reasons;
use crate::reports::status::{Status, status_words};
use crate::reports::words::{StandingId, TruthId};
use catalog::answers::write_answers;
use catalog::moment::day_text;
use navigator::{Answer, Answers, Catalog, Day, Entry, EntryId, Suggestion, Via};
use serde::Serialize;
use serde_json::Value;

/// The answer to «why»; the keys of its JSON are the fields.
#[derive(Debug, Serialize)]
pub struct Why<'a> {
    pub(super) entry: &'a str,
    pub(super) name: &'a str,
    said: Value,
    pub(super) suggested: bool,
    pub(super) always: bool,
    #[serde(rename = "as")]
    pub(super) part: Option<Part>,
    pub(super) rank: Option<usize>,
    first_card: bool,
    pub(super) card: Option<CardOf<'a>>,
    pub(super) standing: Option<StandingId>,
    pub(super) crisis: bool,
    pub(super) urgent: bool,
    pub(super) joined_up: bool,
    pub(super) reasons: Vec<String>,
    pub(super) unknown: Vec<Open<'a>>,
    pub(super) kinds: Vec<Kind<'a>>,
    pub(super) own_line: Line<'a>,
    pub(super) valid: Valid,
    pub(super) area: AreaLine<'a>,
    pub(super) switchboard: bool,
    pub(super) private: bool,
    open: Option<Status>,
    pub(super) open_words: Option<String>,
    pub(super) in_the_way: Vec<Obstacle>,
    pub(super) changed_by: Changes<'a>,
}

/// The card on which it stands.
#[derive(Debug, Serialize)]
pub struct CardOf<'a> {
    entry: &'a str,
    pub(super) name: &'a str,
    pub(super) phone: &'a str,
}

/// A question whose answer would make the card surer.
#[derive(Debug, Serialize)]
pub struct Open<'a> {
    question: &'a str,
    pub(super) text: &'a str,
}

/// The days on which the entry holds.
#[derive(Debug, Serialize)]
pub struct Valid {
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) day: String,
    pub(super) holds: bool,
}

/// The parts of town that the entry is in charge of.
#[derive(Debug, Serialize)]
pub struct AreaLine<'a> {
    pub(super) in_charge_of: Vec<&'a str>,
    said: Option<&'a str>,
    pub(super) holds: TruthId,
}

/// The answer to «why».
///
/// # Errors
/// If there is no such entry.
pub fn why<'a>(situation: Situation<'a>, entry: &str) -> Result<Why<'a>, String> {
    let catalog = situation.catalog;
    let mut ids = catalog.entry_ids();
    let id = ids.find(|&id| catalog.entry(id).id == entry);
    id.map(|id| tell(situation, id)).ok_or_else(|| {
        let name = &catalog.town.name;
        format!("「{entry}」という公開の窓口は、{name}にありません。entries.csv か lines.csv の id を書きます。")
    })
}

fn tell(situation: Situation<'_>, id: EntryId) -> Why<'_> {
    let Situation {
        catalog,
        answers,
        when,
    } = situation;
    let entry = catalog.entry(id);
    let outcome = situation.outcome();
    let first_cards = outcome.first_cards().count();
    let shown = Shown::of(&outcome, id);
    let card = shown.rank.map(|rank| &outcome.suggestions[rank]);
    let status = |now| entry.hours.status(now, &catalog.holidays);
    let kinds = kinds_of(catalog, id).map(|kind| Kind::of(situation, &outcome, id, kind));
    Why {
        entry: &entry.id,
        name: &entry.name,
        said: write_answers(catalog, answers),
        suggested: card.is_some(),
        always: catalog.always.contains(&id),
        part: shown.part,
        rank: shown.rank.map(|rank| rank + 1),
        first_card: shown.rank.is_some_and(|rank| rank < first_cards),
        card: card.map(|card| CardOf::of(catalog.entry(card.entry))),
        standing: card.map(|card| card.standing.into()),
        crisis: card.is_some_and(|card| card.crisis),
        urgent: card.is_some_and(|card| card.urgent),
        joined_up: card.is_some_and(|card| card.joined_up),
        reasons: card.map_or_else(Vec::new, |card| reasons(catalog, answers, card)),
        unknown: card.map_or_else(Vec::new, |card| unknown(catalog, answers, card)),
        kinds: kinds.collect(),
        own_line: Line::of(situation, &entry.fits),
        valid: Valid::of(entry, when.day),
        area: AreaLine::of(catalog, answers, entry),
        switchboard: entry.via == Via::Switchboard,
        private: outcome.private,
        open: when.now.map(|now| status(now).into()),
        open_words: when.now.map(|now| status_words(status(now), now)),
        in_the_way: match card {
            Some(_) => Vec::new(),
            None => obstacles(situation, id),
        },
        changed_by: changes(situation, id, &shown),
    }
}

fn unknown<'a>(catalog: &'a Catalog, answers: &Answers, card: &Suggestion) -> Vec<Open<'a>> {
    let questions = card.unknown.iter().map(|&id| catalog.question(id));
    let open = questions.map(|question| Open {
        question: &question.id,
        text: question.text.to(answers.asker),
    });
    open.collect()
}

impl<'a> CardOf<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self {
            entry: &entry.id,
            name: &entry.name,
            phone: &entry.channels.phone,
        }
    }
}

impl Valid {
    fn of(entry: &Entry, day: Day) -> Self {
        Self {
            from: entry.valid_from.map(day_text),
            until: entry.valid_until.map(day_text),
            day: day_text(day),
            holds: entry.is_valid_on(day),
        }
    }
}

impl<'a> AreaLine<'a> {
    fn of(catalog: &'a Catalog, answers: &Answers, entry: &Entry) -> Self {
        let name = |id: navigator::AreaId| catalog.areas[id.index()].name.as_str();
        Self {
            in_charge_of: entry.areas.iter().map(|&id| name(id)).collect(),
            said: match answers.area {
                Answer::Chosen(id) => Some(name(id)),
                _ => None,
            },
            holds: match answers.area {
                _ if entry.areas.is_empty() => TruthId::Yes,
                Answer::Chosen(id) if entry.areas.contains(&id) => TruthId::Yes,
                Answer::Chosen(_) => TruthId::No,
                _ => TruthId::Unknown,
            },
        }
    }
}
