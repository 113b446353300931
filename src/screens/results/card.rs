//! One suggestion.

use super::super::rows::PageWay;
use crate::components::{About, Askers, Call, Facts, Fold, P, Sentences, Title, Trust, Window};
use leptos::prelude::*;
use navigator::{Answers, Catalog, EntryId, Reason, RuleSort, Standing, Suggestion};
use std::sync::Arc;
use words::Phrase;
use words::asks::asks;
use words::phrases::{common, results};
use words::town::hall;

/// How many windows of one number are named before they fold.
const OPEN_ROLES: usize = 3;
/// How many reasons are told.
const REASONS: usize = 4;
/// How many open questions are named.
const UNKNOWNS: usize = 2;

#[component]
pub fn Card(
    catalog: Arc<Catalog>,
    answers: Answers,
    suggestion: Suggestion,
    /// The one to call first says the most.
    first: bool,
) -> impl IntoView {
    let window = Window::new(&catalog, suggestion.entry);
    let standing = match suggestion.standing {
        Standing::Fits => results::FITS,
        Standing::Maybe => results::MAYBE,
    };
    let joined = suggestion
        .joined_up
        .then(|| view! { <P class="joined" text=results::JOINED_UP /> });
    let reasons =
        reasons(&catalog, &answers, &suggestion).map(|text| view! { <P class="reasons" text /> });
    let by_area = suggestion.is_by_area(&catalog, &answers);
    let body = if by_area {
        view! { <ByArea catalog=catalog.clone() suggestion=suggestion.clone() /> }.into_any()
    } else {
        view! { <About window=window.clone() /> }.into_any()
    };
    let branches = (!by_area).then(|| branches(&catalog, &suggestion.alternatives));
    let asks_for = results::ASKS.with(&[("hall", hall(&catalog))]);
    let asks = asks(&catalog, &suggestion, answers.asker);
    let unknown =
        unknown(&catalog, &answers, &suggestion).map(|text| view! { <P class="note" text /> });
    let more = first.then(|| view! { <MoreOf window=window.clone() /> });
    view! {
        <article class=if first { "card first" } else { "card" }>
            <P class="standing" text=standing />
            <Title window=window.clone() />
            {joined}
            {reasons}
            {body}
            <Sentences label=asks_for lines=asks />
            {branches}
            <Askers window=window.clone() asker=answers.asker />
            {unknown}
            {roles(&catalog, results::ROLES, &suggestion.same_phone)}
            {roles(&catalog, results::PASSED_ON, &suggestion.passed_on)}
            {more}
            <Trust window=window.clone() />
            <PageWay window text=common::MORE.text().to_owned() />
        </article>
    }
}

/// Why it is offered, in the person's words.
fn reasons(catalog: &Catalog, answers: &Answers, suggestion: &Suggestion) -> Option<String> {
    let chosen = suggestion
        .reasons
        .iter()
        .any(|reason| matches!(reason, Reason::Need(_)));
    let mut told: Vec<String> = Vec::new();
    for &reason in &suggestion.reasons {
        // The trouble itself says it already; danger is not told twice.
        if let Reason::Rule(rule) = reason
            && chosen
            && matches!(catalog.rule(rule).sort, RuleSort::Crisis { .. })
        {
            continue;
        }
        let words = words::answers::reason(catalog, answers, reason);
        if told.len() < REASONS && !words.is_empty() && !told.contains(&words) {
            told.push(words);
        }
    }
    let said = told.join(common::QUOTED_BETWEEN.text());
    (!said.is_empty()).then(|| results::REASONS.with(&[("said", &said)]))
}

/// What is not known yet and would make it surer.
fn unknown(catalog: &Catalog, answers: &Answers, suggestion: &Suggestion) -> Option<String> {
    let asked: Vec<&str> = suggestion
        .unknown
        .iter()
        .take(UNKNOWNS)
        .map(|&question| catalog.question(question).text.to(answers.asker))
        .collect();
    let asked = asked.join(common::QUOTED_BETWEEN.text());
    (suggestion.standing == Standing::Maybe && !asked.is_empty())
        .then(|| results::UNKNOWN.with(&[("asked", &asked)]))
}

