//! One question a screen: why it is asked, the options, 「わからない」「答えたくない」 after a divider. Nothing
//! moves on by itself.

use crate::browser;
use crate::parts::Call;
use crate::session::{Screen, Session};
use leptos::prelude::*;
use navigator::{
    Answer, AreaId, Ask, Catalog, OptionSet, QuestionId, Suggestion, suggest,
};

/// What is marked on the screen, not yet given as the answer.
type Marked = Option<Answer<OptionSet>>;

/// One option as it is drawn.
struct Shown {
    text: String,
    hint: String,
    alone: bool,
}

pub fn draw(session: Session, ask: Ask, back_to_results: bool) -> AnyView {
    let Some(catalog) = session.catalog() else {
        return ().into_any();
    };
    match ask {
        // The troubles have a screen of their own.
        Ask::Needs => ().into_any(),
        Ask::Area => area(session, &catalog, back_to_results),
        Ask::Question(id) => circumstance(session, &catalog, id, back_to_results),
    }
}

fn circumstance(
    session: Session,
    catalog: &Catalog,
    id: QuestionId,
    back_to_results: bool,
) -> AnyView {
    let question = catalog.question(id);
    let answers = session.answers();
    let options = question
        .options
        .iter()
        .map(|option| Shown {
            text: option.text.to(answers.asker).to_owned(),
            hint: String::new(),
            alone: option.alone,
        })
        .collect();
    let given = match answers.circumstance(id) {
        Answer::Open => None,
        answer => Some(answer),
    };
    form(
        session,
        catalog,
        Asked {
            text: question.text.to(answers.asker).to_owned(),
            why: question.why.to(answers.asker).to_owned(),
            options,
            multiple: question.multiple,
            given,
            back_to_results,
        },
        move |answer| session.change(|answers| answers.set(id, answer)),
    )
}

fn area(session: Session, catalog: &Catalog, back_to_results: bool) -> AnyView {
    let options = catalog
        .areas
        .iter()
        .map(|area| Shown {
            text: area.name.clone(),
            hint: area.reading.clone(),
            alone: false,
        })
        .collect();
    let given = match session.answers().area {
        Answer::Open => None,
        Answer::Chosen(area) => Some(Answer::Chosen(OptionSet::of(area.index()))),
        Answer::Unknown => Some(Answer::Unknown),
        Answer::Declined => Some(Answer::Declined),
    };
    form(
        session,
        catalog,
        Asked {
            text: "どの町にお住まいですか".to_owned(),
            why: "町によって、担当の窓口がちがうためです。".to_owned(),
            options,
            multiple: false,
            given,
            back_to_results,
        },
        move |answer| {
            let area = match answer {
                Answer::Chosen(set) => set
                    .iter()
                    .next()
                    .and_then(|place| u16::try_from(place).ok())
                    .map_or(Answer::Unknown, |place| Answer::Chosen(AreaId(place))),
                Answer::Declined => Answer::Declined,
                _ => Answer::Unknown,
            };
            session.change(|answers| answers.area = area);
        },
    )
}

struct Asked {
    text: String,
    why: String,
    options: Vec<Shown>,
    multiple: bool,
    given: Marked,
    back_to_results: bool,
}

