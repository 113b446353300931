//! The suggestions: danger first, then at most three open cards, the rest folded; and every answer, to
//! be changed.

use super::Town;
use crate::browser;
use crate::dom::{El, button, el, el_of, heading, p};
use crate::parts::{
    about, askers, call, facts, fold, open_now, reason_words, said, say, title, whose,
};
use crate::session::{Question, Screen, Session};
use navigator::{
    Ask, Asker, Catalog, EntryId, Reason, RuleSort, Standing, Suggestion, Via, next_step, suggest,
};
use std::rc::Rc;

/// How many cards are open, besides those for danger.
const OPEN_CARDS: usize = 3;
/// How many roles of one number are named before they fold.
const OPEN_ROLES: usize = 3;
/// How many reasons are told.
const REASONS: usize = 4;
/// How many open questions are named.
const UNKNOWNS: usize = 2;

pub fn draw(session: &Session, catalog: &Rc<Catalog>) -> Vec<El> {
    let now = browser::now();
    let mut outcome = suggest(catalog, &session.answers(), now.day);
    outcome.lead_with_open_lines(catalog, now);
    let town = Town::new(session, catalog);
    let (danger, others): (Vec<_>, Vec<_>) = outcome
        .suggestions
        .into_iter()
        .partition(|suggestion| suggestion.crisis);
    let title = if outcome.crisis {
        "まず、ここに話してください"
    } else {
        "相談できる窓口"
    };
    let mut screen = vec![super::back_link(), heading(title)];
    if !danger.is_empty() {
        screen.push(town.danger(&danger, outcome.private));
    }
    for (place, suggestion) in others.iter().take(OPEN_CARDS).enumerate() {
        screen.push(town.card(suggestion, place == 0));
    }
    screen.extend(town.folded(others.get(OPEN_CARDS..).unwrap_or_default()));
    screen.push(town.ways_on());
    screen.push(town.when_it_fails(outcome.private));
    screen.push(town.said());
    screen.push(p(
        "scope",
        "ここに出るのは、資料で確かめた窓口です。使えるかどうかは、窓口が話を聞いて決めます。",
    ));
    screen
}

impl Town {
    fn danger(&self, lines: &[Suggestion], private: bool) -> El {
        let rows = lines.iter().map(|line| {
            let entry = self.catalog.entry(line.entry);
            let hours = open_now(&self.catalog, entry);
            el("li")
                .child(p("danger-name", entry.shown_name()))
                .child(p("", &entry.what))
                .maybe(whose(entry))
                .maybe(call(entry))
                .maybe(hours)
                .maybe(say(entry).filter(|_| entry.via != Via::Direct))
                .child(self.page_link(line.entry, "くわしく見る"))
        });
        el_of("section", "danger")
            .child(el("h2").text("すぐに話せる所"))
            .child(p("", "今あぶないときは 110番、けがや病気は 119番です。"))
            .maybe(private.then(|| {
                p("note", "画面を見られそうなときは、上の「すぐに閉じる」（Shift キー3回でも同じ）をおします。ブラウザーの履歴は、のこることがあります。")
            }))
            .child(el("ul").children(rows))
    }

    fn card(&self, suggestion: &Suggestion, first: bool) -> El {
        let entry = self.catalog.entry(suggestion.entry);
        let standing = match suggestion.standing {
            Standing::Fits => "相談できます",
            Standing::Maybe => "聞いてみる価値があります",
        };
        let joined = suggestion.joined_up.then(|| {
            p(
                "joined",
                "いくつもの困りごとを、1か所でまとめて聞いてくれます。",
            )
        });
        let body = if suggestion.alternatives.is_empty() {
            about(&self.catalog, entry)
        } else {
            self.by_area(suggestion)
        };
        el_of("article", if first { "card first" } else { "card" })
            .child(p("standing", standing))
            .children(title(entry, el("h2")))
            .maybe(joined)
            .maybe(self.reasons(suggestion))
            .children(body)
            .maybe(askers(entry, self.session.answers().asker))
            .maybe(self.unknown(suggestion))
            .maybe(self.roles(&suggestion.same_phone))
            .maybe(first.then(|| self.more_of(suggestion.entry)))
            .child(self.page_link(suggestion.entry, "くわしく見る"))
    }

