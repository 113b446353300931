//! The way into a town's lists.

use crate::call;
use crate::notices::notices;
use crate::page::Page;
use maud::{Markup, html};
use navigator::{Catalog, Day, PlanLevel};
use words::phrases::pages as say;

/// What there is, and whom to call when nothing of it helps.
pub fn hub(catalog: &Catalog, day: Day) -> Markup {
    let hall = catalog.entry(catalog.town.switchboard);
    html! {
        h2 { (say::HUB_CHOOSE.text()) }
        ul.choices {
            @for (page, hint) in ways(catalog, day) {
                li {
                    a.choice href=(page.file()) {
                        span.choice-name { (page.name()) }
                        span.choice-hint { (hint) }
                    }
                }
            }
        }
        (notices(catalog, day))
        h2 { (say::HUB_LOST.text()) }
        p { (say::HUB_CALL.with(&[("hall", &hall.name)])) }
        (call::button(hall))
    }
}

/// The other pages, each with what is to be found there.
fn ways(catalog: &Catalog, day: Day) -> [(Page, String); 3] {
    let needs = catalog.needs.len().to_string();
    let windows = catalog.entries.iter();
    let windows = windows.filter(|entry| entry.is_valid_on(day)).count();
    let measures = catalog.plan.iter();
    let measures = measures.filter(|item| item.level == PlanLevel::Measure);
    let plan = [
        ("plan", catalog.town.plan_title.as_str()),
        ("count", &measures.count().to_string()),
    ];
    [
        (Page::Needs, say::HUB_NEEDS.with(&[("count", &needs)])),
        (
            Page::Windows,
            say::HUB_WINDOWS.with(&[("count", &windows.to_string())]),
        ),
        (Page::Plan, say::HUB_PLAN.with(&plan)),
    ]
}
