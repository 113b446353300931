//! The command line as a whole: what may be typed, and its help in Japanese. Does nothing of what is asked for.

use crate::commands::Task;
use crate::refusal::refusal;
use clap::error::ErrorKind;
use clap::{ArgAction, Command, CommandFactory, FromArgMatches, Parser};
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;

const TEMPLATE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}\n";

/// Above what may follow a command.
const HEADING: &str = "指定";

#[derive(Parser)]
#[command(
    name = "catalog",
    about = "まどぐちナビのカタログ",
    disable_help_flag = true,
    disable_help_subcommand = true,
    next_help_heading = HEADING,
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令"
)]
struct CommandLine {
    #[arg(
        long,
        global = true,
        value_name = "フォルダー",
        default_value = "catalog",
        hide_default_value = true,
        help = "表のフォルダー（はじめの値: catalog）"
    )]
    catalog: PathBuf,
    #[arg(short, long, global = true, action = ArgAction::Help, help = "使い方を出す")]
    help: Option<bool>,
    #[command(subcommand)]
    task: Task,
}

/// What was typed.
pub enum Read {
    /// Something to do with the sheets of this folder.
    Task(Task, PathBuf),
    /// A wish to know how to go on, and what to say to it.
    Text(String),
}

/// Reads what was typed, the program's own name first.
///
/// # Errors
/// What cannot be done, and what to type instead.
pub fn read(typed: impl IntoIterator<Item = OsString>) -> Result<Read, String> {
    let line = command()
        .try_get_matches_from(typed)
        .and_then(|matches| CommandLine::from_arg_matches(&matches));
    match line {
        Ok(CommandLine {
            task: Task::Help(help),
            ..
        }) => help_of(help.command.as_deref()).map(Read::Text),
        Ok(CommandLine {
            task: Task::Completions(wish),
            ..
        }) => Ok(Read::Text(wish.script(command()))),
        Ok(line) => Ok(Read::Task(line.task, line.catalog)),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => Ok(Read::Text(error.to_string())),
        Err(error) => Err(refusal(&error)),
    }
}

fn help_of(name: Option<&str>) -> Result<String, String> {
    let mut all = command();
    let Some(name) = name else {
        return Ok(all.render_help().to_string());
    };
    match all.find_subcommand_mut(name) {
        Some(one) => Ok(one.render_help().to_string()),
        None => Err(format!(
            "「{name}」という命令はありません。命令の一覧は `catalog help` で出ます。"
        )),
    }
}

/// The commands with their help in Japanese.
fn command() -> Command {
    // Only of a command that is built can be asked what its usage is.
    let mut built = CommandLine::command();
    built.build();
    let usages: HashMap<String, String> = built
        .get_subcommands()
        .map(|one| (one.get_name().to_owned(), usage_of(one)))
        .collect();
    CommandLine::command()
        .help_template(TEMPLATE)
        .override_usage("catalog <命令> [指定]")
        .mut_subcommands(|one| {
            let usage = usages.get(one.get_name()).cloned().unwrap_or_default();
            one.help_template(TEMPLATE)
                .override_usage(usage)
                .mut_args(|argument| argument.help_heading(HEADING))
        })
}

/// clap's own usage has English words in it; which arguments there are is asked of it all the same.
fn usage_of(command: &Command) -> String {
    let needed = command.get_arguments().filter(|one| one.is_required_set());
    let free = command.get_positionals();
    let free = free.filter(|one| !one.is_required_set());
    let words = needed.chain(free).map(ToString::to_string);
    let words: Vec<String> = words.collect();
    format!("catalog {} {} [指定]", command.get_name(), words.join(" ")).replace("  ", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str) -> Result<Read, String> {
        read(words.split(' ').map(OsString::from))
    }

    #[test]
    fn the_commands_fit_together() {
        command().debug_assert();
    }

    #[test]
    fn help_is_japanese_throughout() {
        let names = command();
        let names = names.get_subcommands().map(Command::get_name);
        let lines = names.map(|name| format!("catalog {name} --help"));
        for line in lines.chain(["catalog --help".to_owned(), "catalog help".to_owned()]) {
            let Ok(Read::Text(text)) = typed(&line) else {
                panic!("{line} gives no help");
            };
            for english in [
                "Usage",
                "Options",
                "Commands",
                "Arguments",
                "Print",
                "default",
                "possible",
            ] {
                assert!(!text.contains(english), "{english} in {line}:\n{text}");
            }
            assert!(text.contains("使い方: catalog"), "{line}:\n{text}");
        }
    }

    #[test]
    fn what_a_command_has_not_is_refused_with_its_usage() {
        for (line, words) in [
            ("catalog check --town nowhere", "「--town」は使えません"),
            ("catalog check --every abc", "「--every」は使えません"),
            ("catalog compile", "「--out <フォルダー>」がありません"),
            (
                "catalog measures --town",
                "「--town <町>」の後に値がありません",
            ),
            (
                "catalog verify --every abc",
                "「abc」は「--every <N>」に使えません（0以上の整数",
            ),
            (
                "catalog hours --town asaka --now 25時",
                "「25時」は「--now <時>」に使えません（「2026-11-21T10:30」",
            ),
            (
                "catalog compile --out x --day 2026-11-31",
                "「2026-11-31」は「--day <日>」に使えません",
            ),
            (
                "catalog walk --asker me",
                "「me」は「--asker <人>」に使えません（self、family、supporter のどれか",
            ),
            (
                "catalog measures --town asaka --town komae",
                "「--town <町>」は1回だけ",
            ),
            ("catalog check too", "「too」は使えません"),
            ("catalog chek", "「chek」という命令はありません。「check」"),
            ("catalog help chek", "「chek」という命令はありません"),
            ("catalog", "命令"),
        ] {
            let Err(told) = typed(line) else {
                panic!("{line} is taken");
            };
            assert!(told.contains(words), "{line}: {told}");
            let english = told.contains("error") || told.contains("Usage") || told.contains("tip");
            assert!(!english, "{line}: {told}");
        }
    }
}
