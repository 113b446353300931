//! A served folder with a browser that looks at it: what every journey begins with.

use std::path::{Path, PathBuf};

use xtask::server::Server;

use crate::{Browser, Engine, Fault, Step};

/// Where the built app is; `cargo xtask test` sets it.
const DIST: &str = "MADOGUCHI_DIST";

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
        match std::env::var_os(DIST) {
            Some(folder) => Self::of_folder(engine, &PathBuf::from(folder)),
            None => Err(Fault::new(
                DIST,
                "not set",
                "run the journeys by `cargo xtask test`, which builds the app first",
            )),
        }
    }

    /// Any folder, open at its index.html.
    pub fn of_folder(engine: Engine, folder: &Path) -> Step<Self> {
        let server = Server::start(folder, 0)?;
        let browser = Browser::start(engine)?;
        browser.open(&server.url())?;
        Ok(Self { browser, server })
    }
}
