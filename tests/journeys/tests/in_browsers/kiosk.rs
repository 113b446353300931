//! A machine in a hall that many people use one after the other: it waits for somebody, leads nowhere else, keeps nothing,
//! asks whether somebody is still there, and forgets everything when nobody is.

use journeys::{App, Engine, Look, Resident, Step, tour};
use xtask::server::Weather;

const WAITS: &str = "画面にさわってください";
/// Links that lead to another site, to a program, or out of the kiosk.
const WAYS_OUT: &str = "return [...document.querySelectorAll('a[href], area[href], form[action]')] \
    .filter((each) => !each.href.startsWith(`${location.origin}${location.pathname}?kiosk=1`)) \
    .map((each) => each.outerHTML)";
const CODES: &str = "const numbers = [...document.querySelectorAll('#app .call')]; \
    return numbers.length > 0 && numbers.every((each) => each.querySelector('qr-code svg path') !== null)";

fn arrives() -> Step<Resident> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, "?kiosk=1")?;
    resident.browser().resize(1080, 1200)?;
    resident.taps_on(WAITS)?;
    Ok(resident)
}

/// Lets so many seconds go by.
fn seconds_go_by(resident: &Resident, seconds: u32) -> Step<()> {
    let later = "const now = Date.now() + arguments[0] * 1000; Date.now = () => now";
    resident.browser().run(later, &[seconds.into()]).map(drop)
}

fn to_the_suggestions(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")
}

fn is_asked(resident: &Resident) -> Step<()> {
    resident.browser().sees("まだ使っていますか")?;
    let inside = "return document.activeElement.closest('dialog') !== null";
    assert_eq!(
        resident.browser().run(inside, &[])?,
        true,
        "the focus is not in the warning"
    );
    Ok(())
}

fn is_asked_no_more(resident: &Resident) -> Step<()> {
    resident.browser().until("the warning to go", || {
        Ok((!resident.browser().shows("まだ使っていますか")?).then_some(()))
    })
}

/// The next person stands before a machine that knows nothing, and Back does not change that.
fn has_forgotten(resident: &Resident) -> Step<()> {
    resident.browser().sees(WAITS)?;
    for _ in 0..2 {
        resident.browser().back()?;
        resident.waits_for_the_program()?;
        assert!(!resident.browser().shows("家賃が払えない")?);
    }
    let kept = "return localStorage.length + sessionStorage.length + document.cookie.length";
    assert_eq!(resident.browser().run(kept, &[])?, 0);
    Ok(())
}

