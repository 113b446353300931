//! Everything there is, without any question: by trouble, by name, by the town's plan. And the pages of one trouble and of
//! one measure.

mod measure;
mod need;
mod plan;
mod windows;

pub use measure::MeasureScreen;
pub use need::NeedScreen;

use super::rows::{Row, need_ways};
use super::search::SearchBox;
use crate::components::{Back, Fold, Heading};
use crate::state::{List, Screen, use_session};
use leptos::prelude::*;
use navigator::{Asker, Catalog, Field, NeedId};
use std::sync::Arc;
use words::phrases::lists;

/// The ways to everything there is, for those who know what they look for.
#[component]
pub fn Lists() -> impl IntoView {
    view! {
        <ul class="ways">
            <Row text=lists::BY_NEED to=Screen::List(List::Needs) />
            <Row text=lists::BY_NAME to=Screen::List(List::Windows) />
            <Row text=lists::BY_PLAN to=Screen::List(List::Plan) />
        </ul>
    }
}

#[component]
pub fn ListScreen(catalog: Arc<Catalog>, list: List) -> impl IntoView {
    let asker = use_session().said().asker;
    let (title, parts) = match list {
        List::Needs => (lists::BY_NEED, by_field(&catalog, asker)),
        List::Windows => (lists::BY_NAME, windows::by_name(&catalog)),
        List::Plan => (lists::BY_PLAN, plan::by_measure(&catalog)),
    };
    let windows = list == List::Windows;
    let troubles = {
        let catalog = catalog.clone();
        Arc::new(move |ids: &[NeedId]| need_ways(&catalog, ids, asker))
    };
    view! {
        <Back />
        <Heading text=title />
        <SearchBox catalog asker troubles leave=Arc::new(|| ()) windows />
        {parts}
    }
}

/// A fold a field of trouble.
fn by_field(catalog: &Arc<Catalog>, asker: Asker) -> Vec<AnyView> {
    let fold = |(place, field): (usize, &Field)| {
        let catalog = catalog.clone();
        let inside = move || {
            let ids: Vec<NeedId> = needs_of_field(&catalog, place).collect();
            need_ways(&catalog, &ids, asker)
        };
        view! { <Fold name=field.name.clone() inside=Box::new(inside) /> }.into_any()
    };
    catalog.fields.iter().enumerate().map(fold).collect()
}

/// The troubles of a field, in the order of the sheet.
pub fn needs_of_field(catalog: &Catalog, field: usize) -> impl Iterator<Item = NeedId> {
    catalog
        .need_ids()
        .filter(move |&id| usize::from(catalog.need(id).field) == field)
}
