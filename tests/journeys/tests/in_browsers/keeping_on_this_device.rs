//! Nothing is kept unless the person asks for it. What was asked for is there the next time, follows later answers, is
//! never more than one tap from being gone, and says so plainly where a device does not let it.

use journeys::{App, Engine, Resident, Step};

const KEPT: &str = "return localStorage.length";
/// What stands in the storage, as one text.
const WORDS: &str = "return JSON.stringify(localStorage)";
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('no', 'SecurityError') } });";
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') };";

fn words(resident: &Resident) -> Step<String> {
    let kept = resident.browser().run(WORDS, &[])?;
    Ok(kept.as_str().unwrap_or_default().to_owned())
}

fn keeps_nothing(resident: &Resident) -> Step<()> {
    assert_eq!(resident.browser().run(KEPT, &[])?, 0);
    Ok(())
}

/// With one trouble to the screen on which keeping is offered.
fn to_keeping(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")
}

fn asks_to_keep(resident: &Resident) -> Step<()> {
    resident
        .browser()
        .click_in("button", "この端末に保存する")?;
    resident
        .browser()
        .sees("この端末に保存しています。")
        .map(drop)
}

#[test]
fn what_was_asked_for_is_there_next_time_and_follows_later_answers() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    assert!(!resident.browser().shows("この端末に保存した答え")?);
    to_keeping(&resident)?;
    keeps_nothing(&resident)?;
    asks_to_keep(&resident)?;
    // As after closing and coming back: only what was kept can know it.
    resident.comes_again("")?;
    resident.browser().sees("この端末に保存した答え")?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    let first = resident.numbers()?;
    resident.browser().sees("家賃が払えない")?;
    resident.taps_on("答えを見る")?;
    resident.taps_on("「困っていること」の答えを変える")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("介護・年をとる", "親の物忘れがひどい")])?;
    resident.taps_on("次へ（2つえらびました）")?;
    resident.stands_before("まず、ここに電話してください")?;
    let later = resident.numbers()?;
    assert_ne!(first, later);
    resident.comes_again("")?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("親の物忘れがひどい")?;
    assert_eq!(resident.numbers()?, later);
    // Nothing of it in the address.
    assert!(resident.browser().url()?.ends_with("/#asaka"));
    Ok(())
}

#[test]
fn one_tap_takes_what_was_kept_away_and_it_stays_away() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    // On the screen where it was asked for.
    to_keeping(&resident)?;
    asks_to_keep(&resident)?;
    resident.taps_on("保存した答えを消す")?;
    resident.browser().sees("今は保存していません。")?;
    keeps_nothing(&resident)?;
    // On the start screen; what is said after it is not kept either.
    asks_to_keep(&resident)?;
    resident.comes_again("")?;
    resident.taps_on("保存した答えを消す")?;
    keeps_nothing(&resident)?;
    assert!(!resident.browser().shows("続きを見る")?);
    to_keeping(&resident)?;
    keeps_nothing(&resident)?;
    resident.browser().sees("今は保存していません。")?;
    resident.comes_again("")?;
    assert!(!resident.browser().shows("続きを見る")?);
    Ok(())
}

/// Whoever kept harmless answers, and says later that somebody hits them, must not find that on the device.
#[test]
fn what_must_not_be_found_is_not_kept_even_if_keeping_was_asked_for() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_keeping(&resident)?;
    asks_to_keep(&resident)?;
    let before = words(&resident)?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("答えを見る")?;
    resident.taps_on("「困っていること」の答えを変える")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("家族・別れ", "パートナーがこわい・たたかれる")])?;
    resident.taps_on("次へ（2つえらびました）")?;
    resident.stands_before("まず、ここに話してください")?;
    assert_eq!(words(&resident)?, before);
    Ok(())
}

