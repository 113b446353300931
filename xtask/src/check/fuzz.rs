//! `cargo xtask fuzz`: any text and any bytes for each reader, found by libFuzzer. The targets and their seeds lie in
//! `fuzz/`, a workspace of its own: they are built with a nightly compiler, whose instrumentation stable Rust has not.

use std::fs;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::progress::{long_step, step};
use crate::project::Project;
use crate::setup::cargo_tools;

/// One a reader; `fuzz/Cargo.toml` names the same.
const TARGETS: [&str; 7] = [
    "catalog",
    "sheet",
    "condition",
    "hours",
    "loose",
    "answers",
    "compiled",
];

/// Who needs longer for one input hangs.
const SECONDS_FOR_ONE: u32 = 10;
/// Who takes more memory takes it wildly: the real sheets and both towns need a tenth.
const MEGABYTES: u32 = 1024;

/// Builds the targets and stays at each for so many seconds. Stops at the first that fails.
pub fn run(project: &Project, seconds: u32) -> Result<(), Fault> {
    let nightly = nightly()?;
    cargo_tools::ensure_for_fuzz(project)?;
    long_step("fuzz targets", "some minutes the first time", || {
        process::run(
            &mut cargo_fuzz(project, &nightly, "build"),
            "mend the errors above; libFuzzer itself needs a C++ compiler (Debian: `apt-get install g++`)",
        )
    })?;
    for target in TARGETS {
        step(&format!("fuzz {target} for {seconds} s"), || {
            one(project, &nightly, target, seconds)
        })?;
    }
    Ok(())
}

fn one(project: &Project, nightly: &str, target: &str, seconds: u32) -> Result<(), Fault> {
    // What is found on the way is kept in the first folder, so that the next run goes on from there.
    let found = project.at("fuzz/corpus").join(target);
    fs::create_dir_all(&found).map_err(|error| Fault::unwritable(&found, &error))?;
    process::run(
        cargo_fuzz(project, nightly, "run")
            .arg(target)
            .arg(&found)
            .arg(project.at("fuzz/seeds").join(target))
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={SECONDS_FOR_ONE}"))
            .arg(format!("-rss_limit_mb={MEGABYTES}"))
            .args(["-verbosity=0", "-print_final_stats=1"]),
        &format!(
            "the input lies in fuzz/artifacts/{target}; make it a test beside the reader, then mend the reader"
        ),
    )
}

/// cargo-fuzz without a sanitizer: nothing here is unsafe, and without it the fuzzer gets twice as far.
fn cargo_fuzz(project: &Project, nightly: &str, task: &str) -> Command {
    let mut command = Command::new(project.programs().join("cargo-fuzz"));
    command
        .args([task, "--sanitizer", "none"])
        .current_dir(project.root())
        .env("RUSTUP_TOOLCHAIN", nightly)
        // The cargo that runs xtask is of the project's own toolchain.
        .env_remove("CARGO");
    command
}

fn nightly() -> Result<String, Fault> {
    let mend = "install it: `rustup toolchain install nightly --profile minimal`";
    let list = process::read(Command::new("rustup").args(["toolchain", "list"]), mend)?;
    nightly_in(&list).ok_or_else(|| {
        Fault::new(
            "a nightly toolchain",
            "rustup has none, and fuzzing needs it",
            mend,
        )
    })
}

/// The first nightly of `rustup toolchain list`.
fn nightly_in(list: &str) -> Option<String> {
    let mut lines = list.lines().map(str::trim_start);
    let line = lines.find(|line| line.starts_with("nightly"))?;
    line.split_whitespace().next().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nightly_is_found_among_the_toolchains() {
        let list = "stable-x86_64-unknown-linux-gnu (default)\nnightly-2026-05-16-x86_64-unknown-linux-gnu\n\
            nightly-x86_64-unknown-linux-gnu\n1.95.0-x86_64-unknown-linux-gnu (active)\n";
        let found = nightly_in(list);
        assert_eq!(
            found.as_deref(),
            Some("nightly-2026-05-16-x86_64-unknown-linux-gnu")
        );
        assert_eq!(
            nightly_in("stable-x86_64-unknown-linux-gnu (default)\n"),
            None
        );
        assert_eq!(nightly_in("no installed toolchains\n"), None);
    }

    #[test]
    fn each_target_has_its_program_and_its_seeds() -> Result<(), Fault> {
        let project = Project::here()?;
        for target in TARGETS {
            let program = project.at("fuzz/targets").join(format!("{target}.rs"));
            assert!(program.is_file(), "{target}");
            assert!(project.at("fuzz/seeds").join(target).is_dir(), "{target}");
        }
        Ok(())
    }
}
