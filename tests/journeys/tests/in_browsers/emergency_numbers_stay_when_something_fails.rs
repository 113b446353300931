//! When the program or a town's file does not come, or comes broken, the page says so plainly, keeps the emergency numbers
//! and both city halls in reach, and offers to try again.

use journeys::{App, Engine, Resident, Step};

const ALWAYS: [&str; 4] = ["tel:110", "tel:119", "tel:0484631111", "tel:0334301111"];

fn can_call_for_help(resident: &Resident) -> Step<()> {
    let seen = "return [...document.querySelectorAll('a[href^=\"tel:\"]')] \
        .filter((each) => each.checkVisibility()).map((each) => each.getAttribute('href'))";
    let links = resident.browser().run(seen, &[])?;
    let links: Vec<&str> = links.as_array().map_or(Vec::new(), |list| {
        list.iter().filter_map(serde_json::Value::as_str).collect()
    });
    for number in ALWAYS {
        assert!(links.contains(&number), "{number} is not in {links:?}");
    }
    Ok(())
}

#[test]
fn start_page_helps_without_the_program_and_a_tap_waits_for_it() -> Step<()> {
    let app = App::copy()?;
    let resident = Resident::arrives_before(Engine::Chromium, app, "", &["_bg.wasm"])?;
    can_call_for_help(&resident)?;
    resident.taps_on("朝霞市")?;
    resident
        .browser()
        .sees("朝霞市の案内を読みこんでいます。")?;
    assert!(!resident.browser().shows("狛江市の案内を")?);
    can_call_for_help(&resident)?;
    // The signal is back.
    resident.it_comes("_bg.wasm");
    resident.stands_before("だれのことで困っていますか")
}

/// Nothing of the program ever came: the numbers stand, and one tap tries again.
#[test]
fn start_page_helps_when_the_program_is_missing_and_can_be_tried_again() -> Step<()> {
    let app = App::copy()?;
    let bring = app.keep_back("_bg.wasm")?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    can_call_for_help(&resident)?;
    resident.taps_on("朝霞市")?;
    says_that_it_did_not_come(&resident)?;
    bring()?;
    resident.browser().click_in("button", "もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")
}

/// And not for ever that it is on its way.
fn says_that_it_did_not_come(resident: &Resident) -> Step<()> {
    let browser = resident.browser();
    browser.sees("朝霞市の案内を読みこめませんでした。")?;
    resident.taps_on("自分のこと")?;
    browser.until("the heading to say it", || {
        Ok((resident.heading()? == "読みこめませんでした").then_some(()))
    })?;
    assert!(!browser.shows("読みこんでいます")?);
    can_call_for_help(resident)
}

#[test]
fn browser_without_webassembly_is_told_so() -> Step<()> {
    let app = App::copy()?;
    app.begins_with("delete window.WebAssembly")?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    can_call_for_help(&resident)?;
    resident.taps_on("朝霞市")?;
    says_that_it_did_not_come(&resident)
}

/// For as long as a file hangs, there is a way to try again and one back.
#[test]
fn file_that_hangs_can_be_asked_for_again() -> Step<()> {
    for held in ["komae.", "_bg.wasm"] {
        let resident = Resident::arrives_before(Engine::Chromium, App::copy()?, "", &[held])?;
        resident.taps_on("狛江市")?;
        resident.taps_on("自分のこと")?;
        resident.stands_before("読みこんでいます…")?;
        can_call_for_help(&resident)?;
        resident.taps_on("もどる")?;
        resident.stands_before("だれのことで困っていますか")?;
        resident.taps_on("自分のこと")?;
        resident.stands_before("読みこんでいます…")?;
        resident.browser().click_in("button", "もう一度読みこむ")?;
        resident.stands_before("だれのことで困っていますか")?;
        resident.it_comes(held);
        resident.taps_on("自分のこと")?;
        resident.stands_before("困っていることを")?;
    }
    Ok(())
}

fn says_plainly_and_tries_again(
    what: &str,
    damage: impl FnOnce(&App) -> Step<Box<dyn FnOnce() -> Step<()>>>,
) -> Step<()> {
    let app = App::copy()?;
    let mend = damage(&app)?;
    let resident = Resident::arrives_at(Engine::Chromium, app, "")?;
    resident.taps_on("狛江市")?;
    resident.stands_before(what)?;
    can_call_for_help(&resident)?;
    mend()?;
    resident.taps_on("もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")
}

/// Damages the file of Komae, and mends it by writing what it was.
fn with_komae_as(
    change: impl FnOnce(&mut Vec<u8>),
) -> impl FnOnce(&App) -> Step<Box<dyn FnOnce() -> Step<()>>> {
    move |app| {
        let mut whole = Vec::new();
        app.change("komae.", |bytes| {
            whole.clone_from(&bytes);
            let mut bytes = bytes;
            change(&mut bytes);
            bytes
        })?;
        let path = app.path_of("komae.")?;
        Ok(Box::new(move || App::write(&path, &whole)))
    }
}

#[test]
fn town_whose_file_is_missing_says_so_and_can_be_tried_again() -> Step<()> {
    says_plainly_and_tries_again(
        "窓口の一覧を読みこめませんでした。",
        |app| Ok(Box::new(app.keep_back("komae.")?)),
    )
}

#[test]
fn town_whose_file_is_cut_off_says_so_and_can_be_tried_again() -> Step<()> {
    says_plainly_and_tries_again(
        "窓口の一覧が、この画面と合いませんでした。",
        with_komae_as(|bytes| bytes.truncate(bytes.len() / 2)),
    )
}

#[test]
fn town_whose_file_is_of_another_version_says_so_and_can_be_tried_again() -> Step<()> {
    says_plainly_and_tries_again(
        "窓口の一覧が、この画面と合いませんでした。",
        with_komae_as(|bytes| {
            // Bytes 4 and 5 are the format's version, the lower byte first.
            if let Some(version) = bytes.get_mut(4) {
                *version = version.wrapping_add(1);
            }
        }),
    )
}

#[test]
fn town_that_is_not_served_says_so() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, "#nowhere")?;
    resident.stands_before("この町の案内は、まだありません。")?;
    can_call_for_help(&resident)
}
