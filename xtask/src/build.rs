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
use crate::{catalogs, furigana, lists, offline, script, seal, site, style};

const TARGET: &str = "wasm32-unknown-unknown";
/// Cargo's profile for the browser; Trunk.toml names it too.
const PROFILE: &str = "wasm-release";
/// Set for a build that is for kiosks only (docs/kiosk.md).
const KIOSK: &str = "MADOGUCHI_KIOSK";
const MEND: &str = "mend what the lines above name; if they speak of a tool's version, delete .tools and run the same command again";

/// Builds the app into `dist/`, as it is published.
pub fn build(project: &Project) -> Result<(), Fault> {
    let catalogs = step("catalogs of all towns", || catalogs::compile(project))?;
    step("style sheet", || style::write(project))?;
    long_step(
        "release app by Trunk",
        "1 to 3 minutes the first time on two cores",
        || trunk(project),
    )?;
    step("QR codes, a module of their own", || qr(project))?;
    step("furigana", || furigana::write(project))?;
    step("one small script", || script::write(project))?;
    catalogs::publish(project, &catalogs)?;
    catalogs::include(project)?;
    step("smaller scripts within the page", || {
        script::inline(project)
    })?;
    if std::env::var_os(KIOSK).is_some() {
        for_a_kiosk(project)?;
    }
    step("pages without a program", || {
        lists::publish(project, &catalogs.towns)
    })?;
    step("worker for the network being off", || {
        offline::write(project)
    })?;
    // Last: it goes by the bytes of every page.
    seal::seal(&project.dist())?;
    seal::for_servers(project)
}

/// Marks the page as a kiosk's, as `?kiosk=1` does for one visit.
fn for_a_kiosk(project: &Project) -> Result<(), Fault> {
    let page = project.dist().join("index.html");
    let html = std::fs::read_to_string(&page).map_err(|error| Fault::file(&page, &error, MEND))?;
    site::write(&page, html.replacen("<html", "<html data-kiosk", 1))
}

/// How Trunk builds (release, profile, no network) stands in Trunk.toml; this adds only what differs by machine.
fn trunk(project: &Project) -> Result<(), Fault> {
    let mut trunk = Command::new(project.programs().join("trunk"));
    trunk
        .arg("build")
        .env("PATH", path_with_tools(project)?)
        // Trunk 0.21 takes NO_COLOR=1 for a malformed flag of its own.
        .env_remove("NO_COLOR");
    as_for_the_app(project, &mut trunk)?;
    process::run(&mut trunk, MEND)
}

/// Has `command` compile with the flags and the std that the app is made with.
pub fn as_for_the_app(project: &Project, command: &mut Command) -> Result<(), Fault> {
    let mut flags = paths_left_out();
    if setup::wasm_std::has_source(project)? {
        setup::std_along(command);
        // A panic ends the program at once, without a message that nobody would read.
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort");
    }
    command.current_dir(project.root()).env("RUSTFLAGS", flags);
    Ok(())
}

/// Builds the module that draws QR codes beside the parts of the page that load it. Trunk builds one program only.
fn qr(project: &Project) -> Result<(), Fault> {
    const WORDS: [&str; 8] = [
        "build",
        "--quiet",
        "--package",
        "qr",
        "--profile",
        PROFILE,
        "--target",
        TARGET,
    ];
    let mut cargo = Command::new("cargo");
    as_for_the_app(project, cargo.args(WORDS))?;
    process::run(&mut cargo, MEND)?;
    let parts = project.dist().join("parts");
    let built = project.root().join("target").join(TARGET).join(PROFILE);
    process::run(
        Command::new(project.programs().join("wasm-bindgen"))
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--out-name",
                "qr",
                "--out-dir",
            ])
            .arg(&parts)
            .arg(built.join("qr.wasm")),
        MEND,
    )?;
    let module = parts.join("qr_bg.wasm");
    process::run(
        Command::new(project.npm_programs().join("wasm-opt"))
            .args(["-Oz", "--enable-bulk-memory", "--enable-bulk-memory-opt"])
            .args(["--enable-nontrapping-float-to-int", "--enable-sign-ext"])
            .args([
                "--enable-mutable-globals",
                "--enable-reference-types",
                "--enable-multivalue",
            ])
            .arg(&module)
            .arg("-o")
            .arg(&module),
        MEND,
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
