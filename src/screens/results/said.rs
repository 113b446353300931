//! Every answer, each to be changed; the change leads straight back to the suggestions.

use crate::components::{Subheading, Way};
use crate::state::{Question, Screen};
use leptos::prelude::*;
use navigator::{Answers, Catalog};
use std::sync::Arc;
use words::answers::{Said, said};
use words::phrases::results;

#[component]
pub fn SaidSoFar(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let rows: Vec<AnyView> = said(&catalog, &answers)
        .into_iter()
        .map(|said| view! { <Answered said /> }.into_any())
        .collect();
    view! {
        <section>
            <Subheading text=results::SAID />
            <dl class="said">{rows}</dl>
        </section>
    }
}

#[component]
fn Answered(said: Said) -> impl IntoView {
    let Said { ask, asked, said } = said;
    let label = results::CHANGE_LABEL.with(&[("asked", &asked)]);
    let to = Screen::Question(Question::to_change(ask));
    view! {
        <div>
            <dt>{asked}</dt>
            <dd>{said}</dd>
            <dd>
                <Way class="link" text=results::CHANGE label to />
            </dd>
        </div>
    }
}
