//! The town's plan, down to its measures.

use super::super::rows::Row;
use crate::components::{Fold, P, Subheading};
use crate::state::Screen;
use leptos::prelude::*;
use navigator::{Catalog, PlanItemId, PlanLevel};
use std::sync::Arc;

/// A fold for each part of the plan that has measures, under the heading of its goal.
pub fn by_measure(catalog: &Arc<Catalog>) -> Vec<AnyView> {
    let mut parts = vec![view! { <P text=catalog.town.plan_title.clone() /> }.into_any()];
    let places = 0..u16::try_from(catalog.plan.len()).unwrap_or(u16::MAX);
    for above in places.map(PlanItemId) {
        let item = &catalog.plan[above.index()];
        let name = item.name.clone();
        if measures_below(catalog, above).next().is_some() {
            let catalog = catalog.clone();
            let inside = move || {
                measures_below(&catalog, above)
                    .map(|id| way(&catalog, id))
                    .collect()
            };
            parts.push(view! { <Fold name inside=Box::new(inside) /> }.into_any());
        } else if item.level == PlanLevel::Goal {
            parts.push(view! { <Subheading text=name /> }.into_any());
        }
    }
    parts
}

fn way(catalog: &Catalog, id: PlanItemId) -> AnyView {
    let text = catalog.plan[id.index()].name.clone();
    view! { <Row text to=Screen::Measure(id) /> }.into_any()
}

fn measures_below(catalog: &Catalog, above: PlanItemId) -> impl Iterator<Item = PlanItemId> {
    let ids = (0..).map(PlanItemId);
    ids.zip(&catalog.plan)
        .filter(move |(_, item)| item.level == PlanLevel::Measure && item.parent == Some(above))
        .map(|(id, _)| id)
}
