//! Where somebody may be in danger, the lines come before the question.

use crate::components::{Call, P, Window};
use crate::platform::clock;
use leptos::prelude::*;
use navigator::{Answers, Catalog, Via, suggest};
use std::sync::Arc;
use words::phrases::{common, question};

/// So many lines; the others are on the next screen.
const LINES: usize = 3;

/// The lines that answer themselves; nothing where nobody is in danger.
#[component]
pub fn DangerFirst(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    outcome.crisis.then(|| {
        let lines = outcome
            .suggestions
            .iter()
            .filter(|suggestion| suggestion.crisis)
            .map(|suggestion| Window::new(&catalog, suggestion.entry))
            // A switchboard has to be told what for: that is on the next screen.
            .filter(|line| line.via != Via::Switchboard && !line.channels.phone.is_empty())
            .take(LINES);
        let lines: Vec<AnyView> = lines
            .map(|window| view! { <Line window /> }.into_any())
            .collect();
        view! {
            <section class="danger" aria-label=common::DANGER.text()>
                <P class="danger-title" text=question::DANGER_LEAD />
                <ul>{lines}</ul>
            </section>
        }
    })
}

#[component]
fn Line(window: Window) -> impl IntoView {
    view! {
        <li>
            <P text=window.shown_name() />
            <Call window=window.clone() />
        </li>
    }
}
