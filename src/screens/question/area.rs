//! The question for the part of town; where a town has wards, the ward is asked first, on a screen of its own.

use super::form::{Form, Put};
use super::marks::{Marked, Places, Rules};
use crate::components::LiveViews;
use crate::platform::page;
use crate::state::{Question, use_session};
use leptos::prelude::*;
use navigator::{Answer, Answers, AreaId, Asker, Catalog, OptionSet};
use std::sync::Arc;
use words::phrases::question as say;

#[component]
pub fn AreaScreen(catalog: Arc<Catalog>, answers: Answers, question: Question) -> impl IntoView {
    // Of one type with the marks of a form: each type of signal is code of its own.
    let ward: RwSignal<Marked> = RwSignal::new(None);
    let form: LiveViews = Box::new(move || {
        let (catalog, answers) = (catalog.clone(), answers.clone());
        // What a component reads does not draw it anew; what is read here does.
        let given = ward.get();
        vec![view! { <AreaForm catalog answers question given ward /> }.into_any()]
    });
    form
}

/// Asks for the ward, or for the part of town within the ward that was given.
#[component]
fn AreaForm(
    catalog: Arc<Catalog>,
    answers: Answers,
    question: Question,
    given: Marked,
    ward: RwSignal<Marked>,
) -> impl IntoView {
    let session = use_session();
    let wards = catalog.wards();
    let given = match given {
        Some(Answer::Chosen(places)) => places.first().and_then(|&place| wards.get(place).copied()),
        _ => None,
    };
    let asks_ward = given.is_none() && !wards.is_empty();
    let mut options = if asks_ward {
        wards_to_choose(&catalog)
    } else {
        areas_to_choose(&catalog, given)
    };
    options.push(Choice {
        area: None,
        words: (say::NO_HOME.text().to_owned(), String::new()),
    });
    let put = Put {
        text: text(asks_ward, answers.asker).to_owned(),
        why: say::AREA_WHY.text().to_owned(),
        rules: Rules {
            multiple: false,
            alone: OptionSet::EMPTY,
        },
        marked: marked(&catalog, answers.area, &options, asks_ward),
        options: options.iter().map(|option| option.words.clone()).collect(),
    };
    let give = move |answer: Answer<Places>| {
        let area = area_of(&answer, &options);
        if asks_ward && matches!(area, Answer::Chosen(_)) {
            ward.set(Some(answer));
            page::attend();
        } else {
            session.change(|said| said.area = area);
            session.go_on_from(question);
        }
    };
    view! { <Form catalog=catalog.clone() answers question put give=Box::new(give) /> }
}

fn text(asks_ward: bool, asker: Asker) -> &'static str {
    match (asks_ward, asker) {
        (true, Asker::Myself) => say::WARD,
        (true, Asker::Family) => say::WARD_FAMILY,
        (true, Asker::Supporter) => say::WARD_SUPPORTER,
        (false, Asker::Myself) => say::AREA,
        (false, Asker::Family) => say::AREA_FAMILY,
        (false, Asker::Supporter) => say::AREA_SUPPORTER,
    }
    .text()
}

/// What can be chosen.
struct Choice {
    /// The part of town, or the first one of the ward; none for who has no home.
    area: Option<AreaId>,
    /// Text and hint.
    words: (String, String),
}

fn wards_to_choose(catalog: &Catalog) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for id in catalog.area_ids() {
        let ward = &catalog.areas[id.index()].ward;
        if !ward.is_empty() && choices.iter().all(|choice| choice.words.0 != *ward) {
            choices.push(Choice {
                area: Some(id),
                words: (ward.clone(), String::new()),
            });
        }
    }
    choices
}

fn areas_to_choose(catalog: &Catalog, ward: Option<&str>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for id in catalog.area_ids() {
        let area = &catalog.areas[id.index()];
        if ward.is_none_or(|ward| area.ward == ward) {
            choices.push(Choice {
                area: Some(id),
                words: (area.short_name().to_owned(), area.reading.clone()),
            });
        }
    }
    choices
}

/// What was answered before, as the place of an option.
fn marked(catalog: &Catalog, before: Answer<AreaId>, options: &[Choice], wards: bool) -> Marked {
    let ward = |area: AreaId| &catalog.areas[area.index()].ward;
    match before {
        Answer::Open => None,
        Answer::Chosen(area) => options
            .iter()
            .position(|one| {
                let same = |one: AreaId| one == area || (wards && ward(one) == ward(area));
                one.area.is_some_and(same)
            })
            .map(|place| Answer::Chosen(vec![place])),
        Answer::Unknown => Some(Answer::Unknown),
        Answer::Declined => Some(Answer::Declined),
    }
}

fn area_of(answer: &Answer<Places>, options: &[Choice]) -> Answer<AreaId> {
    match answer {
        Answer::Chosen(places) => places
            .first()
            .and_then(|&place| options.get(place))
            .and_then(|option| option.area)
            .map_or(Answer::Unknown, Answer::Chosen),
        Answer::Declined => Answer::Declined,
        Answer::Open | Answer::Unknown => Answer::Unknown,
    }
}
