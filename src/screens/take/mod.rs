//! To take along: a sheet for the desk, a link for another device, keeping the answers on this one.

mod keep;
mod share;
mod sheet;

use crate::components::{Back, Button, Heading, P};
use crate::platform::clock;
use crate::platform::page;
use crate::platform::print::print;
use keep::Keep;
use leptos::prelude::*;
use navigator::{Answers, Catalog, suggest};
use share::Share;
use sheet::Sheet;
use std::sync::Arc;
use words::phrases::take;

#[component]
pub fn TakeScreen(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let now = clock::now();
    let mut outcome = suggest(&catalog, &answers, now.day);
    outcome.lead_with_open_lines(&catalog, now);
    let private = outcome.private;
    let warning = private.then(|| view! { <P class="warning" text=take::PRIVATE /> }.into_any());
    // Whoever watches the phone must not find a link, and nothing of it may stay.
    let share = (!private)
        .then(|| view! { <Share catalog=catalog.clone() answers=answers.clone() /> }.into_any());
    let keep = (!private && !page::is_kiosk()).then(|| view! { <Keep /> }.into_any());
    view! {
        <Back />
        <Heading text=take::TITLE />
        <P text=take::LEAD />
        {warning}
        <div class="pair">
            <Button class="go" text=take::PRINT_PAGE act=Box::new(|| print(false)) />
            <Button class="quiet" text=take::PRINT_SLIP act=Box::new(|| print(true)) />
        </div>
        <Sheet catalog answers suggestions=outcome.suggestions />
        {share}
        {keep}
    }
}
