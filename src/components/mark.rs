//! A box or a circle to mark, with its label.

use leptos::prelude::*;

/// One row of a list of them.
#[component]
pub fn Mark(
    /// `checkbox` or `radio`.
    kind: &'static str,
    #[prop(into)] id: String,
    #[prop(into)] text: String,
    #[prop(optional, into)] hint: String,
    checked: Box<dyn Fn() -> bool + Send>,
    change: Box<dyn Fn(bool)>,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any());
    view! {
        <li>
            <input
                type=kind
                name="answer"
                id=id.clone()
                prop:checked=checked
                on:change=move |event| change(event_target_checked(&event))
            />
            <label for=id>
                <span>{text}</span>
                {hint}
            </label>
        </li>
    }
}
