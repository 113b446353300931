//! Storage that is blocked, full or damaged ends nothing, on the device and in the tab.

use super::page::runs;
use madoguchi_navi::platform::storage::{self, Place};
use wasm_bindgen_test::wasm_bindgen_test;

const PLACES: [(Place, &str); 2] = [
    (Place::Device, "localStorage"),
    (Place::Tab, "sessionStorage"),
];
const BLOCK: &str = "window.own = Object.getOwnPropertyDescriptor(window, 'STORAGE'); \
    Object.defineProperty(window, 'STORAGE', \
    { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })";
const UNBLOCK: &str = "Object.defineProperty(window, 'STORAGE', window.own)";
const FILL: &str = "Storage.prototype.own = Storage.prototype.setItem; \
    Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }";
const EMPTY: &str = "Storage.prototype.setItem = Storage.prototype.own";

#[wasm_bindgen_test]
async fn blocked_or_full_storage_keeps_nothing_and_ends_nothing() {
    for (place, name) in PLACES {
        storage::forget(place);
        for (breaks, mends) in [(BLOCK, UNBLOCK), (FILL, EMPTY)] {
            runs(&breaks.replace("STORAGE", name)).await;
            assert!(!storage::keep(place, "asaka;1;n=m01"));
            assert_eq!(storage::kept(place), None);
            storage::forget(place);
            runs(&mends.replace("STORAGE", name)).await;
        }
        assert!(storage::keep(place, "asaka;1;n=m01"));
        assert_eq!(storage::kept(place).as_deref(), Some("asaka;1;n=m01"));
        storage::forget(place);
    }
}

#[wasm_bindgen_test]
async fn what_others_keep_at_the_same_address_is_left_alone() {
    for (place, name) in PLACES {
        runs(&format!("{name}.setItem('other', 'theirs')")).await;
        assert!(storage::keep(place, "asaka;1;n=m01"));
        storage::forget(place);
        assert_eq!(storage::kept(place), None);
        let theirs = runs(&format!("return {name}.getItem('other')")).await;
        assert_eq!(theirs.as_string().as_deref(), Some("theirs"));
        runs(&format!("{name}.clear()")).await;
    }
}
