//! What «this number is wrong» says of an entry, so that whoever keeps the sheets finds the row.

use navigator::{Entry, Via};

/// A line each for the name that is shown, the row's id and the desk's own number; `public/parts/report.js` reads it. A
/// switchboard's number is no window's, and beside violence it stands nowhere.
#[must_use]
pub fn report_about(entry: &Entry) -> String {
    let number = match entry.via {
        Via::Switchboard => "",
        _ => &entry.channels.phone,
    };
    [entry.shown_name(), &entry.id, number].join("\n")
}
