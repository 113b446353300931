//! The three engines that residents' browsers are built on: which driver speaks for each, and how each is started so that
//! it is alone, in Japanese, and asks nobody but the machine it runs on.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::Step;
use xtask::project::Project;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, most Android phones and kiosks.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and with it every iPhone; here WebKitGTK.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// A short name, for files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether its browser needs a screen. The other two run without one.
    pub(crate) fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// The driver, to listen on `port` of this machine.
    pub(crate) fn driver(self, port: u16) -> Step<Command> {
        let command = match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new(Project::here()?.programs().join("geckodriver"));
                // Its second port has a fixed default, which the next journey's driver would find taken.
                command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
                command
            }
            Self::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                command
            }
        };
        Ok(command)
    }

    /// Style that lets the browser's own window be as narrow as a phone: the file below the profile, and its text. Firefox
    /// stops at 500 px and WebKit's test browser at 447 px otherwise, for the sake of their toolbars.
    pub(crate) fn window_style(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Chromium => None,
            Self::Firefox => Some((
                "chrome/userChrome.css",
                ":root, body, #nav-bar, #browser, #navigator-toolbox { min-width: 0 !important; }",
            )),
            Self::WebKit => Some((
                "gtk-3.0/gtk.css",
                "* { min-width: 0; margin: 0; padding: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }",
            )),
        }
    }

    /// What the driver is asked to start, with `profile` as a fresh folder of its own. `more` are arguments for Chromium.
    /// With `patient`, every step waits until the page has loaded.
    pub(crate) fn capabilities(
        self,
        profile: &Path,
        more: &[String],
        patient: bool,
    ) -> Map<String, Value> {
        let mut wanted = match self {
            Self::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "args": chromium_arguments(profile, more) },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": firefox(),
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "intl.accept_languages": "ja",
                        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                        "app.update.disabledForTesting": true,
                        "browser.safebrowsing.malware.enabled": false,
                        "browser.safebrowsing.phishing.enabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "args": ["--automation"] },
            }),
        };
        wanted["pageLoadStrategy"] = json!(if patient { "normal" } else { "none" });
        wanted.as_object().cloned().unwrap_or_default()
    }
}

/// How Chromium is started so that it has no window and asks nobody else.
pub const CHROMIUM: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--lang=ja",
    "--accept-lang=ja",
    // No name of another site can even be looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

fn chromium_arguments(profile: &Path, more: &[String]) -> Vec<String> {
    let mut arguments: Vec<String> = CHROMIUM.map(String::from).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.extend_from_slice(more);
    arguments
}

/// Debian calls it firefox-esr, others firefox.
fn firefox() -> PathBuf {
    on_path(&["firefox-esr", "firefox"])
}

/// Where Chromium is, for programs that start it themselves.
pub fn chromium() -> PathBuf {
    on_path(&["chromium"])
}

/// Where the first of these programs is.
fn on_path(names: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let in_each = |name| folders.iter().map(move |folder| folder.join(name));
    let mut paths = names.iter().flat_map(in_each);
    let found = paths.find(|path| path.is_file());
    found.unwrap_or_else(|| names.iter().collect())
}
