//! `cargo xtask shots`: pictures of every screen. Which screens there are, the journeys know.

use crate::cargo;
use crate::fault::Fault;
use crate::process;
use crate::progress::step;
use crate::project::Project;

/// Takes the pictures of the built app into `target/shots/`.
pub fn take(project: &Project) -> Result<(), Fault> {
    let words = ["run", "--quiet", "--package", "journeys", "--bin", "shots"];
    step("pictures of every screen", || {
        process::run(
            cargo::offline(project, words).env("MADOGUCHI_DIST", project.dist()),
            "mend the screen at which it stopped: the last picture in target/shots is of the one before it",
        )
    })?;
    println!("  they are in {}", project.shots().display());
    Ok(())
}
