//! The troubles, several at once: by field, or by typing. What is typed is neither sent nor kept.

mod fields;
mod trouble;

use super::search::{SearchBox, TroubleRows};
use crate::components::{Back, Button, Fault, Heading, LiveText, P};
use crate::platform::page;
use crate::state::{Question, Screen, Session, use_session};
use fields::Fields;
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
    let chosen = RwSignal::new(match said.needs {
        Answer::Chosen(needs) => needs,
        _ => NeedSet::default(),
    });
    let missing = RwSignal::new(false);
    let title = match said.asker {
        Asker::Myself => needs::TITLE_MYSELF,
        Asker::Family => needs::TITLE_FAMILY,
        Asker::Supporter => needs::TITLE_SUPPORTER,
    };
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
    let told = move || {
        if missing.get() && chosen.with(NeedSet::is_empty) {
            needs::NONE_CHOSEN.text().to_owned()
        } else {
            String::new()
        }
    };
    let next: LiveText = Box::new(move || way_on(chosen));
    let troubles = found_rows(&catalog, said.asker, chosen);
    // Whoever comes back from a window finds the marks.
    let leave = Arc::new(move || {
        if !chosen.with_untracked(NeedSet::is_empty) {
            choose(session, chosen);
        }
    });
    view! {
        <Back />
        <Heading text=title />
        <P text=needs::LEAD />
        <SearchBox catalog=catalog.clone() asker=said.asker troubles leave />
        <form novalidate="" on:submit=submit>
            <Fields catalog asker=said.asker chosen />
            <Fault text=Box::new(told) />
            <div class="divider">{common::OR.text()}</div>
            <div class="pair">
                <NoAnswer question text=common::UNKNOWN.text() answer=Answer::Unknown />
                <NoAnswer question text=common::DECLINED.text() answer=Answer::Declined />
                <SeeNow chosen />
            </div>
            <div class="bar">
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

fn choose(session: Session, chosen: Chosen) {
    let needs = chosen.get_untracked();
    session.change(|said| said.needs = Answer::Chosen(needs.clone()));
}

fn way_on(chosen: Chosen) -> String {
    match chosen.with(|needs| needs.iter().count()) {
        0 => common::NEXT.text().to_owned(),
        count => needs::NEXT_WITH_COUNT.with(&[("count", &count.to_string())]),
    }
}

/// 「わからない」, 「答えたくない」.
#[component]
fn NoAnswer(question: Question, text: &'static str, answer: Answer<NeedSet>) -> impl IntoView {
    let session = use_session();
    let give = move || {
        session.change(|said| said.needs = answer.clone());
        session.go_on_from(question);
    };
    view! { <Button class="quiet" text act=Box::new(give) /> }
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
