//! The list by name: every window in full, in the order of あいうえお.

use crate::entry::card;
use maud::{Markup, html};
use navigator::{Catalog, Day};
use words::kana::{Row, rows};
use words::phrases::pages as say;

/// All windows that hold on this day.
pub fn windows(catalog: &Catalog, day: Day) -> Markup {
    let rows = rows(catalog, day);
    html! {
        nav aria-label=(say::KANA.text()) {
            ul.rows-index {
                @for row in &rows {
                    li { a href={ "#row-" (row.id) } { (heading(row)) } }
                }
            }
        }
        @for row in &rows {
            section {
                h2 id={ "row-" (row.id) } { (heading(row)) }
                @for &id in &row.entries {
                    (card(catalog, catalog.entry(id), day))
                }
            }
        }
    }
}

/// か行; the row of what is no kana keeps its own name.
fn heading(row: &Row) -> String {
    match row.name.chars().next() {
        Some(first) if row.id != "other" => {
            say::KANA_ROW.with(&[("first", first.encode_utf8(&mut [0; 4]))])
        }
        _ => row.name.to_owned(),
    }
}
