//! One module a screen. A screen is a function of the session; it is drawn anew whenever it is opened.

mod asker;
mod entry;
mod fault;
mod needs;
mod question;
mod results;

use crate::browser;
use crate::dom::{El, button, heading};
use crate::session::{Screen, Session};
use navigator::{Ask, Catalog};
use std::rc::Rc;

/// Draws a screen. The start screen stands in index.html.
pub fn draw(session: &Session, screen: &Screen) -> Vec<El> {
    match (screen, session.catalog()) {
        (Screen::Loading, _) => vec![heading("読みこんでいます…")],
        (Screen::Fault(fault), _) => fault::draw(*fault),
        (Screen::Start, _) | (_, None) => Vec::new(),
        (Screen::Asker, _) => asker::draw(session),
        (Screen::Question(question), Some(catalog)) => match question.ask {
            Ask::Needs => needs::draw(session, &catalog, *question),
            Ask::Area => question::area(session, &catalog, *question),
            Ask::Question(id) => question::circumstance(session, &catalog, *question, id),
        },
        (Screen::Results, Some(catalog)) => results::draw(session, &catalog),
        (Screen::Entry(id), Some(catalog)) => entry::draw(&catalog, *id),
    }
}

/// The link that leads where the browser's own Back leads.
fn back_link() -> El {
    button("back", "もどる", browser::back)
}

/// What every drawing of suggestions needs.
#[derive(Clone)]
struct Town {
    session: Session,
    catalog: Rc<Catalog>,
}
