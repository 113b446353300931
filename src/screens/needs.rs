//! The troubles, several at once: by field, or by typing. What is typed is neither sent nor kept.

use crate::browser;
use crate::dom::{El, button, el, el_of, heading, is_checked, p, typed};
use crate::live::Live;
use crate::parts;
use crate::session::{Question, Screen, Session};
use navigator::{Answer, Asker, Catalog, NeedId, NeedSet, search_needs};
use std::rc::Rc;

/// What is marked on the screen.
type Chosen = Live<NeedSet>;

/// How many needs a search shows.
const FOUND: usize = 6;

pub fn draw(session: &Session, catalog: &Rc<Catalog>, question: Question) -> Vec<El> {
    let chosen: Chosen = Live::new(match session.answers().needs {
        Answer::Chosen(needs) => needs,
        _ => NeedSet::default(),
    });
    let empty = Live::new(false);
    let text = match session.answers().asker {
        Asker::Myself => "困っていることを、すべてえらんでください",
        Asker::Family => "その方やご家族が困っていることを、すべてえらんでください",
        Asker::Supporter => "その方が困っていることを、すべてえらんでください",
    };
    let no_answer = |text, answer: Answer<NeedSet>| {
        let session = session.clone();
        button("quiet", text, move || {
            session.change(|answers| answers.needs = answer.clone());
            session.go_on_from(question);
        })
    };
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", submit(session, question, &chosen, &empty))
        .child(heading(text))
        .child(p("", "近いものを、いくつでもえらべます。"))
        .child(search(catalog.clone(), chosen.clone()))
        .child(fields(catalog, &chosen))
        .child(fault_line(&chosen, empty))
        .child(el_of("div", "divider").text("または"))
        .child(
            el_of("div", "pair")
                .child(no_answer("わからない", Answer::Unknown))
                .child(no_answer("答えたくない", Answer::Declined))
                .child(see_now(session, &chosen)),
        )
        .child(bar(&chosen));
    vec![super::back_link(), form]
}

fn submit(
    session: &Session,
    question: Question,
    chosen: &Chosen,
    empty: &Live<bool>,
) -> impl Fn(&web_sys::Element) + use<> {
    let (session, chosen, empty) = (session.clone(), chosen.clone(), empty.clone());
    move |_| {
        let needs = chosen.read(NeedSet::clone);
        if needs.is_empty() {
            empty.change(|empty| *empty = true);
            browser::attend_to("fault");
        } else {
            session.change(|answers| answers.needs = Answer::Chosen(needs));
            session.go_on_from(question);
        }
    }
}

fn fault_line(chosen: &Chosen, empty: Live<bool>) -> El {
    let chosen = chosen.clone();
    el_of("p", "fault-line")
        .attr("id", "fault")
        .attr("tabindex", "-1")
        .attr("role", "alert")
        .live_text(move || {
            if empty.follow(|empty| *empty) && chosen.follow(NeedSet::is_empty) {
                "1つ以上えらんでください。まよったら「わからない」をおしてください。".to_owned()
            } else {
                String::new()
            }
        })
}

/// The suggestions so far: what is marked counts, and with nothing marked there is still somebody to talk to.
fn see_now(session: &Session, chosen: &Chosen) -> El {
    let (session, chosen) = (session.clone(), chosen.clone());
    button("quiet", "今わかっている窓口を見る", move || {
        let needs = chosen.read(NeedSet::clone);
        if !needs.is_empty() {
            session.change(|answers| answers.needs = Answer::Chosen(needs));
        }
        session.go(Screen::Results);
    })
}

fn bar(chosen: &Chosen) -> El {
    let count = chosen.clone();
    let way_on = move || match count.follow(|needs| needs.iter().count()) {
        0 => "次へ".to_owned(),
        count => ["次へ（", &count.to_string(), "つえらびました）"].concat(),
    };
    el_of("div", "bar").child(
        el_of("button", "go")
            .attr("type", "submit")
            .live_text(way_on),
    )
}

fn search(catalog: Rc<Catalog>, chosen: Chosen) -> El {
    let words = Live::new(String::new());
    let written = words.clone();
    let found = move || {
        let words = words.follow(String::clone);
        let found = search_needs(&catalog, &browser::compatible(&words), FOUND);
        if found.is_empty() && words.trim().chars().count() > 1 {
            return vec![p("", "見つかりません。下からえらんでください。")];
        }
        let rows = found
            .into_iter()
            .map(|need| check(&catalog, need, "found", &chosen));
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
                .on("input", move |input| {
                    written.change(|words| *words = typed(input));
                }),
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

fn fields(catalog: &Rc<Catalog>, chosen: &Chosen) -> El {
    el("div").children((0..catalog.fields.len()).map(|field| {
        let needs: Vec<NeedId> = catalog
            .need_ids()
            .filter(|&need| usize::from(catalog.need(need).field) == field)
            .collect();
        fold(
            catalog.clone(),
            &catalog.fields[field],
            needs,
            chosen.clone(),
        )
    }))
}

fn fold(catalog: Rc<Catalog>, name: &str, needs: Vec<NeedId>, chosen: Chosen) -> El {
    let marked = {
        let (needs, chosen) = (needs.clone(), chosen.clone());
        Rc::new(move || chosen.follow(|set| needs.iter().filter(|&&need| set.has(need)).count()))
    };
    let none = marked.clone();
    let count = el_of("span", "count").live_text(move || [&marked().to_string(), "つ"].concat());
    let badge = count.live_hidden(move || none() == 0);
    let rows = move || {
        needs
            .iter()
            .map(|&need| check(&catalog, need, "need", &chosen))
            .collect()
    };
    parts::fold(name, Some(badge), Box::new(rows))
}

fn check(catalog: &Catalog, id: NeedId, place: &str, chosen: &Chosen) -> El {
    let need = catalog.need(id);
    let name = [place, "-", &need.id].concat();
    let (marked, changed) = (chosen.clone(), chosen.clone());
    let change = move |input: &_| {
        let on = is_checked(input);
        changed.change(|set| if on { set.insert(id) } else { set.remove(id) });
    };
    el("li")
        .child(
            el("input")
                .attr("type", "checkbox")
                .attr("id", &name)
                .on("change", change)
                .live_checked(move || marked.follow(|set| set.has(id))),
        )
        .child(el("label").attr("for", &name).text(&need.words))
}
