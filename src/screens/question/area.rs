//! The question for the part of town; where a town has wards, the ward is asked first, on a screen of its own.

use super::form::{Form, Put};
use super::marks::{Marked, Places, Rules};
use crate::platform::page;
use crate::state::{Question, use_session};
use leptos::prelude::*;
use navigator::{Answer, Answers, AreaId, Catalog, OptionSet};
use std::sync::Arc;
use words::phrases::question as say;

const ONE: Rules = Rules {
    multiple: false,
    alone: OptionSet::EMPTY,
};

#[component]
pub fn AreaScreen(catalog: Arc<Catalog>, answers: Answers, question: Question) -> impl IntoView {
    let ward = RwSignal::new(None::<usize>);
    move || {
        let (catalog, answers) = (catalog.clone(), answers.clone());
        if ward.get().is_none() && !catalog.wards().is_empty() {
            view! { <WardForm catalog answers question ward /> }.into_any()
        } else {
            view! { <AreaForm catalog answers question ward=ward.get() /> }.into_any()
        }
    }
}

#[component]
fn WardForm(
    catalog: Arc<Catalog>,
    answers: Answers,
    question: Question,
    ward: RwSignal<Option<usize>>,
) -> impl IntoView {
    let session = use_session();
    let wards = catalog.wards();
    let place_of = |area: AreaId| {
        let area = catalog.areas.get(area.index())?;
        wards.iter().position(|ward| *ward == area.ward)
    };
    let options = wards.iter().map(|&ward| (ward.to_owned(), String::new()));
    let put = Put {
        text: say::WARD.text().to_owned(),
        why: say::AREA_WHY.text().to_owned(),
        options: options.collect(),
        rules: ONE,
        marked: marked(answers.area, place_of),
    };
    let give = move |answer: Answer<Places>| {
        if let Answer::Chosen(places) = answer {
            ward.set(places.first().copied());
            page::attend();
        } else {
            session.change(|said| said.area = area_of(&answer, &[]));
            session.go_on_from(question);
        }
    };
    view! { <Form catalog=catalog.clone() answers question put give=Box::new(give) /> }
}

#[component]
fn AreaForm(
    catalog: Arc<Catalog>,
    answers: Answers,
    question: Question,
    ward: Option<usize>,
) -> impl IntoView {
    let session = use_session();
    let ward = ward.and_then(|ward| catalog.wards().get(ward).copied());
    let area = |id: &AreaId| &catalog.areas[id.index()];
    let ids: Vec<AreaId> = catalog
        .area_ids()
        .filter(|id| ward.is_none_or(|ward| area(id).ward == ward))
        .collect();
    let options = ids.iter().map(area);
    let options = options.map(|area| (area.short_name().to_owned(), area.reading.clone()));
    let put = Put {
        text: say::AREA.text().to_owned(),
        why: say::AREA_WHY.text().to_owned(),
        options: options.collect(),
        rules: ONE,
        marked: marked(answers.area, |area| ids.iter().position(|&id| id == area)),
    };
    let give = move |answer: Answer<Places>| {
        session.change(|said| said.area = area_of(&answer, &ids));
        session.go_on_from(question);
    };
    view! { <Form catalog=catalog.clone() answers question put give=Box::new(give) /> }
}

/// What was answered before, as the place of an option.
fn marked(before: Answer<AreaId>, place: impl Fn(AreaId) -> Option<usize>) -> Marked {
    match before {
        Answer::Open => None,
        Answer::Chosen(area) => place(area).map(|place| Answer::Chosen(vec![place])),
        Answer::Unknown => Some(Answer::Unknown),
        Answer::Declined => Some(Answer::Declined),
    }
}

fn area_of(answer: &Answer<Places>, ids: &[AreaId]) -> Answer<AreaId> {
    match answer {
        Answer::Chosen(places) => places
            .first()
            .and_then(|&place| ids.get(place))
            .map_or(Answer::Unknown, |&id| Answer::Chosen(id)),
        Answer::Declined => Answer::Declined,
        Answer::Open | Answer::Unknown => Answer::Unknown,
    }
}
