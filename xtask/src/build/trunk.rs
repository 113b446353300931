//! Trunk (cargo, wasm-bindgen) with the project's own tools. What holds for everybody who runs it stands in Trunk.toml; what
//! makes a build the released one, only here.

use std::process::Command;

use super::wasm;
use crate::fault::Fault;
use crate::process;
use crate::progress::watched;
use crate::project::Project;

/// Trunk.toml's hooks run what this names in the place of `cargo xtask hook`.
const HOOK: &str = "MADOGUCHI_HOOK";
const MEND: &str = "mend the app as the first error says: `cargo check --target wasm32-unknown-unknown` shows it alone; if the error \
    is of Trunk or wasm-bindgen, run `rm -r .tools && cargo xtask setup`";

/// Builds the program and the page with their assets into `dist/`, without the network and without the hooks.
pub fn for_release(project: &Project) -> Result<(), Fault> {
    let mut trunk = trunk(project)?;
    trunk
        .args([
            "--offline",
            "true",
            "--skip-version-check",
            "build",
            "--release",
        ])
        .args(["--cargo-profile", wasm::PROFILE, "--dist"])
        .arg(project.dist())
        .env("RUST_LOG", "warn")
        // Its steps are the build's own, whose faults say what is to be mended.
        .env(HOOK, "true");
    wasm::as_released(project, &mut trunk)?;
    watched::run("app", &mut trunk, MEND)
}

/// Runs Trunk with a person's own words, such as `serve`.
pub fn for_developing(project: &Project, words: &[String]) -> Result<(), Fault> {
    let mut trunk = trunk(project)?;
    process::run(
        trunk.args(words),
        "mend the first error above; Trunk's own words: `cargo xtask trunk help`",
    )
}

fn trunk(project: &Project) -> Result<Command, Fault> {
    let mut trunk = Command::new(project.programs().join("trunk"));
    trunk
        .current_dir(project.root())
        // Its own programs first, so that Trunk finds wasm-bindgen and downloads nothing.
        .env(
            "PATH",
            process::path_with(&[project.programs(), project.npm_programs()])?,
        )
        // Pages of Trunk's own inside say nothing to whoever mends the app.
        .env("RUST_BACKTRACE", "0")
        // Trunk 0.21 takes NO_COLOR=1 for a malformed flag of its own.
        .env_remove("NO_COLOR");
    Ok(trunk)
}
