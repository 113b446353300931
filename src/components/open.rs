//! Whether a window is open now; nothing where no source is sure.

use super::text::P;
use super::window::Window;
use crate::platform::clock;
use leptos::prelude::*;
use words::hours::{OpenSort, open_now};

/// That it is open, or when it opens.
#[component]
pub fn OpenNow(window: Window) -> impl IntoView {
    open_now(&window.catalog, &window, clock::now()).map(|open| {
        let class = match open.sort {
            OpenSort::Open => "hours-open",
            OpenSort::Closed | OpenSort::OutOfDate => "hours-shut",
        };
        view! { <P class text=open.text /> }
    })
}
