//! Stands in for the crate `wasm-streams`, which Leptos brings along by way of its server functions. This app has no server,
//! but classes that the crate exports to JavaScript stay in every bundle: 6 KB that nothing calls. What Leptos names of it is
//! here, and streams nothing. It goes when Leptos makes its server functions a feature.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsCast, JsValue};

/// A stream in which nothing comes.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes the browser's own stream.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// No stream of the browser's: nothing is sent.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The browser's own stream.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing comes.
    #[must_use]
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
