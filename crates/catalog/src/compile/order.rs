//! The entries of each kind, best first.

use crate::knowledge::Knowledge;
use navigator::{Confidence, Entry, EntryId, Form, KindId, RuleSort};
use std::collections::HashSet;

/// The entries of each kind or, where there is none, of the first kind that can stand in for it.
pub fn entries_by_kind(
    knowledge: &Knowledge,
    entries: &[Entry],
    hall: Option<EntryId>,
) -> Vec<Vec<EntryId>> {
    let lifelines: HashSet<KindId> = knowledge
        .rules
        .iter()
        .filter(|rule| matches!(rule.sort, RuleSort::Crisis { .. }))
        .flat_map(|rule| rule.first.iter().copied())
        .collect();
    let of_kind = |kind: KindId| best_first(entries, kind, lifelines.contains(&kind), hall);
    let kinds = (0..).map(KindId).zip(&knowledge.instead);
    kinds
        .map(|(kind, instead)| {
            let kinds = std::iter::once(&kind).chain(instead);
            let mut lists = kinds.map(|&kind| of_kind(kind));
            lists.find(|list| !list.is_empty()).unwrap_or_default()
        })
        .collect()
}

/// Where life is at stake a line that is answered at any hour; then main role before side role, the town before the
/// country, the city hall before its branches, a desk before a leaflet, sure before doubtful, a number of its own before the
/// switchboard, then the sheet's order.
fn best_first(
    entries: &[Entry],
    kind: KindId,
    lifeline: bool,
    hall: Option<EntryId>,
) -> Vec<EntryId> {
    let mut list: Vec<(usize, &Entry, EntryId)> = (0..)
        .map(EntryId)
        .zip(entries)
        .filter_map(|(id, entry)| {
            let role = entry.kinds.iter().position(|&own| own == kind)?;
            Some((role, entry, id))
        })
        .collect();
    list.sort_by_key(|&(role, entry, id)| {
        let answered = !entry.channels.phone.is_empty();
        let at_any_hour = answered && entry.hours.is_always_open();
        (
            lifeline && !at_any_hour,
            role.min(1),
            entry.level,
            hall != Some(id),
            !answered,
            form(entry.form),
            entry.confidence == Confidence::Low,
            entry.via,
            id,
        )
    });
    list.into_iter().map(|(.., id)| id).collect()
}

fn form(form: Form) -> u8 {
    match form {
        Form::Window | Form::Hotline => 0,
        Form::Service => 1,
        Form::Facility => 2,
    }
}
