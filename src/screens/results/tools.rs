//! What opens in place on a card: what to say, where it is, and everything else that is known. One at a time.

use super::area::of_areas;
use crate::components::{Askers, CopyNumber, Facts, Hours, Icon, LiveViews, P, Place, Say, Window};
use leptos::prelude::*;
use navigator::{Answers, Standing, Suggestion, Via};
use words::Phrase;
use words::entry::say_lines;
use words::phrases::{common, results};

/// How many open questions are named.
const UNKNOWNS: usize = 2;

/// Which of them is open: a number, so that no signal is of a type of its own.
type Open = RwSignal<Option<usize>>;
const SAY: usize = 0;
const MAP: usize = 1;
const MORE: usize = 2;

#[component]
pub fn Tools(window: Window, answers: Answers, suggestion: Suggestion) -> impl IntoView {
    let open = Open::new(None);
    let mut tools: Vec<AnyView> = Vec::new();
    if !say_lines(&window).is_empty() {
        let picture = view! { <Icon name="message-2" /> }.into_any();
        tools.push(tool(open, SAY, picture, results::TOOL_SAY));
    }
    if !window.channels.address.is_empty() {
        let picture = view! { <Icon name="map-pin" /> }.into_any();
        tools.push(tool(open, MAP, picture, results::TOOL_MAP));
    }
    let picture = view! { <Icon name="file-text" /> }.into_any();
    tools.push(tool(open, MORE, picture, results::TOOL_MORE));
    let inside: LiveViews = Box::new(move || {
        let window = window.clone();
        let opened = match open.get() {
            None => return Vec::new(),
            Some(SAY) => view! { <Say window /> }.into_any(),
            Some(MAP) => view! { <Place window /> }.into_any(),
            Some(_) => more(window, &answers, &suggestion),
        };
        vec![view! { <div class="opened">{opened}</div> }.into_any()]
    });
    view! {
        <div class="tools-of">{tools}</div>
        {inside}
    }
}

fn tool(open: Open, own: usize, picture: AnyView, name: Phrase) -> AnyView {
    let is_open = move || open.get() == Some(own);
    let press = move |_| open.update(|open| *open = (*open != Some(own)).then_some(own));
    view! {
        <button
            type="button"
            class="quiet"
            aria-expanded=move || if is_open() { "true" } else { "false" }
            on:click=press
        >
            {picture}
            {name.text()}
        </button>
    }
    .into_any()
}

/// Everything else that is known, by name what is not, and the town's other windows of this kind.
fn more(window: Window, answers: &Answers, suggestion: &Suggestion) -> AnyView {
    let unknown = unknown(&window, answers, suggestion);
    let others = of_areas(&window.catalog, &suggestion.alternatives);
    let others = (!others.is_empty()).then(|| {
        view! {
            <P class="label" text=results::BRANCHES />
            <ul class="by-area">{others}</ul>
        }
        .into_any()
    });
    let whole = window.via == Via::Switchboard;
    let say = whole.then(|| view! { <Say window=window.clone() /> }.into_any());
    view! {
        <P text=window.what.clone() />
        <Hours window=window.clone() />
        <Askers window=window.clone() asker=answers.asker />
        {unknown}
        {say}
        <CopyNumber window=window.clone() />
        <Facts window />
        {others}
    }
    .into_any()
}

/// What is not known yet and would make it surer.
fn unknown(window: &Window, answers: &Answers, suggestion: &Suggestion) -> Option<AnyView> {
    let asked: Vec<&str> = suggestion
        .unknown
        .iter()
        .take(UNKNOWNS)
        .map(|&question| window.catalog.question(question).text.to(answers.asker))
        .collect();
    let asked = asked.join(common::QUOTED_BETWEEN.text());
    let told = suggestion.standing == Standing::Maybe && !asked.is_empty();
    told.then(|| {
        view! { <P class="note" text=results::UNKNOWN.with(&[("asked", &asked)]) /> }.into_any()
    })
}
