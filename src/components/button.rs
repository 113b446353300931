//! What is pressed, and what leads on.

use crate::platform::history;
use crate::state::{Screen, use_session};
use leptos::prelude::*;
use words::phrases::common;

/// A button.
#[component]
pub fn Button(
    class: &'static str,
    #[prop(into)] text: String,
    /// What a screen reader says in the place of the text.
    #[prop(optional_no_strip)]
    label: Option<String>,
    act: Box<dyn Fn()>,
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=label on:click=move |_| act()>
            {text}
        </button>
    }
}

/// A button that leads to another screen.
#[component]
pub fn Way(
    class: &'static str,
    #[prop(into)] text: String,
    #[prop(optional)] label: Option<String>,
    to: Screen,
) -> impl IntoView {
    let session = use_session();
    view! { <Button class text label act=Box::new(move || session.go(to)) /> }
}

/// Leads where the browser's own Back leads.
#[component]
pub fn Back() -> impl IntoView {
    view! { <Button class="back" text=common::BACK act=Box::new(history::back) /> }
}
