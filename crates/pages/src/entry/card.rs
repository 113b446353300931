//! One window in full: everything that is known of it, and by name what is not.

use super::guarded::{direct_lines, is_guarded};
use super::pieces::{linked, paragraph, said, source_line};
use crate::call;
use crate::page::Page;
use maud::{Markup, PreEscaped, html};
use navigator::{Catalog, Day, Entry, PlanItem};
use words::entry::{Fact, facts, origin, report_about, source, unknown_sentence, whose};
use words::hours;
use words::phrases::{common, entry as say, pages};

/// The window's card with its anchor, below its plain name as a heading.
pub fn card(catalog: &Catalog, entry: &Entry, day: Day) -> Markup {
    html! {
        article.card id=(entry.id) {
            @if entry.shown_name() != entry.name {
                (paragraph("official", &entry.name))
            }
            (paragraph("what", &entry.what))
            @if is_guarded(catalog, entry) {
                (direct_lines(catalog, entry, day))
            } @else {
                (paragraph("via", &whose(catalog, entry).unwrap_or_default()))
                (call::button(entry))
                (hours_of(catalog, entry, day))
                (said(entry))
            }
            (facts_of(entry))
            @if !entry.url.is_empty() {
                p {
                    a href=(entry.url) rel="noreferrer noopener" { (pages::OFFICIAL_PAGE.text()) }
                }
            }
            (paragraph("source", &source(catalog, entry, day)))
            (source_line(origin(catalog, entry)))
            (measures(catalog, entry))
            p.foot { (report(entry)) }
        }
    }
}

/// Leads to a text about this window, put together on the device.
fn report(entry: &Entry) -> Markup {
    html! {
        button.link type="button" data-part="report" data-about=(report_about(entry)) {
            (say::REPORT.text())
        }
    }
}

fn hours_of(catalog: &Catalog, entry: &Entry, day: Day) -> Markup {
    let old = hours::out_of_date_on(catalog, entry, day);
    html! {
        div.hours {
            p {
                span.label { (hours::label(catalog, entry).text()) }
                (hours::text(entry))
            }
            (paragraph("note", &entry.hours.note))
            (paragraph("note", &hours::switchboard(catalog, entry).unwrap_or_default()))
            (paragraph("shut", &old.unwrap_or_default()))
        }
    }
}

fn facts_of(entry: &Entry) -> Markup {
    let facts = facts(entry);
    let others = &entry.channels.other_phones;
    html! {
        @if !facts.is_empty() || !others.is_empty() {
            dl.facts {
                @if !others.is_empty() {
                    div {
                        dt { (say::OTHER_PHONES.text()) }
                        @for other in others {
                            dd { (call::other(entry, other)) " " (other.note) }
                        }
                    }
                }
                @for fact in &facts {
                    div {
                        dt { (fact.label.text()) }
                        dd { (value(fact)) }
                    }
                }
            }
        }
        (paragraph("unknown", &unknown_sentence(entry).unwrap_or_default()))
    }
}

/// Ways that are an address can be tapped.
fn value(fact: &Fact) -> Markup {
    if [say::MAIL, say::FORM, say::CHAT].contains(&fact.label) {
        linked(&fact.text)
    } else {
        html! { (fact.text) }
    }
}

/// The plan's measures that the window realises, each a link into the plan.
fn measures(catalog: &Catalog, entry: &Entry) -> Markup {
    let items = entry.measures.iter();
    let items: Vec<&PlanItem> = items
        .filter_map(|id| catalog.plan.get(id.index()))
        .collect();
    let links = html! {
        @for (place, item) in items.iter().enumerate() {
            @if place > 0 { (common::QUOTED_BETWEEN.text()) }
            a href={ (Page::Plan.file()) "#" (item.id) } { (item.name) }
        }
    };
    let town = html! { (catalog.town.name) };
    // The sentence is the project's own and has no sign of HTML; what is filled in is escaped already.
    let values = [("town", town.0.as_str()), ("measures", links.0.as_str())];
    let sentence = PreEscaped(say::MEASURES.with(&values));
    html! {
        @if !items.is_empty() {
            p.source { (sentence) }
        }
    }
}
