//! The part that runs in the browser: takes the catalog that the page brings, and leaves the figures with the page.

use js_sys::{Array, Reflect, Uint8Array, WebAssembly, global};
use wasm_bindgen::{JsCast, JsValue};

/// Longer than the browser's clock is coarse: 0.1 ms.
const GRAIN: f64 = 4_000.0;

/// Leaves median, 95 %, worst (microseconds), the memory with the catalog in it and its growth by all answers (bytes) in
/// `measured`.
pub fn measure() {
    let told = |name: &str| Reflect::get(&global(), &name.into()).unwrap_or(JsValue::UNDEFINED);
    let file = |name: &str| Some(told(name).dyn_into::<Uint8Array>().ok()?.to_vec());
    let catalog = match (file("knowledge"), file("town")) {
        (Some(knowledge), Some(town)) => speed::town(&knowledge, &town).unwrap_or_default(),
        // Whole numbers up to 100,000 fit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        _ => speed::catalog(told("entries").as_f64().unwrap_or(0.0) as usize),
    };
    let clock = web_sys::window().and_then(|window| window.performance());
    let now = || clock.as_ref().map_or(0.0, |clock| clock.now() * 1_000.0);
    let with_catalog = memory();
    let times = speed::times(&catalog, now, GRAIN);
    let growth = memory() - with_catalog;
    let figures = [times.median, times.most, times.worst, with_catalog, growth];
    let figures: Array = figures.into_iter().map(JsValue::from_f64).collect();
    // A page without globals would have failed above.
    let _ = Reflect::set(&global(), &"measured".into(), &figures);
}

fn memory() -> f64 {
    let memory = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>();
    let length = Reflect::get(&memory.buffer(), &"byteLength".into());
    length
        .ok()
        .and_then(|length| length.as_f64())
        .unwrap_or(0.0)
}
