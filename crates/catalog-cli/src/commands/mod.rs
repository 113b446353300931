//! What the command can do: a file a task, each with its own arguments.

mod ask;
mod check;
mod compile;
mod completions;
mod help;
mod hours;
mod measures;
mod questions;
mod readings;
mod residents;
mod review;
mod search;
mod verify;
mod walk;
mod why;
mod why_ask;
mod wide;
mod workbook;

use clap::Subcommand;
use std::path::Path;

/// A task, in the order in which help lists them.
#[derive(Subcommand)]
pub enum Task {
    Check(check::Check),
    Compile(compile::Compile),
    Measures(measures::Measures),
    Hours(hours::Hours),
    Search(search::Search),
    Questions(questions::Questions),
    Ask(ask::Ask),
    Wide(wide::Wide),
    Why(why::Why),
    WhyAsk(why_ask::WhyAsk),
    Walk(walk::Walk),
    Readings(readings::ReadingsOf),
    Verify(verify::Verify),
    Residents(residents::Residents),
    Workbook(workbook::Workbook),
    Review(review::Review),
    Completions(completions::Completions),
    Help(help::Help),
}

/// Does it, with the sheets of this folder.
///
/// # Errors
/// What is wrong with the sheets, with what was given, or with the promises: a text for staff.
pub fn run(task: &Task, sheets: &Path) -> Result<(), String> {
    match task {
        Task::Check(task) => task.run(sheets),
        Task::Compile(task) => task.run(sheets),
        Task::Measures(task) => task.run(sheets),
        Task::Hours(task) => task.run(sheets),
        Task::Search(task) => task.run(sheets),
        Task::Questions(task) => task.run(sheets),
        Task::Ask(task) => task.run(sheets),
        Task::Wide(task) => task.run(sheets),
        Task::Why(task) => task.run(sheets),
        Task::WhyAsk(task) => task.run(sheets),
        Task::Walk(task) => task.run(sheets),
        Task::Readings(task) => task.run(sheets),
        Task::Verify(task) => task.run(sheets),
        Task::Residents(task) => task.run(sheets),
        Task::Workbook(task) => task.run(sheets),
        Task::Review(task) => task.run(sheets),
        // The command line answers these before any sheet is read.
        Task::Completions(_) | Task::Help(_) => Ok(()),
    }
}
