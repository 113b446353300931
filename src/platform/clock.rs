//! The device's clock.

use navigator::Moment;

/// Now, in Japan.
pub fn now() -> Moment {
    // Whole milliseconds since 1970 fit an f64 exactly.
    #[allow(clippy::cast_possible_truncation)]
    Moment::from_unix_millis(js_sys::Date::now() as i64)
}

/// A word that was not used before: an address with it comes from no cache.
pub fn unlike_before() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}
