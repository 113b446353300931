//! Somebody comes into the room: one button, or Shift three times, and the page is blank, what was kept is gone, and a
//! harmless page stands there. Back brings no answer. It works from the first moment, with or without the program.

use journeys::{App, Engine, Resident, Step};

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

/// The other page stands there; nothing is kept; Back, as often as there is one, shows nothing of what was said.
fn nothing_is_left(resident: &Resident) -> Step<()> {
    let browser = resident.browser();
    browser.sees("今日の天気")?;
    let kept = "return localStorage.length + sessionStorage.length";
    assert_eq!(browser.run(kept, &[])?, 0);
    browser.back()?;
    resident.waits_for_the_program()?;
    browser.until("a screen that knows nothing", || {
        let heading = resident.heading()?;
        let begins = ["困りごとから、", "だれのことで"];
        let known = begins.iter().any(|each| heading.contains(each));
        // Before the start there was an empty page.
        Ok((known || browser.url()? == "about:blank").then_some(()))
    })?;
    for said in ["家賃が払えない", "たたかれる", "保存した答え"] {
        assert!(!browser.shows(said)?, "{said}");
    }
    assert!(!browser.url()?.contains(';'), "{}", browser.url()?);
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
