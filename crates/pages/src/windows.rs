//! The list by name: every window in full, in the order of あいうえお of the names that residents see. A row of kana opens its
//! windows, and each of them what is known of it.

use crate::call;
use crate::entry::{card, is_guarded};
use crate::fold::{find, fold};
use crate::linked::linked_data;
use maud::{Markup, html};
use navigator::{Catalog, Day, Entry, Via};
use words::kana::{Row, rows};
use words::phrases::pages as say;
use words::town;

/// All windows that hold on this day.
pub fn windows(catalog: &Catalog, day: Day) -> Markup {
    let rows = rows(catalog, day);
    let hall = catalog.entry(catalog.town.switchboard);
    let ids = rows.iter().flat_map(|row| row.entries.iter().copied());
    html! {
        (linked_data(catalog, ids, day))
        p.row {
            (hall.name) " " (call::in_a_row(hall))
        }
        p.note { (say::BY_HALL_LEAD.with(&[("hall", town::hall(catalog))])) }
        (find())
        @for row in &rows {
            section {
                (fold("field", None, &heading(row), &inside(catalog, row, day)))
            }
        }
    }
}

fn heading(row: &Row) -> Markup {
    html! {
        h2 id={ "row-" (row.id) } { (name(row)) }
        span.count { (row.entries.len()) }
    }
}

fn inside(catalog: &Catalog, row: &Row, day: Day) -> Markup {
    html! {
        @for entry in row.entries.iter().map(|&id| catalog.entry(id)) {
            (fold("window-fold", Some(&words_of(entry)), &title(catalog, entry), &card(catalog, entry, day)))
        }
    }
}

/// The name, and whose number it is.
fn title(catalog: &Catalog, entry: &Entry) -> Markup {
    html! {
        h3 { (entry.shown_name()) }
        span.hint { (number(catalog, entry)) }
    }
}

/// The desk's own number; the switchboard's stands once on the page, above the list.
fn number(catalog: &Catalog, entry: &Entry) -> String {
    if is_guarded(catalog, entry) {
        return String::new();
    }
    match entry.via {
        Via::Switchboard => say::BY_HALL.with(&[("hall", town::hall(catalog))]),
        _ => entry.channels.phone.clone(),
    }
}

/// Among which a reader's own words are looked for.
fn words_of(entry: &Entry) -> String {
    let texts = [
        &entry.plain,
        &entry.name,
        &entry.plain_reading,
        &entry.reading,
        &entry.what,
    ];
    texts.map(String::as_str).join(" ")
}

/// か行; the row of what is no kana keeps its own name.
fn name(row: &Row) -> String {
    match row.name.chars().next() {
        Some(first) if row.id != "other" => {
            say::KANA_ROW.with(&[("first", first.encode_utf8(&mut [0; 4]))])
        }
        _ => row.name.to_owned(),
    }
}
