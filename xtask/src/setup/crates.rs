//! Fetches crates into cargo's home, so that no later step asks the network: those of the project, and those of std, which
//! has a lock file of its own, where std is built along. (Fuzzing is a workspace of its own and fetches for itself.)

use std::process::Command;

use super::wasm_std;
use crate::fault::Fault;
use crate::process;
use crate::progress::step;
use crate::project::Project;

const MEND: &str = "let this machine reach the crates registry, then run `cargo xtask setup` again";

/// Fetches what both lock files name; std's only where its source is there.
pub fn fetch(project: &Project, with_std: bool) -> Result<(), Fault> {
    step("crates of Cargo.lock", || {
        process::run(&mut cargo_fetch(project), MEND)
    })?;
    if !with_std {
        return Ok(());
    }
    step("crates of std's own Cargo.lock", || {
        let mut fetch = cargo_fetch(project);
        fetch
            .args(["--target", wasm_std::TARGET, "--manifest-path"])
            .arg(wasm_std::library(project)?.join("Cargo.toml"))
            // std's own manifest uses what is not stable.
            .env("RUSTC_BOOTSTRAP", "1");
        process::run(&mut fetch, MEND)
    })
}

fn cargo_fetch(project: &Project) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["fetch", "--quiet", "--locked"])
        .current_dir(project.root());
    cargo
}
