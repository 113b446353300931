//! One trouble: who hears it, and the way into the questions.

use super::super::rows;
use crate::components::{Back, Button, Heading, P};
use crate::platform::clock;
use crate::state::{Question, use_session};
use leptos::prelude::*;
use navigator::{Answer, Answers, Ask, Catalog, EntryId, NeedId, NeedSet, suggest};
use std::sync::Arc;
use words::phrases::lists;

/// How many windows are named; a question finds the right one of more.
const WINDOWS: usize = 8;

#[component]
pub fn NeedScreen(catalog: Arc<Catalog>, id: NeedId) -> impl IntoView {
    let session = use_session();
    let mut needs = NeedSet::default();
    needs.insert(id);
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(needs);
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    let windows = outcome
        .suggestions
        .iter()
        .take(WINDOWS)
        .map(|one| one.entry);
    let windows: Vec<EntryId> = windows.collect();
    let windows = rows::windows(&catalog, &windows);
    let begin = move || {
        session.change(|said| said.needs = answers.needs.clone());
        session.go_on_from(Question::new(Ask::Needs));
    };
    view! {
        <Back />
        <Heading text=catalog.need(id).text.to(session.said().asker).to_owned() />
        <P text=lists::NEED_LEAD />
        <Button class="go" text=lists::NEED_ASK act=Box::new(begin) />
        <ul class="rows">{windows}</ul>
    }
}
