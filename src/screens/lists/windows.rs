//! The windows, by how their names are read.

use super::super::rows;
use crate::components::Fold;
use crate::platform::clock;
use leptos::prelude::*;
use navigator::Catalog;
use std::sync::Arc;

/// A fold a row of the table of kana.
pub fn by_name(catalog: &Arc<Catalog>) -> Vec<AnyView> {
    let fold = |row: words::kana::Row| {
        let catalog = catalog.clone();
        let inside = move || rows::windows(&catalog, &row.entries);
        view! { <Fold name=row.name inside=Box::new(inside) /> }.into_any()
    };
    words::kana::rows(catalog, clock::now().day)
        .into_iter()
        .map(fold)
        .collect()
}
