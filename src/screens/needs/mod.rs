//! The troubles, several at once: by field, or by typing. What is typed is neither sent nor kept.

mod fields;
mod trouble;

use super::search::{SearchBox, TroubleRows};
use crate::components::{Back, Button, Fault, Heading, LiveText, P};
use crate::platform::page;
use crate::state::{Question, Screen, Session, use_session};
use fields::{Fields, GoOn};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use navigator::{Answer, Asker, Catalog, NeedId, NeedSet};
use std::sync::Arc;
use trouble::{Chosen, Trouble};
use words::phrases::{common, needs};

#[component]
pub fn NeedsScreen(catalog: Arc<Catalog>, question: Question) -> impl IntoView {
    let session = use_session();
    let said = session.said();
    let asker = said.asker;
    let chosen = RwSignal::new(marked_before(said.needs));
    let missing = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if chosen.with_untracked(NeedSet::is_empty) {
            missing.set(true);
            page::attend_to("fault");
        } else {
            choose(session, chosen);
            session.go_on_from(question);
        }
    };
    let told = move || none_chosen(missing, chosen);
    let next: LiveText = Box::new(move || way_on(chosen));
    let troubles = found_rows(&catalog, asker, chosen);
    // Whoever comes back from a window finds the marks.
    let leave = Arc::new(move || keep_marks(session, chosen));
    let marked: LiveText = {
        let catalog = catalog.clone();
        Box::new(move || chosen.with(|set| marked(&catalog, set, asker)))
    };
    let go_on: GoOn = Arc::new(move |need| go_on_with(session, question, chosen, need));
    let (title, lead) = words_to(asker);
    view! {
        <Back />
        <Heading text=title />
        <P class="lead" text=lead />
        <SearchBox catalog=catalog.clone() asker troubles leave />
        <form novalidate="" on:submit=submit>
            <Fields catalog asker chosen go_on />
            <Fault text=Box::new(told) />
            <div class="pair">
                <Decline question />
                <SeeNow chosen />
            </div>
            <div class="bar go-on">
                <p class="marked">{marked}</p>
                <button class="go" type="submit">{next}</button>
            </div>
        </form>
    }
}

/// What was found, each with the box that stands in its field too.
fn found_rows(catalog: &Arc<Catalog>, asker: Asker, chosen: Chosen) -> TroubleRows {
    let catalog = catalog.clone();
    Arc::new(move |ids| {
        let row = |&id: &NeedId| {
            view! { <Trouble catalog=catalog.clone() id place="found" asker chosen /> }.into_any()
        };
        ids.iter().map(row).collect()
    })
}

fn marked_before(said: Answer<NeedSet>) -> NeedSet {
    match said {
        Answer::Chosen(needs) => needs,
        _ => NeedSet::default(),
    }
}

/// What is said to whoever went on without a mark, until there is one.
fn none_chosen(missing: RwSignal<bool>, chosen: Chosen) -> String {
    if missing.get() && chosen.with(NeedSet::is_empty) {
        needs::NONE_CHOSEN.text().to_owned()
    } else {
        String::new()
    }
}

fn keep_marks(session: Session, chosen: Chosen) {
    if !chosen.with_untracked(NeedSet::is_empty) {
        choose(session, chosen);
    }
}

/// The heading, and what stands below it.
fn words_to(asker: Asker) -> (&'static str, &'static str) {
    let (title, lead) = match asker {
        Asker::Myself => (needs::TITLE_MYSELF, needs::LEAD),
        Asker::Family => (needs::TITLE_FAMILY, needs::LEAD_FAMILY),
        Asker::Supporter => (needs::TITLE_SUPPORTER, needs::LEAD),
    };
    (title.text(), lead.text())
}

fn choose(session: Session, chosen: Chosen) {
    let needs = chosen.get_untracked();
    session.change(|said| said.needs = Answer::Chosen(needs.clone()));
}

/// On at once: with this trouble and what was marked before, or with 「わからない」.
fn go_on_with(session: Session, question: Question, chosen: Chosen, need: Option<NeedId>) {
    if let Some(id) = need {
        chosen.update_untracked(|set| set.insert(id));
        choose(session, chosen);
    } else {
        session.change(|said| said.needs = Answer::Unknown);
    }
    session.go_on_from(question);
}

fn way_on(chosen: Chosen) -> String {
    match chosen.with(|needs| needs.iter().count()) {
        0 => common::NEXT.text().to_owned(),
        count => needs::NEXT_WITH_COUNT.with(&[("count", &count.to_string())]),
    }
}

/// What is marked, one after the other.
fn marked(catalog: &Catalog, chosen: &NeedSet, asker: Asker) -> String {
    let texts = chosen.iter().map(|id| catalog.need(id).text.to(asker));
    let texts: Vec<&str> = texts.collect();
    texts.join(common::LIST_BETWEEN.text())
}

/// 「答えたくない」.
#[component]
fn Decline(question: Question) -> impl IntoView {
    let session = use_session();
    let give = move || {
        session.change(|said| said.needs = Answer::Declined);
        session.go_on_from(question);
    };
    view! { <Button class="quiet" text=common::DECLINED act=Box::new(give) /> }
}

/// The suggestions so far: what is marked counts, and with nothing marked there is still somebody to talk to.
#[component]
fn SeeNow(chosen: Chosen) -> impl IntoView {
    let session = use_session();
    let see = move || {
        if !chosen.with_untracked(NeedSet::is_empty) {
            choose(session, chosen);
        }
        session.go(Screen::Results);
    };
    view! { <Button class="quiet" text=common::SEE_NOW act=Box::new(see) /> }
}
