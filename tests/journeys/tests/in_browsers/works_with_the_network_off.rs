//! After one visit the app and the chosen town open with the network off, and stay as they are while somebody uses them:
//! a newer version waits until it is asked for.

use journeys::{App, Browser, Engine, Fault, Resident, Step, is_of_suggestions};
use xtask::project::Project;

/// The files that the browser keeps.
const KEPT: &str = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name) \
    .then((cache) => cache.keys())))).then((lists) => lists.flat().map(({ url }) => url).join(' '))";

/// Has the browser look for a newer version now, as it does by itself at the next visit.
const LOOK: &str = "return navigator.serviceWorker.getRegistration().then((held) => held.update()).then(() => null)";

const WAITS: &str =
    "return navigator.serviceWorker.getRegistration().then((held) => Boolean(held.waiting))";
const IS_RUN_BY_THE_WORKER: &str = "return Boolean(navigator.serviceWorker.controller)";

/// Waits until the browser keeps the app and this town's file.
fn keeps(resident: &Resident, town: &str) -> Step<()> {
    let browser = resident.browser();
    browser.until("the app to be kept", || {
        let kept = browser.run(KEPT, &[])?.to_string();
        let whole = kept.contains("_bg.wasm") && kept.contains(&format!("/{town}."));
        Ok(whole.then_some(()))
    })
}

/// Closes the page and opens an address anew. Not by the browser's Reload: Firefox' driver makes it one past all that is
/// kept.
fn comes_again(browser: &Browser, address: &str) -> Step<()> {
    browser.open("about:blank")?;
    browser.open(address)
}

/// From the town's first question to a number to call.
fn reaches_a_number(resident: &Resident) -> Step<()> {
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    let mut asked = resident.answers(&[])?;
    while !is_of_suggestions(&asked) {
        asked = resident.answers(&["わからない"])?;
    }
    assert!(!resident.numbers()?.is_empty());
    Ok(())
}

fn opens_with_the_network_off(engine: Engine, app: App, below: &str) -> Step<()> {
    let resident = Resident::arrives_at(engine, app, below)?;
    let (browser, server) = (resident.browser(), &resident.stage().server);
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    keeps(&resident, "asaka")?;
    let home = format!("{}{below}", server.url());
    server.stop();
    comes_again(browser, &format!("{home}#asaka"))?;
    resident.stands_before("だれのことで困っていますか")?;
    reaches_a_number(&resident)?;
    // And from the start screen, as from a link on another page.
    comes_again(browser, &format!("{home}?from=poster"))?;
    resident.stands_before("困りごとから、")?;
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    // Of the town that nobody chose here there is no file, and that is said.
    comes_again(browser, &home)?;
    resident.taps_on("狛江市")?;
    resident.stands_before("窓口の一覧を読みこめませんでした。")
}

#[test]
fn opens_with_the_network_off_in_chromium() -> Step<()> {
    opens_with_the_network_off(Engine::Chromium, App::copy()?, "")
}

#[test]
fn opens_with_the_network_off_in_firefox() -> Step<()> {
    opens_with_the_network_off(Engine::Firefox, App::copy()?, "")
}

#[test]
fn opens_with_the_network_off_in_webkit() -> Step<()> {
    opens_with_the_network_off(Engine::WebKit, App::copy()?, "")
}

/// There the site's own `_headers` does not count, and the pages' policies stand alone.
#[test]
fn opens_with_the_network_off_in_a_folder_of_another_site() -> Step<()> {
    let below = "machi/navi/";
    opens_with_the_network_off(Engine::Chromium, App::copy_into(below)?, below)
}

