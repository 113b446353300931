//! Windows of one kind that share a town's parts, or stand in several places: whose each is, and its number.

use crate::components::{Call, P, Way, Window};
use crate::state::Screen;
use leptos::prelude::*;
use navigator::{Catalog, EntryId};
use std::sync::Arc;
use words::phrases::{common, results};

/// What such windows are called together: 「高齢者と家族の相談所」 of 「高齢者と家族の相談所（あいとぴあ）」; nothing where their names
/// differ in more than what stands in brackets.
pub fn together<'a>(catalog: &'a Catalog, ids: &[EntryId]) -> Option<&'a str> {
    let mut names = ids.iter().map(|&id| bracketed(catalog, id));
    let (shared, _) = names.next()??;
    let same = names.all(|name| name.is_some_and(|(before, _)| before == shared));
    (same && ids.len() > 1).then_some(shared)
}

/// A name in two: what stands before its brackets, and within them.
fn bracketed(catalog: &Catalog, id: EntryId) -> Option<(&str, &str)> {
    let (before, within) = catalog.entry(id).shown_name().split_once('（')?;
    Some((before, within.strip_suffix('）')?))
}

/// A row each.
pub fn of_areas(catalog: &Arc<Catalog>, ids: &[EntryId]) -> Vec<AnyView> {
    let short = together(catalog, ids).is_some();
    let row = |&id: &EntryId| {
        let own = bracketed(catalog, id).filter(|_| short);
        let name = own.map_or(catalog.entry(id).shown_name(), |(_, own)| own);
        of_area(Window::new(catalog, id), name.to_owned())
    };
    ids.iter().map(row).collect()
}

/// A window of a part of town: whose it is, and its number.
fn of_area(window: Window, text: String) -> AnyView {
    let label = common::MORE_LABEL.with(&[("name", window.shown_name())]);
    view! {
        <li>
            <P class="areas" text=areas(&window) />
            <Way class="link" text label to=Screen::Entry(window.id) />
            <Call window />
        </li>
    }
    .into_any()
}

/// The parts of town that a window is for.
fn areas(window: &Window) -> String {
    let areas: Vec<&str> = window
        .areas
        .iter()
        .filter_map(|area| window.catalog.areas.get(area.index()))
        .map(|area| area.name.as_str())
        .collect();
    if areas.is_empty() {
        return window.area.clone();
    }
    results::AREA.with(&[("areas", &areas.join(common::LIST_BETWEEN.text()))])
}
