//! Programs that come as crates: Trunk, wasm-bindgen, geckodriver, cargo-fuzz and cargo-mutants, installed below `.tools`
//! in exact versions. Built without optimisation: they run for a second or two or wait for others, and optimising them
//! would take many minutes.

use std::fs;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::progress::{long_step, present, watched};
use crate::project::Project;
use crate::setup::lockfile;

/// Trunk 0.22 needs a newer Rust than rust-toolchain.toml names.
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";

/// A program, the crate that it comes from, and how to install it.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// The fewest features, and the crate's own lock where that builds.
    options: &'static [&'static str],
    /// Measured on two cores.
    takes: &'static str,
}

/// Trunk, and wasm-bindgen in the version that Cargo.lock names.
pub fn ensure_for_build(project: &Project) -> Result<(), Fault> {
    ensure(
        project,
        &Tool {
            program: "trunk",
            package: "trunk",
            version: TRUNK.to_owned(),
            options: &["--no-default-features", "--locked"],
            takes: "about 2 to 3 minutes on two cores",
        },
    )?;
    ensure(
        project,
        &Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: lockfile::wasm_bindgen(project)?,
            // Not --locked: the crate's own lock does not build.
            options: &["--no-default-features"],
            takes: "about 1 minute on two cores",
        },
    )
}

/// As for the build, and geckodriver, through which the journeys drive Firefox; Debian has no package of it.
pub fn ensure_for_tests(project: &Project) -> Result<(), Fault> {
    ensure_for_build(project)?;
    ensure(
        project,
        &Tool {
            program: "geckodriver",
            package: "geckodriver",
            version: GECKODRIVER.to_owned(),
            options: &["--locked"],
            takes: "about 1 minute on two cores",
        },
    )
}

/// cargo-fuzz, which builds the targets in `fuzz/` and runs them.
pub fn ensure_for_fuzz(project: &Project) -> Result<(), Fault> {
    ensure(
        project,
        &Tool {
            program: "cargo-fuzz",
            package: "cargo-fuzz",
            version: CARGO_FUZZ.to_owned(),
            options: &["--locked"],
            takes: "about half a minute on two cores",
        },
    )
}

/// cargo-mutants, which changes the navigator and runs its tests.
pub fn ensure_for_mutants(project: &Project) -> Result<(), Fault> {
    ensure(
        project,
        &Tool {
            program: "cargo-mutants",
            package: "cargo-mutants",
            version: CARGO_MUTANTS.to_owned(),
            options: &["--locked"],
            takes: "about 2 minutes on two cores",
        },
    )
}

fn ensure(project: &Project, tool: &Tool) -> Result<(), Fault> {
    let name = format!("{} {}", tool.package, tool.version);
    if is_there(project, tool) {
        present(&name);
        return Ok(());
    }
    long_step(&name, tool.takes, || install(project, tool))
}

fn is_there(project: &Project, tool: &Tool) -> bool {
    let mut program = Command::new(project.programs().join(tool.program));
    process::read(program.arg("--version"), "").is_ok_and(|told| says_version(&told, &tool.version))
}

/// Whether a program's answer to `--version` names this version: `trunk 0.21.14`, `geckodriver 0.37.1 (…)`.
fn says_version(told: &str, version: &str) -> bool {
    told.split_whitespace().take(2).any(|word| word == version)
}

fn install(project: &Project, tool: &Tool) -> Result<(), Fault> {
    let scratch = project.scratch(tool.package);
    let mut cargo = Command::new("cargo");
    cargo
        .args(["install", "--debug", "--force", tool.package])
        .args(["--version", &tool.version])
        .args(tool.options)
        .arg("--root")
        .arg(project.tools())
        .arg("--target-dir")
        .arg(&scratch)
        .current_dir(project.root())
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Or cargo would ask to have it there.
        .env("PATH", process::path_with(&[project.programs()])?);
    watched::run(
        tool.package,
        &mut cargo,
        "let this machine reach the crates registry and have a C compiler (Debian: `apt-get install gcc`), then run `cargo xtask setup`",
    )?;
    // Gigabytes that nobody needs again.
    fs::remove_dir_all(&scratch).map_err(|error| Fault::undeletable(&scratch, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_not_taken_for_the_right_one() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(says_version(
            "geckodriver 0.37.1 (abc 2025-01-01)\n\nThe source",
            "0.37.1"
        ));
        assert!(!says_version("wasm-bindgen 0.2.130\n", "0.2.13"));
    }
}
