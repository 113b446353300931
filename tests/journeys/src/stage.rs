//! A served folder with a browser that looks at it: what every journey begins with.

use std::path::Path;
use std::time::{Duration, Instant};

use xtask::server::{Server, Weather};

use crate::{App, Browser, Engine, Step};

const STILL: Duration = Duration::from_millis(500);
/// Whether the page of this address has been read to its end, whatever it loads beside.
const READ: &str =
    "return location.href.startsWith(arguments[0]) && document.readyState !== 'loading'";

/// A browser and the server that it looks at.
#[derive(Debug)]
pub struct Stage {
    /// Where the resident is.
    pub browser: Browser,
    /// What the resident's device asks; [`Server::requests`] is all that ever left it.
    pub server: Server,
}

impl Stage {
    /// The built app, open at its first screen.
    pub fn of_app(engine: Engine) -> Step<Self> {
        Self::of_folder(engine, &App::built()?)
    }

    /// Any folder, open at its index.html.
    pub fn of_folder(engine: Engine, folder: &Path) -> Step<Self> {
        Self::of_folder_at(engine, folder, "")
    }

    /// Any folder, open at an address below its root.
    pub fn of_folder_at(engine: Engine, folder: &Path, below: &str) -> Step<Self> {
        let server = Server::start(folder, 0)?;
        let browser = Browser::start(engine)?;
        browser.open(&format!("{}{below}", server.url()))?;
        Ok(Self { browser, server })
    }

    /// Any folder, open at an address below its root, in this weather over parts of addresses. The page itself has been
    /// read; what else it needs may still be on its way, and no step waits for it.
    pub fn in_weather(
        engine: Engine,
        folder: &Path,
        below: &str,
        weather: &[(&str, Weather)],
    ) -> Step<Self> {
        let server = Server::start(folder, 0)?;
        for (part, weather) in weather {
            server.weather(part, weather.clone());
        }
        let browser = Browser::start_impatient(engine)?;
        browser.open(&format!("{}{below}", server.url()))?;
        browser.until("the page itself", || {
            let read = browser.run(READ, &[server.url().into()])?;
            Ok((read == true).then_some(()))
        })?;
        Ok(Self { browser, server })
    }

    /// Waits until the page has loaded and the device has asked for nothing more for half a second: wasm and catalog are
    /// there then.
    pub fn settle(&self) -> Step<()> {
        let mut count = self.server.requests().len();
        let mut since = Instant::now();
        self.browser.until("the page to be still", || {
            let now = self.server.requests().len();
            if now != count {
                count = now;
                since = Instant::now();
            }
            let complete = self
                .browser
                .run("return document.readyState === 'complete'", &[])?;
            Ok((complete == true && since.elapsed() > STILL).then_some(()))
        })
    }
}
