//! Every single answer that would change whether, or how, an entry is offered.

use super::shown::{Offered, Shown};
use super::situation::Situation;
use crate::reports::words::answer_words;
use navigator::{Answer, Answers, EntryId, NeedId, NeedSet, OptionSet, QuestionId, Truth};
use serde::Serialize;

/// By what is changed.
#[derive(Debug, Serialize)]
pub struct Changes<'a> {
    pub needs: Vec<ByNeed<'a>>,
    pub answers: Vec<ByAnswer<'a>>,
    pub areas: Vec<ByArea<'a>>,
}

/// A trouble more or less.
#[derive(Debug, Serialize)]
pub struct ByNeed<'a> {
    pub need: &'a str,
    words: &'a str,
    pub change: Change,
    pub becomes: Offered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Added,
    TakenBack,
}

/// Another answer to a question.
#[derive(Debug, Serialize)]
pub struct ByAnswer<'a> {
    pub question: &'a str,
    pub text: &'a str,
    answer: &'a str,
    pub answer_text: String,
    pub becomes: Offered,
}

/// Another part of town.
#[derive(Debug, Serialize)]
pub struct ByArea<'a> {
    pub area: &'a str,
    pub becomes: Offered,
}

/// Each change is tried alone.
pub fn changes<'a>(situation: Situation<'a>, id: EntryId, now: &Shown) -> Changes<'a> {
    let catalog = situation.catalog;
    let after = |changed: &Answers| {
        let shown = Shown::of(&situation.with(changed).outcome(), id);
        shown.differs(now).then(|| shown.offered())
    };
    let needs = catalog.need_ids();
    let questions = catalog.question_ids();
    let areas = catalog.area_ids().filter_map(|area| {
        let mut changed = situation.answers.clone();
        changed.area = Answer::Chosen(area);
        let area = &catalog.areas[area.index()].name;
        after(&changed).map(|becomes| ByArea { area, becomes })
    });
    Changes {
        needs: needs
            .filter_map(|need| by_need(situation, need, &after))
            .collect(),
        answers: questions
            .flat_map(|question| by_answer(situation, question, &after))
            .collect(),
        areas: areas.collect(),
    }
}

type After<'b> = &'b dyn Fn(&Answers) -> Option<Offered>;

fn by_need<'a>(situation: Situation<'a>, need: NeedId, after: After<'_>) -> Option<ByNeed<'a>> {
    let mut needs: NeedSet = situation.answers.chosen_needs().collect();
    let change = if needs.has(need) {
        needs.remove(need);
        Change::TakenBack
    } else {
        needs.insert(need);
        Change::Added
    };
    let mut changed = situation.answers.clone();
    changed.needs = Answer::Chosen(needs);
    let becomes = after(&changed)?;
    let need = situation.catalog.need(need);
    Some(ByNeed {
        need: &need.id,
        words: need.text.to(situation.answers.asker),
        change,
        becomes,
    })
}

/// Each option and 「わからない」; nothing where the question is not for them.
fn by_answer<'a>(situation: Situation<'a>, id: QuestionId, after: After<'_>) -> Vec<ByAnswer<'a>> {
    let Situation {
        catalog, answers, ..
    } = situation;
    let asked = catalog.question(id);
    let applies = asked.ask_when.read(catalog, answers) != Truth::No;
    if !applies && !answers.circumstance(id).is_closed() {
        return Vec::new();
    }
    let options = asked.options.iter().enumerate();
    let options = options.map(|(place, option)| {
        let chosen = Answer::Chosen(OptionSet::of(place));
        (option.id.as_str(), chosen)
    });
    let told = |(answer, chosen): (&'a str, Answer<OptionSet>)| {
        let changed = answers.with(id, chosen);
        Some(ByAnswer {
            question: &asked.id,
            text: asked.text.to(answers.asker),
            answer,
            becomes: after(&changed)?,
            answer_text: answer_words(catalog, &changed, id),
        })
    };
    options
        .chain([("unknown", Answer::Unknown)])
        .filter_map(told)
        .collect()
}
