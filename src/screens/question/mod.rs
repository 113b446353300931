//! One question a screen: why it is asked, the options, 「わからない」「答えたくない」 after a divider. Nothing moves on by itself.

mod area;
mod form;
mod marks;

pub use area::AreaScreen;

use crate::state::{Question, use_session};
use form::{Form, Put};
use leptos::prelude::*;
use marks::{Places, Rules};
use navigator::{Answer, Answers, Catalog, QuestionId};
use std::sync::Arc;

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
        marked: match session.said().circumstance(id) {
            Answer::Open => None,
            Answer::Chosen(set) => Some(Answer::Chosen(set.iter().collect())),
            Answer::Unknown => Some(Answer::Unknown),
            Answer::Declined => Some(Answer::Declined),
        },
    };
    let give = move |answer: Answer<Places>| {
        let answer = match answer {
            Answer::Open => Answer::Open,
            Answer::Chosen(places) => Answer::Chosen(places.into_iter().collect()),
            Answer::Unknown => Answer::Unknown,
            Answer::Declined => Answer::Declined,
        };
        session.change(|said| said.set(id, answer));
        session.go_on_from(question);
    };
    view! { <Form catalog answers question put give=Box::new(give) /> }
}
