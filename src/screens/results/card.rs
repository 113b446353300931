//! One of the cards to call first: who it is, whether they answer now, the call, and why.

use super::area::{of_areas, together};
use super::tools::Tools;
use crate::components::{
    Brief, Icon, P, Sentences, Subheading, Title, Trust, WaysTo, Whose, Window, official, quoted,
};
use crate::screens::rows::PageWay;
use leptos::prelude::*;
use navigator::{Answers, Catalog, EntryId, Reason, RuleSort, Standing, Suggestion, Via};
use std::sync::Arc;
use words::Phrase;
use words::asks::asks;
use words::entry::{say_lines, ways_to};
use words::phrases::{common, entry as say, results};
use words::town::hall;

/// How many reasons are told.
const REASONS: usize = 3;
/// What is longer than this is no small fact, and stands with the details.
const SHORT: usize = 16;

#[component]
pub fn Card(
    catalog: Arc<Catalog>,
    answers: Answers,
    suggestion: Suggestion,
    /// Among the cards, from 0.
    place: usize,
    /// It cannot wait, and that has to be said here.
    soon: bool,
    /// Speaking is not safe, or not possible.
    quiet: bool,
) -> impl IntoView {
    let soon = soon.then(|| view! { <P class="soon" text=results::URGENT /> }.into_any());
    let window = Window::new(&catalog, suggestion.entry);
    let joined = joined_up(&suggestion);
    let body = ways(&catalog, &answers, &suggestion, &window, quiet);
    let asks_for = results::ASKS.with(&[("hall", hall(&catalog))]);
    let lines = asks(&catalog, &suggestion, answers.asker);
    // The one to call first says the most; the name of another one leads to its page.
    let first = place == 0;
    let title = title(&window, first, shared(&catalog, &answers, &suggestion));
    let more = first.then(|| {
        let chips = chips(&catalog, &answers, &suggestion);
        let marks = marks(&window);
        view! {
            <Tools window=window.clone() answers=answers.clone() suggestion />
            {chips}
            {marks}
        }
        .into_any()
    });
    let class = if first { "card first" } else { "card" };
    view! {
        {(!first).then(|| view! { <Second place several=several(&answers) /> }.into_any())}
        <article class=class>
            {soon}
            {title}
            {joined}
            {body}
            <Sentences label=asks_for lines />
            <Trust window />
            {more}
        </article>
    }
}

fn joined_up(suggestion: &Suggestion) -> Option<AnyView> {
    suggestion
        .joined_up
        .then(|| view! { <P class="joined" text=results::JOINED_UP /> }.into_any())
}

/// What they are called together: no one of them is meant.
fn shared<'a>(catalog: &'a Catalog, answers: &Answers, suggestion: &Suggestion) -> Option<&'a str> {
    let by_area = suggestion.is_by_area(catalog, answers);
    let windows: Vec<EntryId> = suggestion.windows().collect();
    together(catalog, &windows).filter(|_| by_area)
}

/// How to reach it: the window of each part of town, while that is not known.
fn ways(
    catalog: &Arc<Catalog>,
    answers: &Answers,
    suggestion: &Suggestion,
    window: &Window,
    quiet: bool,
) -> AnyView {
    if suggestion.is_by_area(catalog, answers) {
        view! { <ByArea catalog=catalog.clone() suggestion=suggestion.clone() /> }.into_any()
    } else {
        view! { <Reach window=window.clone() quiet /> }.into_any()
    }
}

fn title(window: &Window, first: bool, shared: Option<&str>) -> AnyView {
    if let Some(shared) = shared {
        return view! { <Subheading text=shared /> }.into_any();
    }
    if first {
        return view! { <Title window=window.clone() /> }.into_any();
    }
    view! {
        <h2><PageWay window=window.clone() /></h2>
        {official(window)}
    }
    .into_any()
}

/// More than one trouble was told: then the second card may be there for another one.
fn several(answers: &Answers) -> bool {
    answers.chosen_needs().nth(1).is_some()
}

/// What leads to a card behind the first: its number, and when it is its turn.
#[component]
fn Second(place: usize, several: bool) -> impl IntoView {
    let text = if several {
        results::SECOND_OF_SEVERAL
    } else {
        results::SECOND
    };
    view! {
        <p class="turn">
            <b>{place_sign(place)}</b>
            {text.text()}
        </p>
    }
}

