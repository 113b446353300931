//! The troubles by field, each field a fold with the count of what is marked in it.

use super::super::lists::needs_of_field;
use super::trouble::{Chosen, Trouble};
use crate::components::{Fold, LiveViews};
use leptos::prelude::*;
use navigator::{Asker, Catalog, NeedId};
use std::sync::Arc;
use words::phrases::needs;

#[component]
pub fn Fields(catalog: Arc<Catalog>, asker: Asker, chosen: Chosen) -> impl IntoView {
    let folds: Vec<AnyView> = (0..catalog.fields.len())
        .map(|field| view! { <Field catalog=catalog.clone() field asker chosen /> }.into_any())
        .collect();
    view! { <div>{folds}</div> }
}

#[component]
fn Field(catalog: Arc<Catalog>, field: usize, asker: Asker, chosen: Chosen) -> impl IntoView {
    let name = catalog.fields[field].name.clone();
    let ids: Vec<NeedId> = needs_of_field(&catalog, field).collect();
    let rows = {
        let ids = ids.clone();
        move || {
            let row = |&id| {
                view! { <Trouble catalog=catalog.clone() id place="need" asker chosen /> }
                    .into_any()
            };
            ids.iter().map(row).collect()
        }
    };
    let badge: LiveViews = Box::new(move || {
        let count = chosen.with(|set| ids.iter().filter(|&&id| set.has(id)).count());
        badge(count).into_iter().collect()
    });
    let badge = badge.into_any();
    view! { <Fold name badge inside=Box::new(rows) /> }
}

/// How many; nothing where there is none.
fn badge(count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        let text = needs::COUNT.with(&[("count", &count.to_string())]);
        view! { <span class="count">{text}</span> }.into_any()
    })
}
