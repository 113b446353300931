//! The few things that are asked of the browser itself: history, focus, the clock, one download.

use navigator::Moment;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn element(id: &str) -> Option<web_sys::Element> {
    window()?.document()?.get_element_by_id(id)
}

/// Every element of the page that a selector finds.
pub fn all(selector: &str) -> impl Iterator<Item = web_sys::Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// Takes an element out of sight, or brings it back.
pub fn hide(element: &web_sys::Element, hidden: bool) {
    let _ = if hidden {
        element.set_attribute("hidden", "")
    } else {
        element.remove_attribute("hidden")
    };
}

/// Takes the element with this id out of sight, or brings it back.
pub fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = element(id) {
        hide(&element, hidden);
    }
}

/// The element that the program draws into.
pub fn stage() -> Option<web_sys::HtmlElement> {
    element("app")?.dyn_into().ok()
}

/// Shows the start screen of index.html, or hides it while the program draws.
pub fn show_start(shown: bool) {
    set_hidden("start", !shown);
    set_hidden("app", shown);
}

/// Shows index.html's own words for a program that broke, over everything else.
pub fn show_broken() {
    set_hidden("broken", false);
    set_hidden("app", true);
    set_hidden("start", true);
}

/// Takes an element of index.html away for good.
pub fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// What stands behind `#` in the address.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| {
            let told = hash.trim_start_matches('#');
            // What cannot be decoded is no town either, and that is said.
            js_sys::decode_uri_component(told).map_or_else(|_| told.to_owned(), String::from)
        })
        .unwrap_or_default()
}

/// Writes nothing but the town behind `#`, in the present step.
pub fn write_address(town: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&["#", town].concat()));
    }
}

/// Adds a step to the browser's history. Only its number goes there: no answer and no name of a
/// trouble ever stands in the history or the address.
pub fn push_step(number: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state(&step_value(number), "");
    }
}

/// Numbers the present step.
pub fn name_step(number: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state(&step_value(number), "");
    }
}

/// Puts the start below a town that the page was opened with, so that going back stays within the program.
pub fn put_start_below(fragment: &str) {
    let Some(window) = window() else { return };
    // `?kiosk=1` must survive a reload.
    let (path, search) = (window.location().pathname(), window.location().search());
    if let (Ok(history), Ok(path), Ok(search)) = (window.history(), path, search) {
        let start = [path, search].concat();
        let _ = history.replace_state_with_url(&step_value(0), "", Some(&start));
        let _ = history.push_state_with_url(&step_value(1), "", Some(&["#", fragment].concat()));
    }
}

/// One step back, as the browser's own button does it.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

fn step_value(number: usize) -> JsValue {
    JsValue::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Calls `act` with the step's number whenever the browser goes back or forward; `None` for a step that
/// the program did not number (a link with `#`).
pub fn on_step(act: impl Fn(Option<usize>) + 'static) {
    let listener =
        Closure::<dyn Fn(web_sys::PopStateEvent)>::new(move |event: web_sys::PopStateEvent| {
            // The number was written by `step_value`, so it is a small whole one.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            act(event.state().as_f64().map(|number| number as usize));
        });
    if let Some(window) = window() {
        let _ =
            window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    }
    // Lives as long as the page.
    listener.forget();
}

/// Moves the reader to the new screen: its heading is announced, and its top is in sight.
pub fn attend_to_heading() {
    let Some(window) = window() else { return };
    let heading = window
        .document()
        .and_then(|document| document.query_selector("#app h1").ok().flatten());
    if let Some(heading) = heading.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.focus();
    }
    // Last, since a focus scrolls: what stands above the heading (lines for danger) must not be lost.
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

/// Moves the reader to an element.
pub fn attend_to(id: &str) {
    if let Some(element) = element(id).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Now, in Japan.
pub fn now() -> Moment {
    // Whole milliseconds since 1970 fit an f64 exactly.
    #[allow(clippy::cast_possible_truncation)]
    Moment::from_unix_millis(js_sys::Date::now() as i64)
}

/// A word that was not used before: an address with it comes from no cache.
pub fn unlike_before() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The text in Unicode's compatibility form, in which ﾔﾁﾝ is ヤチン: the browser knows the table.
pub fn compatible(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

/// Loads a file of this site; `None` if it does not arrive whole.
pub async fn load(file: &str) -> Option<Vec<u8>> {
    let answer = JsFuture::from(window()?.fetch_with_str(file)).await.ok()?;
    let response: web_sys::Response = answer.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Where answers are kept on this device, if the person asks for it; index.html reads it too.
const SAVED: &str = "madoguchi";

/// Storage may be blocked, full or missing; then nothing is kept.
fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

/// True if answers are kept on this device.
pub fn has_saved() -> bool {
    storage().is_some_and(|storage| storage.get_item(SAVED).is_ok_and(|text| text.is_some()))
}

/// Keeps a text on this device; false if the device does not let it.
pub fn save(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(SAVED, text).is_ok())
}

/// Takes what was kept off this device.
pub fn forget_saved() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(SAVED);
    }
}

/// True on a machine that many people use one after the other (`?kiosk=1`).
pub fn is_kiosk() -> bool {
    root().is_some_and(|root| root.has_attribute("data-kiosk"))
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// Prints the page; on slips (the narrow paper of a kiosk's printer) or on sheets.
pub fn print(slip: bool) {
    if let (Some(window), Some(root)) = (window(), root()) {
        let _ = root.toggle_attribute_with_force("data-slip", slip);
        let _ = window.print();
    }
}

/// Has the browser load a part of the page that only some people use (`public/parts`), once.
pub fn load_part(name: &str) {
    let file = ["parts/", name, ".js"].concat();
    let Some(document) = document() else { return };
    let here = ["script[src=\"", &file, "\"]"].concat();
    if document
        .query_selector(&here)
        .is_ok_and(|found| found.is_some())
    {
        return;
    }
    if let (Ok(script), Some(body)) = (document.create_element("script"), document.body()) {
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", &file);
        let _ = body.append_child(&script);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
