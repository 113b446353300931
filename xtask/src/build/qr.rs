//! The module that draws QR codes, beside the parts of the page that load it. Trunk builds one program only.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::wasm;
use crate::fault::Fault;
use crate::project::Project;
use crate::setup::wasm_std::TARGET;
use crate::{cargo, process, progress};

const MEND: &str = "mend crates/qr as the first error says: `cargo check --package qr --target wasm32-unknown-unknown` shows it alone";

/// Builds it for the release into `parts`, as small as it can be.
pub fn publish(project: &Project, parts: &Path) -> Result<(), Fault> {
    let mut cargo = cargo::offline(project, ["build", "--package", "qr"]);
    cargo.args(["--profile", wasm::PROFILE, "--target", TARGET]);
    wasm::as_released(project, &mut cargo)?;
    progress::watched::run("QR codes", &mut cargo, MEND)?;
    bind(
        &project.programs().join("wasm-bindgen"),
        &built(project, wasm::PROFILE),
        parts,
    )?;
    wasm::optimize(project, &parts.join("qr_bg.wasm"))
}

/// Builds it for developing, where wasm-bindgen is at hand; without it the page says that codes did not load.
pub fn for_developing(project: &Project, parts: &Path) -> Result<(), Fault> {
    let Some(wasm_bindgen) = wasm_bindgen(project) else {
        println!("  without QR codes: `cargo xtask setup` installs wasm-bindgen, which makes them");
        return Ok(());
    };
    let words = ["build", "--quiet", "--package", "qr", "--target", TARGET];
    process::run(
        Command::new("cargo")
            .args(words)
            .current_dir(project.root()),
        MEND,
    )?;
    bind(&wasm_bindgen, &built(project, "debug"), parts)
}

fn wasm_bindgen(project: &Project) -> Option<PathBuf> {
    let own = project.programs().join("wasm-bindgen");
    own.is_file().then_some(own)
}

fn built(project: &Project, profile: &str) -> PathBuf {
    project
        .at("target")
        .join(TARGET)
        .join(profile)
        .join("qr.wasm")
}

fn bind(wasm_bindgen: &Path, module: &Path, parts: &Path) -> Result<(), Fault> {
    let mut bind = Command::new(wasm_bindgen);
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "qr",
        "--out-dir",
    ])
    .arg(parts)
    .arg(module);
    process::run(
        &mut bind,
        "run `rm -r .tools/bin && cargo xtask setup`, then the same command again",
    )
}
