//! まどぐちナビ in real browsers. WebDriver by way of fantoccini, with a resident's view: it finds things by the text that
//! a person sees, waits as a person would, and takes pictures. Holds no journey itself: those are in `tests/`.
//!
//! ```no_run
//! # fn journey() -> Result<(), xtask::fault::Fault> {
//! use journeys::{Engine, Stage};
//!
//! let stage = Stage::of_app(Engine::Chromium)?;
//! stage.browser.resize(320, 640)?;
//! stage.browser.click("朝霞市")?;
//! stage.browser.sees("だれのことで困っていますか")?;
//! # Ok(()) }
//! ```
//!
//! Most journeys are those of a [`Resident`], who counts taps and stands before one screen at a time.

mod app;
mod browser;
mod driver;
mod element;
mod engine;
mod look;
mod resident;
mod session;
mod stage;
mod tour;

pub use app::App;
pub use browser::{Browser, Tab};
pub use element::Element;
pub use engine::{CHROMIUM, Engine, chromium};
pub use look::Look;
pub use resident::{Resident, is_of_suggestions};
pub use stage::Stage;
pub use tour::tour;
pub use xtask::fault::Fault;

/// What a step of a journey gives: its result, or where it stopped and what to do.
pub type Step<T> = Result<T, Fault>;
