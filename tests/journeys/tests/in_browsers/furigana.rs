//! Furigana: whoever asks for readings gets one over every kanji of every screen, also of what comes later; nothing is cut
//! off at 320 px, a screen reader says nothing twice, and everything is taken away again without a trace.

use std::collections::BTreeMap;

use journeys::{App, Browser, Engine, Look, Resident, Step, is_of_suggestions};
use serde_json::{Value, json};

const SWITCH: &str = "ふりがな";
const WIDTH: u32 = 320;
/// The cases to which the crate `catalog` is held as well.
const CASES: &str = include_str!("../../../../crates/catalog/tests/data/furigana.tsv");

/// The script with the readings, as the page asks for it.
const SCRIPT: &str = "new URL('parts/furigana.js', location.href).href";

/// Kanji on the page without a reading, though the table has one; and what does not fit into its own box.
const LEFT: &str = "
const seen = (each) => each.checkVisibility({ visibilityProperty: true });
const left = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode;
  const skipped = text.parentElement.closest('script, style, noscript, ruby, textarea, select');
  if (!skipped && furigana.lay(text.data).length > 1) left.push(`without: ${text.data}`);
}
for (const each of document.querySelectorAll('main *, header *, .help *')) {
  const box = each.getBoundingClientRect();
  if (seen(each) && (box.left < 0 || box.right > innerWidth + 0.5)) {
    left.push(`beside the page: ${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 30)}`);
  }
}
for (const box of document.querySelectorAll('button, label, summary, .choice, .call, .bar, .card, dd, h1, h2')) {
  if (seen(box) && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
      && getComputedStyle(box).display !== 'inline') {
    left.push(`cut off: ${box.tagName} ${box.className} ${box.textContent.trim().slice(0, 30)}`);
  }
}
return left;";

fn with_script(browser: &Browser, script: &str, arguments: &[Value]) -> Step<Value> {
    let script = format!("return import({SCRIPT}).then((furigana) => {{ {script} }});");
    browser.run(&script, arguments)
}

/// What a person with a small phone would complain of.
fn look(resident: &Resident, screen: &str) -> Step<()> {
    let browser = resident.browser();
    let left = browser.until("every kanji to have its reading", || {
        let left = with_script(browser, LEFT, &[])?;
        let none_without = left.as_array().is_none_or(|all| {
            all.iter()
                .all(|each| !each.as_str().unwrap_or_default().starts_with("without"))
        });
        Ok(none_without.then_some(left))
    })?;
    assert_eq!(left, json!([]), "{screen}");
    let count = browser.run("return document.querySelectorAll('ruby').length", &[])?;
    assert!(count.as_u64() > Some(20), "{screen}: {count} readings");
    let look = Look::at(browser)?;
    let width = browser.run("return innerWidth", &[])?;
    assert!(
        Some(look.width) <= width.as_i64(),
        "{screen}: {} px wide",
        look.width
    );
    assert!(
        look.small_targets.is_empty(),
        "{screen}: {:?}",
        look.small_targets
    );
    Ok(())
}

/// Taps the switch, and waits until it says that readings are on, or off.
fn turns(resident: &Resident, on: bool) -> Step<()> {
    resident.taps_on(SWITCH)?;
    stands(resident, on)
}

fn stands(resident: &Resident, on: bool) -> Step<()> {
    let state =
        "return document.querySelector('[data-part=furigana]').getAttribute('aria-pressed')";
    resident.browser().until("the switch to be turned", || {
        let said = resident.browser().run(state, &[])?;
        Ok((said == json!(on.to_string())).then_some(()))
    })
}

fn arrives(engine: Engine, app: App) -> Step<Resident> {
    let resident = Resident::arrives_at(engine, app, "")?;
    resident.browser().resize(WIDTH, 640)?;
    Ok(resident)
}

fn opens_every_fold(resident: &Resident) -> Step<()> {
    let open = "document.querySelectorAll('details').forEach((each) => { each.open = true; })";
    resident.browser().run(open, &[]).map(drop)
}

