//! `catalog search`: troubles, kinds of windows and windows that a typed text speaks of.

use navigator::{Catalog, search_entries, search_kinds, search_needs};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// How many of each are listed.
const MOST: usize = 10;

/// Text in Unicode's compatibility form, which the browser makes in the app.
#[must_use]
pub fn compatible(text: &str) -> String {
    text.nfkc().collect()
}

/// What was found, best first.
#[derive(Debug, Serialize)]
pub struct Found<'a> {
    needs: Vec<FoundNeed<'a>>,
    kinds: Vec<FoundKind<'a>>,
    entries: Vec<FoundEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct FoundNeed<'a> {
    need: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundKind<'a> {
    kind: &'a str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundEntry<'a> {
    entry: &'a str,
    name: &'a str,
    phone: &'a str,
}

impl<'a> Found<'a> {
    /// By what was typed.
    #[must_use]
    pub fn by(catalog: &'a Catalog, text: &str) -> Self {
        let text = compatible(text);
        let needs = search_needs(catalog, &text, MOST).into_iter();
        let kinds = search_kinds(catalog, &text, MOST).into_iter();
        let entries = search_entries(catalog, &text, MOST).into_iter();
        let need = |id| {
            let need = catalog.need(id);
            FoundNeed {
                need: &need.id,
                text: &need.text.myself,
            }
        };
        let kind = |id| {
            let kind = catalog.kind(id);
            FoundKind {
                kind: &kind.id,
                name: &kind.plain,
            }
        };
        let entry = |id| {
            let entry = catalog.entry(id);
            FoundEntry {
                entry: &entry.id,
                name: &entry.name,
                phone: &entry.channels.phone,
            }
        };
        Self {
            needs: needs.map(need).collect(),
            kinds: kinds.map(kind).collect(),
            entries: entries.map(entry).collect(),
        }
    }

    /// As lines.
    #[must_use]
    pub fn words(&self) -> String {
        let needs = self.needs.iter().map(|one| (one.need, one.text));
        let kinds = self.kinds.iter().map(|one| (one.kind, one.name));
        let entries = self.entries.iter().map(|one| (one.entry, one.name));
        section("困りごと", needs)
            + &section("窓口の種類", kinds)
            + &section("窓口・サービス", entries)
    }
}

fn section<'a>(heading: &str, found: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let lines: String = found
        .map(|(id, words)| format!("  {id} {words}\n"))
        .collect();
    let none = if lines.is_empty() { ": なし" } else { "" };
    format!("{heading}{none}\n{lines}")
}
