//! The lists of a town: led to from the start screen, readable with a small screen, and silent about what is read.

use journeys::{App, Engine, Resident, Step};
use serde_json::json;

const WIDER_THAN_THE_SCREEN: &str = "return document.documentElement.scrollWidth > innerWidth";

/// Links that a thumb would miss; those within a sentence are as high as their line.
const SMALL: &str = "return [...document.querySelectorAll('a[href], summary')] \
    .filter((each) => each.checkVisibility() && !each.closest('.source, .note, .credits, .skip, .official') && each.className !== 'skip') \
    .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML).slice(0, 3)";

fn fits(resident: &Resident) -> Step<()> {
    assert_eq!(resident.browser().run(WIDER_THAN_THE_SCREEN, &[])?, false);
    assert_eq!(resident.browser().run(SMALL, &[])?, json!([]));
    Ok(())
}

/// No list is longer than a few screens before something is opened.
fn short(resident: &Resident) -> Step<()> {
    let height = "return document.documentElement.scrollHeight";
    let height = resident.browser().run(height, &[])?;
    assert!(height.as_u64() < Some(3000), "{height} px");
    Ok(())
}

/// By the name that residents know, in the box or in the order of あいうえお.
fn a_window_is_found_by_name(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    resident.comes_again("asaka/windows.html")?;
    let browser = resident.browser();
    browser.resize(320, 640)?;
    browser.sees("この一覧の中をさがす")?;
    short(&resident)?;
    browser.click_in(".field summary", "さ行")?;
    browser.sees("生活保護の相談・申しこみ")?;
    let box_of_words = "const box = document.getElementById('find'); box.value = arguments[0]; \
        box.dispatchEvent(new Event('input'))";
    browser.run(box_of_words, &[json!("としょかん")])?;
    browser.sees("図書館（本館）")?;
    assert!(!browser.shows("生活保護の相談・申しこみ")?);
    browser.run(box_of_words, &[json!("ないことば")])?;
    browser.sees("見つかりません。")?;
    fits(&resident)?;
    Ok(())
}

#[test]
fn a_window_is_found_by_the_name_that_residents_know() -> Step<()> {
    Engine::ALL
        .into_iter()
        .try_for_each(a_window_is_found_by_name)
}

fn lists_are_read(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    let browser = resident.browser();
    browser.resize(320, 640)?;
    browser.click("朝霞市の一覧")?;
    browser.sees("朝霞市: 窓口の一覧")?;
    fits(&resident)?;
    browser.click_in(".choice-name", "困りごとから見る")?;
    short(&resident)?;
    browser.click_in(".field summary", "お金・くらし")?;
    browser.click_in("#m01 summary", "家賃が払えない")?;
    fits(&resident)?;
    browser.shot(&format!("lists-needs-{}", engine.name()))?;
    browser.click_in("#m01 .row a", "お金・仕事・住まいの相談")?;
    // What a link leads to is open.
    browser.sees("こう伝えて大丈夫です")?;
    assert!(browser.url()?.contains("/asaka/windows.html#"));
    fits(&resident)?;
    browser.shot(&format!("lists-windows-{}", engine.name()))?;
    browser.click("計画から見る")?;
    browser.sees("朝霞市: 計画から見る")?;
    fits(&resident)?;
    assert_eq!(browser.title()?, "計画から見る｜朝霞市｜まどぐちナビ");
    // Which trouble was read is known to nobody but the device.
    let asked = resident.stage().server.requests();
    assert!(
        asked.iter().all(|request| request.status == 200),
        "{asked:?}"
    );
    assert!(
        !asked
            .iter()
            .any(|request| request.target.contains(['#', '?'])),
        "{asked:?}"
    );
    // What leaves in a hurry and what the eye is used to stand in the page itself; the tools' own file comes late.
    let foreign = "return [...document.scripts].filter((each) => each.src && !each.src.endsWith('/parts/tools.js')).length";
    assert_eq!(browser.run(foreign, &[])?, json!(0));
    assert_eq!(browser.console_errors()?, Vec::<String>::new());
    browser.click("質問に答えて、自分に合う窓口をさがす")?;
    resident.stands_before("だれのことで困っていますか")
}

#[test]
fn lists_are_read_in_chromium() -> Step<()> {
    lists_are_read(Engine::Chromium)
}

#[test]
fn lists_are_read_in_webkit() -> Step<()> {
    lists_are_read(Engine::WebKit)
}

/// The policy lets nothing run that the build did not know, whether by the server's word or by the page's own.
fn foreign_script_is_refused(app: App, below: &str) -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, app, below)?;
    let browser = resident.browser();
    let script = "const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
        document.head.append(script); \
        return fetch('http://127.0.0.1:9/').then(() => 'sent', () => [window.ran ?? 'refused', eval.name])";
    assert_eq!(browser.run(script, &[])?, json!(["refused", "eval"]));
    let told = browser.console_errors()?;
    for directive in ["script-src", "connect-src"] {
        let refused =
            |line: &&String| line.contains(directive) && line.contains("Content Security Policy");
        assert!(told.iter().find(refused).is_some(), "{directive}: {told:?}");
    }
    Ok(())
}

#[test]
fn foreign_script_is_refused_by_the_sites_headers() -> Step<()> {
    foreign_script_is_refused(App::copy()?, "")
}

#[test]
fn foreign_script_is_refused_by_the_page_where_no_header_is_sent() -> Step<()> {
    foreign_script_is_refused(App::copy_into("navi/")?, "navi/")
}
