//! What holds in the town on this day: a quiet line each, which opens to the whole, and is gone when its last day is over.

use crate::components::{Fact, Number, OfficialPage, OriginOf, P};
use crate::platform::clock;
use leptos::prelude::*;
use navigator::{Catalog, Notice};
use std::sync::Arc;
use words::entry::{number_label, origin_of};
use words::notice::{checked, facts, line};
use words::phrases::notice as say;

#[component]
pub fn Notices(catalog: Arc<Catalog>) -> impl IntoView {
    let notices: Vec<AnyView> = catalog
        .notices_on(clock::now().day)
        .map(|notice| whole(&catalog, notice))
        .collect();
    (!notices.is_empty()).then(|| view! { <section>{notices}</section> }.into_any())
}

fn whole(catalog: &Catalog, notice: &Notice) -> AnyView {
    let facts: Vec<AnyView> = facts(notice)
        .into_iter()
        .map(|fact| view! { <Fact name=fact.label text=fact.text /> }.into_any())
        .collect();
    view! {
        <details class="field">
            <summary>{line(notice)}</summary>
            <div class="notice">
                <P text=notice.text.clone() />
                <dl class="facts">{facts} {phone(notice)}</dl>
                <OfficialPage url=notice.url.clone() />
                <P class="source" text=checked(notice) />
                <OriginOf origin=origin_of(catalog, notice.source, "") />
            </div>
        </details>
    }
    .into_any()
}

fn phone(notice: &Notice) -> Option<AnyView> {
    let number = notice.phone.clone();
    (!number.is_empty()).then(|| {
        let label = number_label(&notice.title, &number);
        view! {
            <div>
                <dt>{say::PHONE.text()}</dt>
                <dd><Number number label /></dd>
            </div>
        }
        .into_any()
    })
}
