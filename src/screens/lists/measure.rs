//! One measure of the plan: the windows that carry it out.

use super::super::rows;
use crate::components::{Back, Heading, P, Subheading};
use leptos::prelude::*;
use navigator::{Catalog, EntryId, PlanItemId};
use std::sync::Arc;
use words::phrases::lists;

#[component]
pub fn MeasureScreen(catalog: Arc<Catalog>, id: PlanItemId) -> impl IntoView {
    let windows: Vec<EntryId> = catalog
        .entry_ids()
        .filter(|&entry| catalog.entry(entry).measures.contains(&id))
        .collect();
    let windows = rows::windows(&catalog, &windows);
    let path = path_to(&catalog, id);
    let (name, above) = path.split_last().unwrap_or((&"", &[]));
    view! {
        <Back />
        <Heading text=*name />
        <P class="note" text=above.join(lists::PLAN_BETWEEN.text()) />
        <Subheading text=lists::MEASURE_WINDOWS />
        <ul class="rows">{windows}</ul>
    }
}

/// The names from the plan's down to an item's.
fn path_to(catalog: &Catalog, id: PlanItemId) -> Vec<&str> {
    let mut path = Vec::new();
    let mut next = Some(id);
    while let Some(item) = next.and_then(|id| catalog.plan.get(id.index())) {
        path.insert(0, &*item.name);
        next = item.parent;
    }
    path.insert(0, &catalog.town.plan_title);
    path
}
