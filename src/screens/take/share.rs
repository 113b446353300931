//! A link with the answers behind `#`, where no server sees them.

use crate::components::{LiveViews, Mark, P, Subheading};
use crate::platform::page;
use crate::state::as_text;
use leptos::prelude::*;
use navigator::{Answers, Catalog};
use std::sync::Arc;
use words::phrases::take;

/// Without what is hard to say before others, unless the person puts it in.
#[component]
pub fn Share(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    page::load_part("share-box");
    let plain = answers.without_sensitive(&catalog);
    let all = RwSignal::new(false);
    let choice = (plain != answers).then(|| {
        view! {
            <ul class="checks">
                <Mark
                    kind="checkbox"
                    id="all"
                    text=take::SHARE_ALL
                    checked=Box::new(move || all.get())
                    change=Box::new(move |on| all.set(on))
                />
            </ul>
        }
        .into_any()
    });
    let (plain, whole) = (as_text(&catalog, &plain), as_text(&catalog, &answers));
    let link: LiveViews = Box::new(move || {
        let text = if all.get() { &whole } else { &plain };
        vec![view! { <share-box data-text=text.clone()></share-box> }.into_any()]
    });
    view! {
        <section class="share">
            <Subheading text=take::SHARE />
            <P text=take::SHARE_LEAD />
            {choice}
            <div>{link}</div>
        </section>
    }
}
