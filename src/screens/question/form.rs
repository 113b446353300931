//! The form of a question.

use super::marks::{Marked, Places, Rules};
use crate::components::{Back, Button, Fault, Heading, Mark, P};
use crate::platform::page;
use crate::screens::danger::DangerFirst;
use crate::state::{Question, Screen, use_session};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use navigator::{Answer, Answers, Catalog};
use std::sync::Arc;
use words::phrases::{common, question as say};

/// So many questions are enough for nearly everybody (see `catalog residents`).
const MOSTLY: usize = 5;

/// A question as it is put.
pub struct Put {
    pub text: String,
    pub why: String,
    /// Text and a hint for each.
    pub options: Vec<(String, String)>,
    pub rules: Rules,
    /// What was answered before.
    pub marked: Marked,
}

#[component]
pub fn Form(
    catalog: Arc<Catalog>,
    answers: Answers,
    question: Question,
    put: Put,
    /// Takes the answer, and goes on.
    give: Box<dyn Fn(Answer<Places>)>,
) -> impl IntoView {
    let session = use_session();
    let marked = RwSignal::new(put.marked.clone());
    let missing = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(answer) = marked.get_untracked() {
            give(answer);
        } else {
            missing.set(true);
            page::attend_to("fault");
        }
    };
    let told = move || {
        if missing.get() && marked.get().is_none() {
            say::NONE_CHOSEN.text().to_owned()
        } else {
            String::new()
        }
    };
    let see_now = move || session.go(Screen::Results);
    view! {
        <Back />
        <DangerFirst catalog answers=answers.clone() />
        <form novalidate="" on:submit=submit>
            <Progress question place=answers.asked() + 1 />
            <Fields put marked />
            <Fault text=Box::new(told) />
            <div class="bar">
                <button class="go" type="submit">{common::NEXT.text()}</button>
                <Button class="quiet" text=common::SEE_NOW act=Box::new(see_now) />
            </div>
        </form>
    }
}

/// How far it is, without a promise that nobody can keep: each answer may save a question.
#[component]
fn Progress(question: Question, place: usize) -> impl IntoView {
    (!question.to_change && place <= MOSTLY).then(|| {
        let text = say::PROGRESS.with(&[("place", &place.to_string())]);
        view! { <P class="hint" text /> }.into_any()
    })
}

#[component]
fn Fields(put: Put, marked: RwSignal<Marked>) -> impl IntoView {
    let rules = put.rules;
    let hint = if rules.multiple {
        say::CHOOSE_SEVERAL
    } else {
        say::CHOOSE_ONE
    };
    let options: Vec<AnyView> = put
        .options
        .into_iter()
        .enumerate()
        .map(|(place, (text, hint))| view! { <Choice place text hint rules marked /> }.into_any())
        .collect();
    view! {
        <fieldset aria-describedby="why how fault">
            <legend>
                <Heading text=put.text />
            </legend>
            <p class="why" id="why">
                <span class="label">{say::WHY.text()}</span>
                {put.why}
            </p>
            <p class="hint" id="how">{hint.text()}</p>
            <ul class="checks">{options}</ul>
            <div class="divider">{common::OR.text()}</div>
            <ul class="checks">
                <NoAnswer id="unknown" text=common::UNKNOWN.text() answer=Answer::Unknown marked />
                <NoAnswer id="declined" text=common::DECLINED.text() answer=Answer::Declined marked />
            </ul>
        </fieldset>
    }
}

#[component]
fn Choice(
    place: usize,
    text: String,
    hint: String,
    rules: Rules,
    marked: RwSignal<Marked>,
) -> impl IntoView {
    let is_marked =
        move || matches!(marked.get(), Some(Answer::Chosen(set)) if set.contains(&place));
    let mark = move |on| marked.update(|marked| *marked = rules.after(marked.take(), place, on));
    view! {
        <Mark
            kind=if rules.multiple { "checkbox" } else { "radio" }
            id=["option-", &place.to_string()].concat()
            text
            hint
            checked=Box::new(is_marked)
            change=Box::new(mark)
        />
    }
}

#[component]
fn NoAnswer(
    id: &'static str,
    text: &'static str,
    answer: Answer<Places>,
    marked: RwSignal<Marked>,
) -> impl IntoView {
    let answered = answer.clone();
    view! {
        <Mark
            kind="radio"
            id
            text
            checked=Box::new(move || marked.get().as_ref() == Some(&answered))
            change=Box::new(move |_| marked.set(Some(answer.clone())))
        />
    }
}
