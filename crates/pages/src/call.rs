//! Numbers that can be dialled, as links.

use crate::escape;
use navigator::{Entry, dial_address};

/// The entry's number as a small link in a row; nothing if it is not known.
pub fn in_a_row(entry: &Entry) -> String {
    let number = &entry.channels.phone;
    if number.is_empty() {
        return String::new();
    }
    format!(
        "<a class=\"number\" href=\"{}\" aria-label=\"{}\">{}</a>",
        escape(&dial_address(number)),
        escape(&entry.call_label()),
        escape(number),
    )
}

/// The entry's number as the large button of the app; nothing if it is not known.
pub fn button(entry: &Entry) -> Option<String> {
    let number = &entry.channels.phone;
    (!number.is_empty()).then(|| {
        format!(
            "<a class=\"call\" href=\"{}\" aria-label=\"{}\"><span class=\"call-word\">電話する</span> \
             <span class=\"call-number\">{}</span></a>\n",
            escape(&dial_address(number)),
            escape(&entry.call_label()),
            escape(number),
        )
    })
}
