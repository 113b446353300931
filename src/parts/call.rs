//! The button that dials.
//!
//! A number is dialled from one place; how is said in the navigator, for the lists without a program too.

use crate::browser;
use crate::dom::{El, el, el_of};
use navigator::{Entry, dial_address};

/// A button that calls an entry; nothing if its number is not known.
pub fn call(entry: &Entry) -> Option<El> {
    let number = &entry.channels.phone;
    if number.is_empty() {
        return None;
    }
    let address = dial_address(number);
    if browser::is_kiosk() {
        // Nobody calls from a kiosk: the number to write down, and to take along by a phone's camera.
        browser::load_part("share-box");
        return Some(
            el_of("div", "call")
                .child(el_of("span", "call-number").text(number))
                .child(el("qr-code").attr("data-text", &address)),
        );
    }
    Some(
        el_of("a", "call")
            .attr("href", &address)
            .attr("aria-label", &entry.call_label())
            .child(el_of("span", "call-word").text("電話する"))
            .child(el_of("span", "call-number").text(number)),
    )
}
