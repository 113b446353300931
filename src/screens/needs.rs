//! The troubles, several at once: by field, or by typing. What is typed is neither sent nor kept.

use crate::browser;
use crate::dom::{El, button, el, el_of, heading, is_checked, p, typed};
use crate::session::{Question, Session};
use leptos::prelude::*;
use navigator::{Answer, Asker, Catalog, NeedId, NeedSet, search_needs};
use std::sync::Arc;

/// How many needs a search shows.
const FOUND: usize = 6;

pub fn draw(session: Session, catalog: Arc<Catalog>, question: Question) -> Vec<El> {
    let chosen = RwSignal::new(match session.answers().needs {
        Answer::Chosen(needs) => needs,
        _ => NeedSet::default(),
    });
    let empty = RwSignal::new(false);
    let give = move |needs: Answer<NeedSet>| {
        session.change(|answers| answers.needs = needs);
        session.go_on_from(question);
    };
    let submit = move |_: &_| {
        let needs = chosen.get_untracked();
        if needs.is_empty() {
            empty.set(true);
            browser::attend_to("fault");
        } else {
            give(Answer::Chosen(needs));
        }
    };
    let text = match session.answers().asker {
        Asker::Myself => "困っていることを、すべてえらんでください",
        Asker::Family => "その方やご家族が困っていることを、すべてえらんでください",
        Asker::Supporter => "その方が困っていることを、すべてえらんでください",
    };
    let way_on = move || match chosen.with(|needs| needs.iter().count()) {
        0 => "次へ".to_owned(),
        count => format!("次へ（{count}つえらびました）"),
    };
    let fault = move || {
        if empty.get() && chosen.with(NeedSet::is_empty) {
            "1つ以上えらんでください。まよったら「わからない」をおしてください。".to_owned()
        } else {
            String::new()
        }
    };
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(heading(text))
        .child(p("", "近いものを、いくつでもえらべます。"))
        .child(search(catalog.clone(), chosen))
        .child(fields(&catalog, chosen))
        .child(
            el_of("p", "fault-line")
                .attr("id", "fault")
                .attr("tabindex", "-1")
                .attr("role", "alert")
                .live_text(fault),
        )
        .child(el_of("div", "divider").text("または"))
        .child(button(
            "quiet",
            "わからない・答えたくない",
            move || {
                give(Answer::Unknown);
            },
        ))
        .child(
            el_of("div", "bar").child(
                el_of("button", "go")
                    .attr("type", "submit")
                    .live_text(way_on),
            ),
        );
    vec![super::back_link(), form]
}

fn search(catalog: Arc<Catalog>, chosen: RwSignal<NeedSet>) -> El {
    let words = RwSignal::new(String::new());
    let found = move || {
        let words = words.get();
        let found = search_needs(&catalog, &browser::compatible(&words), FOUND);
        if found.is_empty() && words.trim().chars().count() > 1 {
            return vec![p("", "見つかりません。下からえらんでください。")];
        }
        let rows = found
            .into_iter()
            .map(|need| check(&catalog, need, "found", chosen));
        vec![el_of("ul", "checks").children(rows)]
    };
    el_of("div", "search")
        .attr("role", "search")
        .child(el("label").attr("for", "words").text("言葉でさがす"))
        .child(
            el("input")
                .attr("id", "words")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .attr("enterkeyhint", "search")
                .attr("aria-describedby", "words-hint")
                .on("input", move |input| words.set(typed(input))),
        )
        .child(
            p(
                "hint",
                "例: やちん、母がぼけてきた。書いた言葉は、送りません。のこしません。",
            )
            .attr("id", "words-hint"),
        )
        .child(el("div").attr("aria-live", "polite").live(found))
}

fn fields(catalog: &Arc<Catalog>, chosen: RwSignal<NeedSet>) -> El {
    el("div").children((0..catalog.fields.len()).map(|field| {
        let needs: Vec<NeedId> = catalog
            .need_ids()
            .filter(|&need| usize::from(catalog.need(need).field) == field)
            .collect();
        fold(catalog.clone(), &catalog.fields[field], needs, chosen)
    }))
}

fn fold(catalog: Arc<Catalog>, name: &str, needs: Vec<NeedId>, chosen: RwSignal<NeedSet>) -> El {
    let marked = {
        let needs = needs.clone();
        move || chosen.with(|set| needs.iter().filter(|&&need| set.has(need)).count())
    };
    let count = {
        let marked = marked.clone();
        el_of("span", "count").live_text(move || format!("{}つ", marked()))
    };
    let summary = el("summary")
        .child(el_of("span", "field-name").text(name))
        .child(count.live_hidden(move || marked() == 0));
    super::results::fold_of(summary, move || {
        needs
            .iter()
            .map(|&need| check(&catalog, need, "need", chosen))
            .collect()
    })
}

fn check(catalog: &Catalog, id: NeedId, place: &str, chosen: RwSignal<NeedSet>) -> El {
    let need = catalog.need(id);
    let name = format!("{place}-{}", need.id);
    let change = move |input: &_| {
        let on = is_checked(input);
        chosen.update(|set| if on { set.insert(id) } else { set.remove(id) });
    };
    el("li")
        .child(
            el("input")
                .attr("type", "checkbox")
                .attr("id", &name)
                .on("change", change)
                .live_checked(move || chosen.with(|set| set.has(id))),
        )
        .child(el("label").attr("for", &name).text(&need.words))
}
