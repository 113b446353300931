//! Numbers that can be dialled, as links. Nothing where a number is not known.

use maud::{Markup, html};
use navigator::{Entry, OtherPhone, dial_address};
use words::entry::{call_label, other_call_label};
use words::phrases::common;

/// The entry's number as a small link in a row.
pub fn in_a_row(entry: &Entry) -> Markup {
    let number = &entry.channels.phone;
    html! {
        @if !number.is_empty() { (self::number(number, &call_label(entry))) }
    }
}

/// The entry's number as the large button of the app.
pub fn button(entry: &Entry) -> Markup {
    let number = &entry.channels.phone;
    html! {
        @if !number.is_empty() {
            a.call href=(dial_address(number)) aria-label=(call_label(entry)) {
                span.call-word { (common::CALL.text()) } " "
                span.call-number { (number) }
            }
        }
    }
}

/// Another number of the entry as a small link.
pub fn other(entry: &Entry, other: &OtherPhone) -> Markup {
    number(&other.number, &other_call_label(entry, other))
}

/// Any number as a small link, with what a screen reader says of it.
pub fn number(number: &str, label: &str) -> Markup {
    html! {
        a.number href=(dial_address(number)) aria-label=(label) { (number) }
    }
}

/// A line of the numbers that stand on every page; of the town whose city hall it is, it says so and when it answers, and
/// the page can leave out what is another town's.
pub fn line(entry: &Entry, hall: Option<&str>) -> Markup {
    let number = &entry.channels.phone;
    let hours = hall.and_then(|_| entry.hours.text.split('（').next());
    html! {
        li data-hall=[hall] {
            span {
                (entry.name)
                @if let Some(hours) = hours { " " small { (hours) } }
            }
            a href=(dial_address(number)) { (number) }
        }
    }
}
