//! Windows in a few words each: the name leads to all that is known, the number dials.

use crate::call;
use crate::entry::{direct_lines, is_guarded, said};
use crate::page::Page;
use maud::{Markup, html};
use navigator::{Catalog, Day, Entry, EntryId};
use words::entry::whose;
use words::phrases::pages as say;

/// One below the other.
pub fn rows(catalog: &Catalog, ids: &[EntryId], day: Day) -> Markup {
    html! {
        ul.rows {
            @for &id in ids {
                li { (row(catalog, catalog.entry(id), day)) }
            }
        }
    }
}

/// The name, which leads to all that is known.
pub fn link(entry: &Entry) -> Markup {
    html! {
        a href={ (Page::Windows.file()) "#" (entry.id) } { (entry.shown_name()) }
    }
}

/// One window; the number of a guarded one is not offered, but the lines that answer themselves are.
pub fn row(catalog: &Catalog, entry: &Entry, day: Day) -> Markup {
    let guarded = is_guarded(catalog, entry);
    html! {
        p.row {
            (link(entry)) " "
            @if !guarded { (call::in_a_row(entry)) }
        }
        @if entry.shown_name() != entry.name {
            p.official { (entry.name) }
        }
        @if !entry.area.is_empty() {
            p.note { (say::AREA.with(&[("area", &entry.area)])) }
        }
        @if guarded {
            (direct_lines(catalog, entry, day))
        } @else if let Some(whose) = whose(catalog, entry) {
            p.via { (whose) }
            @if !entry.channels.phone.is_empty() || entry.passed_on_by.is_some() { (said(entry)) }
        }
    }
}
