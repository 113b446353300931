//! The suggestions, at a glance: danger first, then whom to call and whom else if that fails, then one line each. It draws
//! what [`navigator::Outcome::visible`] says, and no more of it is in sight.

mod area;
mod card;
mod danger;
mod folds;
mod row;
mod said;
mod tools;
mod ways;

use crate::components::{Back, Heading, P};
use crate::platform::clock;
use card::Card;
use danger::DangerLines;
use folds::More;
use leptos::prelude::*;
use navigator::{Answers, Catalog, Outcome, Suggestion, Visible, suggest};
use row::Rows;
use std::sync::Arc;
use ways::WaysOn;
use words::Phrase;
use words::phrases::results;

#[component]
pub fn ResultsScreen(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    let (private, crisis, quiet) = (outcome.private, outcome.crisis, outcome.silent);
    let visible = outcome.visible(&catalog, &answers);
    let rows = row::shown(&catalog, &answers, &visible, &visible.rows, quiet);
    let folded = row::shown(&catalog, &answers, &visible, &visible.folded, quiet);
    let lines = owned(&visible.danger);
    let cards: Vec<AnyView> = owned(&visible.cards)
        .into_iter()
        .enumerate()
        .map(|(place, suggestion)| {
            let (catalog, answers) = (catalog.clone(), answers.clone());
            // Where the heading does not say it.
            let soon = suggestion.urgent && !quiet && (crisis || place > 0);
            view! { <Card catalog answers suggestion place soon quiet /> }.into_any()
        })
        .collect();
    view! {
        <Back />
        <Heading text=title(&catalog, &outcome, &visible) />
        <DangerLines catalog=catalog.clone() lines quiet private />
        {cards}
        <Rows rows />
        <More catalog=catalog.clone() rows=folded />
        <WaysOn catalog answers />
        <P class="scope" text=results::SCOPE />
    }
}

/// What to do: the heading says nothing else.
fn title(catalog: &Catalog, outcome: &Outcome, visible: &Visible) -> Phrase {
    let has_number = |card: &&Suggestion| !catalog.entry(card.entry).channels.phone.is_empty();
    if outcome.crisis {
        results::TITLE_DANGER
    } else if visible.cards.first().is_some_and(|card| card.urgent) {
        // Nobody who cannot speak is told to call.
        if outcome.silent {
            results::TITLE_URGENT_QUIET
        } else {
            results::TITLE_URGENT
        }
    } else if !outcome.silent && visible.cards.first().is_some_and(has_number) {
        results::TITLE
    } else {
        results::TITLE_NO_NUMBER
    }
}

fn owned(suggestions: &[&Suggestion]) -> Vec<Suggestion> {
    suggestions.iter().map(|&one| one.clone()).collect()
}
