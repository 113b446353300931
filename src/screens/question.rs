//! One question a screen: why it is asked, the options, 「わからない」「答えたくない」 after a divider. Nothing
//! moves on by itself.

use crate::browser;
use crate::dom::{El, button, el, el_of, heading, is_checked, p};
use crate::live::Live;
use crate::parts::call;
use crate::session::{Question, Screen, Session};
use navigator::{Answer, Answers, AreaId, Catalog, OptionSet, QuestionId, Via, suggest};

/// So many questions are enough for nearly everybody (see `catalog residents`).
const MOSTLY: usize = 5;

/// What is marked on the screen, not yet given as the answer.
type Marked = Option<Answer<OptionSet>>;

/// A question as it is put.
struct Put {
    text: String,
    why: String,
    /// Text and a hint for each.
    options: Vec<(String, String)>,
    rules: Rules,
    marked: Marked,
}

/// A question on a circumstance.
pub fn circumstance(
    session: &Session,
    catalog: &Catalog,
    question: Question,
    id: QuestionId,
) -> Vec<El> {
    let asked = catalog.question(id);
    let answers = session.answers();
    let put = Put {
        text: asked.text.to(answers.asker).to_owned(),
        why: asked.why.to(answers.asker).to_owned(),
        options: asked
            .options
            .iter()
            .map(|option| (option.text.to(answers.asker).to_owned(), String::new()))
            .collect(),
        rules: Rules {
            multiple: asked.multiple,
            alone: asked
                .options
                .iter()
                .enumerate()
                .filter_map(|(place, option)| option.alone.then_some(place))
                .collect(),
        },
        marked: Some(answers.circumstance(id)).filter(Answer::is_closed),
    };
    form(session, catalog, question, put, move |answers, answer| {
        answers.set(id, answer);
    })
}

/// The part of town.
pub fn area(session: &Session, catalog: &Catalog, question: Question) -> Vec<El> {
    let put = Put {
        text: "どの町にお住まいですか".to_owned(),
        why: "町によって、担当の窓口がちがうためです。".to_owned(),
        options: catalog
            .areas
            .iter()
            .map(|area| (area.name.clone(), area.reading.clone()))
            .collect(),
        rules: Rules {
            multiple: false,
            alone: OptionSet::EMPTY,
        },
        marked: match session.answers().area {
            Answer::Open => None,
            Answer::Chosen(area) => Some(Answer::Chosen(OptionSet::of(area.index()))),
            Answer::Unknown => Some(Answer::Unknown),
            Answer::Declined => Some(Answer::Declined),
        },
    };
    form(session, catalog, question, put, |answers, answer| {
        let area = match answer {
            Answer::Chosen(set) => set
                .iter()
                .next()
                .and_then(|place| u16::try_from(place).ok())
                .map_or(Answer::Unknown, |place| Answer::Chosen(AreaId(place))),
            Answer::Declined => Answer::Declined,
            Answer::Open | Answer::Unknown => Answer::Unknown,
        };
        answers.area = area;
    })
}

fn form(
    session: &Session,
    catalog: &Catalog,
    question: Question,
    put: Put,
    give: impl Fn(&mut Answers, Answer<OptionSet>) + 'static,
) -> Vec<El> {
    let marked: Live<Marked> = Live::new(put.marked);
    let missing = Live::new(false);
    let rules = put.rules;
    let submit = {
        let (session, marked, missing) = (session.clone(), marked.clone(), missing.clone());
        move |_: &_| match marked.read(|marked| *marked) {
            Some(answer) => {
                session.change(|answers| give(answers, answer));
                session.go_on_from(question);
            }
            None => {
                missing.change(|missing| *missing = true);
                browser::attend_to("fault");
            }
        }
    };
    let answered = marked.clone();
    let fault = move || {
        if missing.follow(|missing| *missing) && answered.follow(Option::is_none) {
            "どれかをえらんでください。「わからない」「答えたくない」でも進めます。".to_owned()
        } else {
            String::new()
        }
    };
    let hint = if rules.multiple {
        "あてはまるものを、いくつでもえらべます。"
    } else {
        "1つえらんでください。"
    };
    let options = put
        .options
        .iter()
        .enumerate()
        .map(|(place, (text, hint))| option(place, text, hint, rules, &marked));
    let why = el_of("p", "why")
        .attr("id", "why")
        .child(el_of("span", "label").text("なぜ聞くか"))
        .text(&put.why);
    let fieldset = el("fieldset")
        .attr("aria-describedby", "why")
        .child(el("legend").child(heading(&put.text)))
        .child(why)
        .child(p("hint", hint))
        .child(el_of("ul", "checks").children(options))
        .child(el_of("div", "divider").text("または"))
        .child(
            el_of("ul", "checks")
                .child(no_answer("unknown", "わからない", Answer::Unknown, &marked))
                .child(no_answer(
                    "declined",
                    "答えたくない",
                    Answer::Declined,
                    &marked,
                )),
        );
    let bar = el_of("div", "bar")
        .child(el_of("button", "go").attr("type", "submit").text("次へ"))
        .child(button("quiet", "今わかっている窓口を見る", {
            let session = session.clone();
            move || session.go(Screen::Results)
        }));
    let place = session.answers().asked() + 1;
    // How far it is, without a promise that nobody can keep: each answer may save a question.
    let progress = (!question.to_change && place <= MOSTLY).then(|| {
        let place = place.to_string();
        p(
            "hint",
            &[&place, "つめの質問です。たいてい、5つまでです。"].concat(),
        )
    });
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .maybe(progress)
        .child(fieldset)
        .child(
            el_of("p", "fault-line")
                .attr("id", "fault")
                .attr("tabindex", "-1")
                .attr("role", "alert")
                .live_text(fault),
        )
        .child(bar);
    let mut screen = vec![super::back_link()];
    screen.extend(danger(session, catalog));
    screen.push(form);
    screen
}

