//! Parts of the app that need a browser but no journey: each is mounted alone in a headless Chromium, used as a person uses
//! it, and looked at. Anywhere else this is an empty program.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test ends where the page is not as it has to be"
)]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod in_a_browser {
    mod fold;
    mod keeping;
    mod live_text;
    mod marks;
    mod page;
}
