//! One entry's own page: all that is known of it.

use crate::components::{About, Back, Facts, P, Title, Window};
use leptos::prelude::*;
use navigator::{Catalog, EntryId};
use std::sync::Arc;
use words::entry::measures;

#[component]
pub fn EntryScreen(catalog: Arc<Catalog>, id: EntryId) -> impl IntoView {
    let window = Window::new(&catalog, id);
    let reading = (!window.reading.is_empty())
        .then(|| view! { <P class="reading" text=window.reading.clone() /> }.into_any());
    let measures = measures(&window.catalog, &window)
        .map(|text| view! { <P class="source" text /> }.into_any());
    view! {
        <Back />
        <article class="card first">
            <Title window=window.clone() first=true />
            {reading}
            <About window=window.clone() />
            <Facts window />
            {measures}
        </article>
    }
}