    /// The same window of several parts of town, while the part is not known: all of them, with how to
    /// tell.
    fn by_area(&self, suggestion: &Suggestion) -> Vec<El> {
        let all = std::iter::once(&suggestion.entry).chain(&suggestion.alternatives);
        let rows = all.map(|&id| {
            let entry = self.catalog.entry(id);
            let areas: Vec<&str> = entry
                .areas
                .iter()
                .filter_map(|area| self.catalog.areas.get(area.index()))
                .map(|area| area.name.as_str())
                .collect();
            el("li")
                .child(p("areas", &[&areas.join("、"), "の方"].concat()))
                .child(self.page_link(id, entry.shown_name()))
                .maybe(call(entry))
        });
        vec![
            p("what", &self.catalog.entry(suggestion.entry).what),
            p("", "お住まいの町で、担当が決まっています。"),
            el_of("ul", "by-area").children(rows),
        ]
    }

    /// Other ways to reach the first window, what to bring, what is not known, where it is from.
    fn more_of(&self, id: EntryId) -> El {
        let town = self.clone();
        let inside = move || vec![el("li").children(facts(town.catalog.entry(id)))];
        fold("電話のほかの方法・持ち物・出どころ", None, Box::new(inside))
    }

    fn reasons(&self, suggestion: &Suggestion) -> Option<El> {
        let answers = self.session.answers();
        let mut told: Vec<String> = Vec::new();
        let chosen = suggestion
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Need(_)));
        for &reason in &suggestion.reasons {
            // The trouble itself says it already; danger is not told twice.
            if let Reason::Rule(rule) = reason
                && chosen
                && matches!(self.catalog.rule(rule).sort, RuleSort::Crisis { .. })
            {
                continue;
            }
            let words = reason_words(&self.catalog, &answers, reason);
            if told.len() < REASONS && !words.is_empty() && !told.contains(&words) {
                told.push(words);
            }
        }
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let words = told.join("」「");
        (!words.is_empty()).then(|| {
            p(
                "reasons",
                &["「", &words, "」とお答えになったので、案内しています。"].concat(),
            )
        })
    }

    /// What is not known yet and would make it surer.
    fn unknown(&self, suggestion: &Suggestion) -> Option<El> {
        let asker = self.session.answers().asker;
        let asked: Vec<&str> = suggestion
            .unknown
            .iter()
            .take(UNKNOWNS)
            .map(|&question| self.catalog.question(question).text.to(asker))
            .collect();
        let asked = asked.join("」「");
        (suggestion.standing == Standing::Maybe && !asked.is_empty()).then(|| {
            p(
                "note",
                &["「", &asked, "」が分かると、もっとはっきりします。"].concat(),
            )
        })
    }

    /// What else the same number reaches: the first of it in sight, the rest folded.
    fn roles(&self, roles: &[EntryId]) -> Option<El> {
        let (first, rest) = roles.split_at(roles.len().min(OPEN_ROLES));
        let list = |ids: &[EntryId]| {
            el_of("ul", "rows").children(ids.iter().map(|&id| {
                let entry = self.catalog.entry(id);
                let say = (!entry.say.is_empty()).then(|| el("q").text(&entry.say));
                el("li")
                    .child(self.page_link(id, entry.shown_name()))
                    .maybe(say)
            }))
        };
        let more = (!rest.is_empty()).then(|| {
            el("details")
                .child(el("summary").text("ほかにも聞けること"))
                .child(list(rest))
        });
        (!first.is_empty()).then(|| {
            el_of("div", "roles")
                .child(p("label", "同じ番号で聞けること"))
                .child(list(first))
                .maybe(more)
        })
    }

    /// The other suggestions by field.
    fn folded(&self, rest: &[Suggestion]) -> Option<El> {
        let folds = (0..self.catalog.kind_fields.len()).filter_map(|field| {
            let entries: Vec<EntryId> = rest
                .iter()
                .filter(|one| {
                    let kind = one.kinds.first().map(|&kind| self.catalog.kind(kind));
                    kind.is_some_and(|kind| usize::from(kind.field) == field)
                })
                .map(|one| one.entry)
                .collect();
            (!entries.is_empty()).then(|| self.fold(field, entries))
        });
        (!rest.is_empty()).then(|| {
            el("section")
                .child(el("h2").text("ほかにも相談できる所"))
                .children(folds)
        })
    }

    fn fold(&self, field: usize, entries: Vec<EntryId>) -> El {
        let count = el_of("span", "count").text(&[&entries.len().to_string(), "か所"].concat());
        let town = self.clone();
        let rows = move || entries.iter().map(|&id| town.row(id)).collect();
        fold(
            &self.catalog.kind_fields[field],
            Some(count),
            Box::new(rows),
        )
    }

    /// What can be done now: take it along, answer more, say more.
    fn ways_on(&self) -> El {
        let session = &self.session;
        let answers = session.answers();
        let next = next_step(&self.catalog, &answers, browser::now().day).map(|ask| {
            super::way(
                session,
                "quiet",
                "質問にもどる（もっと合う窓口が分かります）",
                Screen::Question(Question::new(ask)),
            )
        });
        let needs = Screen::Question(Question::to_change(Ask::Needs));
        // Who helps is worn out too, and seldom says so unasked.
        let own = (answers.asker != Asker::Myself).then(|| {
            let own = super::needs_of(session, &self.catalog, &self.catalog.strain);
            el("div")
                .child(p("", "支えているあなた自身のことも、相談できます。"))
                .child(el_of("ul", "ways").children(own))
        });
        el_of("section", "more")
            .child(super::way(
                session,
                "go",
                "メモにして持って行く・送る・のこす",
                Screen::Take,
            ))
            .maybe(next)
            .child(super::way(
                session,
                "quiet",
                "ほかに困っていることは？",
                needs,
            ))
            .maybe(own)
            .child(super::lists_of(session))
    }

    /// What to do when nobody answers, and when one desk sends on to the next.
    fn when_it_fails(&self, private: bool) -> El {
        let mut tips = vec![
            "つながらないときや、閉まっているときは、時間をおいてかけ直すか、ほかの窓口にかけます。急ぐときは、この下の「いつでも電話できる所」へ。",
            "ほかの所へ、と言われたら、「どこの、何という係ですか。番号も教えてください」と聞いて、メモします。",
            "くわしい事情は、担当の人につながってからで大丈夫です。話したくないことは、話さなくて大丈夫です。",
        ];
        if !private {
            tips.push("何度も回されたら、市役所の代表に「福祉の総合相談につないでください」と言ってください。");
        }
        let rows = move || tips.iter().map(|tip| el("li").text(tip)).collect();
        fold(
            "つながらないとき・閉まっているとき・回されるとき",
            None,
            Box::new(rows),
        )
    }

    /// Every answer, each to be changed; the change leads straight back here.
    fn said(&self) -> El {
        let answers = self.session.answers();
        let rows = said(&self.catalog, &answers).map(|(ask, asked, said)| {
            let session = self.session.clone();
            let change = button("link", "変える", move || {
                session.ask(Question::to_change(ask));
            });
            let label = ["「", &asked, "」の答えを変える"].concat();
            el("div")
                .child(el("dt").text(&asked))
                .child(el("dd").text(&said))
                .child(el("dd").child(change.attr("aria-label", &label)))
        });
        el("section")
            .child(el("h2").text("お答え"))
            .child(el_of("dl", "said").children(rows))
    }
}
