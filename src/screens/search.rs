//! The search over troubles, windows and measures, in a person's own words. What is typed is neither sent nor kept.

use super::danger::DangerFirst;
use super::rows;
use crate::components::{Button, LiveText, LiveViews, P};
use crate::platform::clock;
use crate::platform::text::compatible;
use crate::state::{Screen, Session, use_session};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use navigator::{
    Answer, Answers, Asker, Catalog, Found, NeedId, NeedSet, Place, Search, who_hears_anything,
};
use std::sync::{Arc, OnceLock};
use words::phrases::needs;

/// Draws a row for each of some troubles: to mark, or to go to.
pub type TroubleRows = Arc<dyn Fn(&[NeedId]) -> Vec<AnyView> + Send + Sync>;

/// So many windows are told of those that somebody looks for by name.
const WINDOWS: usize = 12;

/// A form of its own: Enter there is no way on.
#[component]
pub fn SearchBox(
    catalog: Arc<Catalog>,
    asker: Asker,
    troubles: TroubleRows,
    /// What is done before another screen takes the place of this one.
    leave: Arc<dyn Fn() + Send + Sync>,
    /// Only windows are looked for, and each is shown with its number.
    #[prop(optional)]
    windows: bool,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let seeker = Seeker {
        catalog,
        asker,
        troubles,
        leave,
        windows,
        session: use_session(),
        search: Arc::default(),
    };
    let told: LiveText = {
        let seeker = seeker.clone();
        Box::new(move || typed.with(|typed| told(&seeker.found(typed), typed)))
    };
    let rows: LiveViews = Box::new(move || typed.with(|typed| seeker.rows(typed)));
    view! {
        <form
            class="search"
            role="search"
            novalidate=""
            on:submit=move |event: SubmitEvent| event.prevent_default()
        >
            <label class="search-label" for="words">{needs::SEARCH.text()}</label>
            <input
                id="words"
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                aria-describedby="words-hint"
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p class="hint" id="words-hint">{needs::SEARCH_HINT.text()}</p>
            // The count is announced, and the boxes are not read out at every letter.
            <p class="search-told" role="status">{told}</p>
            {rows}
        </form>
    }
}

/// Who looks for something, and in what.
#[derive(Clone)]
struct Seeker {
    catalog: Arc<Catalog>,
    asker: Asker,
    troubles: TroubleRows,
    leave: Arc<dyn Fn() + Send + Sync>,
    windows: bool,
    session: Session,
    /// Built with the first letter: many never type one.
    search: Arc<OnceLock<Search>>,
}

impl Seeker {
    fn found(&self, typed: &str) -> Found {
        if typed.is_empty() {
            return Found::default();
        }
        let build = || Search::of(&self.catalog, clock::now().day);
        let (search, typed) = (self.search.get_or_init(build), compatible(typed));
        let mut found = search.found(&typed);
        if self.windows {
            found.needs.clear();
            let windows = search.windows(&typed, WINDOWS).into_iter();
            found.places = windows.map(Place::Entry).collect();
        }
        found
    }

    fn rows(&self, typed: &str) -> Vec<AnyView> {
        let found = self.found(typed);
        if is_miss(&found, typed) {
            let window = who_hears_anything(&self.catalog, clock::now().day);
            return vec![list("rows", "", rows::windows(&self.catalog, &[window]))];
        }
        let troubles = list(
            "checks",
            needs::FOUND_NEEDS.text(),
            (self.troubles)(&found.needs),
        );
        let class = if self.windows { "rows" } else { "ways" };
        let places = list(class, needs::FOUND_PLACES.text(), self.places(&found));
        let mut parts: Vec<AnyView> = self.danger(&found).into_iter().collect();
        if found.places_first {
            parts.extend([places, troubles]);
        } else {
            parts.extend([troubles, places]);
        }
        parts
    }

    fn danger(&self, found: &Found) -> Option<AnyView> {
        let id = found.danger?;
        let mut needs = NeedSet::default();
        needs.insert(id);
        let mut answers = Answers::default();
        (answers.asker, answers.needs) = (self.asker, Answer::Chosen(needs));
        let catalog = self.catalog.clone();
        Some(view! { <DangerFirst catalog answers /> }.into_any())
    }

    fn places(&self, found: &Found) -> Vec<AnyView> {
        let row = |&place: &Place| match place {
            Place::Entry(id) if self.windows => rows::one_window(&self.catalog, id),
            Place::Entry(id) => self.way(self.catalog.entry(id).shown_name(), Screen::Entry(id)),
            Place::Measure(id) => {
                let item = self.catalog.plan.get(id.index());
                let name = item.map_or("", |item| &*item.name);
                self.way(name, Screen::Measure(id))
            }
        };
        found.places.iter().map(row).collect()
    }

    fn way(&self, text: &str, to: Screen) -> AnyView {
        let (leave, session) = (self.leave.clone(), self.session);
        let go = move || {
            leave();
            session.go(to);
        };
        view! {
            <li>
                <Button class="link" text act=Box::new(go) />
            </li>
        }
        .into_any()
    }
}

/// A group of rows with its name; nothing where there are none.
fn list(class: &'static str, name: &'static str, rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let title = (!name.is_empty()).then(|| view! { <P class="found-name" text=name /> }.into_any());
    view! {
        {title}
        <ul class=class>{rows}</ul>
    }
    .into_any()
}

/// One letter says too little to miss anything.
fn is_miss(found: &Found, typed: &str) -> bool {
    found.needs.is_empty() && found.places.is_empty() && typed.trim().chars().count() > 1
}

fn told(found: &Found, typed: &str) -> String {
    if is_miss(found, typed) {
        return needs::NONE_FOUND.text().to_owned();
    }
    let count = found.needs.len() + found.places.len();
    if count == 0 {
        return String::new();
    }
    let phrase = if found.danger.is_some() {
        needs::FOUND_IN_DANGER
    } else {
        needs::FOUND
    };
    phrase.with(&[("count", &count.to_string())])
}
