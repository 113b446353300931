//! What stands folded below the cards: the other suggestions, and what to do when nobody answers.

use super::super::rows;
use crate::components::{Fold, Subheading};
use crate::platform::clock;
use leptos::prelude::*;
use navigator::{Asker, Catalog, EntryId, Suggestion};
use std::sync::Arc;
use words::asks::asks;
use words::phrases::results;
use words::town::when_sent_on;

/// The other suggestions, by field.
#[component]
pub fn Others(catalog: Arc<Catalog>, rest: Vec<Suggestion>, asker: Asker) -> impl IntoView {
    (!rest.is_empty()).then(|| {
        let folds: Vec<AnyView> = (0..catalog.kind_fields.len())
            .filter_map(|field| {
                let ids = of_field(&catalog, &rest, field, asker);
                let catalog = catalog.clone();
                (!ids.is_empty()).then(|| view! { <OfField catalog field ids /> }.into_any())
            })
            .collect();
        view! {
            <section>
                <Subheading text=results::OTHERS />
                {folds}
            </section>
        }
    })
}

/// The windows of a field, with what to say where the switchboard is asked for them.
fn of_field(
    catalog: &Catalog,
    rest: &[Suggestion],
    field: usize,
    asker: Asker,
) -> Vec<(EntryId, Vec<String>)> {
    let is_of_field = |one: &&Suggestion| {
        let kind = one.kinds.first().map(|&kind| catalog.kind(kind));
        kind.is_some_and(|kind| usize::from(kind.field) == field)
    };
    rest.iter()
        .filter(is_of_field)
        .map(|one| (one.entry, asks(catalog, one, asker)))
        .collect()
}

#[component]
fn OfField(catalog: Arc<Catalog>, field: usize, ids: Vec<(EntryId, Vec<String>)>) -> impl IntoView {
    let count = results::COUNT.with(&[("count", &ids.len().to_string())]);
    let badge = view! { <span class="count">{count}</span> }.into_any();
    let name = catalog.kind_fields[field].clone();
    let inside = move || {
        let row =
            |(id, asks): &(EntryId, Vec<String>)| rows::asked_window(&catalog, *id, asks.clone());
        ids.iter().map(row).collect()
    };
    view! { <Fold name badge inside=Box::new(inside) /> }
}

/// What to do when nobody answers, and when one desk sends on to the next.
#[component]
pub fn WhenItFails(catalog: Arc<Catalog>, private: bool) -> impl IntoView {
    let inside = move || {
        let mut tips: Vec<String> = [
            results::FAILS_CLOSED,
            results::FAILS_SENT_ON,
            results::FAILS_DETAILS,
        ]
        .map(|tip| tip.text().to_owned())
        .into();
        // Whoever answers a switchboard may know the one who is feared.
        if !private {
            tips.extend(when_sent_on(&catalog, clock::now().day));
        }
        let tip = |tip| view! { <li>{tip}</li> }.into_any();
        tips.into_iter().map(tip).collect()
    };
    view! { <Fold name=results::FAILS inside=Box::new(inside) /> }
}
