//! Builds the release app: catalogs first, then Trunk (cargo, wasm-bindgen, wasm-opt), then the catalogs beside the app.
//! Needs what `setup::for_build` installs, and no network.

use std::ffi::OsString;
use std::process::Command;

use crate::catalogs;
use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::{long_step, step};
use crate::style;

/// Builds the app into `dist/`, as it is published.
pub fn build(project: &Project) -> Result<(), Fault> {
    let catalogs = step("catalogs of all towns", || catalogs::compile(project))?;
    step("style sheet", || style::write(project))?;
    long_step(
        "release app by Trunk",
        "1 to 3 minutes the first time on two cores",
        || trunk(project, &catalogs::names(&catalogs)),
    )?;
    step("smaller JavaScript", || minify(project))?;
    catalogs::publish(project, &catalogs)?;
    catalogs::include(project)
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
    as_for_the_app(project, &mut trunk)?;
    process::run(
        &mut trunk,
        "mend what the lines above name; if they speak of a tool's version, delete .tools and run the same command again",
    )
}

/// Has `command` compile with the flags and the std that the app is made with.
pub fn as_for_the_app(project: &Project, command: &mut Command) -> Result<(), Fault> {
    let mut flags = paths_left_out();
    if setup::wasm_std::has_source(project)? {
        setup::std_along(command);
        // A panic ends the program at once, without a message that nobody would read.
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort");
    }
    command.env("RUSTFLAGS", flags);
    Ok(())
}

/// Makes what wasm-bindgen wrote smaller; Trunk's own minifier fails on it.
fn minify(project: &Project) -> Result<(), Fault> {
    let mend = "run `cargo xtask build` again; if it stays, delete .tools/npm";
    let dist = project.dist();
    let files = std::fs::read_dir(&dist).map_err(|error| Fault::file(&dist, &error, mend))?;
    for file in files.flatten().map(|file| file.path()) {
        if file.extension().is_some_and(|extension| extension == "js") {
            process::run(
                Command::new(project.npm_programs().join("terser"))
                    .arg(&file)
                    .args(["--module", "--compress", "passes=3", "--mangle", "--output"])
                    .arg(&file),
                mend,
            )?;
        }
    }
    Ok(())
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
