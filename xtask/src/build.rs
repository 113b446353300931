//! Builds the release app: catalogs first, then Trunk (cargo, wasm-bindgen, wasm-opt), then what lies beside the app, and
//! last what is worked out from all of it (headers, the worker's list).
//! Needs what `setup::for_build` installs, and no network.

use std::ffi::OsString;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::{long_step, step};
use crate::{catalogs, lists, offline, script, seal, style};

/// Builds the app into `dist/`, as it is published.
pub fn build(project: &Project) -> Result<(), Fault> {
    let catalogs = step("catalogs of all towns", || catalogs::compile(project))?;
    step("style sheet", || style::write(project))?;
    long_step(
        "release app by Trunk",
        "1 to 3 minutes the first time on two cores",
        || trunk(project, &catalogs::names(&catalogs)),
    )?;
    step("one small script", || script::write(project))?;
    catalogs::publish(project, &catalogs)?;
    catalogs::include(project)?;
    step("pages without a program", || {
        lists::publish(project, &catalogs)
    })?;
    step("worker for the network being off", || {
        offline::write(project)
    })?;
    // Last: it goes by the bytes of every page.
    seal::seal(&project.dist())?;
    seal::for_servers(project)
}

/// How Trunk builds (release, profile, no network) stands in Trunk.toml; this adds only what differs by machine.
fn trunk(project: &Project, catalogs: &str) -> Result<(), Fault> {
    let mut trunk = Command::new(project.programs().join("trunk"));
    trunk
        .arg("build")
        .current_dir(project.root())
        .env("PATH", path_with_tools(project)?)
        .env("MADOGUCHI_CATALOGS", catalogs)
        // Trunk 0.21 takes NO_COLOR=1 for a malformed flag of its own.
        .env_remove("NO_COLOR");
    let mut flags = paths_left_out();
    if setup::wasm_std::has_source(project)? {
        setup::std_along(&mut trunk);
        // A panic ends the program at once, without a message that nobody would read.
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort");
    }
    process::run(
        trunk.env("RUSTFLAGS", flags),
        "mend what the lines above name; if they speak of a tool's version, delete .tools and run the same command again",
    )
}

/// Keeps the builder's folders out of what is published.
fn paths_left_out() -> String {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .unwrap_or_default();
    format!("--remap-path-prefix={home}/registry/src=crates")
}

/// The PATH with the project's own programs first, so that Trunk finds wasm-bindgen and wasm-opt and downloads nothing.
fn path_with_tools(project: &Project) -> Result<OsString, Fault> {
    let mut folders = vec![project.programs(), project.npm_programs()];
    if let Some(path) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&path));
    }
    std::env::join_paths(folders).map_err(|error| {
        Fault::new(
            "PATH",
            error.to_string(),
            "move the project to a folder without a colon in its name",
        )
    })
}
