//! Storage that is blocked, full or damaged ends nothing.

use super::page::runs;
use madoguchi_navi::platform::storage;
use wasm_bindgen_test::wasm_bindgen_test;

const BLOCK: &str = "window.own = Object.getOwnPropertyDescriptor(window, 'localStorage'); \
    Object.defineProperty(window, 'localStorage', \
    { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })";
const UNBLOCK: &str = "Object.defineProperty(window, 'localStorage', window.own)";
const FILL: &str = "Storage.prototype.own = Storage.prototype.setItem; \
    Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }";
const EMPTY: &str = "Storage.prototype.setItem = Storage.prototype.own";

#[wasm_bindgen_test]
async fn blocked_or_full_storage_keeps_nothing_and_ends_nothing() {
    storage::forget();
    for (breaks, mends) in [(BLOCK, UNBLOCK), (FILL, EMPTY)] {
        runs(breaks).await;
        assert!(!storage::keep("asaka;1;n=m01"));
        assert_eq!(storage::kept(), None);
        storage::forget();
        runs(mends).await;
    }
    assert!(storage::keep("asaka;1;n=m01"));
    assert_eq!(storage::kept().as_deref(), Some("asaka;1;n=m01"));
}

#[wasm_bindgen_test]
async fn what_others_keep_at_the_same_address_is_left_alone() {
    runs("localStorage.setItem('other', 'theirs')").await;
    assert!(storage::keep("asaka;1;n=m01"));
    storage::forget();
    assert_eq!(storage::kept(), None);
    let theirs = runs("return localStorage.getItem('other')").await;
    assert_eq!(theirs.as_string().as_deref(), Some("theirs"));
    runs("localStorage.clear()").await;
}
