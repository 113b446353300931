//! How quick the page is on a slow phone, beside what we aim for: `cargo xtask bench page`. Prints figures and fails on none.
//!
//! Three views, each in fresh browsers: Lighthouse's of the first visit, a clock in the page until the first question
//! stands, and the time from each tap to the next picture.

mod lighthouse;
mod median;
mod taps;
mod visit;

use std::path::PathBuf;
use std::process::ExitCode;

use journeys::{Fault, Step};

/// How often each thing is measured; told is the middle one.
const RUNS: usize = 5;
/// A town's fragment: as from a city's own page, which links straight to its town.
const STRAIGHT: &str = "#asaka";

fn main() -> ExitCode {
    match print() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// The words: the folder to serve, and Lighthouse's command.
fn print() -> Step<()> {
    let mut words = std::env::args().skip(1).map(PathBuf::from);
    let (Some(folder), Some(lighthouse)) = (words.next(), words.next()) else {
        return Err(Fault::new(
            "pace",
            "no folder and no Lighthouse named",
            "run `cargo xtask bench page`, which prepares both",
        ));
    };
    lighthouse::print(&folder, &lighthouse)?;
    visit::print(&folder)?;
    taps::print(&folder)
}
