//! By Tab, Space, Enter and the arrows alone: to a number that can be dialled, and to what is taken along. The focus is
//! always to be seen, never under the header or the bar, and each screen begins at its heading.

use journeys::{Engine, Fault, Resident, Step, is_of_suggestions};
use serde_json::json;

const TAB: char = '\u{E004}';
const SHIFT: char = '\u{E008}';
const ENTER: char = '\u{E007}';
const SPACE: char = ' ';
const DOWN: char = '\u{E015}';
const LOOK_AT: &str = "look at the newest picture in target/shots";
/// More stops than any screen has.
const STOPS: usize = 120;

/// What has the focus: its words; whether something shows it; whether it is in sight, with nothing over it. A box is shown by
/// its label.
const FOCUS: &str = "
const focused = document.activeElement;
const shown = focused.matches('.checks input') ? focused.labels[0] : focused;
const style = getComputedStyle(shown);
const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
const box = shown.getBoundingClientRect();
const middle = box.left + box.width / 2;
const free = (y) => {
  const above = document.elementFromPoint(middle, y);
  return above !== null && (shown.contains(above) || above.contains(shown));
};
// What is higher than the window shows its beginning at least.
const ends = [box.top + 3, Math.min(box.bottom - 3, innerHeight - 3)];
const words = (shown.getAttribute('aria-label') ?? shown.textContent).trim() || focused.id;
return { words, ring, free: box.top >= 0 && ends.every(free), body: focused === document.body,
  where: `${Math.round(box.top)}–${Math.round(box.bottom)} of ${innerHeight}` };
";

/// What has the focus, once it is to be seen: a browser may scroll to it a moment later. Nothing for the browser's own
/// controls, which come after the page's.
fn focused(resident: &Resident) -> Step<Option<String>> {
    let mut last = json!(null);
    let seen = resident.browser().until("the focus to be seen", || {
        last = resident.browser().run(FOCUS, &[])?;
        let fine = last["body"] == true || (last["ring"] == true && last["free"] == true);
        Ok(fine.then_some(()))
    });
    let words = last["words"].as_str().unwrap_or_default().to_owned();
    seen.map_err(|fault| Fault::new(format!("the focus on {last}"), fault.to_string(), LOOK_AT))?;
    Ok((last["body"] != true).then_some(words))
}

/// Presses Tab until what has the focus reads `words`; every stop on the way is to be seen.
fn tabs_to(resident: &Resident, words: &str) -> Step<()> {
    let mut stops = Vec::new();
    for _ in 0..STOPS {
        resident.browser().press(TAB)?;
        if let Some(read) = focused(resident)? {
            if read.contains(words) {
                return Ok(());
            }
            stops.push(read);
        }
    }
    Err(Fault::new(
        format!("「{words}」"),
        format!("Tab does not lead there: {stops:?}"),
        "make it a control that takes the focus",
    ))
}

fn begins_at_its_heading(resident: &Resident, heading: &str) -> Step<()> {
    resident.stands_before(heading)?;
    let focused = resident.browser().focused()?.text()?;
    assert!(focused.contains(heading), "the focus is on 「{focused}」");
    Ok(())
}

fn presses_on(resident: &Resident, words: &str, key: char) -> Step<()> {
    tabs_to(resident, words)?;
    resident.browser().press(key)
}

#[test]
fn tab_space_enter_and_arrows_lead_to_a_call_and_to_taking_along() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    // The first stop leads past the header, to the choice of a town.
    presses_on(&resident, "本文へ", ENTER)?;
    presses_on(&resident, "狛江市", ENTER)?;
    begins_at_its_heading(&resident, "だれのことで困っていますか")?;
    presses_on(&resident, "自分のこと", ENTER)?;
    begins_at_its_heading(&resident, "困っていることを")?;
    // A field opens and a trouble is marked by Space; what is missing is told where the focus is.
    presses_on(&resident, "次へ", ENTER)?;
    browser.sees("1つ以上えらんでください。")?;
    let told = browser.focused()?;
    assert_eq!(told.attribute("id")?.as_deref(), Some("fault"));
    assert!(resident.has_in_sight(&told)?);
    for (fold, trouble, key) in [
        ("お金・くらし", "家賃が払えない", SPACE),
        ("介護・年をとる", "親の物忘れがひどい", ENTER),
    ] {
        presses_on(&resident, fold, key)?;
        // A fold is drawn when it opens; nobody presses on before they see it.
        browser.sees(trouble)?;
        presses_on(&resident, trouble, SPACE)?;
    }
    presses_on(&resident, "次へ（2つえらびました）", ENTER)?;
    let mut asked = resident.goes_on_from("困っていることを")?;
    while !is_of_suggestions(&asked) {
        begins_at_its_heading(&resident, &asked)?;
        // One stop for a group of circles, and arrows within it; boxes are marked by Space.
        browser.press(TAB)?;
        browser.press(SPACE)?;
        let kind = browser.focused()?.attribute("type")?;
        if kind.as_deref() == Some("radio") {
            browser.press(DOWN)?;
        }
        presses_on(&resident, "次へ", ENTER)?;
        asked = resident.goes_on_from(&asked)?;
    }
    begins_at_its_heading(&resident, &asked)?;
    tabs_to(&resident, "に電話する")?;
    let number = browser.focused()?.attribute("href")?.unwrap_or_default();
    assert!(number.starts_with("tel:"), "{number}");
    presses_on(&resident, "メモにして持って行く", ENTER)?;
    begins_at_its_heading(&resident, "持って行く・送る・のこす")?;
    tabs_to(&resident, "A4の紙に印刷する")?;
    presses_on(&resident, "もどる", ENTER)?;
    begins_at_its_heading(&resident, &asked)
}

/// Backwards what lies under the header would come first.
#[test]
fn backwards_the_focus_is_to_be_seen_too() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    resident.comes_again("#asaka;1;n=m01.e01")?;
    resident.stands_before("まず、ここに電話してください")?;
    browser.find(".credits summary")?;
    browser.run("document.querySelector('.credits summary').focus()", &[])?;
    for _ in 0..STOPS {
        browser.press_holding(SHIFT, TAB)?;
        if focused(&resident)?.is_some_and(|read| read == "本文へ") {
            return Ok(());
        }
    }
    panic!("the beginning is never reached");
}
