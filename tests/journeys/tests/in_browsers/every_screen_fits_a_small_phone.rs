//! Every screen at 320 px, the smallest phone and a normal one at 400 %: nothing scrolls sideways, no target is lower than
//! 44 px, and each screen has one heading, which is announced and in sight. Nor does anything get lost for those who have
//! text twice as large or wider apart, colours of their own, or no motion.

use std::cell::RefCell;

use journeys::{App, Engine, Look, Resident, Step, is_of_suggestions, tour};
use serde_json::json;

const WIDTH: u32 = 320;

/// The spaces that people may set between lines, letters and words (WCAG 1.4.12).
const SPACES: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
    p { margin-block-end: 2em !important; }";
/// Text twice as large as it is.
const TWICE: &str = "html { font-size: 212.5% !important; }";
/// A person's own style sheet; none with an empty text.
const OWN_STYLE: &str = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); \
    document.adoptedStyleSheets = [sheet]";
/// Controls that nothing but a colour tells from text: no border, no line under it, no mark.
const BARE: &str = "
const drawn = (style) => ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
  style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1);
const told = (each) => drawn(getComputedStyle(each)) || drawn(getComputedStyle(each, '::before'))
  || getComputedStyle(each).textDecorationLine.includes('underline');
return [...document.querySelectorAll('a[href], button, summary, input[type=search], textarea, .checks label')]
  .filter((each) => each.checkVisibility() && !told(each))
  .map((each) => each.outerHTML.slice(0, 120));
";
const MOVING: &str = "
const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
return [...document.querySelectorAll('*')].filter((each) => {
  const style = getComputedStyle(each);
  return seconds(style.transitionDuration) > 0 || style.animationName !== 'none';
}).map((each) => each.outerHTML.slice(0, 120));
";

/// What a person with a small phone would complain of, on all screens of a journey.
#[derive(Default)]
struct Complaints(RefCell<Vec<String>>);

impl Complaints {
    fn look(&self, resident: &Resident, screen: &str, announced: bool) -> Step<()> {
        let look = Look::at(resident.browser())?;
        let mut found = self.0.borrow_mut();
        if look.width > i64::from(WIDTH) {
            found.push(format!("{screen}: {} px wide", look.width));
        }
        if look.headings.len() != 1 {
            found.push(format!("{screen}: headings {:?}", look.headings));
        }
        if announced && !look.announced {
            found.push(format!("{screen}: the heading has no focus"));
        }
        if announced && !look.heading_in_sight {
            found.push(format!("{screen}: the heading is out of sight"));
        }
        found.extend(
            look.small_targets
                .iter()
                .map(|each| format!("{screen}: {each}")),
        );
        Ok(())
    }

