//! A visit cannot go on: says so plainly. The emergency numbers stand below, in index.html.

use crate::components::{Back, Button, Heading, P};
use crate::platform::page;
use crate::state::{Fault, use_session};
use leptos::prelude::*;
use words::phrases::fault as say;

#[component]
pub fn FaultScreen(fault: Fault) -> impl IntoView {
    let session = use_session();
    let (what, mend) = match fault {
        Fault::UnknownTown => (say::UNKNOWN_TOWN, say::UNKNOWN_TOWN_MEND),
        Fault::NotLoaded => (say::NOT_LOADED, say::NOT_LOADED_MEND),
        Fault::Refused => (say::REFUSED, say::REFUSED_MEND),
        Fault::Link => (say::LINK, say::LINK_MEND),
    };
    let (way_on, act): (_, Box<dyn Fn()>) = match fault {
        Fault::Link => (say::BEGIN_AGAIN, Box::new(move || session.begin_anew())),
        _ => (say::LOAD_AGAIN, Box::new(page::load_again)),
    };
    view! {
        <section class="fault">
            <Heading text=what />
            <P text=mend />
            <P text=say::URGENT />
            <Button class="go" text=way_on act />
            <Back />
        </section>
    }
}
