//! Pictures of the main screens at 320 and 1280 px, for people to look at: `cargo xtask shots`. Every screen is one line of
//! [`SCREENS`]: its name, and the address below the app's root.

use std::process::ExitCode;

use journeys::{Engine, Stage, Step};

const SCREENS: [(&str, &str); 1] = [("start", "")];
const WIDTHS: [u32; 2] = [320, 1280];

fn main() -> ExitCode {
    match take() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn take() -> Step<()> {
    let stage = Stage::of_app(Engine::Chromium)?;
    let browser = &stage.browser;
    for width in WIDTHS {
        browser.resize(width, 800)?;
        for (name, below) in SCREENS {
            browser.open(&format!("{}{below}", stage.server.url()))?;
            stage.settle()?;
            let path = browser.shot_of_all(&format!("{name}-{width}"))?;
            println!("  {}", path.display());
        }
    }
    Ok(())
}
