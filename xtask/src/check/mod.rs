//! `cargo xtask test`: every check, in an order that finds the cheap faults first. Stops at the first that fails. What is
//! asked for by itself and judged too lies beside: the size, steadiness, fuzzing, mutants.

pub mod fuzz;
pub mod mutants;
pub mod size;
pub mod steady;

use std::time::{Duration, Instant};

use crate::build::{self, catalogs};
use crate::fault::Fault;
use crate::progress::{step, told, watched};
use crate::project::Project;
use crate::setup::wasm_std::TARGET;
use crate::{cargo, process, setup};

/// The app.
const APP: &str = "madoguchi-navi";
/// Not in the app, but promised to run in a browser too.
const SHEETS: &str = "catalog";
const INTERCHANGE: &str = "interchange";

type Check = (&'static str, fn(&Project) -> Result<(), Fault>);

const CHECKS: [Check; 11] = [
    ("set-up", setup::for_tests),
    ("rustfmt", format),
    ("clippy", clippy),
    ("clippy for the browser", clippy_for_the_browser),
    ("tests of the crates, compiled", compile_crates),
    ("tests of the crates", crates),
    ("parts of the app in a browser", components),
    ("catalog check", catalogs::check),
    ("build", build::build),
    ("size of the first visit", size::report),
    ("journeys in real browsers", journeys),
];

/// Runs all checks and prints how long each took.
pub fn everything(project: &Project) -> Result<(), Fault> {
    let start = Instant::now();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for (index, (name, check)) in CHECKS.into_iter().enumerate() {
        let begin = Instant::now();
        step(
            &format!("{} of {}: {name}", index + 1, CHECKS.len()),
            || check(project),
        )?;
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
        &mut cargo::offline(project, ["fmt", "--all", "--check"]),
        "run `cargo fmt --all`",
    )
}

fn clippy(project: &Project) -> Result<(), Fault> {
    let words = "clippy --workspace --all-targets --all-features -- -Dwarnings";
    watched::run(
        "clippy",
        &mut cargo::offline(project, words.split(' ')),
        "mend each place that is named above; `cargo clippy --fix --workspace --all-targets --all-features` mends many",
    )
}

fn clippy_for_the_browser(project: &Project) -> Result<(), Fault> {
    let mut cargo = cargo::offline(project, ["clippy"]);
    for package in [APP, SHEETS, INTERCHANGE] {
        cargo.args(["--package", package]);
    }
    cargo.args(["--target", TARGET]);
    watched::run(
        "clippy for the browser",
        cargo.args(["--", "-Dwarnings"]),
        "mend each place that is named above; `cargo clippy --fix --target wasm32-unknown-unknown` mends many",
    )
}

fn compile_crates(project: &Project) -> Result<(), Fault> {
    watched::run(
        "tests of the crates",
        &mut cargo::offline(project, ["test", "--workspace", "--no-run"]),
        "mend the first error above; `cargo test --workspace --no-run` shows it again",
    )
}

fn crates(project: &Project) -> Result<(), Fault> {
    process::run(
        &mut cargo::offline(project, ["test", "--workspace"]),
        "each failed test is a promise that is broken: its name says which. `cargo test <its name>` runs it alone",
    )
}

/// What needs a browser and no journey (see tests/components).
fn components(project: &Project) -> Result<(), Fault> {
    let words = ["test", "--package", APP, "--test", "components", "--target"];
    let mut parts = cargo::offline(project, words);
    parts
        .arg(TARGET)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            project.programs().join("wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", "chromedriver")
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            project.at("tests/components/webdriver.json"),
        );
    process::run(
        &mut parts,
        "each failed test is a promise that is broken: its name says which, and its file in tests/components what the part does",
    )
}

/// The journeys are behind a feature, because they need browsers and a built app (see tests/journeys).
fn journeys(project: &Project) -> Result<(), Fault> {
    let words = ["test", "--package", "journeys", "--features", "browsers"];
    let mut journeys = cargo::offline(project, words);
    process::run(
        journeys.env("MADOGUCHI_DIST", project.dist()),
        "look at target/shots, where each failed journey stopped; \
         `MADOGUCHI_DIST=\"$PWD/dist\" cargo test -p journeys --features browsers <its name>` runs it alone",
    )
}
