//! The search over the troubles, in a person's own words.

use super::trouble::{Chosen, Trouble};
use crate::components::{LiveText, LiveViews};
use crate::platform::text::compatible;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use navigator::{Asker, Catalog, NeedId, search_needs};
use std::sync::Arc;
use words::phrases::needs;

/// How many troubles are offered.
const FOUND: usize = 6;

/// A form of its own: Enter there is no way on.
#[component]
pub fn Search(catalog: Arc<Catalog>, asker: Asker, chosen: Chosen) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let found = {
        let catalog = catalog.clone();
        move || typed.with(|typed| search_needs(&catalog, &compatible(typed), FOUND))
    };
    let told: LiveText = {
        let found = found.clone();
        Box::new(move || typed.with(|typed| told(&found(), typed)))
    };
    let rows: LiveViews = Box::new(move || {
        let row = |id| {
            view! { <Trouble catalog=catalog.clone() id place="found" asker chosen /> }.into_any()
        };
        found().into_iter().map(row).collect()
    });
    view! {
        <form
            class="search"
            role="search"
            novalidate=""
            on:submit=move |event: SubmitEvent| event.prevent_default()
        >
            <label class="search-label" for="words">{needs::SEARCH.text()}</label>
            <input
                id="words"
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                aria-describedby="words-hint"
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p class="hint" id="words-hint">{needs::SEARCH_HINT.text()}</p>
            // The count is announced, and the boxes are not read out at every letter.
            <p class="search-told" role="status">{told}</p>
            <ul class="checks">{rows}</ul>
        </form>
    }
}

fn told(found: &[NeedId], typed: &str) -> String {
    match found.len() {
        0 if typed.trim().chars().count() > 1 => needs::NONE_FOUND.text().to_owned(),
        0 => String::new(),
        count => needs::FOUND.with(&[("count", &count.to_string())]),
    }
}
