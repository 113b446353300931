//! One module a screen. A screen is a function of the session; it is drawn anew whenever it is opened.

mod asker;
mod entry;
mod fault;
mod lists;
mod needs;
mod question;
mod results;
mod take;

use crate::browser;
use crate::dom::{El, button, el, el_of, heading};
use crate::parts::call;
use crate::session::{List, Screen, Session};
use navigator::{Ask, Catalog, EntryId, NeedId};
use std::rc::Rc;

/// Draws a screen. The start screen stands in index.html.
pub fn draw(session: &Session, screen: &Screen) -> Vec<El> {
    match (screen, session.catalog()) {
        (Screen::Loading, _) => vec![heading("読みこんでいます…")],
        (Screen::Fault(fault), _) => fault::draw(session, *fault),
        (Screen::Start, _) | (_, None) => Vec::new(),
        (Screen::Asker, Some(catalog)) => asker::draw(session, &catalog),
        (Screen::Question(question), Some(catalog)) => match question.ask {
            Ask::Needs => needs::draw(session, &catalog, *question),
            Ask::Area => question::area(session, &catalog, *question),
            Ask::Question(id) => question::circumstance(session, &catalog, *question, id),
        },
        (Screen::Results, Some(catalog)) => results::draw(session, &catalog),
        (Screen::Entry(id), Some(catalog)) => entry::draw(&catalog, *id),
        (Screen::List(list), Some(catalog)) => lists::draw(session, &catalog, *list),
        (Screen::Need(id), Some(catalog)) => lists::need(session, &catalog, *id),
        (Screen::Measure(id), Some(catalog)) => lists::measure(session, &catalog, *id),
        (Screen::Take, Some(catalog)) => take::draw(session, &catalog),
    }
}

/// The link that leads where the browser's own Back leads.
fn back_link() -> El {
    button("back", "もどる", browser::back)
}

/// A button that leads to another screen.
fn way(session: &Session, class: &str, text: &str, screen: Screen) -> El {
    let session = session.clone();
    button(class, text, move || session.go(screen.clone()))
}

/// The ways to everything there is, for those who know what they look for.
fn lists_of(session: &Session) -> El {
    let ways = [
        ("困りごとから見る", List::Needs),
        ("窓口の名前から見る", List::Windows),
        ("町の計画の施策から見る", List::Plan),
    ];
    el_of("ul", "ways").children(
        ways.map(|(text, list)| el("li").child(way(session, "link", text, Screen::List(list)))),
    )
}

/// The ways to the pages of some needs, as items of a list.
fn needs_of(session: &Session, catalog: &Catalog, needs: &[NeedId]) -> Vec<El> {
    let row = |&id| {
        let words = &catalog.need(id).words;
        el("li").child(way(session, "link", words, Screen::Need(id)))
    };
    needs.iter().map(row).collect()
}

/// What every drawing of suggestions needs.
#[derive(Clone)]
struct Town {
    session: Session,
    catalog: Rc<Catalog>,
}

impl Town {
    fn new(session: &Session, catalog: &Rc<Catalog>) -> Self {
        Self {
            session: session.clone(),
            catalog: catalog.clone(),
        }
    }

    fn page_link(&self, id: EntryId, text: &str) -> El {
        let label = [self.catalog.entry(id).shown_name(), "をくわしく見る"].concat();
        way(&self.session, "link", text, Screen::Entry(id)).attr("aria-label", &label)
    }

    /// One entry in a list: its name and its number.
    fn row(&self, id: EntryId) -> El {
        let entry = self.catalog.entry(id);
        el("li")
            .child(self.page_link(id, entry.shown_name()))
            .maybe(call(entry))
    }
}
