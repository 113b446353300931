//! The suggestions: danger first, then at most three open cards, the rest folded; and every answer, to
//! be changed.

use crate::parts::{Call, CardBody, reason_words};
use crate::session::{Screen, Session};
use leptos::prelude::*;
use navigator::{
    Answer, Answers, Ask, Catalog, EntryId, Outcome, Standing, Suggestion, next_step, suggest,
};
use std::sync::Arc;

/// How many cards are open, besides those for danger.
const OPEN_CARDS: usize = 3;

pub fn draw(session: Session) -> AnyView {
    let Some(catalog) = session.catalog() else {
        return ().into_any();
    };
    let answers = session.answers();
    let outcome = suggest(&catalog, &answers, session.today());
    let shown = Shown {
        session,
        catalog,
        answers,
    };
    let (danger, others): (Vec<_>, Vec<_>) =
        outcome.suggestions.iter().partition(|one| one.crisis);
    let danger = (!danger.is_empty()).then(|| {
        let cards = danger.iter().map(|one| shown.danger(one)).collect_view();
        view! {
            <section class="danger" aria-labelledby="danger">
                <h2 id="danger">"すぐに話せる所"</h2>
                <p>"名前を言わなくても話せます。今あぶないときは 110番、けがや病気は 119番です。"</p>
                <ul>{cards}</ul>
            </section>
        }
    });
    let open = others
        .iter()
        .take(OPEN_CARDS)
        .enumerate()
        .map(|(place, one)| shown.card(one, place == 0))
        .collect_view();
    let rest: Vec<Suggestion> = others.iter().skip(OPEN_CARDS).map(|&one| one.clone()).collect();
    view! {
        {super::back_link()}
        <h1 tabindex="-1">{heading(&outcome)}</h1>
        {danger}
        {open}
        {shown.folded(rest)}
        {shown.more_questions()}
        {shown.said()}
        <p class="scope">
            "ここに出るのは、資料で確かめた窓口です。使えるかどうかは、窓口が話を聞いて決めます。"
        </p>
    }
    .into_any()
}

fn heading(outcome: &Outcome) -> &'static str {
    if outcome.crisis {
        "まず、ここに話してください"
    } else {
        "相談できる窓口"
    }
}

struct Shown {
    session: Session,
    catalog: Arc<Catalog>,
    answers: Answers,
}

impl Shown {
    fn danger(&self, one: &Suggestion) -> impl IntoView + use<> {
        let entry = self.catalog.entry(one.entry).clone();
        let name = entry.shown_name().to_owned();
        let call = (!entry.channels.phone.is_empty())
            .then(|| view! { <Call number=entry.channels.phone.clone() name=name.clone()/> });
        let hours = entry.hours.text.clone();
        view! {
            <li>
                <p class="danger-name">{name}</p>
                <p>{entry.what.clone()}</p>
                {call}
                {(!hours.is_empty()).then(|| view! { <p class="note">{hours}</p> })}
                {self.page_button(one.entry)}
            </li>
        }
    }

    fn card(&self, one: &Suggestion, first: bool) -> impl IntoView + use<> {
        let entry = self.catalog.entry(one.entry).clone();
        let official = (!entry.plain.is_empty() && entry.plain != entry.name)
            .then(|| view! { <p class="official">{entry.name.clone()}</p> });
        let joined = one.joined_up.then(|| {
            view! { <p class="joined">"いくつもの困りごとを、1か所でまとめて聞いてくれます。"</p> }
        });
        let standing = match one.standing {
            Standing::Fits => "相談できます",
            Standing::Maybe => "聞いてみる価値があります",
        };
        view! {
            <article class=if first { "card first" } else { "card" }>
                <p class="standing">{standing}</p>
                <h2>{entry.shown_name().to_owned()}</h2>
                {official}
                {joined}
                {self.reasons(one)}
                {if one.alternatives.is_empty() {
                    view! { <CardBody entry=entry/> }.into_any()
                } else {
                    self.by_area(one).into_any()
                }}
                {self.roles(one)}
                {self.page_button(one.entry)}
            </article>
        }
    }

