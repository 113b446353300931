//! Whether a window is open now, and apart from that whether the switchboard is answered; nothing where no source is sure.

use super::text::P;
use super::window::Window;
use crate::platform::clock;
use leptos::prelude::*;
use words::hours::{OpenSort, OpenWords, in_brief, open_now, switchboard_now};

/// That somebody answers the switchboard, where that is called; that the window is open, or when it opens.
#[component]
pub fn OpenNow(window: Window) -> impl IntoView {
    let now = clock::now();
    let mut told: Vec<AnyView> = Vec::new();
    told.extend(switchboard_now(&window.catalog, &window, now).map(told_apart));
    told.extend(open_now(&window.catalog, &window, now).map(told_apart));
    told
}

fn told_apart(told: OpenWords) -> AnyView {
    let class = match told.sort {
        OpenSort::Open => "hours-open",
        OpenSort::Closed | OpenSort::OutOfDate | OpenSort::Unknown => "hours-shut",
    };
    view! { <P class text=told.text /> }.into_any()
}

/// The same in few words, always: where no source is sure, that is said.
#[component]
pub fn Brief(window: Window) -> impl IntoView {
    told_apart(in_brief(&window.catalog, &window, clock::now()))
}
