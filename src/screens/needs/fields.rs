//! The troubles by field, each field a fold with the count of what is marked in it.

use super::super::lists::needs_of_field;
use super::trouble::{Chosen, Trouble};
use crate::components::Fold;
use leptos::prelude::*;
use navigator::{Catalog, NeedId};
use std::sync::Arc;
use words::phrases::needs;

#[component]
pub fn Fields(catalog: Arc<Catalog>, chosen: Chosen) -> impl IntoView {
    let folds: Vec<AnyView> = (0..catalog.fields.len())
        .map(|field| view! { <Field catalog=catalog.clone() field chosen /> }.into_any())
        .collect();
    view! { <div>{folds}</div> }
}

#[component]
fn Field(catalog: Arc<Catalog>, field: usize, chosen: Chosen) -> impl IntoView {
    let name = catalog.fields[field].clone();
    let ids: Vec<NeedId> = needs_of_field(&catalog, field).collect();
    let rows = {
        let ids = ids.clone();
        move || {
            let row = |&id| {
                view! { <Trouble catalog=catalog.clone() id place="need" chosen /> }.into_any()
            };
            ids.iter().map(row).collect()
        }
    };
    let count = move || chosen.with(|set| ids.iter().filter(|&&id| set.has(id)).count());
    let badge = view! { <Count count=Box::new(count) /> }.into_any();
    view! { <Fold name badge inside=Box::new(rows) /> }
}

/// How many; out of sight where there is none.
#[component]
fn Count(count: Box<dyn Fn() -> usize + Send>) -> impl IntoView {
    move || match count() {
        0 => None,
        count => {
            let text = needs::COUNT.with(&[("count", &count.to_string())]);
            Some(view! { <span class="count">{text}</span> })
        }
    }
}