/// From the start screen to a window's page, with furigana all the way.
fn goes_all_the_way(engine: Engine) -> Step<()> {
    let resident = arrives(engine, App::copy()?)?;
    turns(&resident, true)?;
    look(&resident, "start")?;
    resident.taps_on("狛江市")?;
    resident.stands_before("だれのことで困っていますか")?;
    look(&resident, "asker")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    resident.writes("お金がない")?;
    resident.browser().sees("お金がもう、ほとんどない")?;
    resident.marks(&[
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとる", "親の物忘れがひどい"),
    ])?;
    look(&resident, "troubles")?;
    let mut asked = resident.answers(&[])?;
    while !is_of_suggestions(&asked) {
        resident.taps_on("次へ")?;
        resident.browser().sees("どれかをえらんでください。")?;
        look(&resident, &asked)?;
        resident.taps_on("わからない")?;
        resident.taps_on("次へ")?;
        asked = resident.goes_on_from(&asked)?;
    }
    opens_every_fold(&resident)?;
    look(&resident, "suggestions")?;
    // Letters twice as large, in a window of twice the width.
    let letters = "document.documentElement.style.fontSize = arguments[0]";
    resident.browser().resize(2 * WIDTH, 800)?;
    resident.browser().run(letters, &[json!("212.5%")])?;
    look(&resident, "suggestions at 200 %")?;
    resident.browser().run(letters, &[json!("")])?;
    resident.browser().resize(WIDTH, 640)?;
    resident.opens_a_window()?;
    resident.goes_on_from("まず、ここに電話してください")?;
    look(&resident, "window")?;
    resident.browser().back()?;
    resident.stands_before("まず、ここに電話してください")?;
    look(&resident, "suggestions again")?;
    assert_eq!(resident.browser().console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_kanji_has_its_reading_in_chromium() -> Step<()> {
    goes_all_the_way(Engine::Chromium)
}

#[test]
fn every_kanji_has_its_reading_in_firefox() -> Step<()> {
    goes_all_the_way(Engine::Firefox)
}

#[test]
fn every_kanji_has_its_reading_in_webkit() -> Step<()> {
    goes_all_the_way(Engine::WebKit)
}

/// Names to a screen reader, by place on the page; the switch itself has another one each time.
fn names(browser: &Browser) -> Step<BTreeMap<usize, String>> {
    let named = browser.all(
        "main h1, main h2, main a, main button, main summary, main input, .help a, .help h2",
    )?;
    named
        .iter()
        .enumerate()
        .map(|(place, each)| Ok((place, each.label()?)))
        .collect()
}

#[test]
fn names_are_said_once() -> Step<()> {
    let resident = arrives(Engine::Chromium, App::copy()?)?;
    let browser = resident.browser();
    let same = |screen: &str| -> Step<()> {
        let before = names(browser)?;
        let text = browser.run("return document.querySelector('main').innerHTML", &[])?;
        turns(&resident, true)?;
        look(&resident, screen)?;
        assert_eq!(names(browser)?, before, "{screen}");
        turns(&resident, false)?;
        let after = browser.run("return document.querySelector('main').innerHTML", &[])?;
        assert_eq!(after, text, "{screen}");
        Ok(())
    };
    same("start")?;
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")?;
    same("asker")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    resident.marks(&[("家・住まい", "今夜泊まるところがない")])?;
    same("troubles")?;
    resident.answers(&[])?;
    same("question or lines for danger")?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに話してください")?;
    same("suggestions")
}

#[test]
fn readings_lie_over_texts_as_the_catalog_says() -> Step<()> {
    for engine in Engine::ALL {
        let resident = arrives(engine, App::copy()?)?;
        let rows: Vec<Vec<&str>> = CASES
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let laid = "const [table, texts] = arguments; furigana.learn(table); \
            return texts.map((text) => furigana.lay(text) \
                .map((part) => typeof part === 'string' ? part : `${part[0]}(${part[1]})`).join(''));";
        let texts = rows.iter().filter(|row| row[0] == "text");
        let (texts, expected): (Vec<&str>, Vec<&str>) = texts.map(|row| (row[1], row[2])).unzip();
        let words = rows.iter().filter(|row| row[0] == "word");
        // As `catalog compile` writes them.
        let words: Vec<String> = words
            .map(|row| row[1..].join(" ").trim_end().to_owned())
            .collect();
        let given = [json!(words.join("\n")), json!(texts)];
        assert_eq!(
            with_script(resident.browser(), laid, &given)?,
            json!(expected),
            "{engine:?}"
        );
    }
    Ok(())
}

/// Kept for this tab: a reload and the pages of lists have readings too; leaving takes the wish along.
#[test]
fn readings_stay_in_this_tab_until_it_is_left() -> Step<()> {
    let resident = arrives(Engine::Chromium, App::copy()?)?;
    turns(&resident, true)?;
    resident.browser().reload()?;
    stands(&resident, true)?;
    look(&resident, "start, loaded anew")?;
    resident.comes_again("asaka/windows.html")?;
    stands(&resident, true)?;
    turns(&resident, false)?;
    turns(&resident, true)?;
    resident.comes_again("")?;
    stands(&resident, true)?;
    let left = "document.getElementById('leave').click(); \
        return sessionStorage.length";
    assert_eq!(resident.browser().run(left, &[])?, 0);
    Ok(())
}

#[test]
fn it_says_kindly_that_the_readings_did_not_come_and_tries_again() -> Step<()> {
    for engine in Engine::ALL {
        let app = App::copy()?;
        // The program does not come either: the switch does not need it.
        let _bring_program = app.keep_back("_bg.wasm")?;
        let bring = app.keep_back_at("parts/furigana.js")?;
        let resident = arrives(engine, app)?;
        let browser = resident.browser();
        resident.taps_on(SWITCH)?;
        browser.sees("よみこめませんでした。")?;
        stands(&resident, false)?;
        assert_eq!(
            browser.run("return document.querySelectorAll('ruby').length", &[])?,
            0
        );
        bring()?;
        turns(&resident, true)?;
        assert!(!browser.shows("よみこめませんでした。")?);
        let count = browser.run("return document.querySelectorAll('ruby').length", &[])?;
        assert!(count.as_u64() > Some(20), "{engine:?}: {count}");
    }
    Ok(())
}
