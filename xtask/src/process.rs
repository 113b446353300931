//! Runs other programs, and turns a program that is missing, fails or hangs into a [`Fault`] with a mend.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::fault::Fault;

/// Runs `command` with its output shown. `mend` says what to do when it fails.
pub fn run(command: &mut Command, mend: &str) -> Result<(), Fault> {
    run_to(command, &[0], mend)
}

/// As [`run`], for a program that may end with each of these numbers.
pub fn run_to(command: &mut Command, ends: &[i32], mend: &str) -> Result<(), Fault> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error, mend))?;
    if status.code().is_some_and(|end| ends.contains(&end)) {
        Ok(())
    } else {
        Err(Fault::new(shown(command), status.to_string(), mend))
    }
}

/// Runs `command` with its output kept, and returns what it wrote to stdout.
pub fn read(command: &mut Command, mend: &str) -> Result<String, Fault> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| not_started(command, &error, mend))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().rfind(|line| !line.trim().is_empty());
        let wrong = last.map_or_else(|| output.status.to_string(), |line| line.trim().to_owned());
        Err(Fault::new(shown(command), wrong, mend))
    }
}

/// Runs `command` for `limit` at most, and says whether it succeeded. For a try that has another way after it.
pub fn tried(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // Already ended or ending: either way it is no longer waited for.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// Whether `program` is found on the PATH.
pub fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}

/// The PATH with these folders first.
pub fn path_with(first: &[PathBuf]) -> Result<OsString, Fault> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let rest = std::env::split_paths(&path);
    std::env::join_paths(first.iter().cloned().chain(rest)).map_err(|error| {
        let mend = "move the project to a folder without a colon in its name";
        Fault::new("PATH", error.to_string(), mend)
    })
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A program that could not even be started, or not be waited for.
pub fn not_started(command: &Command, error: &std::io::Error, mend: &str) -> Fault {
    Fault::new(
        shown(command),
        format!("could not be started ({error})"),
        mend,
    )
}
