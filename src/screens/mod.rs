//! One component a screen, drawn anew whenever it is opened. It is given plain data: the town's catalog, and the answers as
//! they count now.

mod asker;
mod danger;
mod entry;
mod fault;
mod lists;
mod needs;
mod notices;
mod question;
mod results;
mod rows;
mod search;
mod take;

use crate::platform::page;
use crate::state::{Scene, Screen};
use leptos::prelude::*;
use navigator::{Answers, Ask, Catalog};
use std::sync::Arc;
use words::phrases::common;

use asker::AskerMore;
use entry::EntryScreen;
use fault::FaultScreen;
use lists::{ListScreen, MeasureScreen, NeedScreen};
use needs::NeedsScreen;
use question::{AreaScreen, QuestionScreen};
use results::ResultsScreen;
use take::TakeScreen;

/// Draws what is to be seen. The first screens stand in index.html.
pub fn draw(scene: Scene) -> AnyView {
    page::set_title(&title_of(&scene));
    let Scene::Screen(screen, catalog, answers) = scene else {
        return match scene {
            Scene::Fault(fault) => view! { <FaultScreen fault /> }.into_any(),
            _ => ().into_any(),
        };
    };
    let no_hall = danger::spares_the_hall(&catalog, &answers)
        .then(|| view! { <i class="no-hall" hidden></i> }.into_any());
    let drawn = draw_screen(screen, catalog, answers);
    view! {
        {drawn}
        {no_hall}
    }
    .into_any()
}

fn draw_screen(screen: Screen, catalog: Arc<Catalog>, answers: Answers) -> AnyView {
    match screen {
        Screen::Asker => view! { <AskerMore catalog /> }.into_any(),
        Screen::Question(question) => match question.ask {
            Ask::Needs => view! { <NeedsScreen catalog question /> }.into_any(),
            Ask::Area => view! { <AreaScreen catalog answers question /> }.into_any(),
            Ask::Question(id) => {
                view! { <QuestionScreen catalog answers question id /> }.into_any()
            }
        },
        Screen::Results => view! { <ResultsScreen catalog answers /> }.into_any(),
        Screen::Entry(id) => view! { <EntryScreen catalog id /> }.into_any(),
        Screen::List(list) => view! { <ListScreen catalog list /> }.into_any(),
        Screen::Need(id) => view! { <NeedScreen catalog id /> }.into_any(),
        Screen::Measure(id) => view! { <MeasureScreen catalog id /> }.into_any(),
        Screen::Take => view! { <TakeScreen catalog answers /> }.into_any(),
    }
}

/// What the browser says of the page in its tabs and its history: the sort of screen, and nothing of what was said.
fn title_of(scene: &Scene) -> String {
    let sort = match scene {
        Scene::Screen(Screen::Asker | Screen::Question(_), ..) => common::TITLE_QUESTION,
        Scene::Screen(Screen::Results | Screen::Entry(_) | Screen::Take, ..) => {
            common::TITLE_SUGGESTIONS
        }
        Scene::Screen(..) => common::TITLE_LISTS,
        _ => return common::APP_NAME.text().to_owned(),
    };
    common::TITLE.with(&[("sort", sort.text())])
}
