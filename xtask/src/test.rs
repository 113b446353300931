//! `cargo xtask test`: every check, in an order that finds the cheap faults first. Stops at the first that fails.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::fault::Fault;
use crate::project::Project;
use crate::step::{step, told};
use crate::{build, catalogs, process, setup, size};

/// The app, the one package that is compiled for the browser.
const APP: &str = "madoguchi-navi";

type Check = (&'static str, fn(&Project) -> Result<(), Fault>);

const CHECKS: [Check; 9] = [
    ("set-up", setup::for_tests),
    ("rustfmt", format),
    ("clippy", clippy),
    ("clippy for the browser", clippy_for_the_browser),
    ("tests of the crates", crates),
    ("catalog check", catalogs::check),
    ("build", build::build),
    ("size of the first visit", size::report),
    ("journeys in real browsers", journeys),
];

/// Runs all checks and prints how long each took.
pub fn everything(project: &Project) -> Result<(), Fault> {
    let start = Instant::now();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for (name, check) in CHECKS {
        let begin = Instant::now();
        step(name, || check(project))?;
        times.push((name, begin.elapsed()));
    }
    println!("\nAll checks passed in {}:", told(start.elapsed()));
    for (name, time) in times {
        println!("  {:>12}  {name}", told(time));
    }
    Ok(())
}

fn format(project: &Project) -> Result<(), Fault> {
    process::run(
        &mut cargo(project, &["fmt", "--all", "--check"]),
        "run `cargo fmt --all`",
    )
}

fn clippy(project: &Project) -> Result<(), Fault> {
    let words = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-Dwarnings",
    ];
    process::run(&mut cargo(project, &words), "mend each warning above")
}

fn clippy_for_the_browser(project: &Project) -> Result<(), Fault> {
    let words = [
        "clippy",
        "--quiet",
        "--package",
        APP,
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-Dwarnings",
    ];
    process::run(&mut cargo(project, &words), "mend each warning above")
}

fn crates(project: &Project) -> Result<(), Fault> {
    process::run(
        &mut cargo(project, &["test", "--workspace"]),
        "mend the tests that are named above",
    )
}

/// The journeys are behind a feature, because they need browsers and a built app (see tests/journeys).
fn journeys(project: &Project) -> Result<(), Fault> {
    process::run(
        cargo(
            project,
            &["test", "--package", "journeys", "--features", "browsers"],
        )
        .env("MADOGUCHI_DIST", project.dist()),
        "mend the journeys that are named above; pictures of where they stopped are in target/shots",
    )
}

fn cargo(project: &Project, words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words).current_dir(project.root());
    command
}
