//! Files of this site.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Loads a file; `None` if it does not arrive whole.
pub async fn load(file: &str) -> Option<Vec<u8>> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(file))
        .await
        .ok()?;
    let response: web_sys::Response = answer.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
