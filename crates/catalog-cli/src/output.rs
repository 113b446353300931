//! Printing, and nothing else prints.

use catalog_cli::folder::system;
use serde::Serialize;
use std::io::Write;

/// Tells a text as it is.
///
/// # Errors
/// If it cannot be written; a reader that closes the pipe early (`| head`) is not a failure.
pub fn say(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(problem) if problem.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("書き出せません（{}）。", system(&problem)))
        }
        _ => Ok(()),
    }
}

/// Tells a report as JSON.
///
/// # Errors
/// As [`say`].
pub fn say_json(report: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(report)
        .map_err(|_| "JSON にできません。作った人に知らせてください。".to_owned())?;
    say(&format!("{text}\n"))
}

/// Tells a report as JSON or in words, as it was asked for.
///
/// # Errors
/// As [`say`].
pub fn tell<R: Serialize>(
    report: &R,
    json: bool,
    words: impl FnOnce(&R) -> String,
) -> Result<(), String> {
    if json {
        say_json(report)
    } else {
        say(&words(report))
    }
}
