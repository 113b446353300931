//! A picture of the kept set that stands in index.html (`styles/icons.txt` lists them): for the eye alone, always beside words
//! that say the same.

use leptos::prelude::*;

/// The picture of this name.
#[component]
pub fn Icon(#[prop(into)] name: String) -> impl IntoView {
    let symbol = ["#i-", &name].concat();
    view! {
        <svg class="icon" aria-hidden="true">
            <use_ href=symbol />
        </svg>
    }
}
