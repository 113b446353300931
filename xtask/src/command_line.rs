//! The words after `cargo xtask`, as a type; runs nothing.

use clap::{Parser, Subcommand};

use crate::bench::Part;
use crate::build::hook::Stage;

/// Set-up, build, serve, test and measure まどぐちナビ. Each task installs what it needs by itself.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct CommandLine {
    /// What is to be done.
    #[command(subcommand)]
    pub task: Task,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Build the release app and serve it on 127.0.0.1 until Ctrl+C
    Serve {
        /// The port; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Check everything: format, clippy, tests, catalog, build, size, journeys in real browsers
    Test,
    /// Take the journeys that depend on time five times in a row, once with every core busy; half an hour
    Steady,
    /// Install what `serve` and `test` need, and nothing else
    Setup,
    /// Build the release app into dist/
    Build,
    /// Build, then weigh the first visit against its budget
    Size,
    /// Build, then take pictures of every screen into target/shots/
    Shots,
    /// Measure how quick it is; judges nothing
    Bench {
        /// One answer, natively and in a browser; or first visit and taps on a slow phone. Both if none is named
        part: Option<Part>,
    },
    /// Give each reader odd and damaged input; needs nightly Rust
    Fuzz {
        /// How long each of them is given
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
        seconds: u32,
    },
    /// Change the navigator in hundreds of ways and see whether its tests notice; takes an hour
    Mutants {
        /// What else cargo-mutants is told, such as `--file crates/navigator/src/day.rs`
        #[arg(last = true)]
        more: Vec<String>,
    },
    /// Run Trunk with the project's own tools: `cargo xtask trunk serve` builds for developing and reloads
    Trunk {
        /// Trunk's own words
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        words: Vec<String>,
    },
    /// What Trunk.toml has Trunk call
    #[command(hide = true)]
    Hook {
        /// When
        stage: Stage,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn of(line: &str) -> Result<Task, clap::Error> {
        let words = std::iter::once("cargo xtask").chain(line.split_whitespace());
        CommandLine::try_parse_from(words).map(|read| read.task)
    }

    #[test]
    fn the_type_is_a_command_line() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn port_is_8080_unless_said() {
        for (line, port) in [
            ("serve", 8080),
            ("serve --port 9000", 9000),
            ("serve --port=9000", 9000),
        ] {
            assert_eq!(of(line).ok(), Some(Task::Serve { port }), "{line}");
        }
    }

    #[test]
    fn each_reader_gets_a_minute_unless_said() {
        for (line, seconds) in [("fuzz", 60), ("fuzz --seconds 5", 5)] {
            assert_eq!(of(line).ok(), Some(Task::Fuzz { seconds }), "{line}");
        }
        // Nothing would end a fuzzer without a limit.
        assert!(of("fuzz --seconds 0").is_err() && of("fuzz --seconds -1").is_err());
    }

    #[test]
    fn what_is_for_other_programs_goes_to_them_unread() {
        let words = |line: &str| -> Vec<String> { line.split(' ').map(String::from).collect() };
        let more = words("--file crates/navigator/src/day.rs");
        let mutants = of("mutants -- --file crates/navigator/src/day.rs").ok();
        assert_eq!(mutants, Some(Task::Mutants { more }));
        assert!(of("mutants --list").is_err());
        let trunk = of("trunk serve --port 9000 --open").ok();
        let words = words("serve --port 9000 --open");
        assert_eq!(trunk, Some(Task::Trunk { words }));
    }

    #[test]
    fn unknown_words_are_refused_and_what_was_meant_is_named() {
        for line in [
            "",
            "serve --prot 1",
            "serve --port",
            "test now",
            "serve --port 70000",
        ] {
            assert!(of(line).is_err(), "{line}");
        }
        let told = |line| {
            of(line)
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default()
        };
        assert!(told("tset").contains("'test'"), "{}", told("tset"));
        assert!(
            told("bench pages").contains("navigator, page"),
            "{}",
            told("bench pages")
        );
    }
}
