//! The suggestions: danger first, then the first cards, the rest folded; and every answer, to be changed.

mod card;
mod danger;
mod folds;
mod said;
mod ways;

use crate::components::{Back, Heading, P};
use crate::platform::clock;
use card::Card;
use danger::DangerLines;
use folds::{Others, WhenItFails};
use leptos::prelude::*;
use navigator::{Answers, Catalog, Suggestion, suggest};
use said::SaidSoFar;
use std::sync::Arc;
use ways::WaysOn;
use words::phrases::results;

#[component]
pub fn ResultsScreen(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    let private = outcome.private;
    let title = if outcome.crisis {
        results::TITLE_DANGER
    } else {
        results::TITLE
    };
    let shown = outcome.first_cards().filter(|card| !card.crisis).count();
    let (lines, mut cards): (Vec<Suggestion>, Vec<Suggestion>) = outcome
        .suggestions
        .into_iter()
        .partition(|suggestion| suggestion.crisis);
    let rest = cards.split_off(shown);
    let cards: Vec<AnyView> = cards
        .into_iter()
        .enumerate()
        .map(|(place, suggestion)| {
            let (catalog, answers) = (catalog.clone(), answers.clone());
            view! { <Card catalog answers suggestion first=place == 0 /> }.into_any()
        })
        .collect();
    view! {
        <Back />
        <Heading text=title />
        <DangerLines catalog=catalog.clone() lines private />
        {cards}
        <Others catalog=catalog.clone() rest asker=answers.asker />
        <WaysOn catalog=catalog.clone() answers=answers.clone() />
        <WhenItFails catalog=catalog.clone() private />
        <SaidSoFar catalog answers />
        <P class="scope" text=results::SCOPE />
    }
}
