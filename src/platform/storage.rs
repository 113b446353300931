//! What is kept, one text a place: on this device if the person asks for it, and in this tab for a while. Storage may be
//! blocked, full, missing or damaged; then nothing is kept, and nothing else comes of it.

use gloo_storage::{LocalStorage, SessionStorage, Storage};

/// Under this name; index.html knows it too, and clears nothing else of this origin.
const KEPT: &str = "madoguchi";

/// Where a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On this device, for whoever uses it next.
    Device,
    /// In this tab, and as long as it is there.
    Tab,
}

/// The storage, if the browser lets it be used. Asked first, since gloo-storage ends the program where it may not.
fn storage(place: Place) -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    match place {
        Place::Device => window.local_storage().ok()?.map(|_| LocalStorage::raw()),
        Place::Tab => window
            .session_storage()
            .ok()?
            .map(|_| SessionStorage::raw()),
    }
}

/// What is kept.
pub fn kept(place: Place) -> Option<String> {
    storage(place)?.get_item(KEPT).ok()?
}

/// Keeps a text in the place of what was kept; false if the device does not let it.
pub fn keep(place: Place, text: &str) -> bool {
    storage(place).is_some_and(|storage| storage.set_item(KEPT, text).is_ok())
}

/// Takes what is kept away.
pub fn forget(place: Place) {
    if let Some(storage) = storage(place) {
        let _ = storage.remove_item(KEPT);
    }
}
