//! Installs what builds and tests need, each piece only when it is missing, and fetches all crates: no later step needs the
//! network. Everything goes below `.tools` except the WebAssembly std and its source (into the Rust toolchain), the crates
//! (into cargo's home) and the browsers (Debian's packages, tests only).

pub mod browsers;
pub mod cargo_tools;
mod crates;
mod debian;
mod lockfile;
pub mod npm;
pub mod wasm_std;

use std::process::Command;
use std::thread;

use crate::fault::Fault;
use crate::project::Project;

/// All that `cargo xtask serve` and `build` need.
pub fn for_build(project: &Project) -> Result<(), Fault> {
    side_by_side(
        || cargo_tools::ensure_for_build(project),
        || fetched(project),
    )
}

/// All that `cargo xtask test` needs: as for the build, and the browsers with their drivers.
pub fn for_tests(project: &Project) -> Result<(), Fault> {
    side_by_side(
        || cargo_tools::ensure_for_tests(project),
        || {
            fetched(project)?;
            browsers::ensure()
        },
    )
}

/// What is downloaded and hardly computed.
fn fetched(project: &Project) -> Result<(), Fault> {
    let with_source = wasm_std::ensure_source(project)?;
    crates::fetch(project, with_source)?;
    wasm_std::ensure(project)?;
    npm::ensure(project)
}

/// Does both at once: the one keeps the processor busy, the other the network. The first fault of the first comes first.
fn side_by_side(
    computed: impl FnOnce() -> Result<(), Fault> + Send,
    fetched: impl FnOnce() -> Result<(), Fault>,
) -> Result<(), Fault> {
    thread::scope(|scope| {
        let computed = scope.spawn(computed);
        let fetched = fetched();
        let stopped = || {
            Fault::new(
                "set-up",
                "a thread of it stopped",
                "run `cargo xtask setup`",
            )
        };
        computed.join().unwrap_or_else(|_| Err(stopped()))?;
        fetched
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
