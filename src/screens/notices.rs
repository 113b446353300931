//! What holds in the town on this day: a quiet line each, which opens to the whole, and is gone when its last day is over.

use crate::components::{Fact, Outside, P};
use crate::platform::{clock, page};
use leptos::prelude::*;
use navigator::{Catalog, Notice, dial_address};
use std::sync::Arc;
use words::entry::origin_of;
use words::notice::{checked, facts, line};
use words::phrases::{entry, notice as say};

#[component]
pub fn Notices(catalog: Arc<Catalog>) -> impl IntoView {
    let notices: Vec<AnyView> = catalog
        .notices_on(clock::now().day)
        .map(|notice| whole(&catalog, notice))
        .collect();
    (!notices.is_empty()).then(|| view! { <section>{notices}</section> })
}

fn whole(catalog: &Catalog, notice: &Notice) -> AnyView {
    let facts: Vec<AnyView> = facts(notice)
        .into_iter()
        .map(|fact| view! { <Fact name=fact.label text=fact.text /> }.into_any())
        .collect();
    let url = notice.url.clone();
    let official = (!url.is_empty() && !page::is_kiosk()).then(|| {
        view! { <p><Outside url text=entry::OFFICIAL_PAGE_NEW.into() /></p> }
    });
    let origin = origin_of(catalog, notice.source, "").map(|origin| {
        view! {
            <p class="source">
                {entry::ORIGIN_LABEL.text()}
                <Outside url=origin.url text=origin.text />
            </p>
        }
    });
    view! {
        <details class="field">
            <summary>{line(notice)}</summary>
            <div class="notice">
                <P text=notice.text.clone() />
                <dl class="facts">{facts} {phone(&notice.phone)}</dl>
                {official}
                <P class="source" text=checked(notice) />
                {origin}
            </div>
        </details>
    }
    .into_any()
}

/// Nobody calls from a kiosk.
fn phone(number: &str) -> Option<AnyView> {
    let call = if page::is_kiosk() {
        number.to_owned().into_any()
    } else {
        view! { <a href=dial_address(number)>{number.to_owned()}</a> }.into_any()
    };
    (!number.is_empty()).then(|| {
        view! {
            <div>
                <dt>{say::PHONE.text()}</dt>
                <dd>{call}</dd>
            </div>
        }
        .into_any()
    })
}
