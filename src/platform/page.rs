//! What index.html does for the program: it shows its own screens, and has kept in mind what was tapped before the program
//! came. The other half of these words is the last script there.

use navigator::Asker;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlElement};

mod own {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = page)]
    extern "C" {
        pub fn stand(part: &str, hall: &str);
        pub fn attend();
        #[wasm_bindgen(js_name = takeOver)]
        pub fn take_over() -> String;
        pub fn take(what: &str) -> Option<String>;
        pub fn clear();
        pub fn again();
        pub fn now() -> String;
        pub fn need(part: &str);
    }
}

mod device {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
        pub fn write_text(text: &str) -> Result<js_sys::Promise, wasm_bindgen::JsValue>;
        #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = userAgent)]
        pub static USER_AGENT: String;
    }
}

/// The parts of the page of which one is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The choice of a town.
    Start,
    /// Whom it is about, and below it what the program draws.
    Asker,
    /// The town's files are on their way.
    Loading,
    /// What the program draws.
    Stage,
    /// The program broke.
    Broken,
}

/// Shows one part, and leaves of the city halls' numbers only this town's in sight; all of them with an empty one.
pub fn stand(part: Part, hall: &str) {
    let part = match part {
        Part::Start => "start",
        Part::Asker => "asker",
        Part::Loading => "loading",
        Part::Stage => "stage",
        Part::Broken => "broken",
    };
    own::stand(part, hall);
}

/// Moves the reader to the screen, once it is drawn: its heading is announced, and its top is in sight.
pub fn attend() {
    spawn_local(async { own::attend() });
}

/// Has the page do nothing more by itself at taps on towns; gives whom it is about, if that was tapped already.
pub fn take_over() -> Option<Asker> {
    asker(&own::take_over())
}

/// Answers that are there before a visit, once: those that a link brought (`told`), and those to be gone on with that this
/// device has kept (`kept`) or this tab (`left`, with `place` and `at`).
pub fn take(what: &str) -> Option<String> {
    own::take(what)
}

/// The time, as what a tab keeps has it.
pub fn now() -> String {
    own::now()
}

/// Makes the present step of the history the start.
pub fn clear() {
    own::clear();
}

/// Loads the page anew, with the town that is in the address.
pub fn load_again() {
    own::again();
}

fn asker(id: &str) -> Option<Asker> {
    Asker::ALL.into_iter().find(|asker| asker.id() == id)
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the program draws into.
pub fn stage() -> Option<HtmlElement> {
    document()?.get_element_by_id("stage")?.dyn_into().ok()
}

/// Calls `act` when somebody says whom it is about.
pub fn on_asker(act: impl Fn(Asker) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let tapped = target
            .and_then(|target: Element| target.closest("[data-asker]").ok().flatten())
            .and_then(|choice| choice.get_attribute("data-asker"));
        if let Some(asker) = tapped.as_deref().and_then(asker) {
            act(asker);
        }
    });
    if let Some(part) = document().and_then(|document| document.get_element_by_id("asker")) {
        let _ = part.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    }
    // Lives as long as the page.
    listener.forget();
}

/// The file of a town, as the link to it names it; none if this site does not serve the town.
pub fn file_of(town: &str) -> Option<String> {
    let links = document()?.query_selector_all("[data-file]").ok()?;
    (0..links.length())
        .filter_map(|place| links.get(place)?.dyn_into::<Element>().ok())
        .find(|link| link.get_attribute("href").as_deref() == Some(&["#", town].concat()))?
        .get_attribute("data-file")
}

/// The file of what is true in every town.
pub fn knowledge_file() -> Option<String> {
    let link = document()?.get_element_by_id("knowledge")?;
    link.get_attribute("href")
}

/// Says in the page's title what sort of screen it is; never which.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// True on a machine that many people use one after the other (`?kiosk=1`).
pub fn is_kiosk() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute("data-kiosk"))
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// True where nothing may be kept: on a kiosk, and once somebody is leaving in a hurry.
pub fn keeps_nothing() -> bool {
    let is_left = |root: Element| root.has_attribute("hidden");
    is_kiosk()
        || document()
            .and_then(|page| page.document_element())
            .is_some_and(is_left)
}

/// Moves the reader to an element, once what has changed just now is drawn.
pub fn attend_to(id: &str) {
    let id = id.to_owned();
    spawn_local(async move {
        if let Some(element) = element(&id) {
            let _ = element.focus();
        }
    });
}

/// Makes a change above or below an element that leaves it where it is in sight.
pub fn keep_in_place(id: &str, change: impl FnOnce()) {
    let top = |id: &str| element(id).map(|element| element.get_bounding_client_rect().top());
    let before = top(id);
    change();
    let id = id.to_owned();
    spawn_local(async move {
        if let (Some(before), Some(after), Some(window)) = (before, top(&id), web_sys::window()) {
            window.scroll_by_with_x_and_y(0.0, after - before);
        }
    });
}

/// Has the browser load a part of the page that only some people use (`public/parts`): an element of that name. Where it does
/// not come, that stands in the element's place, with a button that asks for it again.
pub fn load_part(name: &str) {
    own::need(name);
}

/// Puts a public fact where it can be pasted from; false on a device that does not let it.
pub async fn copy(text: &str) -> bool {
    match device::write_text(text) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

/// What opens an address in the map that the device itself has: Apple's devices know a name of their own for it.
pub fn map_address(address: &str) -> String {
    let agent = device::USER_AGENT.with(Clone::clone);
    let apple = ["iPhone", "iPad", "Macintosh"]
        .iter()
        .any(|name| agent.contains(name));
    let opens = if apple { "maps:?q=" } else { "geo:0,0?q=" };
    [opens, address].concat()
}
