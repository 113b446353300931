//! Dialling moves a person to another app, which is when phones drop tabs. The tab comes back: half an hour long, one tap
//! leads to where they were. Nothing of what is hard to say is kept for it, nothing where violence shows, and nothing stays
//! when somebody leaves or the next person begins.

use journeys::{App, Engine, Resident, Step};
use serde_json::{Value, json};
use xtask::server::Weather;

use crate::town::windows_are_those_of;

/// What this tab keeps under our name.
const LEFT: &str = "return sessionStorage.getItem('madoguchi')";
const OFFER: &str = "続きから";
const BLOCKED: &str = "Object.defineProperty(window, 'sessionStorage', \
    { get() { throw new DOMException('no', 'SecurityError') } });";
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') };";
const RENT: (&str, &str) = ("お金・くらし", "家賃が払えない");
const DEBT: (&str, &str) = ("お金・くらし", "借金が返せない");
const FEAR: (&str, &str) = ("家族・別れ", "パートナーがこわい・たたかれる");

fn left(resident: &Resident) -> Step<Value> {
    resident.browser().run(LEFT, &[])
}

fn keeps_nothing(resident: &Resident) -> Step<()> {
    assert_eq!(left(resident)?, Value::Null);
    Ok(())
}

/// To the suggestions with these troubles.
fn to_the_suggestions(resident: &Resident, town: &str, troubles: &[(&str, &str)]) -> Step<()> {
    resident.chooses_town(town)?;
    for (place, (field, trouble)) in troubles.iter().enumerate() {
        // A fold that is open stays so.
        if place > 0 && troubles[place - 1].0 == *field {
            resident.taps_on(trouble)?;
        } else {
            resident.marks(&[(field, trouble)])?;
        }
    }
    resident.taps_on("今わかっている窓口を見る")?;
    resident.goes_on_from("困っていることを").map(drop)
}

/// The phone drops the tab, and loads it anew when it is looked at again.
fn is_dropped(resident: &Resident) -> Step<()> {
    resident.browser().reload()?;
    resident.waits_for_the_program()?;
    resident.stands_before("困りごとから、")
}

fn is_offered(resident: &Resident, town: &str) -> Step<()> {
    let browser = resident.browser();
    browser.sees(&format!("さっきの続き（{town}）"))?;
    browser.sees(OFFER)?;
    browser.sees("最後の答えから30分")?;
    assert_eq!(browser.url()?, resident.stage().server.url());
    Ok(())
}

fn is_offered_nothing(resident: &Resident) -> Step<()> {
    assert!(!resident.browser().shows(OFFER)?);
    keeps_nothing(resident)
}

fn minutes_go_by(resident: &Resident, minutes: u32) -> Step<()> {
    let later = "const now = Date.now() + arguments[0] * 60000; Date.now = () => now; \
        dispatchEvent(new Event('visibilitychange'))";
    resident.browser().run(later, &[minutes.into()]).map(drop)
}

fn leads_back_to_where_it_was(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    let browser = resident.browser();
    resident.chooses_town("朝霞市")?;
    resident.marks(&[RENT])?;
    let first = resident.answers(&[])?;
    let second = resident.answers(&["わからない"])?;
    assert_ne!(first, second);
    is_dropped(&resident)?;
    is_offered(&resident, "朝霞市")?;
    resident.taps_on(OFFER)?;
    resident.stands_before(&second)?;
    assert!(browser.url()?.ends_with("/#asaka"));
    // On the suggestions, and after looking at one of them.
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    let numbers = resident.numbers()?;
    is_dropped(&resident)?;
    resident.taps_on(OFFER)?;
    resident.stands_before("まず、ここに電話してください")?;
    browser.sees("家賃が払えない")?;
    assert_eq!(resident.numbers()?, numbers);
    windows_are_those_of(&resident, "#asaka")?;
    // Back leads to the start, and the offer stands there still.
    browser.back()?;
    resident.stands_before("困りごとから、")?;
    is_offered(&resident, "朝霞市")
}

