//! One entry's own page: all that is known of it.

use crate::parts::{CardBody, Facts};
use crate::session::Session;
use leptos::prelude::*;
use navigator::{Entry, EntryId};

pub fn draw(session: Session, id: EntryId) -> AnyView {
    let Some(catalog) = session.catalog() else {
        return ().into_any();
    };
    let entry: Entry = catalog.entry(id).clone();
    let official = (!entry.plain.is_empty() && entry.plain != entry.name)
        .then(|| view! { <p class="official">{entry.name.clone()}</p> });
    let reading = (!entry.reading.is_empty())
        .then(|| view! { <p class="reading">{entry.reading.clone()}</p> });
    let measures: Vec<String> = entry
        .measures
        .iter()
        .filter_map(|measure| catalog.plan.get(measure.index()))
        .map(|measure| measure.name.clone())
        .collect();
    let plan = (!measures.is_empty()).then(|| {
        view! {
            <p class="plan">
                {format!("{}の施策「{}」の窓口です。", catalog.town.name, measures.join("」「"))}
            </p>
        }
    });
    view! {
        {super::back_link()}
        <article class="card first">
            <h1 tabindex="-1">{entry.shown_name().to_owned()}</h1>
            {official}
            {reading}
            <CardBody entry=entry.clone()/>
            <Facts entry=entry/>
            {plan}
        </article>
    }
    .into_any()
}
