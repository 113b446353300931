//! Where somebody may be in danger, the lines come before the question.

use crate::components::{P, WaysTo, Window};
use crate::platform::clock;
use leptos::prelude::*;
use navigator::{Answers, Catalog, EntryId, OpenStatus, Suggestion, Via, suggest};
use std::sync::Arc;
use words::phrases::{common, question};

/// So many lines that are called; the others are on the next screen.
const LINES: usize = 3;

/// The lines that answer themselves, and one way without a voice; nothing where nobody is in danger.
#[component]
pub fn DangerFirst(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    outcome.crisis.then(|| {
        let lines = outcome.suggestions.iter().filter(|line| line.crisis);
        let (called, silent): (Vec<_>, Vec<_>) = lines
            // A switchboard has to be told what for: that is on the next screen.
            .filter(|line| catalog.entry(line.entry).via != Via::Switchboard)
            .partition(|line| !catalog.entry(line.entry).channels.phone.is_empty());
        let silent = silent
            .into_iter()
            .filter(|line| has_ways(&catalog, line.entry));
        let called: Vec<_> = called.into_iter().take(LINES).collect();
        let silent: Vec<_> = silent.take(1).collect();
        let quiet = outcome.silent;
        let lines = if quiet {
            [silent, called]
        } else {
            [called, silent]
        };
        let lines: Vec<AnyView> = lines
            .concat()
            .into_iter()
            .flat_map(Suggestion::windows)
            .map(|id| Window::new(&catalog, id))
            .map(|window| view! { <Line window quiet /> }.into_any())
            .collect();
        view! {
            <section class="danger" aria-label=common::DANGER.text()>
                <P class="danger-title" text=question::DANGER_LEAD />
                <ul>{lines}</ul>
            </section>
        }
        .into_any()
    })
}

fn has_ways(catalog: &Catalog, id: EntryId) -> bool {
    !words::entry::ways_to(catalog.entry(id), false).is_empty()
}

/// True where the city hall's own number leaves the lines below every screen: who answers there may know the one who is
/// feared, and a line that is closed is none that can always be called.
pub fn spares_the_hall(catalog: &Catalog, answers: &Answers) -> bool {
    let now = clock::now();
    let hall = catalog.entry(catalog.town.switchboard);
    let status = hall.hours.status(now, &catalog.holidays);
    matches!(status, OpenStatus::Closed { .. }) || is_told_no_hall(catalog, answers)
}

/// True where somebody is hurt by others, or that was told: then no switchboard is named.
pub fn is_told_no_hall(catalog: &Catalog, answers: &Answers) -> bool {
    let mut needs = answers.chosen_needs();
    needs.any(|need| catalog.need(need).direct)
        || suggest(catalog, answers, clock::now().day).private
}

#[component]
fn Line(window: Window, quiet: bool) -> impl IntoView {
    view! {
        <li>
            <P class="danger-name" text=window.shown_name() />
            {(!window.area.is_empty()).then(|| view! { <P class="when" text=window.area.clone() /> }.into_any())}
            <WaysTo window=window.clone() quiet />
        </li>
    }
}