#[test]
fn dropped_tab_leads_back_to_where_it_was_in_chromium() -> Step<()> {
    leads_back_to_where_it_was(Engine::Chromium)
}

#[test]
fn dropped_tab_leads_back_to_where_it_was_in_firefox() -> Step<()> {
    leads_back_to_where_it_was(Engine::Firefox)
}

#[test]
fn dropped_tab_leads_back_to_where_it_was_in_webkit() -> Step<()> {
    leads_back_to_where_it_was(Engine::WebKit)
}

/// Neither the trouble, nor that there was one.
#[test]
fn what_is_hard_to_say_is_not_kept() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_the_suggestions(&resident, "朝霞市", &[RENT, DEBT])?;
    let kept = left(&resident)?;
    let kept = kept.as_str().unwrap_or_default();
    assert!(kept.ends_with(";asaka;1;n=m01"), "{kept}");
    is_dropped(&resident)?;
    resident.browser().sees("話しにくいことのほかは、")?;
    resident.taps_on(OFFER)?;
    resident.stands_before("まず、ここに電話してください")?;
    assert!(!resident.browser().shows("借金が返せない")?);
    // Where nothing else was said, there is nothing.
    resident.comes_again("")?;
    to_the_suggestions(&resident, "朝霞市", &[DEBT])?;
    keeps_nothing(&resident)?;
    is_dropped(&resident)?;
    is_offered_nothing(&resident)
}

/// Whoever is feared may look at this device next.
#[test]
fn where_violence_shows_nothing_is_kept_and_what_was_is_gone_at_once() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        to_the_suggestions(&resident, "朝霞市", &[RENT])?;
        assert_ne!(left(&resident)?, Value::Null);
        resident.taps_on("答えを見る")?;
        resident.taps_on("「困っていること」の答えを変える")?;
        resident.stands_before("困っていることを")?;
        resident.marks(&[FEAR])?;
        resident.taps_on("次へ（2つえらびました）")?;
        keeps_nothing(&resident)?;
        resident.stands_before("まず、ここに話してください")?;
        is_dropped(&resident)?;
        is_offered_nothing(&resident)?;
    }
    Ok(())
}

/// Whether this tab waits, or a copy of it that the browser has made with all that it kept.
#[test]
fn after_half_an_hour_nothing_is_offered_in_a_copy_of_the_tab_neither() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    let kept = left(&resident)?;
    is_dropped(&resident)?;
    is_offered(&resident, "朝霞市")?;
    minutes_go_by(&resident, 29)?;
    is_offered(&resident, "朝霞市")?;
    minutes_go_by(&resident, 1)?;
    is_offered_nothing(&resident)?;
    // The copy knows when the last answer was given, however late it is made.
    browser.open_tab()?;
    resident.comes_again("")?;
    let copy = "sessionStorage.setItem('madoguchi', arguments[0]); \
        Date.now = ((now) => () => now)(Date.now() + 29 * 60000); dispatchEvent(new Event('pageshow'))";
    browser.run(copy, &[kept])?;
    is_offered(&resident, "朝霞市")?;
    minutes_go_by(&resident, 1)?;
    is_offered_nothing(&resident)
}

/// The half hour counts from the last answer, not from coming back.
#[test]
fn coming_back_does_not_begin_the_half_hour_anew_and_an_answer_does() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    let first = left(&resident)?;
    is_dropped(&resident)?;
    minutes_go_by(&resident, 20)?;
    resident.taps_on(OFFER)?;
    resident.stands_before("まず、ここに電話してください")?;
    assert_eq!(left(&resident)?, first);
    resident.taps_on("質問にもどる")?;
    resident.goes_on_from("まず、ここに電話してください")?;
    resident.answers(&["わからない"])?;
    let time = |kept: &Value| {
        let time = kept.as_str().and_then(|kept| kept.split(';').next());
        time.and_then(|time| time.parse::<i64>().ok())
    };
    let later = time(&left(&resident)?).zip(time(&first));
    assert!(
        later.is_some_and(|(now, then)| now - then == 20 * 60_000),
        "{later:?}"
    );
    Ok(())
}

