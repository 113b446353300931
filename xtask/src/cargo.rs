//! Cargo as every step after set-up calls it: at the project's root and without the network, so that whatever set-up
//! forgot to fetch shows at once, on every machine.

use std::process::Command;

use crate::project::Project;

/// The cargo that PATH names, with these words.
pub fn offline<'a>(project: &Project, words: impl IntoIterator<Item = &'a str>) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .args(words)
        .current_dir(project.root())
        .env("CARGO_NET_OFFLINE", "true");
    cargo
}
