//! Somebody is quicker than their network: a town, and whom it is about, that were tapped before the program or a file came
//! count when it has come. So does a link to a town, on a poster or in the city's own pages.

use journeys::{App, Engine, Resident, Step};
use xtask::server::Weather;

use crate::town::windows_are_those_of_the_address;

fn link_to_a_town_opens_it(engine: Engine) -> Step<()> {
    let resident = Resident::arrives_at(engine, App::copy()?, "index.html#asaka")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")
}

#[test]
fn link_to_a_town_opens_it_in_chromium() -> Step<()> {
    link_to_a_town_opens_it(Engine::Chromium)
}

#[test]
fn link_to_a_town_opens_it_in_firefox() -> Step<()> {
    link_to_a_town_opens_it(Engine::Firefox)
}

#[test]
fn link_to_a_town_opens_it_in_webkit() -> Step<()> {
    link_to_a_town_opens_it(Engine::WebKit)
}

#[test]
fn tap_that_came_before_the_program_opens_the_town_when_it_is_there() -> Step<()> {
    let app = App::copy()?;
    let resident = Resident::arrives_before(Engine::Chromium, app, "", &["_bg.wasm"])?;
    resident.taps_on("狛江市")?;
    resident
        .browser()
        .sees("狛江市の案内を読みこんでいます。")?;
    resident.it_comes("_bg.wasm");
    resident.stands_before("だれのことで困っていますか")?;
    // And its own Back leads to the choice of a town.
    resident.browser().back()?;
    resident.stands_before("困りごとから、")?;
    assert!(
        !resident
            .browser()
            .shows("狛江市の案内を読みこんでいます。")?
    );
    Ok(())
}

/// Reloading leads to the start, where what was said a moment ago is offered, and leaves nothing on the screen that never
/// comes. The steps before it belong to what is gone: they are the start too.
fn reload_in_the_middle_leads_to_the_start(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    let browser = resident.browser();
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    resident.answers(&[])?;
    browser.reload()?;
    for _ in 0..2 {
        resident.stands_before("困りごとから、")?;
        browser.sees("続きから")?;
        assert!(!browser.shows("案内を読みこんでいます。")?);
        assert_eq!(browser.url()?, resident.stage().server.url());
        browser.back()?;
    }
    browser.forward()?;
    resident.stands_before("困りごとから、")?;
    resident.chooses_town("狛江市")?;
    windows_are_those_of_the_address(&resident)
}

#[test]
fn reload_in_the_middle_leads_to_the_start_in_chromium() -> Step<()> {
    reload_in_the_middle_leads_to_the_start(Engine::Chromium)
}

#[test]
fn reload_in_the_middle_leads_to_the_start_in_firefox() -> Step<()> {
    reload_in_the_middle_leads_to_the_start(Engine::Firefox)
}

#[test]
fn reload_in_the_middle_leads_to_the_start_in_webkit() -> Step<()> {
    reload_in_the_middle_leads_to_the_start(Engine::WebKit)
}

/// Whoever goes back while a slow network brings the town's file stays at the start, and Forward leads on.
#[test]
fn back_while_a_town_is_on_its_way_takes_the_tap_back() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    let server = &resident.stage().server;
    server.weather("komae.", Weather::Held);
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("読みこんでいます…")?;
    browser.back()?;
    resident.stands_before("だれのことで困っていますか")?;
    browser.back()?;
    resident.stands_before("困りごとから、")?;
    server.clears("komae.");
    resident.stage().settle()?;
    resident.stands_before("困りごとから、")?;
    browser.forward()?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("家族のこと")?;
    resident.stands_before("家族が困っていることを")?;
    browser.back()?;
    resident.stands_before("だれのことで困っていますか")?;
    browser.back()?;
    resident.stands_before("困りごとから、")
}

/// Whom it is about stands in the page, and needs neither the program nor a file.
fn tap_on_whom_it_is_about_counts(engine: Engine, held: &str) -> Step<()> {
    let resident = Resident::arrives_before(engine, App::copy()?, "", &[held])?;
    resident.taps_on("狛江市")?;
    resident.browser().sees("だれのことで困っていますか")?;
    resident.taps_on("家族のこと")?;
    resident.it_comes(held);
    resident.stands_before("家族が困っていることを")?;
    assert!(resident.browser().url()?.ends_with("#komae"));
    // Back finds what was said, and another answer takes its place.
    resident.browser().back()?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")
}

#[test]
fn tap_on_whom_it_is_about_counts_before_any_file_is_there() -> Step<()> {
    for held in ["_bg.wasm", ".js", "knowledge.", "komae."] {
        tap_on_whom_it_is_about_counts(Engine::Chromium, held)?;
    }
    Ok(())
}

#[test]
fn tap_on_whom_it_is_about_counts_before_the_program_in_firefox() -> Step<()> {
    tap_on_whom_it_is_about_counts(Engine::Firefox, "_bg.wasm")
}

#[test]
fn tap_on_whom_it_is_about_counts_before_the_program_in_webkit() -> Step<()> {
    tap_on_whom_it_is_about_counts(Engine::WebKit, "_bg.wasm")
}

/// Who went back before the program came has taken the last tap back, and no other.
#[test]
fn back_before_the_program_is_there_takes_one_tap_back() -> Step<()> {
    let held = ["_bg.wasm"];
    let resident = Resident::arrives_before(Engine::Chromium, App::copy()?, "", &held)?;
    resident.taps_on("朝霞市")?;
    resident.browser().sees("だれのことで困っていますか")?;
    resident.browser().back()?;
    resident.taps_on("狛江市")?;
    resident.taps_on("家族のこと")?;
    resident.it_comes("_bg.wasm");
    resident.stands_before("家族が困っていることを")?;
    windows_are_those_of_the_address(&resident)
}
