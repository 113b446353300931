//! What stands below 「だれのことで困っていますか」, which index.html asks: the ways for those who look for something else.

use super::lists::Lists;
use super::rows::need_ways;
use leptos::prelude::*;
use navigator::Catalog;
use std::sync::Arc;
use words::phrases::asker;

#[component]
pub fn AskerMore(catalog: Arc<Catalog>) -> impl IntoView {
    let giving = need_ways(&catalog, &catalog.giving);
    view! {
        <section>
            <h2>{asker::GIVING.text()}</h2>
            <ul class="ways">{giving}</ul>
        </section>
        <section>
            <h2>{asker::LISTS.text()}</h2>
            <Lists />
        </section>
    }
}
