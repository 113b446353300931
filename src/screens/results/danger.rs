//! The lines for danger, above everything else.

use super::super::rows::PageWay;
use crate::components::{Call, OpenNow, P, Say, Subheading, Whose, Window};
use leptos::prelude::*;
use navigator::{Catalog, Suggestion, Via};
use std::sync::Arc;
use words::phrases::{common, results};

#[component]
pub fn DangerLines(
    catalog: Arc<Catalog>,
    lines: Vec<Suggestion>,
    /// Somebody whom the person fears may look at this device.
    private: bool,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        // Whichever part of town is in charge: each with its own number.
        let row = |id| {
            let window = Window::new(&catalog, id);
            view! { <Line window /> }.into_any()
        };
        let mut rows: Vec<AnyView> = Vec::new();
        for line in &lines {
            rows.push(row(line.entry));
            rows.extend(line.alternatives.iter().map(|&id| row(id)));
        }
        let quietly = private.then(|| view! { <P class="note" text=results::PRIVATE /> });
        view! {
            <section class="danger">
                <Subheading text=common::DANGER />
                <P text=results::DANGER_LEAD />
                {quietly}
                <ul>{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Line(window: Window) -> impl IntoView {
    let say = (window.via != Via::Direct).then(|| view! { <Say window=window.clone() /> });
    view! {
        <li>
            <P class="danger-name" text=window.shown_name() />
            <P text=window.what.clone() />
            <Whose window=window.clone() />
            <Call window=window.clone() />
            <OpenNow window=window.clone() />
            {say}
            <PageWay window text=common::MORE.text().to_owned() />
        </li>
    }
}
