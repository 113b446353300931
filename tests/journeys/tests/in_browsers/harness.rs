//! The harness itself, on a page of its own in all three engines: what the journeys lean on has to bear.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use journeys::{App, Browser, Engine, Stage, Step};
use xtask::server::{Server, Weather};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn stage(engine: Engine) -> Step<Stage> {
    let stage = Stage::of_folder(engine, &Path::new(env!("CARGO_MANIFEST_DIR")).join("page"))?;
    assert_eq!(stage.browser.title()?, "試しのページ");
    Ok(stage)
}

/// Furigana, a late change, Back, typing, and keys, as any journey needs them.
fn resident_uses_a_page(engine: Engine) -> Step<()> {
    let Stage { browser, server } = stage(engine)?;
    assert!(!browser.shows("隠れた文")?);
    browser.click("相談する")?;
    browser.sees("押されました")?;
    assert!(browser.url()?.ends_with("/?next"));
    browser.back()?;
    browser.until("to be back", || {
        Ok((browser.url()? == server.url()).then_some(()))
    })?;
    let field = browser.find("input")?;
    field.type_in("家賃")?;
    assert_eq!(
        browser.run("return arguments[0].value", &[field.argument()])?,
        "家賃"
    );
    browser.find("#ask")?.click()?;
    browser.press('\u{E004}')?;
    assert_eq!(
        browser.focused()?.attribute("aria-label")?.as_deref(),
        Some("ことば")
    );
    assert!(browser.find("#ask")?.size()?.1 >= 44.0);
    let asked: Vec<String> = server
        .requests()
        .into_iter()
        .map(|each| each.target)
        .collect();
    assert_eq!(asked, ["/"]);
    Ok(())
}

/// A phone's width is really had, and the picture shows the whole page: its blue goes down to the last row.
fn page_is_seen_at_320_px(engine: Engine) -> Outcome {
    let stage = stage(engine)?;
    stage.browser.resize(320, 640)?;
    let path = stage
        .browser
        .shot_of_all(&format!("harness-{}-320", engine.name()))?;
    let mut picture = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut pixels = vec![0; picture.output_buffer_size().unwrap_or_default()];
    let frame = picture.next_frame(&mut pixels)?;
    assert_eq!(frame.width, 320);
    assert!(frame.height > 2400, "{}", frame.height);
    let last_row = &pixels[frame.buffer_size() - frame.line_size..][..3];
    assert_eq!(last_row, [0xdd, 0xee, 0xff]);
    Ok(())
}

#[test]
fn resident_uses_a_page_in_chromium() -> Step<()> {
    resident_uses_a_page(Engine::Chromium)
}

#[test]
fn resident_uses_a_page_in_firefox() -> Step<()> {
    resident_uses_a_page(Engine::Firefox)
}

#[test]
fn resident_uses_a_page_in_webkit() -> Step<()> {
    resident_uses_a_page(Engine::WebKit)
}

#[test]
fn page_is_seen_at_320_px_in_chromium() -> Outcome {
    page_is_seen_at_320_px(Engine::Chromium)
}

#[test]
fn network_that_is_off_is_noticed() -> Step<()> {
    let Stage { browser, server } = stage(Engine::Chromium)?;
    let url = server.url();
    server.stop();
    let script = "return fetch(arguments[0]).then(() => 'came', () => 'refused')";
    assert_eq!(browser.run(script, &[url.into()])?, "refused");
    assert_eq!(browser.console_errors()?.len(), 1);
    Ok(())
}

#[test]
fn page_is_seen_at_320_px_in_firefox() -> Outcome {
    page_is_seen_at_320_px(Engine::Firefox)
}

#[test]
fn page_is_seen_at_320_px_in_webkit() -> Outcome {
    page_is_seen_at_320_px(Engine::WebKit)
}

/// What a slow network keeps back is not waited for; it is there as soon as the network lets it through.
fn page_is_used_while_a_part_of_it_is_on_its_way(engine: Engine) -> Step<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
    let stage = Stage::in_weather(engine, &folder, "", &[("late", Weather::Held)])?;
    let browser = &stage.browser;
    let late = "document.body.append(Object.assign(new Image(), { src: 'late.png' }))";
    browser.run(late, &[])?;
    browser.click("相談する")?;
    browser.sees("押されました")?;
    assert_eq!(stage.server.requests().len(), 1);
    stage.server.clears("late");
    stage.settle()?;
    assert_eq!(stage.server.requests().len(), 2);
    Ok(())
}

#[test]
fn page_is_used_while_a_part_of_it_is_on_its_way_in_each_engine() -> Step<()> {
    let mut engines = Engine::ALL.into_iter();
    engines.try_for_each(page_is_used_while_a_part_of_it_is_on_its_way)
}

#[test]
fn two_tabs_are_one_browser_in_each_engine() -> Step<()> {
    for engine in Engine::ALL {
        let Stage { browser, server } = stage(engine)?;
        browser.run("localStorage.setItem('said', 'here')", &[])?;
        let first = browser.open_tab()?;
        browser.open(&format!("{}?second", server.url()))?;
        let said = browser.run("return localStorage.getItem('said')", &[])?;
        assert_eq!(said, "here", "{engine:?}");
        let second = browser.turn_to(first.clone())?;
        assert_ne!(first, second);
        assert_eq!(browser.url()?, server.url(), "{engine:?}");
    }
    Ok(())
}

/// A port comes again, and what lies there may be another copy of the app: nothing of the last browser's is left.
#[test]
fn browser_knows_nothing_of_the_last_one_in_each_engine() -> Step<()> {
    for engine in Engine::ALL {
        let app = App::copy()?;
        let Stage { browser, server } = Stage::of_folder(engine, app.folder())?;
        let port = server.port();
        drop((browser, server));
        let server = Server::start(app.folder(), port)?;
        let browser = Browser::start(engine)?;
        browser.open(&server.url())?;
        browser.until("the program to be asked for", || {
            let asked = server.requests();
            let program = asked.iter().any(|each| each.target.contains("_bg.wasm"));
            Ok(program.then_some(()))
        })?;
    }
    Ok(())
}
