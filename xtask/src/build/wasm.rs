//! How the app is compiled for the browser, in one place: the flags of this machine and of the release, and wasm-opt.
//! The flags that hold for every build of the app stand in `.cargo/config.toml`; cargo adds these to them.

use std::path::Path;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::setup;

/// Cargo's profile for the browser (Cargo.toml).
pub const PROFILE: &str = "wasm-release";
/// Cargo's name for the flags of [`setup::wasm_std::TARGET`] alone, so that no host program is built with them.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// Named one by one: with all features on, wasm-opt writes modules that browsers of README refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
const MEND: &str = "run `rm -r .tools && cargo xtask setup`, then the same command again";

/// Has `command` compile with the flags and the std that the released app is made with, and without the network.
pub fn as_released(project: &Project, command: &mut Command) -> Result<(), Fault> {
    let mut flags = paths_left_out();
    if setup::wasm_std::has_source(project)? {
        setup::std_along(command);
        // A panic ends the program at once, without a message that nobody would read.
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort");
    }
    command
        .current_dir(project.root())
        .env("CARGO_NET_OFFLINE", "true")
        .env(FLAGS, flags)
        // They would take the place of these and of `.cargo/config.toml`.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(())
}

/// Keeps the builder's folders out of what is published.
fn paths_left_out() -> String {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .unwrap_or_default();
    format!("--remap-path-prefix={home}/registry/src=crates")
}

/// Makes a module smaller in its place.
pub fn optimize(project: &Project, module: &Path) -> Result<(), Fault> {
    process::run(
        Command::new(project.npm_programs().join("wasm-opt"))
            // `-Oz` is smaller as it lies and larger as it is sent (brotli: with names in numbers 115,119 bytes, with this 114,867).
            .arg("-Os")
            // The stack begins there (`--stack-first`), so no address of data is so low: sums of addresses become offsets.
            .arg("--low-memory-unused")
            .args(["--strip-producers", "--strip-target-features"])
            .args(FEATURES)
            .arg(module)
            .arg("-o")
            .arg(module),
        MEND,
    )
}
