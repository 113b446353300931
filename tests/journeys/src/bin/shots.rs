//! Pictures of every screen for people to look at: `cargo xtask shots`. On a phone and on a desk, light and dark; as a kiosk
//! shows it; and what somebody would print, as it is printed.

use std::process::ExitCode;

use journeys::{App, Engine, Resident, Step, tour};

const WIDTHS: [u32; 2] = [320, 1280];
const KIOSK_WIDTH: u32 = 1080;
/// A4 without its margins.
const PAPER_WIDTH: u32 = 703;
/// The screens that are worth a sheet of paper.
const PRINTED: [&str; 4] = [
    "suggestions",
    "suggestions in danger",
    "window",
    "to take along",
];

fn main() -> ExitCode {
    match on_phone_desk_and_paper().and_then(|()| on_kiosk()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn on_phone_desk_and_paper() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    let mut number = 0;
    tour(&resident, "", &mut |screen| {
        number += 1;
        for width in WIDTHS {
            browser.resize(width, 800)?;
            for (colours, dark) in [("light", false), ("dark", true)] {
                browser.prefer_dark(dark)?;
                take(
                    &resident,
                    &format!("{number:02}-{screen}-{width}-{colours}"),
                )?;
            }
            browser.prefer_dark(false)?;
        }
        if PRINTED.contains(&screen) {
            browser.resize(PAPER_WIDTH, 800)?;
            browser.emulate("print", &[])?;
            take(&resident, &format!("{number:02}-{screen}-print"))?;
            browser.emulate("", &[])?;
        }
        browser.resize(360, 740)
    })
}

fn on_kiosk() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, "?kiosk=1")?;
    resident.browser().resize(KIOSK_WIDTH, 1400)?;
    let mut number = 0;
    tour(&resident, "?kiosk=1", &mut |screen| {
        number += 1;
        take(&resident, &format!("kiosk-{number:02}-{screen}"))
    })
}

fn take(resident: &Resident, name: &str) -> Step<()> {
    let path = resident.browser().shot_of_all(name)?;
    println!("  {}", path.display());
    Ok(())
}
