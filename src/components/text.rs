//! Words on the page.

use super::live::LiveText;
use leptos::prelude::*;

/// A paragraph.
#[component]
pub fn P(#[prop(optional)] class: &'static str, #[prop(into)] text: String) -> impl IntoView {
    view! { <p class=class>{text}</p> }
}

/// The heading of a screen; it takes the focus when the screen is drawn.
#[component]
pub fn Heading(#[prop(into)] text: String) -> impl IntoView {
    view! { <h1 tabindex="-1">{text}</h1> }
}

/// The heading of a part of a screen.
#[component]
pub fn Subheading(#[prop(into)] text: String) -> impl IntoView {
    view! { <h2>{text}</h2> }
}

/// A name and what belongs to it, in a list of such.
#[component]
pub fn Fact(#[prop(into)] name: String, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// What keeps a form from going on; it takes the focus then.
#[component]
pub fn Fault(text: LiveText) -> impl IntoView {
    view! { <p class="fault-line" id="fault" tabindex="-1" role="alert">{text}</p> }
}
