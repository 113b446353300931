//! What is copied at a tap, for who writes it down elsewhere; it says that it was.

use super::icon::Icon;
use super::live::LiveText;
use crate::platform::page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use words::Phrase;
use words::phrases::entry as say;

/// Copies a number or an address.
#[component]
pub fn Copy(text: String, name: Phrase) -> impl IntoView {
    let done = RwSignal::new(false);
    let told: LiveText = Box::new(move || {
        let told = if done.get() { say::COPIED } else { name };
        told.text().to_owned()
    });
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move { done.set(page::copy(&text).await) });
    };
    view! {
        <button type="button" class="quiet" on:click=copy>
            <Icon name="copy" />
            <span role="status">{told}</span>
        </button>
    }
}
