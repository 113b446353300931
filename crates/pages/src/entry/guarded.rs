//! Windows against violence behind the switchboard: who sits there must not be told, so its number is not offered.

use crate::call;
use maud::{Markup, html};
use navigator::{Catalog, Day, Entry, Rule, RuleSort, Via};
use words::phrases::pages as say;
use words::town::hall;

/// So many lines are enough to choose from.
const LINES: usize = 4;

/// True for a window whose number is not to be offered.
pub fn is_guarded(catalog: &Catalog, entry: &Entry) -> bool {
    let private = |rule: &&Rule| matches!(rule.sort, RuleSort::Crisis { private: true, .. });
    entry.via == Via::Switchboard
        && entry.kinds.first().is_some_and(|main| {
            let mut rules = catalog.rules.iter().filter(private);
            rules.any(|rule| rule.first.contains(main))
        })
}

/// The lines that answer themselves, in the place of a guarded window's number.
pub fn direct_lines(catalog: &Catalog, entry: &Entry, day: Day) -> Markup {
    let lines = lines(catalog, entry, day);
    html! {
        p.via { (say::GUARDED.with(&[("hall", hall(catalog))])) }
        p.row {
            @for (place, line) in lines.iter().enumerate() {
                @if place > 0 { br; }
                (line.shown_name()) " " (call::in_a_row(line))
            }
        }
    }
}

/// Each name and number once.
fn lines<'a>(catalog: &'a Catalog, entry: &Entry, day: Day) -> Vec<&'a Entry> {
    let ids = entry
        .kinds
        .iter()
        .flat_map(|&kind| &catalog.kind(kind).entries);
    let shown = |line: &Entry| (line.shown_name().to_owned(), line.channels.phone.clone());
    let mut lines: Vec<&Entry> = Vec::new();
    for line in ids.map(|&id| catalog.entry(id)) {
        let answers = line.via == Via::Direct && !line.channels.phone.is_empty();
        let told = lines.iter().any(|other| shown(other) == shown(line));
        if answers && line.is_valid_on(day) && !told {
            lines.push(line);
        }
    }
    lines.truncate(LINES);
    lines
}
