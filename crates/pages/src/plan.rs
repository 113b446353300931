//! The list by the town's plan, in the plan's own words: goals, directions, measures and who carries them out.

use crate::fold::{find, fold};
use crate::rows::rows;
use maud::{Markup, PreEscaped, html};
use navigator::{Catalog, Day, EntryId, PlanItem, PlanLevel};
use words::phrases::pages as say;

/// The whole plan.
pub fn plan(catalog: &Catalog, day: Day) -> Markup {
    let lead = say::PLAN_LEAD.with(&[("plan", &catalog.town.plan_title)]);
    let items = catalog.plan.iter().enumerate();
    let goals = items.filter(|(_, item)| item.level == PlanLevel::Goal);
    html! {
        p { (lead) }
        (find())
        @for (place, goal) in goals {
            section {
                @let heading = html! { h2 id=(goal.id) { (goal.name) } };
                (fold("field", None, &heading, &below(catalog, place, 3, day)))
            }
        }
    }
}

fn children(catalog: &Catalog, of: usize) -> impl Iterator<Item = (usize, &PlanItem)> {
    let is_child = move |(_, item): &(usize, &PlanItem)| {
        item.parent.is_some_and(|parent| parent.index() == of)
    };
    catalog.plan.iter().enumerate().filter(is_child)
}

/// What stands below a line of the plan: a direction with measures of its own opens a level, one without is a line.
fn below(catalog: &Catalog, parent: usize, level: usize, day: Day) -> Markup {
    let is_bare = |&(place, item): &(usize, &PlanItem)| {
        item.level != PlanLevel::Measure && children(catalog, place).next().is_none()
    };
    let (bare, full): (Vec<_>, Vec<_>) = children(catalog, parent).partition(is_bare);
    html! {
        @if !bare.is_empty() {
            p.label { (say::DIRECTIONS.text()) }
            ul.directions {
                @for (_, item) in bare {
                    li id=(item.id) { (item.name) }
                }
            }
        }
        @for (place, item) in full {
            @if item.level == PlanLevel::Measure {
                (measure(catalog, place, item, level, day))
            } @else {
                (heading(level, Some(&item.id), &item.name))
                (below(catalog, place, level + 1, day))
            }
        }
    }
}

/// maud names no element by a number.
fn heading(level: usize, id: Option<&str>, name: &str) -> Markup {
    html! {
        (PreEscaped("<h")) (level)
        @if let Some(id) = id { (PreEscaped(" id=\"")) (id) (PreEscaped("\"")) }
        (PreEscaped(">")) (name) (PreEscaped("</h")) (level) (PreEscaped(">"))
    }
}

fn measure(catalog: &Catalog, place: usize, item: &PlanItem, level: usize, day: Day) -> Markup {
    let realises = |id: &EntryId| {
        let entry = catalog.entry(*id);
        let mut measures = entry.measures.iter();
        entry.is_valid_on(day) && measures.any(|own| own.index() == place)
    };
    let ids: Vec<EntryId> = catalog.entry_ids().filter(realises).collect();
    let hall = catalog.town.switchboard;
    let inside = html! {
            @if !item.owner.is_empty() {
                p.note { (say::OWNER.with(&[("owner", &item.owner)])) }
            }
            @if ids.is_empty() {
                // The plan promises it, and somebody has to be there to ask.
                p.note { (say::NO_WINDOW.with(&[("hall", &catalog.entry(hall).name)])) }
                (rows(catalog, &[hall], day))
            } @else {
                (rows(catalog, &ids, day))
            }
    };
    html! {
        section.need id=(item.id) {
            (fold("window-fold", Some(&item.name), &heading(level, None, &item.name), &inside))
        }
    }
}
