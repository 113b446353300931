//! One module a screen.

mod asker;
mod entry;
mod fault;
mod needs;
mod question;
mod results;

use crate::session::{Screen, Session};
use leptos::prelude::*;
use navigator::Ask;

/// Draws a screen. The start screen stands in index.html.
pub fn draw(session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Start => ().into_any(),
        Screen::Loading => view! { <h1 tabindex="-1">"読みこんでいます…"</h1> }.into_any(),
        Screen::Fault(fault) => fault::draw(fault).into_any(),
        Screen::Asker => asker::draw(session).into_any(),
        Screen::Question {
            ask: Ask::Needs,
            back_to_results,
        } => needs::draw(session, back_to_results),
        Screen::Question {
            ask,
            back_to_results,
        } => question::draw(session, ask, back_to_results),
        Screen::Results => results::draw(session),
        Screen::Entry(id) => entry::draw(session, id),
    }
}

/// The link that leads where the browser's own Back leads.
fn back_link() -> impl IntoView {
    view! {
        <button type="button" class="back" on:click=|_| crate::browser::back()>"もどる"</button>
    }
}