/// The same window of several parts of town, while the part is not known: all of them, with how to tell.
#[component]
fn ByArea(catalog: Arc<Catalog>, suggestion: Suggestion) -> impl IntoView {
    let what = catalog.entry(suggestion.entry).what.clone();
    let all = std::iter::once(&suggestion.entry).chain(&suggestion.alternatives);
    let rows: Vec<AnyView> = all
        .map(|&id| Window::new(&catalog, id))
        .map(|window| view! { <OfArea window /> }.into_any())
        .collect();
    view! {
        <P class="what" text=what />
        <P text=results::BY_AREA />
        <ul class="by-area">{rows}</ul>
    }
}

#[component]
fn OfArea(window: Window) -> impl IntoView {
    let areas: Vec<&str> = window
        .areas
        .iter()
        .filter_map(|area| window.catalog.areas.get(area.index()))
        .map(|area| area.name.as_str())
        .collect();
    let areas = areas.join(common::LIST_BETWEEN.text());
    view! {
        <li>
            <P class="areas" text=results::AREA.with(&[("areas", &areas)]) />
            <PageWay window=window.clone() />
            <Call window />
        </li>
    }
}

/// Other ways to reach the first window, what to bring, what is not known, where it is from.
#[component]
fn MoreOf(window: Window) -> impl IntoView {
    let inside = move || {
        let window = window.clone();
        vec![view! { <li><Facts window /></li> }.into_any()]
    };
    view! { <Fold name=results::MORE_OF_FIRST inside=Box::new(inside) /> }
}

/// Windows beside the card's own: the first of them in sight, the rest folded.
#[component]
fn Beside(
    label: Phrase,
    class: &'static str,
    mut rows: Vec<AnyView>,
    /// What the fold is named.
    more: String,
) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rest = rows.split_off(rows.len().min(OPEN_ROLES));
        let more = (!rest.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{more}</summary>
                    <ul class=class>{rest}</ul>
                </details>
            }
            .into_any()
        });
        view! {
            <div class="roles">
                <P class="label" text=label />
                <ul class=class>{rows}</ul>
                {more}
            </div>
        }
        .into_any()
    })
}

/// What else a number reaches, or can pass on to.
fn roles(catalog: &Arc<Catalog>, label: Phrase, ids: &[EntryId]) -> AnyView {
    let rows = rows(catalog, ids, false);
    view! { <Beside label class="rows" rows more=results::MORE_ROLES.text().to_owned() /> }
        .into_any()
}

/// The town's other windows of this kind.
fn branches(catalog: &Arc<Catalog>, ids: &[EntryId]) -> AnyView {
    let rows = rows(catalog, ids, true);
    let count = ids.len().saturating_sub(OPEN_ROLES).to_string();
    let more = results::MORE_BRANCHES.with(&[("count", &count)]);
    view! { <Beside label=results::BRANCHES class="by-area" rows more /> }.into_any()
}

fn rows(catalog: &Arc<Catalog>, ids: &[EntryId], branch: bool) -> Vec<AnyView> {
    ids.iter()
        .map(|&id| Window::new(catalog, id))
        .map(|window| view! { <Role window branch /> }.into_any())
        .collect()
}

#[component]
fn Role(
    window: Window,
    /// Another branch has its part of town and its number; a role of the same number has what to say.
    branch: bool,
) -> impl IntoView {
    let mut beside: Vec<AnyView> = Vec::new();
    if branch {
        if !window.area.is_empty() {
            let area = results::BRANCH_AREA.with(&[("area", &window.area)]);
            beside.push(area.into_any());
        }
        beside.push(view! { <Call window=window.clone() /> }.into_any());
    } else if !window.say.is_empty() {
        beside.push(view! { <q>{window.say.clone()}</q> }.into_any());
    }
    view! {
        <li>
            <PageWay window />
            {beside}
        </li>
    }
}
