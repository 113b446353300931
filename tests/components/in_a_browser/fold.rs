//! A fold is drawn when it is first opened, and keeps what is in it.

use super::page::{drawn, place};
use leptos::prelude::*;
use madoguchi_navi::components::Fold;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn fold_draws_when_it_is_opened_and_never_again() {
    let drawn_times = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&drawn_times);
    let inside = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        vec![view! { <li>"家賃が払えない"</li> }.into_any()]
    };
    let fold = place(move || view! { <Fold name="お金・くらし" inside=Box::new(inside) /> }).await;
    assert_eq!(fold.text(), "お金・くらし");
    assert_eq!(
        (fold.count("li"), drawn_times.load(Ordering::Relaxed)),
        (0, 0)
    );
    for open in [true, false, true] {
        fold.taps_on("summary").await;
        drawn().await;
        assert_eq!(fold.find("details").unwrap().has_attribute("open"), open);
        assert_eq!(
            (fold.count("li"), drawn_times.load(Ordering::Relaxed)),
            (1, 1)
        );
    }
}
