//! The page's part: the release app as a city's server would send it, to a slow phone. What is measured, and by which ways
//! through the app, stands in `tests/journeys/src/bin/pace`.

use std::fs;
use std::path::Path;

use crate::check::size::weight;
use crate::fault::Fault;
use crate::progress::step;
use crate::project::Project;
use crate::server::COMPRESSED;
use crate::setup::npm;
use crate::site::files;
use crate::{build, cargo, process};

/// Builds the app, lays a compressed form beside each file, and measures.
pub fn bench(project: &Project) -> Result<(), Fault> {
    npm::ensure_for_bench(project)?;
    build::build(project)?;
    let folder = project.at("target/pace");
    step("each file in brotli, as a city's server sends it", || {
        compress(&project.dist(), &folder)
    })?;
    step("the page's times", || {
        let words = [
            "run",
            "--quiet",
            "--package",
            "journeys",
            "--bin",
            "pace",
            "--",
        ];
        let mut pace = cargo::offline(project, words);
        process::run(
            pace.args([&folder, &npm::lighthouse(project)]),
            "run `cargo xtask bench page` again; if it stays, `rm -r .tools/npm/bench` has Lighthouse installed anew",
        )
    })
}

/// Copies the site, with a compressed form beside each file. `cargo xtask serve` sends the very files, so that `dist/`
/// stays what is published.
fn compress(dist: &Path, folder: &Path) -> Result<(), Fault> {
    if folder.exists() {
        // Yesterday's files have other names.
        fs::remove_dir_all(folder).map_err(|error| Fault::unwritable(folder, &error))?;
    }
    for (name, bytes) in files::read(dist)? {
        let path = folder.join(&name);
        let small = weight::brotli(&bytes)
            .map_err(|error| Fault::file(&path, &error, "run the same command again"))?;
        files::write(&path, bytes)?;
        files::write(&folder.join(name + COMPRESSED), small)?;
    }
    Ok(())
}
