//! Boxes and circles: what is marked is what the program holds, however often it is drawn and wherever it stands.

use super::page::place;
use leptos::prelude::*;
use madoguchi_navi::components::Mark;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

fn box_of(id: &'static str, marked: RwSignal<bool>) -> AnyView {
    view! {
        <Mark
            kind="checkbox"
            id
            text="家賃が払えない"
            checked=Box::new(move || marked.get())
            change=Box::new(move |on| marked.set(on))
        />
    }
    .into_any()
}

/// The same trouble stands in its field and among what was found.
#[wasm_bindgen_test]
async fn two_boxes_of_one_trouble_are_marked_together() {
    let marked = RwSignal::new(false);
    let list =
        place(move || view! { <ul>{box_of("need", marked)}{box_of("found", marked)}</ul> }).await;
    let both = || ["#need", "#found"].map(|id| is_marked(&list.find(id).unwrap()));
    assert_eq!(both(), [false, false]);
    list.taps_on("label[for=found]").await;
    assert_eq!(both(), [true, true]);
    list.taps_on("#need").await;
    assert_eq!(both(), [false, false]);
}

/// Each letter of a search draws the list anew.
#[wasm_bindgen_test]
async fn list_that_is_drawn_anew_keeps_its_marks() {
    let marked = RwSignal::new(false);
    let typed = RwSignal::new(1);
    let rows = move || -> Vec<AnyView> {
        let others = (0..typed.get()).map(|_| view! { <li>"ほか"</li> }.into_any());
        others.chain([box_of("found", marked)]).collect()
    };
    let list = place(move || view! { <ul>{rows}</ul> }).await;
    list.taps_on("label[for=found]").await;
    for letters in [2, 0, 3] {
        typed.set(letters);
        super::page::drawn().await;
        assert_eq!(list.count("li"), letters + 1);
        assert!(is_marked(&list.find("#found").unwrap()), "{letters}");
    }
}

fn is_marked(element: &web_sys::HtmlElement) -> bool {
    element.unchecked_ref::<HtmlInputElement>().checked()
}