#[test]
fn newer_version_waits_until_it_is_asked_for() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    let home = resident.stage().server.url();
    resident.taps_on("朝霞市")?;
    keeps(&resident, "asaka")?;
    browser.open(&home)?;
    resident.stands_before("困りごとから、")?;
    assert_eq!(browser.run(IS_RUN_BY_THE_WORKER, &[])?, true);
    assert!(!browser.shows("新しい版があります")?);
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;

    resident.app().publish_anew("さがします", "見つけます")?;
    browser.run(LOOK, &[])?;
    browser.until("the newer version to wait", || {
        Ok((browser.run(WAITS, &[])? == true).then_some(()))
    })?;
    // In the middle of the questions nothing is said of it, and the old version goes on to the end.
    assert!(!browser.shows("新しい版があります")?);
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    let mut asked = resident.answers(&[])?;
    while !is_of_suggestions(&asked) {
        asked = resident.answers(&["わからない"])?;
    }
    // The old version opens again with its own town's file, which the site has no more.
    browser.open(&home)?;
    browser.sees("さがします")?;
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    browser.back()?;
    browser.sees("新しい版があります")?;
    resident.taps_on("新しくする")?;
    browser.sees("見つけます")?;
    assert!(!browser.shows("新しい版があります")?);
    // The town that was chosen before came along, so the network may go off at once.
    resident.stage().server.stop();
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    reaches_a_number(&resident)
}

#[test]
fn old_version_whose_files_are_gone_leads_to_the_new_one() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    resident.taps_on("朝霞市")?;
    keeps(&resident, "asaka")?;
    browser.open(&resident.stage().server.url())?;
    resident.stands_before("困りごとから、")?;
    resident.app().publish_anew("さがします", "見つけます")?;
    browser.run(LOOK, &[])?;
    browser.until("the newer version to wait", || {
        Ok((browser.run(WAITS, &[])? == true).then_some(()))
    })?;
    resident.taps_on("狛江市")?;
    resident.stands_before("窓口の一覧を読みこめませんでした。")?;
    resident.taps_on("もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")?;
    keeps(&resident, "komae")?;
    comes_again(browser, &resident.stage().server.url())?;
    browser.sees("見つけます")?;
    assert_eq!(browser.run(IS_RUN_BY_THE_WORKER, &[])?, true);
    Ok(())
}

/// A site that ends takes back what it has left on devices.
#[test]
fn site_that_ends_leaves_nothing_behind() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    resident.taps_on("朝霞市")?;
    keeps(&resident, "asaka")?;
    let last = Project::here()?.at("public/takedown.js");
    let last = std::fs::read(&last).map_err(|error| Fault::file(&last, &error, "restore it"))?;
    App::write(&resident.app().path_of("sw.js")?, &last)?;
    browser.run(LOOK, &[])?;
    browser.until("nothing to be kept", || {
        Ok((browser.run(KEPT, &[])? == "").then_some(()))
    })?;
    let held = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
    assert_eq!(browser.run(held, &[])?, 0);
    Ok(())
}

/// A copy that was damaged on its way is asked for anew, past what is kept, and the whole one takes its place.
#[test]
fn damaged_copy_of_a_town_is_replaced() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    resident.taps_on("朝霞市")?;
    keeps(&resident, "asaka")?;
    let damage = "return caches.keys().then((names) => caches.open(names[0])).then((cache) => cache.keys() \
        .then((all) => all.find(({ url }) => url.endsWith('.bin'))).then((town) => cache.put(town, new Response('half'))))";
    browser.run(damage, &[])?;
    let asaka = format!("{}#asaka", resident.stage().server.url());
    comes_again(browser, &asaka)?;
    // Whom it is about stands there before the files do: only the troubles say that the whole one has come and is kept.
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    let asked = resident.stage().server.requests();
    assert!(
        asked.iter().any(|request| request.target.contains(".bin?")),
        "{asked:?}"
    );
    resident.stage().server.stop();
    comes_again(browser, &asaka)?;
    resident.stands_before("だれのことで困っていますか")?;
    reaches_a_number(&resident)
}

/// The first visit's page stood open while a newer version was published: one reload leads there.
#[test]
fn first_page_that_stood_open_over_a_release_needs_one_reload() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    browser.until("the app to be kept", || {
        Ok(browser
            .run(KEPT, &[])?
            .to_string()
            .contains("_bg.wasm")
            .then_some(()))
    })?;
    resident.app().publish_anew("さがします", "見つけます")?;
    resident.taps_on("狛江市")?;
    resident.stands_before("窓口の一覧を読みこめませんでした。")?;
    resident.taps_on("もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    browser.back()?;
    browser.back()?;
    browser.sees("見つけます").map(drop)
}