/// How marking one option changes the others.
#[derive(Clone, Copy)]
struct Rules {
    multiple: bool,
    alone: OptionSet,
}

impl Rules {
    /// The marks after option `place` was set or taken back.
    fn after(self, marked: Marked, place: usize, on: bool) -> Marked {
        let option = OptionSet::of(place);
        let before = match marked {
            Some(Answer::Chosen(set)) if self.multiple => set,
            _ => OptionSet::EMPTY,
        };
        let set = match (on, self.alone.meets(option)) {
            (false, _) => before.without(option),
            (true, true) => option,
            (true, false) => before.without(self.alone).union(option),
        };
        (!set.is_empty()).then_some(Answer::Chosen(set))
    }
}

fn option(place: usize, text: &str, hint: &str, rules: Rules, marked: &Live<Marked>) -> El {
    let kind = if rules.multiple { "checkbox" } else { "radio" };
    let hint = (!hint.is_empty()).then(|| el("small").text(hint));
    let (shown, changed) = (marked.clone(), marked.clone());
    mark(
        &["option-", &place.to_string()].concat(),
        kind,
        el("span").text(text),
        move |on| changed.change(|marked| *marked = rules.after(*marked, place, on)),
        move || {
            shown.follow(|marked| matches!(marked, Some(Answer::Chosen(set)) if set.has(place)))
        },
        hint,
    )
}

fn no_answer(id: &str, text: &str, answer: Answer<OptionSet>, marked: &Live<Marked>) -> El {
    let (shown, changed) = (marked.clone(), marked.clone());
    mark(
        id,
        "radio",
        el("span").text(text),
        move |_| changed.change(|marked| *marked = Some(answer)),
        move || shown.follow(|marked| *marked == Some(answer)),
        None,
    )
}

fn mark(
    id: &str,
    kind: &str,
    text: El,
    change: impl Fn(bool) + 'static,
    checked: impl Fn() -> bool + 'static,
    hint: Option<El>,
) -> El {
    el("li")
        .child(
            el("input")
                .attr("type", kind)
                .attr("name", "answer")
                .attr("id", id)
                .on("change", move |input| change(is_checked(input)))
                .live_checked(checked),
        )
        .child(el("label").attr("for", id).child(text).maybe(hint))
}

/// Where somebody may be in danger, the lines come before the question.
fn danger(session: &Session, catalog: &Catalog) -> Option<El> {
    /// The others are on the next screen.
    const LINES: usize = 3;
    let now = browser::now();
    let mut outcome = suggest(catalog, &session.answers(), now.day);
    outcome.lead_with_open_lines(catalog, now);
    if !outcome.crisis {
        return None;
    }
    let lines = outcome
        .suggestions
        .iter()
        .filter(|suggestion| suggestion.crisis)
        .filter_map(|suggestion| {
            let entry = catalog.entry(suggestion.entry);
            let name = el("p").text(entry.shown_name());
            // A switchboard has to be told what for: that is on the next screen.
            call(entry)
                .filter(|_| entry.via != Via::Switchboard)
                .map(|call| el("li").child(name).child(call))
        })
        .take(LINES);
    Some(
        el_of("section", "danger")
            .attr("aria-label", "すぐに話せる所")
            .child(p("danger-title", "すぐに話せる所があります"))
            .child(el("ul").children(lines)),
    )
}
