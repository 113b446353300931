//! The command `cargo xtask …`: reads the words, runs the task, and turns a fault into one line of mend and exit code 1.

use std::process::ExitCode;

use xtask::command_line::{Task, USAGE, read};
use xtask::fault::Fault;
use xtask::project::Project;
use xtask::{bench, build, fuzz, mutants, serve, setup, shots, size, test};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<(), Fault> {
    let task = read(words)?;
    let project = Project::here()?;
    match task {
        Task::Help => {
            println!("{USAGE}");
            Ok(())
        }
        Task::Setup => setup::for_tests(&project),
        Task::Build => {
            setup::for_build(&project)?;
            build::build(&project)
        }
        Task::Serve { port } => {
            serve::expect_free(port)?;
            setup::for_build(&project)?;
            build::build(&project)?;
            serve::serve(&project, port)
        }
        Task::Size => {
            setup::for_build(&project)?;
            build::build(&project)?;
            size::report(&project)
        }
        Task::Test => test::everything(&project),
        Task::Bench { parts } => {
            setup::for_tests(&project)?;
            bench::bench(&project, parts)
        }
        Task::Shots => {
            setup::for_tests(&project)?;
            build::build(&project)?;
            shots::take(&project)
        }
        Task::Fuzz { seconds } => fuzz::run(&project, seconds),
        Task::Mutants { more } => mutants::run(&project, &more),
    }
}
