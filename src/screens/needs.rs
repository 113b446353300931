//! The troubles, several at once: by field, or by typing. What is typed is neither sent nor kept.

use crate::browser;
use crate::session::{Screen, Session};
use leptos::prelude::*;
use navigator::{Answer, Asker, Catalog, NeedId, NeedSet, search_needs};
use std::sync::Arc;

/// How many needs a search shows.
const FOUND: usize = 6;

pub fn draw(session: Session, back_to_results: bool) -> AnyView {
    let Some(catalog) = session.catalog() else {
        return ().into_any();
    };
    let chosen = RwSignal::new(match session.answers().needs {
        Answer::Chosen(needs) => needs,
        _ => NeedSet::default(),
    });
    let empty = RwSignal::new(false);
    let answer = move |needs: Answer<NeedSet>| {
        session.change(|answers| answers.needs = needs);
        session.go(if back_to_results {
            Screen::Results
        } else {
            session.next_screen()
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let needs = chosen.get_untracked();
        if needs.is_empty() {
            empty.set(true);
            browser::attend_to("needs-fault");
        } else {
            answer(Answer::Chosen(needs));
        }
    };
    let heading = match session.answers().asker {
        Asker::Myself => "困っていることを、すべてえらんでください",
        Asker::Family => "その方やご家族が困っていることを、すべてえらんでください",
        Asker::Supporter => "その方が困っていることを、すべてえらんでください",
    };
    view! {
        {super::back_link()}
        <form on:submit=submit novalidate>
            <h1 tabindex="-1">{heading}</h1>
            <p>"近いものを、いくつでもえらべます。"</p>
            <Search catalog=catalog.clone() chosen=chosen/>
            <Fields catalog=catalog chosen=chosen/>
            <p class="fault-line" id="needs-fault" tabindex="-1" role="alert">
                {move || {
                    (empty.get() && chosen.with(NeedSet::is_empty))
                        .then_some("1つ以上えらんでください。まよったら「わからない」をおしてください。")
                }}
            </p>
            <div class="divider">"または"</div>
            <button type="button" class="quiet" on:click=move |_| answer(Answer::Unknown)>
                "わからない・答えたくない"
            </button>
            <div class="bar">
                <button type="submit" class="go">
                    {move || match chosen.with(|needs| needs.iter().count()) {
                        0 => "次へ".to_owned(),
                        count => format!("次へ（{count}つえらびました）"),
                    }}
                </button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Search(catalog: Arc<Catalog>, chosen: RwSignal<NeedSet>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let found = {
        let catalog = catalog.clone();
        Memo::new(move |_| {
            typed.with(|text| search_needs(&catalog, &browser::compatible(text), FOUND))
        })
    };
    let none = move || found.with(Vec::is_empty) && typed.with(|text| text.trim().chars().count() > 1);
    view! {
        <div class="search" role="search">
            <label for="words">"言葉でさがす"</label>
            <input
                id="words"
                type="search"
                autocomplete="off"
                aria-describedby="words-hint"
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p id="words-hint" class="hint">
                "例: やちん、母がぼけてきた。書いた言葉は、送りません。のこしません。"
            </p>
            <div aria-live="polite">
                {move || none().then(|| view! { <p>"見つかりません。下からえらんでください。"</p> })}
                <ul class="checks">
                    {move || {
                        found.get()
                            .into_iter()
                            .map(|need| check(&catalog, need, "found", chosen))
                            .collect_view()
                    }}
                </ul>
            </div>
        </div>
    }
}

#[component]
fn Fields(catalog: Arc<Catalog>, chosen: RwSignal<NeedSet>) -> impl IntoView {
    (0..catalog.fields.len())
        .map(|field| {
            let needs: Vec<NeedId> = catalog
                .need_ids()
                .filter(|&need| usize::from(catalog.need(need).field) == field)
                .collect();
            let name = catalog.fields[field].clone();
            let count = {
                let needs = needs.clone();
                move || {
                    let count = chosen.with(|set| needs.iter().filter(|&&need| set.has(need)).count());
                    (count > 0).then(|| view! { <span class="count">{count}"つ"</span> })
                }
            };
            // A fold's inside is drawn when it is opened: a hundred boxes at once are slow on old phones.
            let opened = RwSignal::new(false);
            let inside = {
                let catalog = catalog.clone();
                move || {
                    opened.get().then(|| {
                        needs
                            .iter()
                            .map(|&need| check(&catalog, need, "need", chosen))
                            .collect_view()
                    })
                }
            };
            view! {
                <details class="field" on:toggle=move |_| opened.set(true)>
                    <summary><span class="field-name">{name}</span>{count}</summary>
                    <ul class="checks">{inside}</ul>
                </details>
            }
        })
        .collect_view()
}

fn check(catalog: &Catalog, id: NeedId, place: &str, chosen: RwSignal<NeedSet>) -> impl IntoView + use<> {
    let need = catalog.need(id);
    let name = format!("{place}-{}", need.id);
    let change = move |event| {
        let on = event_target_checked(&event);
        chosen.update(|set| if on { set.insert(id) } else { set.remove(id) });
    };
    view! {
        <li>
            <input
                type="checkbox"
                id=name.clone()
                prop:checked=move || chosen.with(|set| set.has(id))
                on:change=change
            />
            <label for=name>{need.words.clone()}</label>
        </li>
    }
}