#[test]
fn one_tap_takes_it_away_and_leaving_does_too() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    is_dropped(&resident)?;
    resident.taps_on("さっきの答えを消す")?;
    is_offered_nothing(&resident)?;
    is_dropped(&resident)?;
    is_offered_nothing(&resident)?;
    // Together with what was kept on the device.
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    let leaves = "document.getElementById('leave').click(); \
        return localStorage.length + sessionStorage.length";
    assert_eq!(resident.browser().run(leaves, &[])?, 0);
    Ok(())
}

/// The next person begins, and from their first answer on nothing is left of the one before.
#[test]
fn next_visit_ends_what_was_kept_of_the_one_before() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    is_dropped(&resident)?;
    // A slip of the thumb alone costs nothing.
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.browser().back()?;
    resident.stands_before("困りごとから、")?;
    is_offered(&resident, "朝霞市")?;
    resident.chooses_town("狛江市")?;
    keeps_nothing(&resident)?;
    is_dropped(&resident)?;
    is_offered_nothing(&resident)
}

fn goes_on_where_it_cannot_be_kept(script: &str) -> Step<()> {
    let app = App::copy()?;
    app.begins_with(script)?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    is_dropped(&resident)?;
    assert!(!resident.browser().shows(OFFER)?);
    to_the_suggestions(&resident, "狛江市", &[RENT])?;
    assert_eq!(resident.browser().console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn tab_that_blocks_keeping_stops_nobody() -> Step<()> {
    goes_on_where_it_cannot_be_kept(BLOCKED)
}

#[test]
fn tab_that_is_full_stops_nobody() -> Step<()> {
    goes_on_where_it_cannot_be_kept(FULL)
}

/// Nothing of it is offered, or a plain sentence with the way on.
#[test]
fn what_is_damaged_stops_nobody() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let now = resident.browser().run("return Date.now()", &[])?;
    for damaged in [
        "",
        "x",
        ";;;",
        "-",
        "x;;asaka;1;n=m01",
        "1e99;;asaka;1;n=m01",
        "0;;asaka;1;n=m01",
        "{now};;nowhere;1;n=m01",
    ] {
        let put = "sessionStorage.setItem('madoguchi', arguments[0])";
        let damaged = damaged.replace("{now}", &now.to_string());
        resident.comes_again("")?;
        resident.browser().run(put, &[json!(damaged)])?;
        is_dropped(&resident)?;
        assert!(!resident.browser().shows(OFFER)?, "{damaged}");
    }
    for (damaged, stands) in [
        ("{now};;asaka;9;n=m01", "前の答えを、読めませんでした。"),
        ("{now};;asaka", "前の答えを、読めませんでした。"),
        ("{now};gone;asaka;1;n=m01", ""),
        ("{now};\u{0};asaka;1;n=m01;x=\u{fffd}", ""),
    ] {
        let put = "sessionStorage.setItem('madoguchi', arguments[0])";
        let damaged = damaged.replace("{now}", &now.to_string());
        resident.comes_again("")?;
        resident.browser().run(put, &[json!(damaged)])?;
        is_dropped(&resident)?;
        resident.taps_on(OFFER)?;
        let seen = resident.goes_on_from("困りごとから、")?;
        assert!(seen.contains(stands), "{damaged}: {seen}");
    }
    Ok(())
}

#[test]
fn kiosk_keeps_nothing_in_its_tab() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, "?kiosk=1")?;
    resident.taps_on("画面にさわってください")?;
    to_the_suggestions(&resident, "朝霞市", &[RENT])?;
    keeps_nothing(&resident)
}

