//! A window in one line: what trouble it is for, who it is, when or by which number, and the call.

use super::area::{of_areas, together};
use super::card::place_sign;
use crate::components::{Call, Icon, P, Ring, Subheading, Window, quoted};
use crate::platform::clock;
use crate::screens::rows::PageWay;
use leptos::prelude::*;
use navigator::{Answers, By, Catalog, EntryId, KindId, Row, Suggestion, Visible};
use std::sync::Arc;
use words::asks::asks;
use words::hours::in_brief;
use words::phrases::results;

/// One line, ready to be drawn.
#[derive(Clone)]
pub struct Shown {
    window: Window,
    /// What is read: the window's name, or that of the desk that is asked for.
    name: String,
    /// Whom the call at its end reaches.
    called: EntryId,
    /// When, or by which number.
    when: String,
    /// What the switchboard is asked, where it is.
    asks: Vec<String>,
    /// The same of other parts of town, or branches.
    others: Vec<EntryId>,
    /// A picture of the trouble.
    picture: String,
    /// Speaking is not safe, or not possible.
    quiet: bool,
    /// The field of windows, by which what folds is sorted.
    pub field: usize,
}

/// Rows in words.
pub fn shown(
    catalog: &Arc<Catalog>,
    answers: &Answers,
    visible: &Visible,
    rows: &[Row],
    quiet: bool,
) -> Vec<Shown> {
    let row = |row: &Row| {
        let kinds = row.kinds(catalog);
        let kind = kinds.first().or(row.of.kinds.first());
        let (called, asks) = match row.by {
            By::Own | By::SamePhone => (row.entry, Vec::new()),
            By::PassedOn => (row.of.entry, Vec::new()),
            By::Asking(kind) => (row.entry, asks_for(catalog, row.of, kind, answers)),
        };
        let others = match row.by {
            By::Own => row.of.alternatives.clone(),
            _ => Vec::new(),
        };
        let name = match row.by {
            By::Asking(kind) => &catalog.kind(kind).plain,
            _ => catalog.entry(row.entry).shown_name(),
        };
        Shown {
            name: name.to_owned(),
            window: Window::new(catalog, row.entry),
            called,
            when: when(catalog, answers, visible, row),
            asks,
            others,
            picture: picture(catalog, answers, &kinds),
            quiet,
            field: kind.map_or(0, |&kind| usize::from(catalog.kind(kind).field)),
        }
    };
    rows.iter().map(row).collect()
}

/// What to say for one kind of desk.
fn asks_for(catalog: &Catalog, of: &Suggestion, kind: KindId, answers: &Answers) -> Vec<String> {
    let mut one = of.clone();
    one.asks.retain(|asks| asks.kind == kind);
    asks(catalog, &one, answers.asker)
}

/// When it answers; or that a number in sight reaches it too.
fn when(catalog: &Catalog, answers: &Answers, visible: &Visible, row: &Row) -> String {
    let entry = catalog.entry(row.entry);
    let of = &row.of;
    let card = visible.cards.iter().position(|card| card.entry == of.entry);
    let name = catalog.entry(of.entry).shown_name();
    let place = card.map(place_sign).unwrap_or_default();
    let count = (of.alternatives.len() + 1).to_string();
    let (by_card, by_window) = match row.by {
        By::SamePhone => (results::SAME_AS_CARD, results::SAME_AS_WINDOW),
        By::PassedOn => (results::PASSED_ON_BY_CARD, results::PASSED_ON_BY_WINDOW),
        By::Own if of.is_by_area(catalog, answers) => {
            return results::ROW_BY_AREA.with(&[("count", &count)]);
        }
        By::Own if !of.alternatives.is_empty() => {
            return results::ROW_BRANCHES.with(&[("count", &count)]);
        }
        By::Own | By::Asking(_) => return in_brief(catalog, entry, clock::now()).text,
    };
    if card.is_some() {
        by_card.with(&[("place", &place)])
    } else {
        by_window.with(&[("name", name)])
    }
}

/// For windows that no trouble with a picture leads to: `#i-building-community`.
const ANY: &str = "building-community";

/// The picture of the first trouble told that one of these kinds is for.
fn picture(catalog: &Catalog, answers: &Answers, kinds: &[KindId]) -> String {
    let mut needs = answers.chosen_needs().map(|need| catalog.need(need));
    let is_for = |kind: &KindId| kinds.contains(kind);
    let need = needs.find(|need| need.first.iter().chain(&need.also).any(is_for));
    let field = need.and_then(|need| catalog.fields.get(usize::from(need.field)));
    let picture = field.map(|field| field.picture.as_str());
    picture
        .filter(|name| !name.is_empty())
        .unwrap_or(ANY)
        .to_owned()
}

/// The rows that are in sight.
#[component]
pub fn Rows(rows: Vec<Shown>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows: Vec<AnyView> = rows.into_iter().map(one).collect();
        view! {
            <section>
                <Subheading text=results::OTHERS />
                <ul class="ones">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// One row.
pub fn one(row: Shown) -> AnyView {
    let Shown {
        window,
        name,
        called,
        when,
        asks,
        others,
        picture,
        quiet,
        ..
    } = row;
    if !others.is_empty() {
        let all: Vec<EntryId> = std::iter::once(window.id).chain(others).collect();
        let name = together(&window.catalog, &all).map_or(name, str::to_owned);
        let all = of_areas(&window.catalog, &all);
        let inside = view! { <ul class="by-area">{all}</ul> }.into_any();
        return opens(name, when, picture, inside);
    }
    let called = Window::new(&window.catalog, called);
    if !asks.is_empty() {
        // Nobody calls a switchboard without knowing what to say there.
        let inside = view! {
            <div class="opened">
                {quoted(asks)}
                <Call window=called />
            </div>
        };
        return opens(name, when, picture, inside.into_any());
    }
    view! {
        <li class="one">
            <Icon name=picture />
            <div>
                <PageWay window />
                <P class="when" text=when />
            </div>
            <Ring window=called quiet />
        </li>
    }
    .into_any()
}

/// A row that opens: to windows of several places, where the number of one would be wrong for the others, or to the words
/// that a switchboard has to be told.
fn opens(name: String, when: String, picture: String, inside: AnyView) -> AnyView {
    view! {
        <li>
            <details>
                <summary class="one">
                    <Icon name=picture />
                    <span>
                        <b>{name}</b>
                        <span class="when">{when}</span>
                    </span>
                    <Icon name="chevron-right" />
                </summary>
                {inside}
            </details>
        </li>
    }
    .into_any()
}
