//! A browser, as a resident uses it. Finding waits: a step that comes too early is no fault of the page.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::{PrintConfiguration, WindowHandle};
use serde_json::{Value, json};
use xtask::project::Project;
use xtask::server::Server;

use crate::driver::Driver;
use crate::session::Session;
use crate::{Element, Engine, Fault, Step};

/// How long a page may take to show what a journey waits for. Far more than a person would wait: two cores may be busy.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// Resolves when what was laid out just now is painted: WebKit would otherwise give a picture of half a page.
const PAINTED: &str = "const frame = () => new Promise((resolve) => requestAnimationFrame(resolve)); \
    return frame().then(frame).then(() => new Promise((resolve) => setTimeout(resolve, 150)))";

/// What a person can press.
const PRESSABLE: &str = "button, a[href], label, summary, input[type=submit], [role=button], [role=link], [role=tab], \
    [role=checkbox], [role=radio], [role=switch], [role=menuitem]";

const TO_THE_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";

/// Each file that the page has got so far, from when to when, and from where: what came although it was held back shows here.
const GOT: &str = "return performance.getEntriesByType('resource').map((each) => \
    `${each.name.split('/').pop()} ${Math.round(each.startTime)}-${Math.round(each.responseEnd)} ms \
    ${each.transferSize} B ${each.deliveryType ?? ''}`).join(', ')";
/// Finds by seen text: furigana do not count, nor do differences of white space; whole text before part of it.
const BY_TEXT: &str = include_str!("by_text.js");

/// A running browser. Dropping it ends it.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    session: Arc<Session>,
    driver: Driver,
}

