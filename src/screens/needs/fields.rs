//! The fields of trouble as tiles, of which one at a time is open: its troubles stand below its row. A trouble stands in each
//! field in which somebody looks for it, and is one answer.

use super::trouble::{Chosen, Trouble};
use crate::components::{Button, Icon, LiveViews};
use crate::platform::page;
use leptos::prelude::*;
use navigator::{Asker, Catalog, Field, FieldSort, NeedId, NeedSet};
use std::sync::Arc;
use words::phrases::needs;

/// Goes on at once, with this trouble beside what is marked; with none, nobody could say what it is.
pub type GoOn = Arc<dyn Fn(Option<NeedId>) + Send + Sync>;

/// Which field is open.
type Open = RwSignal<Option<usize>>;

#[component]
pub fn Fields(catalog: Arc<Catalog>, asker: Asker, chosen: Chosen, go_on: GoOn) -> impl IntoView {
    let open = Open::new(None);
    let tile = |place| {
        let (catalog, go_on) = (catalog.clone(), go_on.clone());
        let ids = of_field(&catalog, place);
        if catalog.fields[place].sort == FieldSort::Unsure {
            let first = ids.first().copied();
            return view! { <Unsure catalog place first chosen go_on /> }.into_any();
        }
        let tile = view! { <Opener catalog=catalog.clone() place ids=ids.clone() chosen open /> };
        let panel: LiveViews = Box::new(move || {
            if open.get() != Some(place) {
                return Vec::new();
            }
            let (catalog, ids, go_on) = (catalog.clone(), ids.clone(), go_on.clone());
            vec![view! { <Panel catalog place ids asker chosen open go_on /> }.into_any()]
        });
        vec![tile.into_any(), panel.into_any()].into_any()
    };
    let tiles: Vec<AnyView> = (0..catalog.fields.len()).map(tile).collect();
    view! { <div class="tiles">{tiles}</div> }
}

/// The troubles that somebody looks for in a field: its own before those of others, but in danger as the sheet has them.
fn of_field(catalog: &Catalog, place: usize) -> Vec<NeedId> {
    let stands = |&id: &NeedId| catalog.need(id).fields().any(|field| field == place);
    let all = catalog.need_ids().filter(stands);
    let own = |id: &NeedId| usize::from(catalog.need(*id).field) == place;
    let (mut ids, others): (Vec<NeedId>, Vec<NeedId>) =
        all.partition(|id| own(id) || catalog.fields[place].sort == FieldSort::Danger);
    ids.extend(others);
    ids
}

fn tile_id(place: usize) -> String {
    ["field-", &place.to_string()].concat()
}

fn panel_id(place: usize) -> String {
    ["troubles-", &place.to_string()].concat()
}

/// The tile that opens its field; it says how many of its troubles are marked.
#[component]
fn Opener(
    catalog: Arc<Catalog>,
    place: usize,
    ids: Vec<NeedId>,
    chosen: Chosen,
    open: Open,
) -> impl IntoView {
    let field = &catalog.fields[place];
    let badge: LiveViews = Box::new(move || {
        let count = chosen.with(|set| ids.iter().filter(|&&id| set.has(id)).count());
        badge(count).into_iter().collect()
    });
    let toggle = move |_| {
        page::keep_in_place(&tile_id(place), move || {
            open.update(|open| *open = (*open != Some(place)).then_some(place));
        });
    };
    let expanded = move || {
        if open.get() == Some(place) {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <button
            type="button"
            class=class(field)
            id=tile_id(place)
            aria-expanded=expanded
            aria-controls=panel_id(place)
            on:click=toggle
        >
            {face(field)}
            {badge}
        </button>
    }
}

/// Whoever cannot say what it is goes on at once. Beside what was marked, that there is more is a trouble too.
#[component]
fn Unsure(
    catalog: Arc<Catalog>,
    place: usize,
    first: Option<NeedId>,
    chosen: Chosen,
    go_on: GoOn,
) -> impl IntoView {
    let field = &catalog.fields[place];
    let act = move |_| {
        let alone = chosen.with_untracked(NeedSet::is_empty);
        go_on(if alone { None } else { first });
    };
    view! {
        <button type="button" class=class(field) id=tile_id(place) on:click=act>
            {face(field)}
        </button>
    }
}

fn class(field: &Field) -> &'static str {
    match field.sort {
        FieldSort::Plain => "tile",
        FieldSort::Danger => "tile tile-danger",
        FieldSort::Unsure => "tile tile-unsure",
    }
}

/// Picture, name and everyday words.
fn face(field: &Field) -> Vec<AnyView> {
    let examples = (!field.examples.is_empty())
        .then(|| view! { <span class="tile-words">{field.examples.clone()}</span> }.into_any());
    let picture = (!field.picture.is_empty())
        .then(|| view! { <Icon name=field.picture.clone() /> }.into_any());
    let name = view! { <span class="field-name">{field.name.clone()}</span> }.into_any();
    picture.into_iter().chain([name]).chain(examples).collect()
}

/// How many; nothing where there is none.
fn badge(count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        let text = needs::COUNT.with(&[("count", &count.to_string())]);
        view! { <span class="count">{text}</span> }.into_any()
    })
}

/// The troubles of the open field. In danger each leads on at once, but for what is marked already and may be taken back.
#[component]
fn Panel(
    catalog: Arc<Catalog>,
    place: usize,
    ids: Vec<NeedId>,
    asker: Asker,
    chosen: Chosen,
    open: Open,
    go_on: GoOn,
) -> impl IntoView {
    let danger = catalog.fields[place].sort == FieldSort::Danger;
    let lead = danger.then(|| view! { <p class="hint">{needs::AT_ONCE.text()}</p> }.into_any());
    let row = |id: NeedId| {
        if danger && !chosen.with_untracked(|set| set.has(id)) {
            let text = catalog.need(id).text.to(asker).to_owned();
            let go_on = go_on.clone();
            let act = Box::new(move || go_on(Some(id)));
            view! { <li><Button class="choice" text act /></li> }.into_any()
        } else {
            let catalog = catalog.clone();
            view! { <Trouble catalog id place="need" asker chosen /> }.into_any()
        }
    };
    let rows: Vec<AnyView> = ids.into_iter().map(row).collect();
    let close = move || {
        open.set(None);
        page::attend_to(&tile_id(place));
    };
    let class = if danger {
        "panel panel-danger"
    } else {
        "panel"
    };
    view! {
        <div class=class id=panel_id(place) role="group" aria-labelledby=tile_id(place)>
            {lead}
            <ul class="checks">{rows}</ul>
            <Button class="link" text=needs::CLOSE act=Box::new(close) />
        </div>
    }
}
