//! `cargo xtask steady`: the journeys that depend on time, again and again. Which these are, the journeys know.

use crate::cargo;
use crate::fault::Fault;
use crate::process;
use crate::project::Project;

/// Takes them in the built app, five times, the last time with every core busy.
pub fn run(project: &Project) -> Result<(), Fault> {
    let words = ["run", "--quiet", "--package", "journeys", "--bin", "steady"];
    process::run(
        cargo::offline(project, words).env("MADOGUCHI_DIST", project.dist()),
        "a journey that fails once of five times waits for what may be gone: have the server's weather hold it back",
    )
}
