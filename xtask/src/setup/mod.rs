//! Installs what builds and tests need, each piece only when it is missing. Everything goes below `.tools` except the
//! WebAssembly std (into the Rust toolchain) and the browsers (Debian's packages, tests only).

pub mod browsers;
pub mod cargo_tools;
pub mod debian;
pub mod lockfile;
pub mod npm;
pub mod wasm_std;

use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::step::step;

/// All that `cargo xtask serve` and `build` need.
pub fn for_build(project: &Project) -> Result<(), Fault> {
    wasm_std::ensure(project)?;
    fetch(project)?;
    npm::ensure(project)?;
    cargo_tools::ensure_for_build(project)
}

/// All that `cargo xtask test` needs: as for the build, and the browsers with their drivers.
pub fn for_tests(project: &Project) -> Result<(), Fault> {
    for_build(project)?;
    cargo_tools::ensure_for_tests(project)?;
    browsers::ensure()
}

/// Trunk builds without the network, so the crates have to be here first.
fn fetch(project: &Project) -> Result<(), Fault> {
    step("crates of Cargo.lock", || {
        process::run(
            Command::new("cargo")
                .args(["fetch", "--quiet"])
                .current_dir(project.root()),
            "let this machine reach the crates registry, then run the same command again",
        )
    })
}
