//! An empty place on the test's page, and what a person does there.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// What is mounted; it goes with this value.
pub struct Place<M: Mountable> {
    root: HtmlElement,
    _mounted: UnmountHandle<M>,
}

impl<M: Mountable> Place<M> {
    /// Everything in it that is to be read.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The first element that `css` selects in it.
    pub fn find(&self, css: &str) -> Option<HtmlElement> {
        self.root.query_selector(css).unwrap()?.dyn_into().ok()
    }

    /// How many elements `css` selects in it.
    pub fn count(&self, css: &str) -> u32 {
        self.root.query_selector_all(css).unwrap().length()
    }

    /// Taps on it, and waits until everything that follows is drawn.
    pub async fn taps_on(&self, css: &str) {
        self.find(css).expect(css).click();
        drawn().await;
    }
}

/// Mounts a part alone.
pub async fn place<V: IntoView + 'static>(part: impl FnOnce() -> V + 'static) -> Place<V::State>
where
    V::State: Mountable,
{
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let _mounted = mount_to(root.clone(), part);
    drawn().await;
    Place { root, _mounted }
}

impl<M: Mountable> Drop for Place<M> {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Waits for a task behind all that is under way: drawing, an element's own events, observers.
pub async fn drawn() {
    runs("return new Promise((resolve) => setTimeout(resolve, 20))").await;
}

/// Runs a script, which may import and wait.
pub async fn runs(script: &str) -> JsValue {
    let begun = js_sys::Function::new_no_args(script).call0(&JsValue::NULL);
    let promise = js_sys::Promise::resolve(&begun.expect(script));
    JsFuture::from(promise).await.expect(script)
}
