//! The browser's history and address. A step's number and the town are all that ever goes there: no answer, and no name of a
//! trouble. (What a link brings behind the town is taken from the address by index.html, before this program is there.)

use wasm_bindgen::prelude::*;

/// The town that stands behind `#` in the address; empty on the start screen.
pub fn town() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| {
            let town = hash.trim_start_matches('#');
            // What cannot be decoded is no town either, and that is said.
            js_sys::decode_uri_component(town).map_or_else(|_| town.to_owned(), String::from)
        })
        .unwrap_or_default()
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}

/// Adds a step.
pub fn push_step(number: usize) {
    if let Some(history) = history() {
        let _ = history.push_state(&value(number), "");
    }
}

/// Numbers the present step.
pub fn name_step(number: usize) {
    if let Some(history) = history() {
        let _ = history.replace_state(&value(number), "");
    }
}

/// One step back, as the browser's own button does it.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

fn value(number: usize) -> JsValue {
    JsValue::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Calls `act` with the step's number whenever the browser goes back or forward; with `None` for a step that the program did
/// not number (a link with `#`).
pub fn on_step(act: impl Fn(Option<usize>) + 'static) {
    let listener =
        Closure::<dyn Fn(web_sys::PopStateEvent)>::new(move |event: web_sys::PopStateEvent| {
            // The number was written by `value`, so it is a small whole one.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            act(event.state().as_f64().map(|number| number as usize));
        });
    if let Some(window) = web_sys::window() {
        let _ =
            window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    }
    // Lives as long as the page.
    listener.forget();
}
