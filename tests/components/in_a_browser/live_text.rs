//! Furigana take a text out of the page and put their own in its place; the program goes on writing into it.

use super::page::{drawn, place, runs};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// The runner serves this project's folder.
const SHOW: &str = "return import('/public/parts/furigana.js').then((furigana) => { \
    furigana.learn('窓口 まどぐち\\n相談 そうだん'); furigana.show(); })";
const HIDE: &str = "return import('/public/parts/furigana.js').then((furigana) => furigana.hide())";

#[wasm_bindgen_test]
async fn text_that_changes_below_its_furigana_is_the_one_that_is_read() {
    let text = RwSignal::new("窓口");
    let line = place(move || view! { <p>{move || text.get()}</p> }).await;
    runs(SHOW).await;
    drawn().await;
    assert_eq!(
        line.find("ruby rt").unwrap().text_content().as_deref(),
        Some("まどぐち")
    );
    for (next, reading) in [("相談", "そうだん"), ("窓口", "まどぐち")] {
        text.set(next);
        drawn().await;
        assert_eq!(line.text(), format!("{next}{reading}"));
        assert_eq!(line.count("ruby"), 1);
    }
    runs(HIDE).await;
    assert_eq!((line.text(), line.count("ruby")), ("窓口".to_owned(), 0));
    text.set("相談");
    drawn().await;
    assert_eq!(line.text(), "相談");
}
