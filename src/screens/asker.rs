//! What stands below 「だれのことで困っていますか」, which index.html asks: the ways for those who look for something else.

use super::lists::Lists;
use super::notices::Notices;
use super::rows::need_ways;
use super::search::SearchBox;
use crate::components::Subheading;
use leptos::prelude::*;
use navigator::{Asker, Catalog, NeedId};
use std::sync::Arc;
use words::phrases::asker;

#[component]
pub fn AskerMore(catalog: Arc<Catalog>) -> impl IntoView {
    let giving = need_ways(&catalog, &catalog.giving, Asker::Myself);
    let found = {
        let catalog = catalog.clone();
        Arc::new(move |ids: &[NeedId]| need_ways(&catalog, ids, Asker::Myself))
    };
    view! {
        <SearchBox catalog=catalog.clone() asker=Asker::Myself troubles=found leave=Arc::new(|| ()) />
        <Notices catalog />
        <section>
            <Subheading text=asker::GIVING />
            <ul class="ways">{giving}</ul>
        </section>
        <section>
            <Subheading text=asker::LISTS />
            <Lists />
        </section>
    }
}
