//! Runs a program of minutes and shows how far it is: a bar on a terminal, elsewhere a plain line now and then. What a
//! person has to see of its words (warnings, errors) comes through; the first error becomes the cause of the fault.

use std::io::{BufReader, IsTerminal, Read};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::count::{self, Line};
use crate::fault::Fault;
use crate::process;

/// All bars that are on the terminal at once.
static BARS: LazyLock<MultiProgress> = LazyLock::new(MultiProgress::new);
/// How often a plain line says how far it is.
const PLAIN: Duration = Duration::from_secs(30);

/// Runs `command` and shows its progress under `name`. `mend` says what to do when it fails.
pub fn run(name: &str, command: &mut Command, mend: &str) -> Result<(), Fault> {
    let colour = if std::io::stderr().is_terminal() {
        "always"
    } else {
        "never"
    };
    command
        .env("CARGO_TERM_PROGRESS_WHEN", "always")
        .env("CARGO_TERM_PROGRESS_WIDTH", "80")
        .env("CARGO_TERM_COLOR", colour)
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| process::not_started(command, &error, mend))?;
    let cause = Watch::new(name).follow(&mut child);
    let status = child
        .wait()
        .map_err(|error| process::not_started(command, &error, mend))?;
    if status.success() {
        return Ok(());
    }
    let wrong = cause.unwrap_or_else(|| status.to_string());
    Err(Fault::new(process::shown(command), wrong, mend))
}

/// What is shown of one program.
struct Watch {
    name: String,
    bar: ProgressBar,
    on_a_terminal: bool,
    told: Instant,
}

impl Watch {
    fn new(name: &str) -> Self {
        let bar = BARS.add(ProgressBar::no_length());
        let style = ProgressStyle::with_template("  {bar:30} {pos}/{len} {elapsed} {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(name.to_owned());
        Self {
            name: name.to_owned(),
            bar,
            on_a_terminal: std::io::stderr().is_terminal(),
            told: Instant::now(),
        }
    }

    /// Shows what the child writes until it ends, and returns its first error.
    fn follow(mut self, child: &mut Child) -> Option<String> {
        let mut cause = None;
        let words = BufReader::new(child.stderr.take()?);
        let mut line = Vec::new();
        for byte in words.bytes().map_while(Result::ok) {
            // A bar ends with the one and writes over itself, a line ends with the other.
            if byte != b'\r' && byte != b'\n' {
                line.push(byte);
                continue;
            }
            let text = String::from_utf8_lossy(&line);
            let bare = console::strip_ansi_codes(&text);
            if let Some(read) = count::read(&bare) {
                self.show(read, &text);
                if matches!(read, Line::Said) && bare.starts_with("error") {
                    cause.get_or_insert_with(|| bare.trim_end().to_owned());
                }
            }
            line.clear();
        }
        self.bar.finish_and_clear();
        cause
    }

    fn show(&mut self, line: Line, text: &str) {
        match line {
            Line::Count(done, all) => {
                self.bar.set_length(all);
                self.bar.set_position(done);
                if !self.on_a_terminal && self.told.elapsed() > PLAIN {
                    println!("  {}: {done} of {all}", self.name);
                    self.told = Instant::now();
                }
            }
            Line::Status => {}
            Line::Said => BARS.suspend(|| eprintln!("{}", text.trim_end())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Result<(), Fault> {
        run(
            "a try",
            Command::new("sh").args(["-c", script]),
            "try again",
        )
    }

    #[test]
    fn the_first_error_is_the_cause() {
        let told = sh("echo 'error: no room' >&2; echo 'error: and then' >&2; exit 3");
        let told = told
            .map_err(|fault| fault.to_string())
            .err()
            .unwrap_or_default();
        assert!(
            told.ends_with(": error: no room\n  mend: try again"),
            "{told}"
        );
    }

    #[test]
    fn who_fails_without_a_word_is_told_by_its_end() {
        assert!(sh("exit 3").is_err_and(|fault| fault.to_string().contains("exit status: 3")));
        assert!(sh("printf 'Building [=> ] 1/2: a\\rdone' >&2").is_ok());
    }
}
