//! The navigator's part: one answer → next question and suggestions, natively and in headless Chromium, on made-up catalogs
//! of 100 to 100,000 entries and on the real towns. What is measured stands in `tests/speed`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::Fault;
use crate::project::Project;
use crate::step::{long_step, step};
use crate::{build, catalogs, process};

const SPEED: &str = "speed";
const BROWSER: &str = "wasm32-unknown-unknown";
/// The app's own profile: what is measured is what people get, but for wasm-opt.
const PROFILE: &str = "wasm-release";
const MEND: &str = "mend what the lines above name";

/// Prepares a folder with the page, its program and the towns, and measures.
pub fn bench(project: &Project) -> Result<(), Fault> {
    let folder = project.at("target/speed");
    fs::create_dir_all(&folder)
        .map_err(|error| Fault::file(&folder, &error, "make this folder writable"))?;
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
        process::run(
            Command::new("cargo")
                .args(["run", "--quiet", "--release", "--package", SPEED, "--"])
                .arg(&folder)
                .current_dir(project.root()),
            MEND,
        )
    })
}

fn for_the_browser(project: &Project, folder: &PathBuf) -> Result<(), Fault> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--quiet", "--package", SPEED])
        .args(["--target", BROWSER, "--profile", PROFILE])
        .current_dir(project.root());
    build::as_for_the_app(project, &mut cargo)?;
    process::run(&mut cargo, MEND)?;
    let built = format!("target/{BROWSER}/{PROFILE}/{SPEED}.wasm");
    process::run(
        Command::new(project.programs().join("wasm-bindgen"))
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .args([folder, &project.at(&built)]),
        MEND,
    )
}

fn copy(from: PathBuf, to: PathBuf) -> Result<(), Fault> {
    fs::copy(&from, &to)
        .map(drop)
        .map_err(|error| Fault::file(&from, &error, "run the same command again"))
}
