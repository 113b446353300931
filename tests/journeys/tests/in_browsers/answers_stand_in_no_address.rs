//! Answers are in no address and in no history: not on the way, not from a link that carries them, not from what was kept,
//! and not when the program or a town's file does not come.

use journeys::{App, Browser, Engine, Resident, Step};
use serde_json::json;
use xtask::server::Weather;

const LINK: &str = "#komae;1;a=family;n=m01.e01;t=岩戸北";
/// What answers look like in an address.
const ANSWERS: [&str; 3] = [";", "%3B", "n="];

fn holds_answers(address: &str) -> bool {
    ANSWERS.iter().any(|mark| address.contains(mark))
}

/// Neither the address nor, where the browser tells it, any entry of the history.
fn says_nothing(browser: &Browser) -> Step<()> {
    let address = browser.url()?;
    assert!(!holds_answers(&address), "{address}");
    if browser.engine() == Engine::Chromium {
        let history = browser.devtools("Page.getNavigationHistory", &json!({}))?;
        for entry in history["entries"].as_array().into_iter().flatten() {
            // What was typed to get there, `userTypedURL`, is the browser's own memory of its address bar.
            let address = entry["url"].as_str().unwrap_or_default();
            assert!(!holds_answers(address), "{entry}");
        }
    }
    Ok(())
}

/// As soon as a link's answers have been read, they are out of the address.
fn soon_says_nothing(browser: &Browser) -> Step<()> {
    browser.until("an address without answers", || {
        Ok((!holds_answers(&browser.url()?)).then_some(()))
    })?;
    says_nothing(browser)
}

/// Every entry before this one, as far as the app goes.
fn says_nothing_on_the_way_back(browser: &Browser, home: &str) -> Step<()> {
    for _ in 0..5 {
        browser.back()?;
        let address = browser.url()?;
        assert!(!holds_answers(&address), "{address}");
        if !address.starts_with(home) {
            break;
        }
    }
    Ok(())
}

fn link_is_read_and_forgotten(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_at(engine, App::copy()?, LINK)?;
    resident.stands_before("まず、ここに電話してください")?;
    says_nothing(resident.browser())?;
    resident.opens_a_window()?;
    resident.goes_on_from("まず、ここに電話してください")?;
    says_nothing(resident.browser())?;
    says_nothing_on_the_way_back(resident.browser(), &resident.stage().server.url())
}

#[test]
fn link_is_read_and_forgotten_in_chromium() -> Step<()> {
    link_is_read_and_forgotten(Engine::Chromium)
}

#[test]
fn link_is_read_and_forgotten_in_firefox() -> Step<()> {
    link_is_read_and_forgotten(Engine::Firefox)
}

#[test]
fn link_is_read_and_forgotten_in_webkit() -> Step<()> {
    link_is_read_and_forgotten(Engine::WebKit)
}

/// The script, the program, the knowledge, the town's file: each on its way, then there.
#[test]
fn link_is_forgotten_at_once_and_its_answers_count_when_all_is_there() -> Step<()> {
    for held in [".js", "_bg.wasm", "knowledge.", "komae."] {
        let resident = Resident::arrives_before(Engine::Chromium, App::copy()?, LINK, &[held])?;
        soon_says_nothing(resident.browser())?;
        resident.it_comes(held);
        resident.stands_before("まず、ここに電話してください")?;
        resident.taps_on("答えを見る")?;
        resident
            .browser()
            .sees("家賃が払えない、家族の物忘れがひどい")?;
        says_nothing(resident.browser())?;
    }
    Ok(())
}

#[test]
fn link_is_forgotten_when_something_does_not_come() -> Step<()> {
    for engine in Engine::ALL {
        for part in [".js", "_bg.wasm", "knowledge.", "komae."] {
            let refused = [(part, Weather::Refused(503))];
            let resident = Resident::arrives_in(engine, App::copy()?, LINK, &refused)?;
            soon_says_nothing(resident.browser())?;
            resident.stage().settle()?;
            says_nothing(resident.browser())?;
            let home = resident.stage().server.url();
            says_nothing_on_the_way_back(resident.browser(), &home)?;
        }
    }
    Ok(())
}

/// Somebody asked to keep, and goes on from there: this is no address either.
fn what_was_kept_is_taken_up(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    let browser = resident.browser();
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "借金が返せない")])?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")?;
    browser.click_in("button", "この端末に保存する")?;
    browser.sees("この端末に保存しています。")?;
    says_nothing(browser)?;
    resident.comes_again("")?;
    browser.sees("続きを見る")?;
    says_nothing(browser)?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    says_nothing(browser)?;
    resident.comes_again("")?;
    resident.taps_on("保存した答えを消す")?;
    says_nothing(browser)?;
    says_nothing_on_the_way_back(browser, &resident.stage().server.url())
}

#[test]
fn what_was_kept_is_taken_up_without_an_address_in_chromium() -> Step<()> {
    what_was_kept_is_taken_up(Engine::Chromium)
}

#[test]
fn what_was_kept_is_taken_up_without_an_address_in_firefox() -> Step<()> {
    what_was_kept_is_taken_up(Engine::Firefox)
}

#[test]
fn what_was_kept_is_taken_up_without_an_address_in_webkit() -> Step<()> {
    what_was_kept_is_taken_up(Engine::WebKit)
}

/// The program is still on its way when somebody goes on from what was kept.
#[test]
fn what_was_kept_is_taken_up_when_the_program_is_there() -> Step<()> {
    let app = App::copy()?;
    app.begins_with("localStorage.setItem('madoguchi', 'asaka;1;n=m05')")?;
    let resident = Resident::arrives_before(Engine::Chromium, app, "", &["_bg.wasm"])?;
    resident.taps_on("続きを見る")?;
    says_nothing(resident.browser())?;
    resident.it_comes("_bg.wasm");
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("借金が返せない")?;
    says_nothing(resident.browser())
}

/// The file in which Chromium keeps for months where somebody was.
#[test]
fn what_was_kept_is_in_no_file_of_the_browsers_history() -> Step<()> {
    let app = App::copy()?;
    app.begins_with("localStorage.setItem('madoguchi', 'asaka;1;n=m05')")?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    let home = resident.stage().server.url();
    let history = resident.closes_the_browser()?;
    let history = String::from_utf8_lossy(&history);
    assert!(history.contains(&home), "the history knows nothing at all");
    assert!(!history.contains("asaka;1") && !history.contains("n=m05"));
    Ok(())
}
