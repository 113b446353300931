//! What lets the app open with the network off, put beside it: the service worker, whose list `site::worker` fills in, and
//! the manifest by which a phone puts the app on its home screen.

use std::fs;
use std::path::Path;

use super::script;
use crate::fault::Fault;
use crate::project::Project;
use crate::site::files::{self, Files};
use crate::site::worker::WORKER;

const TAKEDOWN: &str = "takedown.js";
const MANIFEST: &str = "manifest.webmanifest";
const ICON: &str = "icon.svg";
const MEND: &str = "run `cargo xtask build` again";

/// Puts both into `dist/`; the worker's list is filled in when the site is sealed.
pub fn write(project: &Project) -> Result<(), Fault> {
    let from = project.at("public").join(WORKER);
    let worker = project.dist().join(WORKER);
    fs::copy(&from, &worker).map_err(|error| Fault::lost(&from, &error))?;
    script::minify(project, &worker)?;
    let from = project.at("public").join(MANIFEST);
    let manifest = fs::read_to_string(&from).map_err(|error| Fault::lost(&from, &error))?;
    let icon = icon(&files::read(&project.dist())?)?;
    let lines: String = manifest.lines().map(str::trim).collect();
    files::write(&project.dist().join(MANIFEST), lines.replace(ICON, &icon))
}

/// Puts the worker that gives everything back, for the day on which the site ends, into a folder beside it.
pub fn write_takedown(project: &Project, beside: &Path) -> Result<(), Fault> {
    let from = project.at("public").join(TAKEDOWN);
    let worker = fs::read(&from).map_err(|error| Fault::lost(&from, &error))?;
    files::write(&beside.join(TAKEDOWN), worker)
}

/// The icon's name, which Trunk has given a hash.
pub fn icon(files: &Files) -> Result<String, Fault> {
    let mut names = files.keys();
    let icon = names.find(|name| name.starts_with("icon-") && name.ends_with(".svg"));
    icon.cloned()
        .ok_or_else(|| Fault::new("dist", "no icon in it", MEND))
}
