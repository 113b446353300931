//! `catalog`: the sheets on the command line, for staff, tests and CI.

mod command_line;
mod commands;
mod input;
mod options;
mod output;
mod refusal;

use command_line::Read;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match command_line::read(std::env::args_os()) {
        Ok(Read::Task(task, sheets)) => commands::run(&task, &sheets),
        Ok(Read::Text(text)) => output::say(&format!("{}\n", text.trim_end())),
        Err(refusal) => {
            eprintln!("{refusal}");
            // As every command line does it: 1 is for what the sheets hold, 2 for what was typed.
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