fn form(
    session: Session,
    catalog: &Catalog,
    asked: Asked,
    give: impl Fn(Answer<OptionSet>) + Copy + 'static,
) -> AnyView {
    let marked: RwSignal<Marked> = RwSignal::new(asked.given);
    let missing = RwSignal::new(false);
    let back_to_results = asked.back_to_results;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match marked.get_untracked() {
            Some(answer) => {
                give(answer);
                session.go(if back_to_results {
                    Screen::Results
                } else {
                    session.next_screen()
                });
            }
            None => {
                missing.set(true);
                browser::attend_to("question-fault");
            }
        }
    };
    let rules = Rules {
        multiple: asked.multiple,
        alone: asked
            .options
            .iter()
            .enumerate()
            .filter_map(|(place, option)| option.alone.then_some(place))
            .collect(),
    };
    let options = asked
        .options
        .into_iter()
        .enumerate()
        .map(|(place, option)| input(place, option, rules, marked))
        .collect_view();
    view! {
        {super::back_link()}
        {danger(session, catalog)}
        <form on:submit=submit novalidate>
            <fieldset aria-describedby="why">
                <legend><h1 tabindex="-1">{asked.text}</h1></legend>
                <p id="why" class="why"><span class="label">"なぜ聞くか"</span>{asked.why}</p>
                <p class="hint">
                    {if asked.multiple { "あてはまるものを、いくつでもえらべます。" } else { "1つえらんでください。" }}
                </p>
                <ul class="checks">{options}</ul>
                <div class="divider">"または"</div>
                <ul class="checks">
                    {without_answer("unknown", "わからない", Answer::Unknown, marked)}
                    {without_answer("declined", "答えたくない", Answer::Declined, marked)}
                </ul>
            </fieldset>
            <p class="fault-line" id="question-fault" tabindex="-1" role="alert">
                {move || {
                    (missing.get() && marked.with(Option::is_none))
                        .then_some("どれかをえらんでください。「わからない」「答えたくない」でも進めます。")
                }}
            </p>
            <div class="bar">
                <button type="submit" class="go">"次へ"</button>
                <button type="button" class="quiet" on:click=move |_| session.go(Screen::Results)>
                    "今わかっている窓口を見る"
                </button>
            </div>
        </form>
    }
    .into_any()
}

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

fn input(place: usize, option: Shown, rules: Rules, marked: RwSignal<Marked>) -> impl IntoView {
    let id = format!("option-{place}");
    let checked =
        move || matches!(marked.get(), Some(Answer::Chosen(set)) if set.has(place));
    let change = move |event| {
        let on = event_target_checked(&event);
        marked.update(|marked| *marked = rules.after(*marked, place, on));
    };
    view! {
        <li>
            <input
                type=if rules.multiple { "checkbox" } else { "radio" }
                name="answer"
                id=id.clone()
                prop:checked=checked
                on:change=change
            />
            <label for=id>
                {option.text}
                {(!option.hint.is_empty()).then(|| view! { <small>{option.hint}</small> })}
            </label>
        </li>
    }
}

fn without_answer(
    id: &'static str,
    text: &'static str,
    answer: Answer<OptionSet>,
    marked: RwSignal<Marked>,
) -> impl IntoView {
    view! {
        <li>
            <input
                type="radio"
                name="answer"
                id=id
                prop:checked=move || marked.get() == Some(answer)
                on:change=move |_| marked.set(Some(answer))
            />
            <label for=id>{text}</label>
        </li>
    }
}

/// Where somebody may be in danger, the lines come before the question.
fn danger(session: Session, catalog: &Catalog) -> Option<impl IntoView + use<>> {
    let outcome = suggest(catalog, &session.answers(), session.today());
    if !outcome.crisis {
        return None;
    }
    let lines = outcome
        .suggestions
        .iter()
        .filter(|suggestion| suggestion.crisis)
        .filter_map(|suggestion| line(catalog, suggestion))
        .take(3)
        .collect_view();
    Some(view! {
        <section class="danger" aria-label="すぐに話せる所">
            <p class="danger-title">"すぐに話せる所があります"</p>
            <ul>{lines}</ul>
        </section>
    })
}

fn line(catalog: &Catalog, suggestion: &Suggestion) -> Option<impl IntoView + use<>> {
    let entry = catalog.entry(suggestion.entry);
    let number = entry.channels.phone.clone();
    let name = entry.shown_name().to_owned();
    (!number.is_empty()).then(|| {
        view! { <li><span>{name.clone()}</span><Call number name/></li> }
    })
}

