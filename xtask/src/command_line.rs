//! The words after `cargo xtask`. Reads them into a task or refuses them with the usage; runs nothing.

use crate::bench::Part;
use crate::fault::Fault;

/// The port that `cargo xtask serve` takes when none is given.
pub const PORT: u16 = 8080;

/// The whole command line in a few lines.
pub const USAGE: &str = "\
cargo xtask serve [--port N]   build the release app and serve it on http://127.0.0.1:8080
cargo xtask test               everything: format, clippy, tests, catalog, build, size, browser journeys
cargo xtask setup              only install what the two above need (each does it by itself)
cargo xtask build              the release app into dist/
cargo xtask size               build, then the bytes of the first visit against the budget
cargo xtask shots              build, then pictures of every screen into target/shots/
cargo xtask bench [PART]       how quick it is, and judges nothing; navigator: one answer, natively and in a browser;
                               page: first visit and taps on a slow phone (Lighthouse, Chromium); both if none is named
cargo xtask fuzz [--seconds N] odd and damaged input for each reader, 60 seconds each unless said; needs nightly Rust
cargo xtask mutants [-- …]     changes the navigator in hundreds of ways: its tests have to notice. Takes an hour";

/// How long `cargo xtask fuzz` stays at each reader when nothing is said, in seconds.
pub const FUZZ_SECONDS: u32 = 60;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Print [`USAGE`].
    Help,
    /// Install what builds and tests need.
    Setup,
    /// Build the release app into `dist/`.
    Build,
    /// Build and serve.
    Serve {
        /// The port on 127.0.0.1.
        port: u16,
    },
    /// Build and weigh.
    Size,
    /// Run every check there is.
    Test,
    /// Build and take pictures.
    Shots,
    /// Measure how quick it is.
    Bench {
        /// One after the other.
        parts: &'static [Part],
    },
    /// Throw any text and any bytes at the readers.
    Fuzz {
        /// How long each of them.
        seconds: u32,
    },
    /// Change the navigator and see whether its tests notice.
    Mutants {
        /// What else cargo-mutants is told.
        more: Vec<String>,
    },
}

/// Reads the words after `cargo xtask`. An unknown or missing word is a [`Fault`] whose mend names the known ones.
pub fn read(words: &[String]) -> Result<Task, Fault> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["help" | "--help" | "-h"] => Ok(Task::Help),
        ["setup"] => Ok(Task::Setup),
        ["build"] => Ok(Task::Build),
        ["serve"] => Ok(Task::Serve { port: PORT }),
        ["serve", "--port", port] => serve_on(port),
        ["serve", word] if word.starts_with("--port=") => serve_on(&word["--port=".len()..]),
        ["size"] => Ok(Task::Size),
        ["test"] => Ok(Task::Test),
        ["shots"] => Ok(Task::Shots),
        ["bench"] => Ok(Task::Bench { parts: &Part::ALL }),
        ["bench", "navigator"] => Ok(Task::Bench {
            parts: &[Part::Navigator],
        }),
        ["bench", "page"] => Ok(Task::Bench {
            parts: &[Part::Page],
        }),
        ["fuzz"] => Ok(Task::Fuzz {
            seconds: FUZZ_SECONDS,
        }),
        ["fuzz", "--seconds", seconds] => fuzz_for(seconds),
        ["fuzz", word] if word.starts_with("--seconds=") => fuzz_for(&word["--seconds=".len()..]),
        ["mutants"] => Ok(Task::Mutants { more: Vec::new() }),
        ["mutants", "--", more @ ..] => Ok(Task::Mutants {
            more: more.iter().map(|word| (*word).to_owned()).collect(),
        }),
        other => Err(Fault::new(
            format!("cargo xtask {}", other.join(" ")).trim(),
            "no such task",
            "one of: serve [--port N], test, setup, build, size, shots, bench [navigator | page], fuzz [--seconds N], mutants [-- …], help",
        )),
    }
}

fn serve_on(port: &str) -> Result<Task, Fault> {
    match port.parse() {
        Ok(port) => Ok(Task::Serve { port }),
        Err(_) => Err(Fault::new(
            format!("--port {port}"),
            "not a port",
            "a number from 1 to 65535 (0 takes any free port)",
        )),
    }
}

fn fuzz_for(seconds: &str) -> Result<Task, Fault> {
    match seconds.parse() {
        Ok(seconds) if seconds > 0 => Ok(Task::Fuzz { seconds }),
        _ => Err(Fault::new(
            format!("--seconds {seconds}"),
            "not a time",
            "whole seconds, from 1 on",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Task, Fault> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        read(&words)
    }

    #[test]
    fn port_is_8080_unless_said() {
        assert_eq!(of("serve"), Ok(Task::Serve { port: 8080 }));
        assert_eq!(of("serve --port 9000"), Ok(Task::Serve { port: 9000 }));
        assert_eq!(of("serve --port=9000"), Ok(Task::Serve { port: 9000 }));
    }

    #[test]
    fn each_reader_gets_a_minute_unless_said() {
        assert_eq!(of("fuzz"), Ok(Task::Fuzz { seconds: 60 }));
        assert_eq!(of("fuzz --seconds 5"), Ok(Task::Fuzz { seconds: 5 }));
        assert_eq!(of("fuzz --seconds=5"), Ok(Task::Fuzz { seconds: 5 }));
        // Nothing would end a fuzzer without a limit.
        assert!(of("fuzz --seconds 0").is_err() && of("fuzz --seconds -1").is_err());
    }

    #[test]
    fn what_stands_behind_the_dashes_is_for_cargo_mutants() {
        let more = |words: &[&str]| {
            let more = words.iter().map(|word| (*word).to_owned()).collect();
            Ok(Task::Mutants { more })
        };
        assert_eq!(of("mutants"), more(&[]));
        let line = "mutants -- --file crates/navigator/src/day.rs";
        assert_eq!(of(line), more(&["--file", "crates/navigator/src/day.rs"]));
        assert!(of("mutants --list").is_err());
    }

    #[test]
    fn unknown_words_are_refused_with_the_known_ones() {
        for line in [
            "",
            "tset",
            "serve --prot 1",
            "serve --port",
            "test now",
            "bench pages",
        ] {
            let told = of(line).map_err(|fault| fault.to_string());
            assert!(
                told.is_err_and(|told| told.contains("serve [--port N]")),
                "{line}"
            );
        }
        assert!(of("serve --port 70000").is_err());
    }
}
