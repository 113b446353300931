//! One trouble to mark, and what is marked.

use crate::components::Mark;
use leptos::prelude::*;
use navigator::{Asker, Catalog, NeedId, NeedSet};
use std::sync::Arc;

/// What is marked on the screen.
pub type Chosen = RwSignal<NeedSet>;

/// The box of one trouble; it stands in its field, and among what was found.
#[component]
pub fn Trouble(
    catalog: Arc<Catalog>,
    id: NeedId,
    place: &'static str,
    asker: Asker,
    chosen: Chosen,
) -> impl IntoView {
    let need = catalog.need(id);
    let mark = move |on| chosen.update(|set| if on { set.insert(id) } else { set.remove(id) });
    view! {
        <Mark
            kind="checkbox"
            id=[place, "-", &need.id].concat()
            text=need.text.to(asker).to_owned()
            checked=Box::new(move || chosen.with(|set| set.has(id)))
            change=Box::new(mark)
        />
    }
}