fn goes_on_and_says_that_nothing_is_kept(script: &str) -> Step<()> {
    let app = App::copy()?;
    app.begins_with(script)?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    to_keeping(&resident)?;
    resident
        .browser()
        .click_in("button", "この端末に保存する")?;
    resident
        .browser()
        .sees("この端末では保存できませんでした。")?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("質問にもどる")?;
    let asked = resident.goes_on_from("まず、ここに電話してください")?;
    assert!(!asked.is_empty());
    resident.answers(&["わからない"])?;
    assert_eq!(resident.browser().console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn device_that_blocks_keeping_says_so_and_the_way_goes_on() -> Step<()> {
    goes_on_and_says_that_nothing_is_kept(BLOCKED)
}

#[test]
fn device_that_is_full_says_so_and_the_way_goes_on() -> Step<()> {
    goes_on_and_says_that_nothing_is_kept(FULL)
}

/// Whatever an older program or a broken disk left there: a plain sentence, and the way on.
#[test]
fn what_was_kept_and_cannot_be_read_is_said_kindly_with_the_way_on() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    for damaged in [
        "asaka;9;n=m01",
        "asaka;\u{fffd}\u{0}",
        "nowhere;1;n=m01",
        "%E3%81;%%%",
        "#;;",
        "x",
    ] {
        let put = "localStorage.setItem('madoguchi', arguments[0])";
        resident.browser().run(put, &[serde_json::json!(damaged)])?;
        resident.comes_again("")?;
        resident.taps_on("続きを見る")?;
        let said = resident.goes_on_from("困りごとから、")?;
        let known = [
            "前の答えを、読めませんでした。",
            "この町の案内は、まだありません。",
        ];
        assert!(known.contains(&&*said), "{damaged}: {said}");
        resident.taps_on("もどる")?;
        resident.stands_before("困りごとから、")?;
    }
    resident.taps_on("保存した答えを消す")?;
    keeps_nothing(&resident)?;
    resident.chooses_town("朝霞市")
}

/// Somebody else sits down before the same device, and never asks to keep.
#[test]
fn answers_of_whoever_did_not_ask_are_not_kept_in_the_place_of_others() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_keeping(&resident)?;
    asks_to_keep(&resident)?;
    let kept = words(&resident)?;
    resident.comes_again("")?;
    answers_as_another(&resident)?;
    assert_eq!(words(&resident)?, kept);
    resident.comes_again("")?;
    resident.taps_on("続きを見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.browser().sees("家賃が払えない")?;
    assert!(!resident.browser().shows("借金が返せない")?);
    // And in the same page, without loading it anew: back to the start, and another way.
    resident.browser().back()?;
    resident.stands_before("困りごとから、")?;
    answers_as_another(&resident)?;
    assert_eq!(words(&resident)?, kept);
    Ok(())
}

/// In another town, with another trouble, up to the windows.
fn answers_as_another(resident: &Resident) -> Step<()> {
    resident.chooses_town("狛江市")?;
    resident.marks(&[("お金・くらし", "借金が返せない")])?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("メモにして持って行く")?;
    resident.stands_before("持って行く・送る・のこす")
}

#[test]
fn second_tab_keeps_nothing_unasked_and_brings_back_nothing_that_was_wiped() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    to_keeping(&resident)?;
    asks_to_keep(&resident)?;
    let kept = words(&resident)?;
    let first = resident.browser().open_tab()?;
    resident.comes_again("")?;
    answers_as_another(&resident)?;
    assert_eq!(words(&resident)?, kept);
    resident.comes_again("")?;
    resident.taps_on("保存した答えを消す")?;
    keeps_nothing(&resident)?;
    // The first tab is where it was; what it says from now on was wiped with the rest.
    resident.browser().turn_to(first)?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    resident.taps_on("答えを見る")?;
    resident.taps_on("「困っていること」の答えを変える")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("介護・年をとる", "親の物忘れがひどい")])?;
    resident.taps_on("次へ（2つえらびました）")?;
    resident.stands_before("まず、ここに電話してください")?;
    keeps_nothing(&resident)
}