/// ① for the first card.
pub fn place_sign(place: usize) -> String {
    results::PLACES
        .text()
        .chars()
        .nth(place)
        .into_iter()
        .collect()
}

/// Whether somebody answers, the ways there, and at a switchboard what to say.
#[component]
fn Reach(window: Window, quiet: bool) -> impl IntoView {
    let by_hall = window.via == Via::Switchboard;
    let words: Vec<String> = say_lines(&window)
        .into_iter()
        .take(usize::from(by_hall))
        .map(str::to_owned)
        .collect();
    // That it is the switchboard is said with the time.
    let whose = (!by_hall).then(|| view! { <Whose window=window.clone() /> }.into_any());
    let connect =
        (!words.is_empty()).then(|| view! { <P class="via" text=say::WAY_CONNECT /> }.into_any());
    // Where no way can be tapped, what can be done is said at once.
    let what = ways_to(&window, quiet)
        .is_empty()
        .then(|| view! { <P text=window.what.clone() /> }.into_any());
    view! {
        <Brief window=window.clone() />
        {what}
        <WaysTo window=window.clone() quiet />
        {whose}
        {connect}
        {quoted(words)}
    }
}

/// The same window of several parts of town, while the part is not known: all of them, with how to tell.
#[component]
fn ByArea(catalog: Arc<Catalog>, suggestion: Suggestion) -> impl IntoView {
    let windows: Vec<EntryId> = suggestion.windows().collect();
    let rows = of_areas(&catalog, &windows);
    view! {
        <P text=results::BY_AREA />
        <ul class="by-area">{rows}</ul>
    }
}

/// Why it is offered, in the person's words; and that it is worth a try where that is not sure.
fn chips(catalog: &Catalog, answers: &Answers, suggestion: &Suggestion) -> Option<AnyView> {
    let mut told: Vec<String> = Vec::new();
    let chosen = suggestion
        .reasons
        .iter()
        .any(|reason| matches!(reason, Reason::Need(_)));
    for &reason in &suggestion.reasons {
        // The trouble itself says it already; danger is not told twice.
        if let Reason::Rule(rule) = reason
            && chosen
            && matches!(catalog.rule(rule).sort, RuleSort::Crisis { .. })
        {
            continue;
        }
        let words = words::answers::reason(catalog, answers, reason);
        if told.len() < REASONS && !words.is_empty() && !told.contains(&words) {
            told.push(words);
        }
    }
    if suggestion.standing == Standing::Maybe {
        told.push(results::MAYBE.text().to_owned());
    }
    let chip = |text| view! { <li>{text}</li> }.into_any();
    let chips: Vec<AnyView> = told.into_iter().map(chip).collect();
    (!chips.is_empty()).then(|| {
        view! { <ul class="chips" aria-label=results::REASONS.text()>{chips}</ul> }.into_any()
    })
}

/// Small facts that decide whether somebody can go there: the languages, what it costs, whether to book.
fn marks(window: &Window) -> Option<AnyView> {
    let languages = window.languages.join(common::LIST_BETWEEN.text());
    let mut marks: Vec<AnyView> = Vec::new();
    if !languages.is_empty() {
        let picture = view! { <Icon name="language" /> }.into_any();
        marks.push(mark(picture, say::LANGUAGES, languages));
    }
    if is_short(&window.cost) {
        let picture = view! { <Icon name="cash" /> }.into_any();
        marks.push(mark(picture, say::COST, window.cost.clone()));
    }
    if is_short(&window.reservation) {
        let picture = view! { <Icon name="calendar" /> }.into_any();
        marks.push(mark(picture, say::RESERVATION, window.reservation.clone()));
    }
    (!marks.is_empty()).then(|| view! { <ul class="marks">{marks}</ul> }.into_any())
}

fn is_short(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= SHORT
}

fn mark(picture: AnyView, label: Phrase, text: String) -> AnyView {
    view! {
        <li>
            {picture}
            <span class="label">{label.text()}</span>
            {text}
        </li>
    }
    .into_any()
}
