//! What needs no walk because it follows from the sheets alone, for all answers and all sets of troubles.

use crate::starts::needed_sets;
use navigator::{Catalog, Entry, EntryId, Expr, NeedId, Via};

/// The entries that are offered whatever was answered, on any day.
pub struct Anchors {
    /// One with a phone.
    pub phone: Option<EntryId>,
    /// One with a way that needs no voice.
    pub without_phone: Option<EntryId>,
}

/// Never empty: a kind of `fallback` always speaks; where neither it nor its entry has a condition, a part
/// of town, a switchboard or an end of validity, no answer can take the entry away.
pub fn anchors(catalog: &Catalog) -> Anchors {
    let stays = |entry: &Entry| {
        let main = entry.kinds.first().map(|kind| &catalog.kind(*kind).fits);
        entry.fits == Expr::Always
            && main.is_none_or(|fits| *fits == Expr::Always)
            && entry.areas.is_empty()
            && entry.passed_on_by.is_none()
            && entry.via != Via::Switchboard
            && entry.valid_from.is_none()
            && entry.valid_until.is_none()
    };
    let kinds = catalog.fallback.iter().map(|&kind| catalog.kind(kind));
    let kinds = kinds.filter(|kind| kind.fits == Expr::Always);
    let staying: Vec<EntryId> = kinds
        .flat_map(|kind| kind.entries.iter().copied())
        .filter(|&id| stays(catalog.entry(id)))
        .collect();
    // It may become a role of another card with the same number: then that card has to be as good.
    let channels = |id: EntryId| &catalog.entry(id).channels;
    let silent = |id: &EntryId| {
        let phone = channels(*id).phone.as_str();
        let shares = |other: &EntryId| {
            phone.is_empty() && other == id || !phone.is_empty() && channels(*other).phone == phone
        };
        catalog
            .entry_ids()
            .filter(shares)
            .all(|other| channels(other).without_phone())
    };
    Anchors {
        phone: staying
            .iter()
            .copied()
            .find(|&id| !channels(id).phone.is_empty()),
        without_phone: staying.iter().copied().find(silent),
    }
}

/// How many troubles at once the most demanding rule needs to hold.
pub fn most_needed(catalog: &Catalog) -> usize {
    let least = |sets: &Vec<Vec<NeedId>>| sets.iter().map(Vec::len).max().unwrap_or(0);
    needed_sets(catalog).iter().map(least).max().unwrap_or(0)
}

/// True if some condition asks who is asking; otherwise all askers walk the same way.
pub fn reads_asker(catalog: &Catalog) -> bool {
    fn reads(when: &Expr) -> bool {
        match when {
            Expr::Asker(_) => true,
            Expr::Not(inner) => reads(inner),
            Expr::All(parts) | Expr::Any(parts) => parts.iter().any(reads),
            Expr::Always | Expr::Needs(_) | Expr::Within(..) | Expr::Includes(..) => false,
        }
    }
    catalog.rules.iter().any(|rule| reads(&rule.when))
        || catalog.kinds.iter().any(|kind| reads(&kind.fits))
        || catalog.entries.iter().any(|entry| reads(&entry.fits))
        || catalog
            .questions
            .iter()
            .any(|question| reads(&question.ask_when))
}
