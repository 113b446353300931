//! A fold whose inside is drawn when it is first opened: a hundred rows at once are slow on old phones.

use super::live::LiveViews;
use leptos::prelude::*;

/// A closed fold with a name, perhaps a badge beside it, and a list inside.
#[component]
pub fn Fold(
    #[prop(into)] name: String,
    #[prop(optional)] badge: Option<AnyView>,
    inside: LiveViews,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    let list: LiveViews = Box::new(move || if opened.get() { inside() } else { Vec::new() });
    view! {
        <details class="field" on:toggle=open>
            <summary>
                <span class="field-name">{name}</span>
                {badge}
            </summary>
            <ul class="rows checks">{list}</ul>
        </details>
    }
}