/// On a device that has not loaded the town's file yet, with this kept in the tab.
fn arrives_with_an_offer(engine: Engine) -> Step<Resident> {
    let resident = Resident::arrives(engine)?;
    // The moment of the app's copy: what Firefox's driver runs has a clock of its own.
    let put = "const at = Date.parse('2026-11-20T10:30:00+09:00'); \
        sessionStorage.setItem('madoguchi', `${at};;asaka;1;n=m01`); \
        dispatchEvent(new Event('pageshow'))";
    resident.browser().run(put, &[])?;
    is_offered(&resident, "朝霞市")?;
    Ok(resident)
}

/// The wrong town, and answers of others, stay impossible while what is kept waits for its files.
fn coming_back_on_a_bad_network(engine: Engine) -> Step<()> {
    // Another town is chosen while the first one's files are on their way.
    let resident = arrives_with_an_offer(engine)?;
    let (browser, server) = (resident.browser(), &resident.stage().server);
    server.weather("asaka.", Weather::Held);
    resident.taps_on(OFFER)?;
    resident.stands_before("読みこんでいます…")?;
    browser.back()?;
    resident.stands_before("困りごとから、")?;
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.it_comes("asaka.");
    resident.stage().settle()?;
    windows_are_those_of(&resident, "#komae")?;
    // Somebody else chooses the town of what was kept, and has said nothing yet.
    resident.comes_again("")?;
    resident.chooses_town("朝霞市")?;
    assert!(!resident.has_marked("家賃が払えない")?);
    windows_are_those_of(&resident, "#asaka")?;
    // A file that breaks off or comes twice is said, and what is kept waits for it.
    for weather in [Weather::Cut, Weather::Doubled, Weather::Refused(503)] {
        let resident = arrives_with_an_offer(engine)?;
        resident.stage().server.weather("asaka.", weather);
        resident.taps_on(OFFER)?;
        resident.stands_before("窓口の一覧")?;
        resident.it_comes("asaka.");
        resident.taps_on("もどる")?;
        resident.stands_before("困りごとから、")?;
        resident.taps_on(OFFER)?;
        resident.stands_before("まず、ここに電話してください")?;
        resident.browser().sees("家賃が払えない")?;
    }
    Ok(())
}

#[test]
fn coming_back_on_a_bad_network_in_chromium() -> Step<()> {
    coming_back_on_a_bad_network(Engine::Chromium)
}

#[test]
fn coming_back_on_a_bad_network_in_firefox() -> Step<()> {
    coming_back_on_a_bad_network(Engine::Firefox)
}

#[test]
fn coming_back_on_a_bad_network_in_webkit() -> Step<()> {
    coming_back_on_a_bad_network(Engine::WebKit)
}

/// Before the program has come, the tap counts too.
#[test]
fn tap_on_the_offer_counts_before_the_program_is_there() -> Step<()> {
    let app = App::copy()?;
    let kept = "Date.parse('2026-11-20T10:30:00+09:00')};;asaka;1;n=m01";
    app.begins_with(&format!("sessionStorage.setItem('madoguchi', `${{{kept}`)"))?;
    let resident = Resident::arrives_before(Engine::Chromium, app, "", &["_bg.wasm"])?;
    resident.taps_on(OFFER)?;
    resident.browser().sees("読みこんでいます…")?;
    resident.it_comes("_bg.wasm");
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("家賃が払えない").map(drop)
}

/// Two tabs of one device: each has its own, and none comes into the other.
#[test]
fn each_tab_comes_back_to_its_own() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        to_the_suggestions(&resident, "朝霞市", &[RENT])?;
        let first = resident.browser().open_tab()?;
        resident.comes_again("")?;
        is_offered_nothing(&resident)?;
        to_the_suggestions(
            &resident,
            "狛江市",
            &[("介護・年をとる", "親の物忘れがひどい")],
        )?;
        let second = resident.browser().turn_to(first)?;
        is_dropped(&resident)?;
        resident.taps_on(OFFER)?;
        resident.stands_before("まず、ここに電話してください")?;
        resident.browser().sees("家賃が払えない")?;
        windows_are_those_of(&resident, "#asaka")?;
        resident.browser().turn_to(second)?;
        is_dropped(&resident)?;
        is_offered(&resident, "狛江市")?;
    }
    Ok(())
}
