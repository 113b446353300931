//! `catalog search`: troubles, kinds of windows and windows that a typed text speaks of.

use navigator::{Catalog, search_entries, search_kinds, search_needs};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

/// How many of each are listed.
const MOST: usize = 10;

/// Text in Unicode's compatibility form, which the browser makes in the app.
#[must_use]
pub fn compatible(text: &str) -> String {
    text.nfkc().collect()
}

/// What was found, best first.
#[must_use]
pub fn find(catalog: &Catalog, text: &str) -> Value {
    let text = compatible(text);
    let needs = search_needs(catalog, &text, MOST);
    let kinds = search_kinds(catalog, &text, MOST);
    let entries = search_entries(catalog, &text, MOST);
    json!({
        "needs": needs.into_iter().map(|id| catalog.need(id)).map(|need| json!({
            "need": need.id, "text": need.words,
        })).collect::<Vec<_>>(),
        "kinds": kinds.into_iter().map(|id| catalog.kind(id)).map(|kind| json!({
            "kind": kind.id, "name": kind.plain,
        })).collect::<Vec<_>>(),
        "entries": entries.into_iter().map(|id| catalog.entry(id)).map(|entry| json!({
            "entry": entry.id, "name": entry.name, "phone": entry.channels.phone,
        })).collect::<Vec<_>>(),
    })
}

/// The same as lines.
#[must_use]
pub fn as_text(found: &Value) -> String {
    let mut lines = String::new();
    for (heading, key, id, words) in [
        ("困りごと", "needs", "need", "text"),
        ("窓口の種類", "kinds", "kind", "name"),
        ("窓口・サービス", "entries", "entry", "name"),
    ] {
        let list = found[key].as_array().map_or(&[][..], Vec::as_slice);
        let count = if list.is_empty() { ": なし" } else { "" };
        lines.push_str(&format!("{heading}{count}\n"));
        for one in list {
            let text = |key: &str| one[key].as_str().unwrap_or("");
            lines.push_str(&format!("  {} {}\n", text(id), text(words)));
        }
    }
    lines
}
