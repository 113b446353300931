//! The command `cargo xtask …`: runs the task that the words name, and turns a fault into one line of mend and exit code 1.

use std::process::ExitCode;

use clap::Parser;
use xtask::bench::Part;
use xtask::build::{self, hook};
use xtask::check::{self, fuzz, mutants, size, steady};
use xtask::command_line::{CommandLine, Task};
use xtask::fault::Fault;
use xtask::project::Project;
use xtask::{bench, serve, setup, shots};

fn main() -> ExitCode {
    match run(CommandLine::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Fault> {
    let project = Project::here()?;
    match task {
        Task::Setup => setup::for_tests(&project),
        Task::Build => built(&project),
        Task::Serve { port } => {
            serve::expect_free(port)?;
            built(&project)?;
            serve::serve(&project, port)
        }
        Task::Size => {
            built(&project)?;
            size::report(&project)
        }
        Task::Test => check::everything(&project),
        Task::Steady => {
            setup::for_tests(&project)?;
            build::build(&project)?;
            steady::run(&project)
        }
        Task::Bench { part } => {
            setup::for_tests(&project)?;
            let all = Part::ALL;
            bench::bench(&project, part.as_ref().map_or(&all, std::slice::from_ref))
        }
        Task::Shots => {
            setup::for_tests(&project)?;
            build::build(&project)?;
            shots::take(&project)
        }
        Task::Fuzz { seconds } => fuzz::run(&project, seconds),
        Task::Mutants { more } => mutants::run(&project, &more),
        Task::Trunk { words } => {
            setup::for_build(&project)?;
            build::trunk::for_developing(&project, &words)
        }
        Task::Hook { stage } => hook::run(&project, stage),
    }
}

fn built(project: &Project) -> Result<(), Fault> {
    setup::for_build(project)?;
    build::build(project)
}
