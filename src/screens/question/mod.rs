//! One question a screen: why it is asked, the options, 「わからない」「答えたくない」 after a divider. Nothing moves on by itself.

mod form;
mod marks;

use crate::state::{Question, use_session};
use form::{Form, Put};
use leptos::prelude::*;
use marks::Rules;
use navigator::{Answer, Answers, AreaId, Catalog, OptionSet, QuestionId};
use std::sync::Arc;
use words::phrases::question as say;

/// A question on a circumstance.
#[component]
pub fn QuestionScreen(
    catalog: Arc<Catalog>,
    answers: Answers,
    question: Question,
    id: QuestionId,
) -> impl IntoView {
    let session = use_session();
    let asked = catalog.question(id);
    let to = |words: &navigator::PerAsker| words.to(answers.asker).to_owned();
    let options = asked.options.iter();
    let put = Put {
        text: to(&asked.text),
        why: to(&asked.why),
        rules: Rules {
            multiple: asked.multiple,
            alone: options
                .clone()
                .enumerate()
                .filter_map(|(place, option)| option.alone.then_some(place))
                .collect(),
        },
        options: options
            .map(|option| (to(&option.text), String::new()))
            .collect(),
        marked: Some(session.said().circumstance(id)).filter(Answer::is_closed),
    };
    let give = move |answer| {
        session.change(|said| said.set(id, answer));
        session.go_on_from(question);
    };
    view! { <Form catalog answers question put give=Box::new(give) /> }
}

/// The part of town.
#[component]
pub fn AreaScreen(catalog: Arc<Catalog>, answers: Answers, question: Question) -> impl IntoView {
    let session = use_session();
    let areas = catalog.areas.iter();
    let put = Put {
        text: say::AREA.text().to_owned(),
        why: say::AREA_WHY.text().to_owned(),
        options: areas
            .map(|area| (area.name.clone(), area.reading.clone()))
            .collect(),
        rules: Rules {
            multiple: false,
            alone: OptionSet::EMPTY,
        },
        marked: match answers.area {
            Answer::Open => None,
            Answer::Chosen(area) => Some(Answer::Chosen(OptionSet::of(area.index()))),
            Answer::Unknown => Some(Answer::Unknown),
            Answer::Declined => Some(Answer::Declined),
        },
    };
    let give = move |answer| {
        session.change(|said| said.area = area_of(answer));
        session.go_on_from(question);
    };
    view! { <Form catalog answers question put give=Box::new(give) /> }
}

fn area_of(answer: Answer<OptionSet>) -> Answer<AreaId> {
    match answer {
        Answer::Chosen(set) => set
            .iter()
            .next()
            .and_then(|place| u16::try_from(place).ok())
            .map_or(Answer::Unknown, |place| Answer::Chosen(AreaId(place))),
        Answer::Declined => Answer::Declined,
        Answer::Open | Answer::Unknown => Answer::Unknown,
    }
}