    /// The same window of several parts of town, while the part is not known: all of them, with how to
    /// tell.
    fn by_area(&self, one: &Suggestion) -> impl IntoView + use<> {
        let all = std::iter::once(one.entry).chain(one.alternatives.iter().copied());
        let rows = all
            .map(|id| {
                let entry = self.catalog.entry(id);
                let name = entry.shown_name().to_owned();
                let number = entry.channels.phone.clone();
                let areas: Vec<&str> = entry
                    .areas
                    .iter()
                    .filter_map(|area| self.catalog.areas.get(area.index()))
                    .map(|area| area.name.as_str())
                    .collect();
                view! {
                    <li>
                        <p class="areas">{areas.join("、")}"の方"</p>
                        <p>{name.clone()}</p>
                        {(!number.is_empty()).then(|| view! { <Call number name/> })}
                    </li>
                }
            })
            .collect_view();
        let what = self.catalog.entry(one.entry).what.clone();
        view! {
            <p class="what">{what}</p>
            <p>"お住まいの町で、担当が決まっています。"</p>
            <ul class="by-area">{rows}</ul>
        }
    }

    fn reasons(&self, one: &Suggestion) -> Option<impl IntoView + use<>> {
        let mut words: Vec<String> = Vec::new();
        for &reason in &one.reasons {
            let said = reason_words(&self.catalog, &self.answers, reason);
            if !words.contains(&said) {
                words.push(said);
            }
        }
        (!words.is_empty()).then(|| {
            let said: String = words
                .iter()
                .take(4)
                .map(|word| format!("「{word}」"))
                .collect();
            view! { <p class="reasons">{said}"とお答えになったので、案内しています。"</p> }
        })
    }

    /// What else the same number reaches.
    fn roles(&self, one: &Suggestion) -> Option<impl IntoView + use<>> {
        if one.roles.is_empty() {
            return None;
        }
        let rows = one
            .roles
            .iter()
            .map(|&id| {
                let entry = self.catalog.entry(id);
                let session = self.session;
                view! {
                    <li>
                        <button type="button" class="link" on:click=move |_| session.go(Screen::Entry(id))>
                            {entry.shown_name().to_owned()}
                        </button>
                        {(!entry.say.is_empty()).then(|| view! { <q>{entry.say.clone()}</q> })}
                    </li>
                }
            })
            .collect_view();
        Some(view! {
            <details class="roles" open=one.roles.len() <= 3>
                <summary>"同じ番号で聞けること"</summary>
                <ul>{rows}</ul>
            </details>
        })
    }

    fn page_button(&self, id: EntryId) -> impl IntoView + use<> {
        let session = self.session;
        let label = format!("{}をくわしく見る", self.catalog.entry(id).shown_name());
        view! {
            <button
                type="button"
                class="link"
                aria-label=label
                on:click=move |_| session.go(Screen::Entry(id))
            >
                "くわしく見る"
            </button>
        }
    }

    /// The other suggestions by field, drawn when their fold is opened.
    fn folded(&self, rest: Vec<Suggestion>) -> Option<impl IntoView + use<>> {
        if rest.is_empty() {
            return None;
        }
        let folds = (0..self.catalog.kind_fields.len())
            .filter_map(|field| {
                let ones: Vec<EntryId> = rest
                    .iter()
                    .filter(|one| {
                        one.kinds.first().is_some_and(|&kind| {
                            usize::from(self.catalog.kind(kind).field) == field
                        })
                    })
                    .map(|one| one.entry)
                    .collect();
                (!ones.is_empty()).then(|| self.fold(field, ones))
            })
            .collect_view();
        Some(view! {
            <section aria-labelledby="others">
                <h2 id="others">"ほかにも相談できる所"</h2>
                {folds}
            </section>
        })
    }

