//! Whether a window is open now, and apart from that whether the switchboard is answered; nothing where no source is sure.

use super::text::P;
use super::window::Window;
use crate::platform::clock;
use leptos::prelude::*;
use words::hours::{OpenSort, OpenWords, open_now, switchboard_now};

/// That somebody answers the switchboard, where that is called; that the window is open, or when it opens.
#[component]
pub fn OpenNow(window: Window) -> impl IntoView {
    let now = clock::now();
    let told = [
        switchboard_now(&window.catalog, &window, now),
        open_now(&window.catalog, &window, now),
    ];
    told.map(|told| told.map(told_apart))
}

fn told_apart(told: OpenWords) -> impl IntoView {
    let class = match told.sort {
        OpenSort::Open => "hours-open",
        OpenSort::Closed | OpenSort::OutOfDate => "hours-shut",
    };
    view! { <P class text=told.text /> }
}
