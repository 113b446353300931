//! What can be done now: take it along, answer more, say more; and what to do when nobody answers.

use super::super::rows::need_ways;
use super::folds::WhenItFails;
use super::said::SaidSoFar;
use crate::components::{P, Way};
use crate::platform::clock;
use crate::state::{Question, Screen};
use leptos::prelude::*;
use navigator::{Answers, Ask, Asker, Catalog, next_step};
use std::sync::Arc;
use words::phrases::results;

#[component]
pub fn WaysOn(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let next = next_step(&catalog, &answers, clock::now().day).map(|ask| {
        let to = Screen::Question(Question::new(ask));
        view! { <Way class="quiet" text=results::TO_QUESTION to /> }.into_any()
    });
    // Who helps is worn out too, and seldom says so unasked.
    let own = (answers.asker != Asker::Myself).then(|| {
        let own = need_ways(&catalog, &catalog.strain, answers.asker);
        view! {
            <div>
                <P text=results::OWN />
                <ul class="ways">{own}</ul>
            </div>
        }
        .into_any()
    });
    let needs = Screen::Question(Question::to_change(Ask::Needs));
    view! {
        <section class="more">
            <Way class="quiet take" text=results::TAKE to=Screen::Take />
            {next}
            <Way class="quiet" text=results::MORE_NEEDS to=needs />
            <SaidSoFar catalog=catalog.clone() answers=answers.clone() />
            <WhenItFails catalog answers />
            {own}
        </section>
    }
}
