//! What stands folded below: the windows that have no room above, and what to do when nobody answers.

use super::row::{Shown, one};
use crate::components::Fold;
use crate::platform::clock;
use crate::screens::danger::is_told_no_hall;
use leptos::prelude::*;
use navigator::{Answers, Catalog};
use std::sync::Arc;
use words::phrases::results;
use words::town::when_sent_on;

/// The windows that are not in sight, by field.
#[component]
pub fn More(catalog: Arc<Catalog>, rows: Vec<Shown>) -> impl IntoView {
    let count = |field: usize| rows.iter().filter(|row| row.field == field).count();
    let fields: Vec<(usize, usize)> = (0..catalog.kind_fields.len())
        .map(|field| (field, count(field)))
        .filter(|&(_, count)| count > 0)
        .collect();
    let told: Vec<String> = fields
        .iter()
        .map(|&(field, count)| {
            let field = &catalog.kind_fields[field];
            results::OF_FIELD.with(&[("field", field), ("count", &count.to_string())])
        })
        .collect();
    let told = told.join(results::BETWEEN_FIELDS.text());
    (!fields.is_empty()).then(|| {
        let name = results::MORE.with(&[("fields", &told)]);
        let inside = move || {
            let of_field = |&(field, _): &(usize, usize)| {
                let name = catalog.kind_fields[field].clone();
                let own = rows.iter().filter(|row| row.field == field);
                let own: Vec<AnyView> = own.cloned().map(one).collect();
                view! {
                    <li>
                        <h3>{name}</h3>
                        <ul class="ones">{own}</ul>
                    </li>
                }
                .into_any()
            };
            fields.iter().map(of_field).collect()
        };
        view! { <Fold name inside=Box::new(inside) /> }.into_any()
    })
}

/// What to do when nobody answers, and when one desk sends on to the next.
#[component]
pub fn WhenItFails(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let inside = move || {
        let mut tips: Vec<String> = [
            results::FAILS_CLOSED,
            results::FAILS_SENT_ON,
            results::FAILS_DETAILS,
        ]
        .map(|tip| tip.text().to_owned())
        .into();
        // Whoever answers a switchboard may know the one who is feared.
        if !is_told_no_hall(&catalog, &answers) {
            tips.extend(when_sent_on(&catalog, clock::now().day));
        }
        let tip = |tip| view! { <li>{tip}</li> }.into_any();
        tips.into_iter().map(tip).collect()
    };
    view! { <Fold name=results::FAILS inside=Box::new(inside) /> }
}
