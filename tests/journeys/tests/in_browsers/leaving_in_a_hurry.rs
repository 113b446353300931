//! Somebody comes into the room: one button, or Shift three times, and the page is blank, what was kept is gone, and a
//! harmless page stands there. Back and Forward lead to a bare start at most. It works from the first moment, with or without
//! the program, on the lists too, and waits for nothing.

use std::time::Duration;

use journeys::{App, Browser, Engine, Resident, Step};
use xtask::server::Weather;

/// Stands in for the page of the weather: the journeys ask no other site.
const ELSEWHERE: &str = "elsewhere.html";
const SHIFT: char = '\u{E008}';
/// Presses the button and looks at once, before the browser goes anywhere.
const LEAVES: &str = "document.getElementById('leave').click(); \
    return [document.body.checkVisibility(), localStorage.length + sessionStorage.length]";

fn app() -> Step<App> {
    let app = App::copy()?;
    app.rewrite("https://www.jma.go.jp/", ELSEWHERE)?;
    let page = "<!doctype html><html lang=ja><title>天気</title><h1>今日の天気</h1>";
    App::write(&app.folder().join(ELSEWHERE), page.as_bytes())?;
    Ok(app)
}

/// Keeps something, so that there is something to clear.
fn keeps_something(resident: &Resident) -> Step<()> {
    let keep = "localStorage.setItem('madoguchi', 'asaka;1;n=m01')";
    resident.browser().run(keep, &[]).map(drop)
}

fn presses_shift(resident: &Resident, times: usize) -> Step<()> {
    (0..times).try_for_each(|_| resident.browser().press(SHIFT))
}

fn to_the_first_question(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    resident.answers(&[]).map(drop)
}

fn to_the_suggestions(resident: &Resident) -> Step<()> {
    resident.comes_again("#asaka;1;n=f01")?;
    resident.stands_before("まず、ここに話してください")
}

/// The other page stands there; nothing is kept; Back and Forward, as often as there is one, lead to a bare start at most.
fn nothing_is_left(resident: &Resident) -> Step<()> {
    let browser = resident.browser();
    browser.sees("今日の天気")?;
    let kept = "return localStorage.length + sessionStorage.length";
    assert_eq!(browser.run(kept, &[])?, 0);
    for _ in 0..3 {
        browser.back()?;
        is_bare(browser, &resident.stage().server.url())?;
    }
    for _ in 0..2 {
        browser.forward()?;
        is_bare(browser, &resident.stage().server.url())?;
    }
    Ok(())
}

/// A start that knows nothing, not even the town; or what lay before it, or the page of the weather.
fn is_bare(browser: &Browser, home: &str) -> Step<()> {
    let seen = "return document.querySelector('#start')?.checkVisibility() ?? document.title";
    browser.until("a bare start", || {
        let url = browser.url()?;
        let elsewhere = !url.starts_with(home) || url.ends_with(ELSEWHERE);
        Ok((elsewhere || (url == home && browser.run(seen, &[])? == true)).then_some(()))
    })?;
    for said in ["家賃が払えない", "たたかれる", "保存した答え", "さっきの"] {
        assert!(!browser.shows(said)?, "{said}");
    }
    Ok(())
}

type Way = fn(&Resident) -> Step<()>;

const FROM: [(&str, Way); 3] = [
    ("start", |_| Ok(())),
    ("question", to_the_first_question),
    ("suggestions", to_the_suggestions),
];

#[test]
fn the_button_blanks_the_page_at_once_and_leaves_nothing() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app()?, "")?;
    for (name, way) in FROM {
        resident.comes_again("")?;
        way(&resident)?;
        keeps_something(&resident)?;
        let left = resident.browser().run(LEAVES, &[])?;
        assert_eq!(left, serde_json::json!([false, 0]), "{name}");
        nothing_is_left(&resident)?;
    }
    Ok(())
}

#[test]
fn shift_three_times_leaves_too() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app()?, "")?;
    for (_, way) in FROM {
        resident.comes_again("")?;
        way(&resident)?;
        keeps_something(&resident)?;
        presses_shift(&resident, 3)?;
        nothing_is_left(&resident)?;
    }
    Ok(())
}

