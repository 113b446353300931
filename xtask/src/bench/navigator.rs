//! The navigator's part: one answer → next question and suggestions, natively and in headless Chromium, on made-up catalogs
//! of 100 to 100,000 entries and on the real towns. What is measured stands in `tests/speed`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::{catalogs, wasm};
use crate::fault::Fault;
use crate::progress::{long_step, step, watched};
use crate::project::Project;
use crate::setup::wasm_std::TARGET;
use crate::{cargo, process};

const SPEED: &str = "speed";
const MEND: &str = "mend tests/speed as the first error says: `cargo check --package speed --target wasm32-unknown-unknown` shows it alone";

/// Prepares a folder with the page, its program and the towns, and measures.
pub fn bench(project: &Project) -> Result<(), Fault> {
    let folder = project.at("target/speed");
    fs::create_dir_all(&folder).map_err(|error| Fault::unwritable(&folder, &error))?;
    let catalogs = step("catalogs of all towns", || catalogs::compile(project))?;
    let knowledge = project.catalogs().join(&catalogs.knowledge);
    copy(knowledge, folder.join("knowledge.bin"))?;
    for town in catalogs.towns {
        // One name a town, so that yesterday's file does not stay beside today's.
        let from = project.catalogs().join(&town.file);
        copy(from, folder.join(format!("{}.bin", town.town)))?;
    }
    copy(
        project.at("tests/speed/page/index.html"),
        folder.join("index.html"),
    )?;
    long_step("the navigator for the browser", "a minute", || {
        for_the_browser(project, &folder)
    })?;
    step("the navigator's times", || {
        let words = ["run", "--release", "--package", SPEED, "--"];
        let mut speed = cargo::offline(project, words);
        watched::run("speed", speed.arg(&folder), MEND)
    })
}

/// What is measured is what people get, but for wasm-opt.
fn for_the_browser(project: &Project, folder: &Path) -> Result<(), Fault> {
    let mut cargo = cargo::offline(project, ["build", "--package", SPEED]);
    cargo.args(["--target", TARGET, "--profile", wasm::PROFILE]);
    wasm::as_released(project, &mut cargo)?;
    watched::run("speed", &mut cargo, MEND)?;
    let built = format!("target/{TARGET}/{}/{SPEED}.wasm", wasm::PROFILE);
    let mut bind = Command::new(project.programs().join("wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(folder)
        .arg(project.at(&built));
    process::run(
        &mut bind,
        "run `rm -r .tools/bin && cargo xtask setup`, then the same command again",
    )
}

fn copy(from: PathBuf, to: PathBuf) -> Result<(), Fault> {
    fs::copy(&from, &to)
        .map(drop)
        .map_err(|error| Fault::file(&from, &error, "run the same command again"))
}