    fn assert_none(&self) {
        let found = self.0.borrow();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}

fn arrives(below: &str, app: App) -> Step<Resident> {
    let resident = Resident::arrives_at(Engine::Chromium, app, below)?;
    resident.browser().resize(WIDTH, 640)?;
    Ok(resident)
}

#[test]
fn the_way_to_the_suggestions_fits() -> Step<()> {
    let complaints = Complaints::default();
    let resident = arrives("", App::copy()?)?;
    complaints.look(&resident, "start", false)?;
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    complaints.look(&resident, "asker", true)?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    complaints.look(&resident, "troubles", true)?;
    resident.taps_on("次へ")?;
    resident.browser().sees("1つ以上えらんでください。")?;
    complaints.look(&resident, "troubles, none chosen", false)?;
    resident.writes("お金がない")?;
    resident.browser().sees("お金がもう、ほとんどない")?;
    complaints.look(&resident, "troubles, searched", false)?;
    resident.unfolds("今あぶない")?;
    complaints.look(&resident, "troubles, danger open", false)?;
    resident.marks(&[
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとる", "親の物忘れがひどい"),
    ])?;
    complaints.look(&resident, "troubles, a field open, two marked", false)?;
    let mut asked = resident.answers(&[])?;
    while !is_of_suggestions(&asked) {
        complaints.look(&resident, &asked, true)?;
        resident.taps_on("次へ")?;
        resident.browser().sees("どれかをえらんでください。")?;
        complaints.look(&resident, &format!("{asked}, none marked"), false)?;
        resident.taps_on("わからない")?;
        resident.taps_on("次へ")?;
        asked = resident.goes_on_from(&asked)?;
    }
    complaints.look(&resident, "suggestions", true)?;
    resident.unfolds_all()?;
    complaints.look(&resident, "suggestions, all folds open", false)?;
    resident.opens_a_window()?;
    resident.goes_on_from("まず、ここに電話してください")?;
    complaints.look(&resident, "window", true)?;
    complaints.assert_none();
    Ok(())
}

#[test]
fn danger_fits() -> Step<()> {
    let complaints = Complaints::default();
    for (fold, trouble) in [
        ("こころ・ひきこもり", "死にたい・消えたい"),
        ("家族・別れ", "パートナーがこわい・たたかれる"),
        ("家・住まい", "今夜泊まるところがない"),
    ] {
        let resident = arrives("", App::copy()?)?;
        resident.chooses_town("朝霞市")?;
        resident.marks(&[(fold, trouble)])?;
        let mut asked = resident.answers(&[])?;
        while !is_of_suggestions(&asked) {
            // The lines above the question are to be in sight there, rather than its heading.
            complaints.look(&resident, &format!("{trouble}: {asked}"), false)?;
            asked = resident.answers(&["わからない"])?;
        }
        complaints.look(&resident, trouble, true)?;
        resident.unfolds_all()?;
        complaints.look(&resident, &format!("{trouble}, all folds open"), false)?;
    }
    complaints.assert_none();
    Ok(())
}

#[test]
fn what_stands_there_when_something_fails_fits() -> Step<()> {
    let complaints = Complaints::default();
    let resident = arrives("#nowhere", App::copy()?)?;
    resident.stands_before("この町の案内は、まだありません。")?;
    complaints.look(&resident, "town that is not served", true)?;
    let app = App::copy()?;
    let resident = Resident::arrives_before(Engine::Chromium, app, "#asaka", &["_bg.wasm"])?;
    resident.browser().resize(WIDTH, 640)?;
    resident
        .browser()
        .sees("朝霞市の案内を読みこんでいます。")?;
    complaints.look(&resident, "program that is on its way", false)?;
    complaints.assert_none();
    Ok(())
}

/// All screens, with what a person's own device or style sheet does to them.
#[test]
fn nothing_is_lost_by_large_text_wide_text_own_colours_or_no_motion() -> Step<()> {
    let resident = arrives("", App::copy()?)?;
    let browser = resident.browser();
    let complaints = Complaints::default();
    let mut found = Vec::new();
    tour(&resident, "", &mut |screen| {
        complaints.look(&resident, screen, false)?;
        for (what, style, width) in [("wide text", SPACES, WIDTH), ("large text", TWICE, 640)] {
            browser.resize(width, 640)?;
            browser.run(OWN_STYLE, &[json!(style)])?;
            let look = Look::at(browser)?;
            if look.width > i64::from(width) {
                found.push(format!("{screen}, {what}: {} px wide", look.width));
            }
        }
        browser.run(OWN_STYLE, &[json!("")])?;
        browser.resize(WIDTH, 640)?;
        for (feature, value, script) in [
            ("forced-colors", "active", BARE),
            ("prefers-reduced-motion", "reduce", MOVING),
        ] {
            browser.emulate("", &[(feature, value)])?;
            let wrong = browser.run(script, &[])?;
            if wrong != json!([]) {
                found.push(format!("{screen}, {feature}: {wrong}"));
            }
        }
        browser.emulate("", &[])
    })?;
    complaints.assert_none();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}