#[test]
fn leaving_works_while_the_program_is_on_its_way() -> Step<()> {
    let held = ["_bg.wasm"];
    let resident = Resident::arrives_before(Engine::Chromium, app()?, "#asaka;1;n=f01", &held)?;
    resident.taps_on("すぐに閉じる")?;
    resident.browser().sees("今日の天気")?;
    resident.browser().open(&resident.stage().server.url())?;
    resident.browser().sees("すぐに閉じる")?;
    presses_shift(&resident, 3)?;
    resident.browser().sees("今日の天気")?;
    Ok(())
}

/// In each engine, since each keeps pages for Back in its own way.
fn back_and_forward_lead_to_a_bare_start(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_at(engine, app()?, "")?;
    for (_, way) in FROM {
        resident.comes_again("")?;
        way(&resident)?;
        keeps_something(&resident)?;
        resident.taps_on("すぐに閉じる")?;
        nothing_is_left(&resident)?;
    }
    Ok(())
}

#[test]
fn back_and_forward_lead_to_a_bare_start_in_chromium() -> Step<()> {
    back_and_forward_lead_to_a_bare_start(Engine::Chromium)
}

#[test]
fn back_and_forward_lead_to_a_bare_start_in_firefox() -> Step<()> {
    back_and_forward_lead_to_a_bare_start(Engine::Firefox)
}

#[test]
fn back_and_forward_lead_to_a_bare_start_in_webkit() -> Step<()> {
    back_and_forward_lead_to_a_bare_start(Engine::WebKit)
}

/// The page of the weather is slow, and whoever is nervous presses Back: a bare start, and not a blank page for good.
#[test]
fn back_while_the_other_page_is_on_its_way_leads_to_a_bare_start() -> Step<()> {
    let resident = Resident::arrives_before(Engine::Chromium, app()?, "", &[])?;
    let browser = resident.browser();
    to_the_first_question(&resident)?;
    resident.stage().server.weather(ELSEWHERE, Weather::Held);
    // A driver would wait for the other page.
    let and_back = format!("setTimeout(() => history.back(), 500); {LEAVES}");
    assert_eq!(browser.run(&and_back, &[])?, serde_json::json!([false, 0]));
    let home = resident.stage().server.url();
    is_bare(browser, &home)?;
    let kept = "return localStorage.length + sessionStorage.length";
    assert_eq!(browser.run(kept, &[])?, 0);
    Ok(())
}

/// What a link brought is on its way while somebody leaves: it is neither shown nor kept when it comes.
#[test]
fn what_comes_after_leaving_is_kept_nowhere() -> Step<()> {
    let held = ["_bg.wasm", ELSEWHERE];
    let resident = Resident::arrives_before(Engine::Chromium, app()?, "#asaka;1;n=m01", &held)?;
    resident.browser().run(LEAVES, &[])?;
    resident.it_comes("_bg.wasm");
    // As long as the program needs to begin.
    std::thread::sleep(Duration::from_secs(2));
    resident.it_comes(ELSEWHERE);
    nothing_is_left(&resident)
}

/// The lists have no program, and the same way out; pages of them that were read before do not show again.
fn the_lists_are_left_in_a_hurry_too(engine: Engine) -> Step<()> {
    let app = app()?;
    for page in ["index.html", "needs.html", "windows.html"] {
        let path = app.folder().join("asaka").join(page);
        let html = std::fs::read_to_string(&path).unwrap_or_default();
        let html = html.replace("https://www.jma.go.jp/", &format!("../{ELSEWHERE}"));
        App::write(&path, html.as_bytes())?;
    }
    let resident = Resident::arrives_at(engine, app, "")?;
    let browser = resident.browser();
    for by_key in [false, true] {
        resident.comes_again("")?;
        keeps_something(&resident)?;
        reads_of_the_rent(browser)?;
        if by_key {
            presses_shift(&resident, 3)?;
        } else {
            browser.click("すぐに閉じる")?;
        }
        browser.sees("今日の天気")?;
        assert_eq!(browser.run("return localStorage.length", &[])?, 0);
        let home = resident.stage().server.url();
        let start = format!("{home}index.html");
        browser.back()?;
        browser.until("a bare start", || {
            let url = browser.url()?;
            Ok((url == start || url == home).then_some(()))
        })?;
        assert!(!browser.shows("家賃が払えない")?);
        // The lists are there for whoever comes next.
        reads_of_the_rent(browser)?;
    }
    Ok(())
}

