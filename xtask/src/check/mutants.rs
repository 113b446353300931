//! `cargo xtask mutants`: changes the navigator in hundreds of small ways, one at a time, and runs its own tests on each.
//! What no test notices is named. How the tests are run stands in `.cargo/mutants.toml`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::progress::long_step;
use crate::project::Project;
use crate::setup::cargo_tools;

/// The package that is changed. The others are mostly reading, wording and drawing.
const PACKAGE: &str = "navigator";

/// So many of a hundred have to be noticed; docs/testing.md tells of those that cannot be.
const LEAST: usize = 90;

/// What cargo-mutants ends with where it could judge: all noticed, some missed, some ran too long.
const JUDGED: [i32; 3] = [0, 2, 3];

/// Changes, tests and judges. `more` goes to cargo-mutants, such as `--file crates/navigator/src/day.rs` or `--list`.
pub fn run(project: &Project, more: &[String]) -> Result<(), Fault> {
    cargo_tools::ensure_for_mutants(project)?;
    let folder = project.at("target/mutants.out");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(|error| Fault::undeletable(&folder, &error))?;
    }
    long_step("mutants", "about an hour for all of them", || {
        let mut command = Command::new(project.programs().join("cargo-mutants"));
        command
            .args(["mutants", "--package", PACKAGE, "--output", "target"])
            .args(more)
            .current_dir(project.root());
        let mend =
            "read what cargo-mutants says above; the tests must pass before anything is changed";
        process::run_to(&mut command, &JUDGED, mend)
    })?;
    match Tally::of(&folder) {
        Some(tally) => tally.judge(&folder),
        // It was only asked something, as by --list.
        None => Ok(()),
    }
}

/// How many mutants there were of each sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tally {
    caught: usize,
    /// Ran too long: a loop had lost its end. That is noticed too.
    timeout: usize,
    missed: usize,
    /// Did not compile.
    unviable: usize,
}

impl Tally {
    fn of(folder: &Path) -> Option<Self> {
        let count = |name: &str| {
            let lines = fs::read_to_string(folder.join(name)).ok()?;
            Some(lines.lines().count())
        };
        Some(Self {
            caught: count("caught.txt")?,
            timeout: count("timeout.txt")?,
            missed: count("missed.txt")?,
            unviable: count("unviable.txt")?,
        })
    }

    fn viable(self) -> usize {
        self.caught + self.timeout + self.missed
    }

    fn is_enough(self) -> bool {
        (self.caught + self.timeout) * 100 >= self.viable() * LEAST
    }

    fn judge(self, folder: &Path) -> Result<(), Fault> {
        println!(
            "{} viable mutants: {} caught, {} ran too long, {} missed; {} did not compile",
            self.viable(),
            self.caught,
            self.timeout,
            self.missed,
            self.unviable
        );
        if self.is_enough() {
            return Ok(());
        }
        Err(Fault::new(
            folder.join("missed.txt").display().to_string(),
            format!("fewer than {LEAST} of 100 were noticed"),
            "write a test of the promise that each of them breaks",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_of_ten_are_enough_and_what_does_not_compile_is_not_counted() {
        let tally = |caught, timeout, missed| Tally {
            caught,
            timeout,
            missed,
            unviable: 1000,
        };
        assert!(tally(89, 1, 10).is_enough());
        assert!(!tally(89, 0, 10).is_enough());
        assert!(tally(0, 0, 0).is_enough());
        assert_eq!(tally(89, 1, 10).viable(), 100);
    }
}