/// One of its tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Browser {
    /// Starts a browser with an empty profile.
    pub fn start(engine: Engine) -> Step<Self> {
        Self::start_with(engine, &[], true)
    }

    /// Starts a browser with an empty profile whose every step goes on at once, however much of a page is still on its way:
    /// as a person does who taps while a slow network still loads.
    pub fn start_impatient(engine: Engine) -> Step<Self> {
        Self::start_with(engine, &[], false)
    }

    /// Starts Chromium so that all it asks, of this machine too, goes through `server`, which reaches nobody but itself.
    pub fn start_through(server: &Server) -> Step<Self> {
        let arguments = [
            format!("--proxy-server=127.0.0.1:{}", server.port()),
            "--proxy-bypass-list=<-loopback>".to_owned(),
        ];
        Self::start_with(Engine::Chromium, &arguments, true)
    }

    fn start_with(engine: Engine, arguments: &[String], patient: bool) -> Step<Self> {
        let driver = Driver::start(engine)?;
        let capabilities = engine.capabilities(driver.profile(), arguments, patient);
        let session = Session::begin(driver.port(), capabilities)?;
        Ok(Self {
            engine,
            session: Arc::new(session),
            driver,
        })
    }

    /// Closes Chromium as a person does, and gives the file of its history as it is then.
    pub fn close(&self) -> Step<Vec<u8>> {
        self.session.end()?;
        let path = self.driver.profile().join("Default/History");
        fs::read(&path).map_err(|error| Fault::file(&path, &error, "run the journey again"))
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens an address and waits until it has loaded, unless the browser is impatient.
    pub fn open(&self, url: &str) -> Step<()> {
        self.session.wait("open", self.client().goto(url))
    }

    /// The address that is open.
    pub fn url(&self) -> Step<String> {
        let url = self.session.wait("address", self.client().current_url());
        Ok(url?.into())
    }

    /// The page's title.
    pub fn title(&self) -> Step<String> {
        self.session.wait("title", self.client().title())
    }

    /// The browser's own Back button.
    pub fn back(&self) -> Step<()> {
        self.session.wait("back", self.client().back())
    }

    /// The browser's own Forward button.
    pub fn forward(&self) -> Step<()> {
        self.session.wait("forward", self.client().forward())
    }

    /// The browser's own Reload button.
    pub fn reload(&self) -> Step<()> {
        self.session.wait("reload", self.client().refresh())
    }

    /// Opens another tab and looks at it. Gives the tab that it looked at before.
    pub fn open_tab(&self) -> Step<Tab> {
        let opened = self.session.wait("new tab", self.client().new_window(true));
        self.turn_to(Tab(opened?.handle))
    }

    /// Looks at another tab. Gives the tab that it looked at before.
    pub fn turn_to(&self, tab: Tab) -> Step<Tab> {
        let before = self.session.wait("tab", self.client().window())?;
        let turned = self.client().switch_to_window(tab.0);
        self.session.wait("to turn to a tab", turned)?;
        Ok(Tab(before))
    }

    fn client(&self) -> &fantoccini::Client {
        self.session.client()
    }

    /// Makes the page `width` by `height` CSS pixels, without the window's frame.
    pub fn resize(&self, width: u32, height: u32) -> Step<()> {
        let wanted = (i64::from(width), i64::from(height));
        self.set_window(wanted)?;
        // The window has a frame, and may take its time: as much more as is still missing, until nothing is.
        self.until(&format!("a page of {width} by {height}"), || {
            let inner = self.inner_size()?;
            if inner == wanted {
                return Ok(Some(()));
            }
            let window = self.client().get_window_size();
            let window = self.session.wait("size of the window", window)?;
            let side = |now: u64, missing: i64| i64::try_from(now).unwrap_or(0) + missing;
            self.set_window((
                side(window.0, wanted.0 - inner.0),
                side(window.1, wanted.1 - inner.1),
            ))?;
            Ok(None)
        })
    }

    /// Waits for the first element that `css` selects.
    pub fn find(&self, css: &str) -> Step<Element> {
        self.until(css, || Ok(self.all(css)?.into_iter().next()))
    }

    /// All elements that `css` selects now; does not wait.
    pub fn all(&self, css: &str) -> Step<Vec<Element>> {
        let found = self.client().find_all(Locator::Css(css));
        let found = self.session.wait("elements", found)?.into_iter();
        Ok(found.map(|each| Element::of(&self.session, each)).collect())
    }

    /// Waits for the button, link or label that reads `text`, and clicks it.
    pub fn click(&self, text: &str) -> Step<()> {
        self.click_in(PRESSABLE, text)
    }

    /// Waits for what `css` selects and reads `text`, brings it to the middle of the sight, as a thumb does with what
    /// lies under a bar, and clicks it.
    pub fn click_in(&self, css: &str, text: &str) -> Step<()> {
        self.until(&format!("to click 「{text}」"), || {
            match self.by_text(css, text)? {
                Some(element) => {
                    self.bring_to_the_middle(&element)?;
                    element.click().map(Some)
                }
                None => Ok(None),
            }
        })
    }

    /// Brings an element to the middle of the sight, as a thumb does.
    pub fn bring_to_the_middle(&self, element: &Element) -> Step<()> {
        self.run(TO_THE_MIDDLE, &[element.argument()]).map(drop)
    }

    /// Waits for the button, link or label that reads `text`.
    pub fn pressable(&self, text: &str) -> Step<Element> {
        self.until(&format!("to press 「{text}」"), || {
            self.by_text(PRESSABLE, text)
        })
    }

    /// Waits until `text` is to be seen anywhere, and returns the smallest element that holds it.
    pub fn sees(&self, text: &str) -> Step<Element> {
        self.until(&format!("to see 「{text}」"), || {
            self.by_text("body *", text)
        })
    }

    /// Whether `text` is to be seen now; does not wait.
    pub fn shows(&self, text: &str) -> Step<bool> {
        Ok(self.by_text("body *", text)?.is_some())
    }

    /// All text that is to be seen.
    pub fn text(&self) -> Step<String> {
        let text = self.run("return document.body.innerText", &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script in the page (`arguments[0]`, `return`) and gives back its result.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Step<Value> {
        let result = self.client().execute(script, arguments.to_vec());
        self.session.wait("script", result)
    }

    /// Presses a key where the focus is: a letter, or a key by its WebDriver code (`\u{E004}` Tab, `\u{E007}` Enter,
    /// `\u{E00C}` Escape).
    pub fn press(&self, key: char) -> Step<()> {
        self.strokes(&[KeyAction::Down { value: key }, KeyAction::Up { value: key }])
    }

    /// Presses a key while another is held, such as Shift (`\u{E008}`).
    pub fn press_holding(&self, held: char, key: char) -> Step<()> {
        self.strokes(&[
            KeyAction::Down { value: held },
            KeyAction::Down { value: key },
            KeyAction::Up { value: key },
            KeyAction::Up { value: held },
        ])
    }

    fn strokes(&self, strokes: &[KeyAction]) -> Step<()> {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let strokes = strokes
            .iter()
            .fold(keyboard, |keyboard, stroke| keyboard.then(stroke.clone()));
        let strokes = self.client().perform_actions(strokes);
        self.session.wait("keys", strokes)
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Step<Element> {
        self.until("a focused element", || {
            let focused = self.session.wait("focus", self.client().active_element())?;
            Ok(Some(Element::of(&self.session, focused)))
        })
    }

    /// What the page and the browser wrote to the console as errors. Chromium only: the others do not tell, and give none.
    pub fn console_errors(&self) -> Step<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = json!({ "type": "browser" });
        let entries = self.session.ask("se/log".to_owned(), Some(log))?;
        let list = entries.as_array().map(Vec::as_slice).unwrap_or_default();
        let severe = list.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect())
    }

    /// Asks for dark colours, or light ones, as a person's own device does. Chromium only.
    pub fn prefer_dark(&self, dark: bool) -> Step<()> {
        let scheme = if dark { "dark" } else { "light" };
        self.emulate("", &[("prefers-color-scheme", scheme)])
    }

    /// Shows the page as this medium (`print`; nothing for the screen) and with features of the device that its styles
    /// ask for, such as `forced-colors`. Chromium only.
    pub fn emulate(&self, media: &str, features: &[(&str, &str)]) -> Step<()> {
        let named = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = features.iter().map(named).collect();
        let wanted = json!({ "media": media, "features": features });
        self.devtools("Emulation.setEmulatedMedia", &wanted)
            .map(drop)
    }

    /// Gives the browser's own developer tools a command. Chromium only.
    pub fn devtools(&self, command: &str, params: &Value) -> Step<Value> {
        let wanted = json!({ "cmd": command, "params": params });
        let path = "goog/cdp/execute".to_owned();
        self.session.ask(path, Some(wanted))
    }

    /// Prints the page on A4 and gives the PDF.
    pub fn prints(&self) -> Step<Vec<u8>> {
        let printed = self.client().print(PrintConfiguration::default());
        self.session.wait("print", printed)
    }

    /// Prints on the paper that the page itself asks for, and gives the PDF. Chromium only.
    pub fn prints_on_its_own_paper(&self) -> Step<Vec<u8>> {
        let wanted = json!({ "preferCSSPageSize": true });
        let printed = self.devtools("Page.printToPDF", &wanted)?;
        let printed = printed["data"].as_str().unwrap_or_default();
        BASE64
            .decode(printed)
            .map_err(|error| Fault::new("WebDriver print", error.to_string(), "run it again"))
    }

    /// What is in sight, as a picture (PNG).
    pub fn picture(&self) -> Step<Vec<u8>> {
        self.run(PAINTED, &[])?;
        self.session.wait("picture", self.client().screenshot())
    }

    /// Gives the page so many times less of the processor, as a cheap phone does. Chromium only.
    pub fn slow_processor(&self, times: u32) -> Step<()> {
        self.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": times }))
            .map(drop)
    }

    /// Has the network answer each request after so many milliseconds, and carry so many kilobits a second down and up.
    /// Chromium only.
    pub fn slow_network(&self, latency: f64, down: f64, up: f64) -> Step<()> {
        let bytes = |kilobits: f64| kilobits * 1000.0 / 8.0;
        self.devtools("Network.enable", &json!({}))?;
        self.devtools(
            "Network.emulateNetworkConditions",
            &json!({
                "offline": false,
                "latency": latency,
                "downloadThroughput": bytes(down),
                "uploadThroughput": bytes(up),
            }),
        )
        .map(drop)
    }

    /// Runs a script in every page that is opened from now on, before the page's own. Chromium only.
    pub fn run_first(&self, script: &str) -> Step<()> {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        )
        .map(drop)
    }

    /// Takes a picture of what is in sight into `target/shots/<name>.png`.
    pub fn shot(&self, name: &str) -> Step<PathBuf> {
        let picture = self.picture()?;
        let folder = Project::here()?.shots();
        let path = folder.join(format!("{}.png", file_name(name)));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, picture))
            .map_err(|error| Fault::file(&path, &error, "make this folder writable"))?;
        Ok(path)
    }

    /// Takes a picture of the whole page at its present width, however long it is.
    pub fn shot_of_all(&self, name: &str) -> Step<PathBuf> {
        let (width, height) = self.inner_size()?;
        let whole = self.run(
            "return Math.ceil(document.documentElement.scrollHeight)",
            &[],
        )?;
        let side = |number: i64| u32::try_from(number).unwrap_or(1);
        self.resize(
            side(width),
            side(whole.as_i64().unwrap_or(height).max(height)),
        )?;
        let path = self.shot(name);
        self.resize(side(width), side(height))?;
        path
    }

    /// Tries again until `attempt` gives something. Gives up after [`PATIENCE`] with a picture of where it stopped.
    pub fn until<T>(&self, what: &str, mut attempt: impl FnMut() -> Step<Option<T>>) -> Step<T> {
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < PATIENCE {
            match attempt() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => last = None,
                // A page that is changing at this moment: the next try finds it changed.
                Err(fault) => last = Some(fault),
            }
            thread::sleep(PAUSE);
        }
        Err(self.stopped(what, last))
    }

    fn stopped(&self, what: &str, last: Option<Fault>) -> Fault {
        let why = last.map_or_else(String::new, |fault| format!("; last: {fault}"));
        let seen: String = self.text().unwrap_or_default().chars().take(400).collect();
        let mend = match self.shot(&format!("stopped-{}-{what}", self.engine.name())) {
            Ok(path) => format!("look at {}", path.display()),
            Err(_) => "run the journey again".to_owned(),
        };
        let got = self.run(GOT, &[]).unwrap_or_default();
        let wrong = format!(
            "not after {} s{why}; the page reads: {}; it has got: {}",
            PATIENCE.as_secs(),
            seen.replace('\n', " / "),
            got.as_str().unwrap_or_default()
        );
        Fault::new(format!("{} waits {what}", self.engine.name()), wrong, mend)
    }

    fn by_text(&self, css: &str, text: &str) -> Step<Option<Element>> {
        let found = self.run(BY_TEXT, &[json!(css), json!(text)])?;
        Ok(Element::told(&self.session, &found))
    }

    fn inner_size(&self) -> Step<(i64, i64)> {
        let size = self.run("return [innerWidth, innerHeight]", &[])?;
        Ok((size[0].as_i64().unwrap_or(0), size[1].as_i64().unwrap_or(0)))
    }

    fn set_window(&self, (width, height): (i64, i64)) -> Step<()> {
        let side = |length: i64| u32::try_from(length).unwrap_or(1);
        let resized = self.client().set_window_size(side(width), side(height));
        self.session.wait("to resize", resized)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends next, and with it a browser that did not hear this.
        let _ = self.session.end();
    }
}

/// `what` as a file name: everything that a folder could choke on becomes a dash.
fn file_name(what: &str) -> String {
    what.chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_no_path() {
        assert_eq!(file_name("to see 「町/../a」"), "to-see--町----a-");
    }
}
