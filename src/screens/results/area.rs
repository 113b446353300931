//! A window among others of its kind: whose it is, and its number.

use crate::components::{Call, P, Window};
use crate::screens::rows::PageWay;
use leptos::prelude::*;
use words::phrases::{common, results};

/// A window of a part of town: whose it is, and its number.
pub fn of_area(window: Window) -> AnyView {
    let areas: Vec<&str> = window
        .areas
        .iter()
        .filter_map(|area| window.catalog.areas.get(area.index()))
        .map(|area| area.name.as_str())
        .collect();
    let areas = areas.join(common::LIST_BETWEEN.text());
    let areas = if areas.is_empty() {
        window.area.clone()
    } else {
        results::AREA.with(&[("areas", &areas)])
    };
    view! {
        <li>
            <P class="areas" text=areas />
            <PageWay window=window.clone() />
            <Call window />
        </li>
    }
    .into_any()
}
