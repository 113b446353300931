//! The list by trouble. Which windows belong to one is asked of the navigator with that trouble as the only answer, so
//! that the app's rules on danger, violence and the switchboard hold here too.

use crate::entry::is_guarded;
use crate::fold::{find, fold};
use crate::rows::{link, row};
use crate::tools::picture;
use maud::{Markup, html};
use navigator::{Answer, Answers, Asker, Catalog, Day, Entry, NeedId, Suggestion, suggest};
use words::asks::asks;
use words::phrases::{common, pages as say};
use words::town::hall;

/// As many cards of a trouble as help to choose, besides those for danger; the rest is found by name.
const CARDS: usize = 8;

/// All troubles, field by field.
pub fn needs(catalog: &Catalog, day: Day) -> Markup {
    html! {
        (find())
        @for (place, field) in catalog.fields.iter().enumerate() {
            section {
                @let heading = html! {
                    @if !field.picture.is_empty() { (picture(&field.picture)) }
                    h2 id={ "field-" (place) } { (field.name) }
                };
                (fold("field", None, &heading, &of_field(catalog, place, day)))
            }
        }
    }
}

fn of_field(catalog: &Catalog, place: usize, day: Day) -> Markup {
    html! {
        @for id in catalog.need_ids() {
            @if usize::from(catalog.need(id).field) == place {
                (need(catalog, id, day))
            }
        }
    }
}

/// One trouble with its windows: lines for danger apart and first.
fn need(catalog: &Catalog, id: NeedId, day: Day) -> Markup {
    let need = catalog.need(id);
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(std::iter::once(id).collect());
    let outcome = suggest(catalog, &answers, day);
    // What is offered to everybody at the end says nothing of this trouble.
    let cards = outcome.suggestions.iter();
    let cards = cards.filter(|card| !card.reasons.is_empty());
    let (danger, others): (Vec<&Suggestion>, Vec<&Suggestion>) =
        cards.partition(|card| card.crisis);
    let others = &others[..others.len().min(CARDS)];
    let inside = html! {
            @if need.plain != need.text.myself {
                p.reading { (need.plain) }
            }
            @if !danger.is_empty() {
                div.danger {
                    p.danger-title { (say::DANGER.text()) }
                    (rows_of(catalog, &danger, day))
                }
            }
            @if !others.is_empty() {
                (rows_of(catalog, others, day))
            }
    };
    let heading = html! { h3 { (need.text.myself) } };
    let words = [&*need.text.myself, &need.text.family, &need.plain].join(" ");
    html! {
        section.need id=(need.id) { (fold("window-fold", Some(&words), &heading, &inside)) }
    }
}

fn rows_of(catalog: &Catalog, cards: &[&Suggestion], day: Day) -> Markup {
    html! {
        ul.rows {
            @for card in cards {
                (rows_of_card(catalog, card, day))
            }
        }
    }
}

/// One number once, as in the app: what else it reaches follows by name.
fn rows_of_card(catalog: &Catalog, card: &Suggestion, day: Day) -> Markup {
    let same_phone = card.same_phone.iter().map(|&id| catalog.entry(id));
    let same_phone: Vec<&Entry> = same_phone
        .filter(|entry| !is_guarded(catalog, entry))
        .collect();
    html! {
        li {
            (row(catalog, catalog.entry(card.entry), day))
            @if !same_phone.is_empty() {
                p.note {
                    (say::SAME_NUMBER.text()) " "
                    @for (place, entry) in same_phone.iter().enumerate() {
                        @if place > 0 { (common::LIST_BETWEEN.text()) }
                        (link(entry))
                    }
                }
            }
            (beyond(catalog, card))
        }
        @for &id in &card.alternatives {
            li { (row(catalog, catalog.entry(id), day)) }
        }
    }
}

/// What the number can pass on to, and what the switchboard is asked for.
fn beyond(catalog: &Catalog, card: &Suggestion) -> Markup {
    let passed_on = card.passed_on.iter().map(|&id| catalog.entry(id));
    html! {
        @if !card.passed_on.is_empty() {
            p.note {
                (say::PASSED_ON.text()) " "
                @for (place, entry) in passed_on.enumerate() {
                    @if place > 0 { (common::LIST_BETWEEN.text()) }
                    (link(entry))
                }
            }
        }
        @for line in asks(catalog, card, Asker::Myself) {
            p.note { (say::ASKS.with(&[("hall", hall(catalog)), ("say", &line)])) }
        }
    }
}
