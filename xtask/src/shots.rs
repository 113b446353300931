//! `cargo xtask shots`: pictures of every screen. Which screens there are, the journeys know.

use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::step::step;

/// Takes the pictures of the built app into `target/shots/`.
pub fn take(project: &Project) -> Result<(), Fault> {
    step("pictures of every screen", || {
        process::run(
            Command::new("cargo")
                .args(["run", "--quiet", "--package", "journeys", "--bin", "shots"])
                .current_dir(project.root())
                .env("MADOGUCHI_DIST", project.dist()),
            "mend what the line above names",
        )
    })?;
    println!("  they are in {}", project.shots().display());
    Ok(())
}
