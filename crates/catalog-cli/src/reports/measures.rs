//! `catalog measures`: each measure of the plan with the entries that realise it.

use navigator::{Answer, Answers, Catalog, Day, EntryId, PlanItem, PlanLevel, Suggestion, suggest};
use serde::Serialize;

/// One measure.
#[derive(Debug, Serialize)]
pub struct Measure<'a> {
    id: &'a str,
    goal: Option<&'a str>,
    measure: &'a str,
    owner: &'a str,
    entries: Vec<Realising<'a>>,
    reachable: bool,
}

#[derive(Debug, Serialize)]
struct Realising<'a> {
    id: &'a str,
    name: &'a str,
    reachable: bool,
}

/// All measures, in the order of the plan.
#[must_use]
pub fn measures(catalog: &Catalog) -> Vec<Measure<'_>> {
    // Whatever the day: an entry that is not valid yet, or no more, is reachable in its time.
    let mut timeless = catalog.clone();
    for entry in &mut timeless.entries {
        (entry.valid_from, entry.valid_until) = (None, None);
    }
    let offered = offered_entries(&timeless);
    let items = catalog.plan.iter().enumerate();
    items
        .filter(|(_, item)| item.level == PlanLevel::Measure)
        .map(|(place, item)| measure(catalog, place, item, &offered))
        .collect()
}

/// As lines.
#[must_use]
pub fn words(measures: &[Measure<'_>]) -> String {
    measures.iter().map(Measure::words).collect()
}

impl Measure<'_> {
    fn words(&self) -> String {
        let owner = match self.owner {
            "" => String::new(),
            owner => format!("（{owner}）"),
        };
        let entries = self.entries.iter().map(|entry| {
            let mark = if entry.reachable { "○" } else { "×" };
            format!("    {mark} {}\n", entry.name)
        });
        let entries: String = entries.collect();
        format!("{} {}{owner}\n{entries}", self.id, self.measure)
    }
}

fn measure<'a>(
    catalog: &'a Catalog,
    place: usize,
    item: &'a PlanItem,
    offered: &[bool],
) -> Measure<'a> {
    let realises = |id: &EntryId| {
        let mut measures = catalog.entry(*id).measures.iter();
        measures.any(|measure| measure.index() == place)
    };
    let realising = |id: EntryId| Realising {
        id: &catalog.entry(id).id,
        name: &catalog.entry(id).name,
        reachable: offered[id.index()],
    };
    let ids = catalog.entry_ids().filter(realises);
    let entries: Vec<Realising<'_>> = ids.map(realising).collect();
    let goal = item.parent.map(|id| &catalog.plan[id.index()]);
    Measure {
        id: &item.id,
        goal: goal.map(|goal| goal.name.as_str()),
        measure: &item.name,
        owner: &item.owner,
        reachable: entries.iter().any(|entry| entry.reachable),
        entries,
    }
}

/// Which entries some single trouble, with nothing else known, already leads to.
fn offered_entries(catalog: &Catalog) -> Vec<bool> {
    let mut offered = vec![false; catalog.entries.len()];
    for need in catalog.need_ids() {
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(std::iter::once(need).collect());
        for one in suggest(catalog, &answers, Day(0)).suggestions {
            on_card(&one).for_each(|id| offered[id.index()] = true);
        }
    }
    offered
}

fn on_card(card: &Suggestion) -> impl Iterator<Item = EntryId> + '_ {
    let others = card.same_phone.iter().chain(&card.alternatives);
    let others = others.chain(&card.passed_on);
    std::iter::once(&card.entry).chain(others).copied()
}