#[test]
fn no_screen_leads_out_and_every_target_is_large() -> Step<()> {
    let resident = arrives()?;
    let mut found = Vec::new();
    tour(&resident, "?kiosk=1", &mut |screen| {
        let ways = resident.browser().run(WAYS_OUT, &[])?;
        if ways != serde_json::json!([]) {
            found.push(format!("{screen}: {ways}"));
        }
        let look = Look::with_targets_of(resident.browser(), 56)?;
        let small = look.small_targets.into_iter();
        found.extend(small.map(|each| format!("{screen}: {each}")));
        if resident.browser().shows("この端末に保存")? {
            found.push(format!("{screen}: offers to keep"));
        }
        Ok(())
    })?;
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn numbers_are_to_be_read_and_to_be_taken_along_by_a_camera() -> Step<()> {
    let resident = arrives()?;
    to_the_suggestions(&resident)?;
    resident.browser().until("a code beside each number", || {
        Ok((resident.browser().run(CODES, &[])? == true).then_some(()))
    })?;
    let card = resident.card_with("048-423-5082")?;
    assert!(card.contains("048-423-5082"), "{card}");
    assert_eq!(resident.numbers()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn whoever_is_gone_is_forgotten_and_whoever_is_there_is_not_hurried() -> Step<()> {
    let resident = arrives()?;
    to_the_suggestions(&resident)?;
    // A key or a touch is enough to go on, as often as one likes.
    for _ in 0..2 {
        seconds_go_by(&resident, 121)?;
        is_asked(&resident)?;
        resident.browser().press('\u{E008}')?;
        is_asked_no_more(&resident)?;
    }
    seconds_go_by(&resident, 121)?;
    is_asked(&resident)?;
    resident.taps_on("つづける")?;
    is_asked_no_more(&resident)?;
    resident.browser().sees("まず、ここに電話してください")?;
    seconds_go_by(&resident, 121)?;
    is_asked(&resident)?;
    seconds_go_by(&resident, 30)?;
    has_forgotten(&resident)
}

/// The one who opened it by a link never touched it.
#[test]
fn what_a_link_brought_is_forgotten_though_nobody_touched_it() -> Step<()> {
    let below = "?kiosk=1#asaka;1;n=m01";
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, below)?;
    resident.stands_before("まず、ここに電話してください")?;
    seconds_go_by(&resident, 121)?;
    is_asked(&resident)?;
    seconds_go_by(&resident, 30)?;
    has_forgotten(&resident)
}

/// Without its own file: nothing leads out, and whoever is gone is forgotten all the same.
#[test]
fn kiosk_whose_file_does_not_come_is_guarded_all_the_same() -> Step<()> {
    let app = App::copy()?;
    let refused = [("parts/kiosk", Weather::Refused(503))];
    let resident = Resident::arrives_in(Engine::Chromium, app, "?kiosk=1", &refused)?;
    let browser = resident.browser();
    browser.sees("この端末の用意が、まだできていません。")?;
    let home = browser.url()?;
    resident.waits_for_the_program()?;
    to_the_suggestions(&resident)?;
    let taps = "document.querySelectorAll('a[href]').forEach((way) => { \
        if (way.id !== 'leave' && !way.href.startsWith(location.href.split('#')[0])) way.click(); })";
    browser.run(taps, &[])?;
    resident.stage().settle()?;
    browser.sees("まず、ここに電話してください")?;
    assert_eq!(browser.url()?, format!("{home}#asaka"));
    let number = "let went = false; const link = document.querySelector('.help a[href^=\"tel:\"]'); \
        addEventListener('click', (event) => { went = !event.defaultPrevented; }, { once: true }); \
        link.click(); return went";
    assert_eq!(browser.run(number, &[])?, false);
    // The one who used it goes.
    seconds_go_by(&resident, 151)?;
    browser.until("a start that knows nothing", || {
        Ok((browser.url()? == home && !browser.shows("家賃が払えない")?).then_some(()))
    })?;
    // With the next try it is whole.
    resident.it_comes("parts/kiosk");
    resident.comes_again("?kiosk=1")?;
    browser.sees(WAITS).map(drop)
}

/// A number whose code does not come stands there all the same, and the next tap asks for the code again.
#[test]
fn code_that_does_not_come_is_said_and_comes_with_the_next_tap() -> Step<()> {
    let resident = arrives()?;
    let browser = resident.browser();
    resident
        .stage()
        .server
        .weather("parts/qr", Weather::Refused(503));
    to_the_suggestions(&resident)?;
    resident.taps_on("QRコードを出す")?;
    browser.sees("QRコードを出せませんでした。")?;
    assert!(resident.card_with("048-423-5082")?.contains("048-423-5082"));
    resident.it_comes("parts/qr");
    resident.taps_on("QRコードを出す")?;
    browser.find("qr-code svg path").map(drop)
}

#[test]
fn the_button_ends_and_wipes() -> Step<()> {
    let resident = arrives()?;
    to_the_suggestions(&resident)?;
    resident.taps_on("終わる・消す")?;
    has_forgotten(&resident)
}

#[test]
fn machine_that_was_no_kiosk_before_shows_nothing_of_that_time() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let keep = "localStorage.setItem('madoguchi', 'asaka;1;n=m01')";
    resident.browser().run(keep, &[])?;
    resident.comes_again("?kiosk=1")?;
    resident.taps_on(WAITS)?;
    assert!(!resident.browser().shows("保存した答え")?);
    assert_eq!(
        resident.browser().run("return localStorage.length", &[])?,
        0
    );
    Ok(())
}
