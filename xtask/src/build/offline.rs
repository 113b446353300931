//! What lets the app open with the network off, put beside it: the service worker, whose list `site::worker` fills in, and
//! the manifest by which a phone puts the app on its home screen.

use std::fs;
use std::path::Path;

use super::{home_screen, script};
use crate::fault::Fault;
use crate::project::Project;
use crate::site::files::{self, Files};
use crate::site::worker::WORKER;

const TAKEDOWN: &str = "takedown.js";
const MANIFEST: &str = "manifest.webmanifest";
const ICON: &str = "icon.svg";
/// Stands in the manifest behind the icon, for its pictures.
const PICTURES: &str = ",\"pictures\"";
const MEND: &str = "run `cargo xtask build` again";

/// Puts both into `dist/`; the worker's list is filled in when the site is sealed.
pub fn write(project: &Project) -> Result<(), Fault> {
    let from = project.at("public").join(WORKER);
    let worker = project.dist().join(WORKER);
    fs::copy(&from, &worker).map_err(|error| Fault::lost(&from, &error))?;
    script::minify(project, &worker)?;
    let from = project.at("public").join(MANIFEST);
    let manifest = fs::read_to_string(&from).map_err(|error| Fault::lost(&from, &error))?;
    let files = files::read(&project.dist())?;
    let icon = icon(&files)?;
    let pictures = publish_pictures(project, &String::from_utf8_lossy(&files[&icon]))?;
    let lines: String = manifest.lines().map(str::trim).collect();
    let lines = lines.replace(ICON, &icon).replace(PICTURES, &pictures);
    files::write(&project.dist().join(MANIFEST), lines)
}

/// Draws the icon in all sizes, and gives them as the manifest names them.
fn publish_pictures(project: &Project, icon: &str) -> Result<String, Fault> {
    let mut named = String::new();
    for picture in home_screen::pictures(icon)? {
        let (name, size, purpose) = (picture.name(), picture.size, picture.purpose);
        files::write(&project.dist().join(&name), &picture.png)?;
        named += &format!(
            r#",{{"src":"{name}","type":"image/png","sizes":"{size}x{size}","purpose":"{purpose}"}}"#
        );
    }
    Ok(named)
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