/// From the start to a trouble in the list: it stands in the fold of its field.
fn reads_of_the_rent(browser: &Browser) -> Step<()> {
    browser.click("朝霞市の一覧")?;
    browser.click_in(".choice-name", "困りごとから見る")?;
    browser.sees("困りごとから見る")?;
    browser.click_in("summary h2", "お金・くらし")?;
    browser.sees("家賃が払えない").map(drop)
}

#[test]
fn the_lists_are_left_in_a_hurry_too_in_chromium() -> Step<()> {
    the_lists_are_left_in_a_hurry_too(Engine::Chromium)
}

#[test]
fn the_lists_are_left_in_a_hurry_too_in_firefox() -> Step<()> {
    the_lists_are_left_in_a_hurry_too(Engine::Firefox)
}

#[test]
fn the_lists_are_left_in_a_hurry_too_in_webkit() -> Step<()> {
    the_lists_are_left_in_a_hurry_too(Engine::WebKit)
}

/// A screen reader's users press it all the time, and an input method with it takes a word back: it must not close a page
/// that somebody is reading.
#[test]
fn escape_does_not_leave() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app()?, "")?;
    to_the_first_question(&resident)?;
    for _ in 0..4 {
        resident.browser().press('\u{E00C}')?;
    }
    assert!(!resident.browser().url()?.ends_with(ELSEWHERE));
    assert_eq!(
        resident
            .browser()
            .run("return document.body.checkVisibility()", &[])?,
        true
    );
    Ok(())
}

#[test]
fn capital_letters_are_no_call_for_help() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app()?, "")?;
    resident.chooses_town("朝霞市")?;
    resident.browser().find("#words")?.click()?;
    for letter in ['A', 'B', 'C', 'D'] {
        resident.browser().press_holding(SHIFT, letter)?;
    }
    // Twice is not three times.
    presses_shift(&resident, 2)?;
    resident.browser().press('E')?;
    presses_shift(&resident, 2)?;
    let written = resident
        .browser()
        .run("return document.getElementById('words').value", &[])?;
    assert_eq!(written, "ABCDE");
    resident.browser().sees("困っていることを").map(drop)
}

/// The site may have other pages of the city's, with things of their own in the same storage.
#[test]
fn what_other_pages_of_the_site_keep_stays() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app()?, "")?;
    let browser = resident.browser();
    let others =
        "localStorage.setItem('other', 'theirs'); sessionStorage.setItem('other', 'theirs')";
    let kept = "return [localStorage.getItem('madoguchi'), localStorage.getItem('other'), \
        sessionStorage.getItem('other')]";
    let only_theirs = serde_json::json!([null, "theirs", "theirs"]);
    let ours = "localStorage.setItem('madoguchi', 'asaka;1;n=m01')";
    // In a hurry, by the button that wipes, and on a machine that has become a kiosk.
    browser.run(others, &[])?;
    browser.run(ours, &[])?;
    resident.taps_on("すぐに閉じる")?;
    browser.sees("今日の天気")?;
    assert_eq!(browser.run(kept, &[])?, only_theirs, "in a hurry");
    browser.run(ours, &[])?;
    resident.comes_again("")?;
    resident.taps_on("保存した答えを消す")?;
    assert_eq!(browser.run(kept, &[])?, only_theirs, "by the button");
    browser.run(ours, &[])?;
    resident.comes_again("?kiosk=1")?;
    assert_eq!(browser.run(kept, &[])?, only_theirs, "on a kiosk");
    resident.taps_on("画面にさわってください")?;
    resident.taps_on("終わる・消す")?;
    browser.sees("画面にさわってください")?;
    assert_eq!(browser.run(kept, &[])?, only_theirs, "at a kiosk's end");
    Ok(())
}
