//! The lines for danger, above everything else: spoken and silent ways side by side, at once.

use super::super::rows::PageWay;
use crate::components::{Brief, P, Say, Subheading, WaysTo, Whose, Window};
use leptos::prelude::*;
use navigator::{Catalog, Suggestion, Via};
use std::sync::Arc;
use words::phrases::{common, results};

#[component]
pub fn DangerLines(
    catalog: Arc<Catalog>,
    lines: Vec<Suggestion>,
    /// Speaking is not safe, or not possible.
    quiet: bool,
    /// Somebody whom the person fears may look at this device.
    private: bool,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        // Whichever part of town is in charge: each with its own number.
        let row = |id| {
            let window = Window::new(&catalog, id);
            view! { <Line window quiet /> }.into_any()
        };
        let windows = lines.iter().flat_map(Suggestion::windows);
        let rows: Vec<AnyView> = windows.map(row).collect();
        let quietly =
            private.then(|| view! { <P class="note" text=results::PRIVATE /> }.into_any());
        view! {
            <section class="danger">
                <Subheading text=common::DANGER />
                <P text=results::DANGER_LEAD />
                <ul>{rows}</ul>
                {quietly}
            </section>
        }
        .into_any()
    })
}

#[component]
fn Line(window: Window, quiet: bool) -> impl IntoView {
    let say =
        (window.via != Via::Direct).then(|| view! { <Say window=window.clone() /> }.into_any());
    // What a way without a voice is has to be said; who answers a number says it themselves.
    let what = window.channels.phone.is_empty();
    let whose = (!what).then(|| view! { <Whose window=window.clone() /> }.into_any());
    let what = what.then(|| view! { <P class="what" text=window.what.clone() /> }.into_any());
    view! {
        <li>
            <p class="danger-name"><PageWay window=window.clone() /></p>
            {what}
            <WaysTo window=window.clone() quiet />
            <Brief window=window.clone() />
            {whose}
            {say}
        </li>
    }
}
