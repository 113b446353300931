//! Answers stay where they are given: not in the address, not in the history or the title, not in any storage but this tab's
//! own for half an hour, and not in one request. What the browser keeps is the app itself. After the town's file is there the network may as well be off.

use journeys::{App, Browser, Engine, Resident, Stage, Step, is_of_suggestions, tour};
use serde_json::json;
use xtask::server::Server;

/// Where a browser could keep something, as far as a page can see.
const KEPT: &str = "return (indexedDB.databases?.() ?? Promise.resolve([])) \
    .then((databases) => ({ cookies: document.cookie, here: localStorage.length, \
    databases: databases.length, \
    others: Object.keys(sessionStorage).filter((name) => name !== 'madoguchi') }))";

/// What the page may be called in tabs and in the history.
const TITLES: [&str; 3] = ["まどぐちナビ", "質問｜まどぐちナビ", "案内｜まどぐちナビ"];

/// The addresses of the app's own files that the browser keeps, below the site's.
const KEPT_FILES: &str = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name) \
    .then((cache) => cache.keys())))).then((lists) => lists.flat().map(({ url }) => url.replace(location.origin + '/', '')).sort())";

/// The whole way, with a look at `watch` after each step.
fn goes_all_the_way(resident: &Resident, watch: impl Fn() -> Step<()>) -> Step<()> {
    resident.writes("母がぼけてきてお金もない")?;
    resident.browser().sees("親の物忘れがひどい")?;
    resident.taps_on("親の物忘れがひどい")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    watch()?;
    let mut asked = resident.answers(&[])?;
    watch()?;
    while !is_of_suggestions(&asked) {
        asked = resident.answers(&["答えたくない"])?;
        watch()?;
    }
    resident.opens_a_window()?;
    resident.goes_on_from("まず、ここに電話してください")?;
    watch()?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    watch()
}

#[test]
fn address_history_title_and_storage_hold_no_answer() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    let home = resident.stage().server.url();
    let watch = |town: &str| {
        assert_eq!(browser.url()?, format!("{home}{town}"));
        // The sort of screen, and never which.
        let title = browser.title()?;
        assert!(TITLES.contains(&&*title), "{title}");
        // A step is a number and nothing else.
        let state = browser.run("return history.state", &[])?;
        assert!(state.is_u64(), "{state}");
        let kept = json!({ "cookies": "", "here": 0, "databases": 0, "others": [] });
        assert_eq!(browser.run(KEPT, &[])?, kept);
        Ok(())
    };
    watch("")?;
    resident.chooses_town("狛江市")?;
    goes_all_the_way(&resident, || watch("#komae"))?;
    // The app itself, the knowledge, and the chosen town's file: the same for whoever chose this town.
    let kept = browser.until("the town to be kept", || {
        let kept = browser.run(KEPT_FILES, &[])?;
        let kept_words = kept.to_string();
        let whole = ["komae.", "knowledge."]
            .iter()
            .all(|part| kept_words.contains(part));
        Ok(whole.then_some(kept))
    })?;
    let kept: Vec<&str> = kept
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|url| url.as_str())
        .collect();
    assert_eq!(kept.len(), 6, "{kept:?}");
    for end in ["", ".svg", "_bg.wasm", ".js", ".bin"] {
        assert!(
            kept.iter().any(|url| url.ends_with(end)),
            "{end} in {kept:?}"
        );
    }
    assert!(!kept.iter().any(|url| url.contains(['?', '#'])), "{kept:?}");
    Ok(())
}

#[test]
fn no_request_is_made_after_the_towns_file_has_come() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let server = &resident.stage().server;
    resident.chooses_town("朝霞市")?;
    let asked = server.requests();
    assert!(
        asked.iter().all(|request| request.status == 200),
        "{asked:?}"
    );
    assert!(
        asked
            .iter()
            .any(|request| request.target.contains("asaka.")),
        "{asked:?}"
    );
    // The other town's file is nobody's business.
    assert!(!asked.iter().any(|request| request.target.contains("komae")));
    goes_all_the_way(&resident, || Ok(()))?;
    assert_eq!(server.requests(), asked);
    let nowhere_else = "return performance.getEntriesByType('resource').every((each) => each.name.startsWith(location.origin))";
    assert_eq!(resident.browser().run(nowhere_else, &[])?, true);
    assert_eq!(resident.browser().console_errors()?, Vec::<String>::new());
    Ok(())
}

/// A fresh Chromium asks its makers for the time, for updates, and whether somebody is signed in, whatever page is open.
/// The page names none of these hosts.
fn asked_by_the_browser_itself(asked: &str) -> bool {
    const MAKERS: [&str; 7] = [
        ".google.com",
        ".googleapis.com",
        ".gstatic.com",
        ".gvt1.com",
        ".googleusercontent.com",
        ".chromium.org",
        ".duckduckgo.com",
    ];
    let host = asked.split(['/', ' ', ':']).find(|part| part.contains('.'));
    host.is_some_and(|host| MAKERS.iter().any(|maker| host.ends_with(maker)))
}

/// Over every screen, lists, sheet, code and all: whatever the browser asks of anybody is the name of a file that lies there
/// for everybody. An address with a query, or one that is no file, could carry an answer.
#[test]
fn all_that_is_ever_asked_for_are_files_that_everybody_gets() -> Step<()> {
    let app = App::copy()?;
    let server = Server::start(app.folder(), 0)?;
    let browser = Browser::start_through(&server)?;
    browser.open(&server.url())?;
    let resident = Resident::begins_on(Stage { browser, server }, app)?;
    tour(&resident, "", &mut |_| Ok(()))?;

    let home = resident.stage().server.url();
    let asked = resident.stage().server.requests();
    let asked = asked
        .iter()
        .map(|each| format!("{} {}", each.method, each.target));
    let asked: Vec<String> = asked.collect();
    let (own, others): (Vec<&str>, Vec<&str>) = asked
        .iter()
        .map(String::as_str)
        .filter(|each| !asked_by_the_browser_itself(each))
        .partition(|each| each.starts_with(&format!("GET {home}")));
    assert!(others.is_empty(), "{others:#?}");
    assert!(own.iter().any(|each| each.ends_with("qr_bg.wasm")));
    for path in own.iter().filter_map(|each| each.split(&home).nth(1)) {
        let file = if path.is_empty() { "index.html" } else { path };
        assert!(resident.app().folder().join(file).is_file(), "{path}");
    }
    let kept = json!({ "cookies": "", "here": 0, "databases": 0, "others": [] });
    assert_eq!(resident.browser().run(KEPT, &[])?, kept);
    Ok(())
}