    fn fold(&self, field: usize, ones: Vec<EntryId>) -> impl IntoView + use<> {
        let name = self.catalog.kind_fields[field].clone();
        let count = ones.len();
        let opened = RwSignal::new(false);
        let (catalog, session) = (self.catalog.clone(), self.session);
        let inside = move || {
            opened.get().then(|| {
                ones.iter()
                    .map(|&id| row(session, &catalog, id))
                    .collect_view()
            })
        };
        view! {
            <details class="field" on:toggle=move |_| opened.set(true)>
                <summary>
                    <span class="field-name">{name}</span>
                    <span class="count">{count}"か所"</span>
                </summary>
                <ul class="rows">{inside}</ul>
            </details>
        }
    }

    fn more_questions(&self) -> Option<impl IntoView + use<>> {
        let session = self.session;
        let ask = next_step(&self.catalog, &self.answers, session.today())?;
        Some(view! {
            <section class="more">
                <p>"あと少し答えると、もっと合う窓口が分かります。"</p>
                <button
                    type="button"
                    class="go"
                    on:click=move |_| session.go(Screen::Question { ask, back_to_results: false })
                >
                    "質問にもどる"
                </button>
            </section>
        })
    }

    /// Every answer, each to be changed; the change leads straight back here.
    fn said(&self) -> impl IntoView + use<> {
        let session = self.session;
        let asks = [Ask::Needs, Ask::Area]
            .into_iter()
            .chain(self.catalog.question_ids().map(Ask::Question));
        let rows = asks
            .filter_map(|ask| {
                let (asked, said) = self.question_and_answer(ask)?;
                let change = move |_| {
                    session.go(Screen::Question {
                        ask,
                        back_to_results: true,
                    });
                };
                let label = format!("「{asked}」の答えを変える");
                Some(view! {
                    <div>
                        <dt>{asked}</dt>
                        <dd>{said}</dd>
                        <dd>
                            <button type="button" class="link" aria-label=label on:click=change>
                                "変える"
                            </button>
                        </dd>
                    </div>
                })
            })
            .collect_view();
        view! {
            <section aria-labelledby="said">
                <h2 id="said">"お答え"</h2>
                <dl class="said">{rows}</dl>
            </section>
        }
    }

    fn question_and_answer(&self, ask: Ask) -> Option<(String, String)> {
        match ask {
            Ask::Needs => {
                let said = match &self.answers.needs {
                    Answer::Open => return None,
                    Answer::Chosen(needs) => needs
                        .iter()
                        .map(|need| self.catalog.need(need).words.clone())
                        .collect::<Vec<_>>()
                        .join("、"),
                    Answer::Unknown | Answer::Declined => "わからない・答えたくない".to_owned(),
                };
                Some(("困っていること".to_owned(), said))
            }
            Ask::Area => {
                let said = match self.answers.area {
                    Answer::Open => return None,
                    Answer::Chosen(area) => self.catalog.areas.get(area.index())?.name.clone(),
                    Answer::Unknown => "わからない".to_owned(),
                    Answer::Declined => "答えたくない".to_owned(),
                };
                Some(("お住まいの町".to_owned(), said))
            }
            Ask::Question(id) => {
                let said = match self.answers.circumstance(id) {
                    Answer::Open => return None,
                    Answer::Chosen(set) => reason_words(
                        &self.catalog,
                        &self.answers,
                        navigator::Reason::Circumstance(id, set),
                    ),
                    Answer::Unknown => "わからない".to_owned(),
                    Answer::Declined => "答えたくない".to_owned(),
                };
                let asked = self.catalog.question(id).text.to(self.answers.asker);
                Some((asked.to_owned(), said))
            }
        }
    }
}

fn row(session: Session, catalog: &Catalog, id: EntryId) -> impl IntoView + use<> {
    let entry = catalog.entry(id);
    let name = entry.shown_name().to_owned();
    let number = entry.channels.phone.clone();
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| session.go(Screen::Entry(id))>
                {name.clone()}
            </button>
            {(!number.is_empty()).then(|| view! { <Call number name/> })}
        </li>
    }
}
