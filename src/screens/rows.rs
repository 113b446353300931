//! Rows of lists: a trouble, a window.

use crate::components::{Call, Way, Window};
use crate::state::Screen;
use leptos::prelude::*;
use navigator::{Asker, Catalog, EntryId, NeedId};
use std::sync::Arc;
use words::phrases::common;

/// The ways to the pages of some troubles, in the words of who asks.
pub fn need_ways(catalog: &Catalog, needs: &[NeedId], asker: Asker) -> Vec<AnyView> {
    let row = |&id| {
        let text = catalog.need(id).text.to(asker).to_owned();
        view! { <Row text to=Screen::Need(id) /> }.into_any()
    };
    needs.iter().map(row).collect()
}

/// Windows, each with its name and its number.
pub fn windows(catalog: &Arc<Catalog>, ids: &[EntryId]) -> Vec<AnyView> {
    ids.iter().map(|&id| one_window(catalog, id)).collect()
}

/// A window with its name and its number.
pub fn one_window(catalog: &Arc<Catalog>, id: EntryId) -> AnyView {
    let window = Window::new(catalog, id);
    view! {
        <li>
            <PageWay window=window.clone() />
            <Call window />
        </li>
    }
    .into_any()
}

/// A way to another screen.
#[component]
pub fn Row(#[prop(into)] text: String, to: Screen) -> impl IntoView {
    view! {
        <li>
            <Way class="link" text to />
        </li>
    }
}

/// The way to a window's own page: its name.
#[component]
pub fn PageWay(window: Window) -> impl IntoView {
    let text = window.shown_name().to_owned();
    let label = common::MORE_LABEL.with(&[("name", &text)]);
    view! { <Way class="link" text label to=Screen::Entry(window.id) /> }
}
