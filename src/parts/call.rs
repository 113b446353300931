//! The button that dials.
//!
//! A number is dialled from one place: `#` is encoded, and a screen reader says it digit by digit.

use crate::browser;
use crate::dom::{El, el, el_of};
use navigator::Entry;

/// A button that calls an entry; nothing if its number is not known.
pub fn call(entry: &Entry) -> Option<El> {
    let number = &entry.channels.phone;
    if number.is_empty() {
        return None;
    }
    let address = ["tel:", &number.replace('#', "%23").replace('-', "")].concat();
    if browser::is_kiosk() {
        // Nobody calls from a kiosk: the number to write down, and to take along by a phone's camera.
        browser::load_part("share-box");
        return Some(
            el_of("div", "call")
                .child(el_of("span", "call-number").text(number))
                .child(el("qr-code").attr("data-text", &address)),
        );
    }
    // With the words and the number as they are seen, for those who say what they want to press; then digit by digit.
    let label = [
        entry.shown_name(),
        "に電話する ",
        number,
        "。番号は ",
        &spoken(number),
    ]
    .concat();
    Some(
        el_of("a", "call")
            .attr("href", &address)
            .attr("aria-label", &label)
            .child(el_of("span", "call-word").text("電話する"))
            .child(el_of("span", "call-number").text(number)),
    )
}

/// 048-423-5082 as 「0 4 8、4 2 3、5 0 8 2」.
fn spoken(number: &str) -> String {
    let mut words = String::new();
    for sign in number.chars() {
        match sign {
            '-' => words.push('、'),
            '#' => words.push_str("シャープ "),
            digit => {
                words.push(digit);
                words.push(' ');
            }
        }
    }
    words
}
