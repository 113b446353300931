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
    let with_std = wasm_std::ensure_source(project)?;
    fetch(project, with_std)?;
    npm::ensure(project)?;
    cargo_tools::ensure_for_build(project)
}

/// All that `cargo xtask test` needs: as for the build, and the browsers with their drivers.
pub fn for_tests(project: &Project) -> Result<(), Fault> {
    for_build(project)?;
    cargo_tools::ensure_for_tests(project)?;
    browsers::ensure()
}

/// No later step asks the network: the crates of the project have to be here first, and those of std too, which has a lock
/// file of its own, where it is built along.
fn fetch(project: &Project, with_std: bool) -> Result<(), Fault> {
    let mend = "let this machine reach the crates registry, then run `cargo xtask setup` again";
    step("crates of Cargo.lock", || {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["fetch", "--quiet", "--locked"])
            .current_dir(project.root());
        process::run(&mut cargo, mend)
    })?;
    if !with_std {
        return Ok(());
    }
    step("crates of std's own Cargo.lock", || {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["fetch", "--quiet", "--locked"])
            .args(["--target", wasm_std::TARGET, "--manifest-path"])
            .arg(wasm_std::library(project)?.join("Cargo.toml"))
            .current_dir(project.root())
            // std's own manifest uses what is not stable.
            .env("RUSTC_BOOTSTRAP", "1");
        process::run(&mut cargo, mend)
    })
}

/// Has cargo build std along with the app, made for size. These switches are not stable; they stand in the environment
/// of this one command and nowhere else, and the app builds without them too.
pub fn std_along(cargo: &mut Command) {
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
}
