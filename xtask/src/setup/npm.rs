//! What comes from npm, in the exact versions of `xtask/npm`: binaryen's `wasm-opt`, terser, the Digital Agency's
//! design tokens, and axe-core, which judges screens in the journeys. Installed below `.tools/npm`; no install script is run.

use std::fs;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::step::{present, step};

const FILES: [&str; 2] = ["package.json", "package-lock.json"];
/// Written last: an install that was broken off has none.
const DONE: &str = "installed.json";
const MEND: &str = "install Node.js with npm (Debian: `apt-get install nodejs npm`) and let this machine reach the npm registry";

/// Installs the packages of `xtask/npm` unless just these are there.
pub fn ensure(project: &Project) -> Result<(), Fault> {
    let wanted = project.at("xtask/npm").join("package-lock.json");
    let done = project.npm().join(DONE);
    let lock =
        fs::read(&wanted).map_err(|error| Fault::file(&wanted, &error, "restore it from git"))?;
    if fs::read(&done).is_ok_and(|there| there == lock)
        && ["wasm-opt", "terser"]
            .iter()
            .all(|program| project.npm_programs().join(program).is_file())
    {
        present("wasm-opt, terser, design tokens, axe-core");
        return Ok(());
    }
    step("wasm-opt, terser, design tokens, axe-core from npm", || {
        install(project)
    })?;
    fs::write(&done, lock)
        .map_err(|error| Fault::file(&done, &error, "make the project's folder writable"))
}

fn install(project: &Project) -> Result<(), Fault> {
    let folder = project.npm();
    let mend = "make the project's folder writable, then run the same command again";
    fs::create_dir_all(&folder).map_err(|error| Fault::file(&folder, &error, mend))?;
    for name in FILES {
        let from = project.at("xtask/npm").join(name);
        fs::copy(&from, folder.join(name)).map_err(|error| Fault::file(&from, &error, mend))?;
    }
    process::run(
        Command::new("npm")
            .args([
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ])
            .current_dir(&folder),
        MEND,
    )
}
