//! Scripts made smaller by terser; Trunk's own minifier fails on what wasm-bindgen writes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::site::files;

const MEND: &str = "run `rm -r .tools/npm && cargo xtask setup`, then the same command again";

/// Makes one script smaller in its place.
pub fn minify(project: &Project, file: &Path) -> Result<(), Fault> {
    process::run(
        Command::new(project.npm_programs().join("terser"))
            .arg(file)
            .args(["--module", "--compress", "passes=3", "--mangle", "--output"])
            .arg(file),
        MEND,
    )
}

/// A script's text, made smaller.
pub fn smaller(project: &Project, script: &str) -> Result<String, Fault> {
    let scratch = project.at("target/inline.js");
    files::write(&scratch, script)?;
    minify(project, &scratch)?;
    fs::read_to_string(&scratch).map_err(|error| Fault::file(&scratch, &error, MEND))
}

/// Makes every script below `folder` smaller.
pub fn minify_all(project: &Project, folder: &Path) -> Result<(), Fault> {
    files::read(folder)?
        .keys()
        .filter(|name| name.ends_with(".js"))
        .try_for_each(|name| minify(project, &folder.join(name)))
}
