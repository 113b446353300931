//! What is kept on this device: one text, and only if the person asks for it. Storage may be blocked, full, missing or
//! damaged; then nothing is kept, and nothing else comes of it.

use gloo_storage::{LocalStorage, Storage};

/// Under this name; index.html and the kiosk know it too, and clear nothing else of this origin.
const KEPT: &str = "madoguchi";

/// The storage, if the browser lets it be used. Asked first, since gloo-storage ends the program where it may not.
fn storage() -> Option<web_sys::Storage> {
    let usable = web_sys::window()?.local_storage().ok()?;
    usable.map(|_| LocalStorage::raw())
}

/// What is kept: a town and answers, as a link has them.
pub fn kept() -> Option<String> {
    storage()?.get_item(KEPT).ok()?
}

/// Keeps a text in the place of what was kept; false if the device does not let it.
pub fn keep(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEPT, text).is_ok())
}

/// Takes what is kept away.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT);
    }
}
