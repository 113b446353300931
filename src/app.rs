//! Which screen is drawn, and how a town's catalog comes in.

use crate::browser;
use crate::dom;
use crate::session::{Fault, Screen, Session};
use crate::towns;
use navigator::Answers;
use wasm_bindgen_futures::spawn_local;

/// Starts the program on the page.
pub fn start() {
    let Some(stage) = browser::stage() else {
        return browser::show_broken();
    };
    dom::listen(&stage);
    let session = Session::new(stage);
    let steps = session.clone();
    browser::on_step(move |number| {
        // A step of before a reload, or a link with a town: the address says where to begin again.
        if !number.is_some_and(|number| steps.follow(number)) {
            arrive(&steps);
        }
    });
    // They are for taps that came before this program, and a browser moves the focus to such a target.
    towns::all().for_each(|town| browser::remove(&town.id));
    browser::name_step(0);
    // A town that was tapped before this program had arrived is in the address.
    let fragment = browser::fragment();
    if !fragment.is_empty() {
        browser::put_start_below(&fragment);
        arrive(&session);
    }
}

/// A link with `#town` or `#town;answers` was followed, or the page was opened with one.
fn arrive(session: &Session) {
    let fragment = browser::fragment();
    if fragment.is_empty() {
        session.follow(0);
        return;
    }
    session.enter();
    load(session.clone(), fragment);
}

/// Loads a town's catalog and goes on to the first question, or says what is wrong.
fn load(session: Session, fragment: String) {
    spawn_local(async move {
        let (town, told) = match fragment.split_once(';') {
            Some((town, told)) => (town, Some(told)),
            None => (&*fragment, None),
        };
        let catalog = catalog_of(town).await;
        // Whoever went back meanwhile has not chosen this town after all.
        if !session.is_loading() {
            return;
        }
        session.replace(match catalog {
            Ok(catalog) => {
                // A resident of one town must not call the other's city hall.
                for one in towns::all() {
                    browser::set_hidden(&["hall-", &*one.id].concat(), one.id != town);
                }
                session.set_catalog(catalog);
                told.map_or(Screen::Asker, |told| resume(&session, town, told))
            }
            Err(fault) => Screen::Fault(fault),
        });
    });
}

/// Takes over the answers that a link brought. They go from the address at once, lest they stay there.
fn resume(session: &Session, town: &str, told: &str) -> Screen {
    browser::write_address(town);
    let answers = session
        .catalog()
        .and_then(|catalog| Answers::from_text(&catalog, told));
    match answers {
        Some(answers) => {
            session.take_over(answers);
            Screen::Results
        }
        None => Screen::Fault(Fault::Link),
    }
}

async fn catalog_of(town: &str) -> Result<navigator::Catalog, Fault> {
    let file = towns::file_of(town).ok_or(Fault::UnknownTown)?;
    let knowledge = towns::knowledge_file().ok_or(Fault::NotLoaded)?;
    let knowledge = loaded(&knowledge, &navigator::read_knowledge).await?;
    loaded(&file, &|bytes| navigator::read_town(bytes, &knowledge)).await
}

type Read<'a, T> = &'a dyn Fn(&[u8]) -> Result<T, navigator::FileFault>;

async fn loaded<T>(file: &str, read: Read<'_, T>) -> Result<T, Fault> {
    if let Some(whole) = browser::load(file)
        .await
        .and_then(|bytes| read(&bytes).ok())
    {
        return Ok(whole);
    }
    // Once more, past whatever damaged copy the browser has kept.
    let file = [file, "?", &browser::unlike_before()].concat();
    let bytes = browser::load(&file).await.ok_or(Fault::NotLoaded)?;
    read(&bytes).map_err(|_| Fault::Refused)
}
