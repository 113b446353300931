//! What staff type: a mistyped command is told from sheets with faults, and no town is taken that does not exist.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use std::process::{Command, Output, Stdio};
use tiny::Sheets;

fn run(sheets: &Sheets, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog"))
        .args(line.split(' '))
        .arg("--catalog")
        .arg(&sheets.root)
        .current_dir(&sheets.root)
        .stdin(Stdio::null())
        .output()
        .expect("runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_town_that_does_not_exist_is_refused_with_those_that_do() {
    let sheets = Sheets::tiny();
    sheets.write("residents/one.toml", RESIDENT);
    for line in [
        "measures --town nowhere",
        "hours --town nowhere",
        "search --town nowhere x",
        "questions --town nowhere",
        "ask --town nowhere --answers answers.json",
        "why --town nowhere --entry x",
        "why-ask --town nowhere",
        "walk --town nowhere",
        "verify --town nowhere",
        "residents --town nowhere residents",
    ] {
        sheets.write("answers.json", "{}");
        let output = run(&sheets, line);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{line}: {told}");
        let names = told.contains("「nowhere」という町はありません（asaka、komae）");
        assert!(names && output.stdout.is_empty(), "{line}: {told}");
    }
    let output = run(&sheets, "why-ask");
    assert!(text(&output.stderr).contains("--town で町を選んでください（asaka、komae）"));
}

const RESIDENT: &str = r#"
[[resident]]
name = "声の出ない人"
story = "声が出せない。"
town = "asaka"
asker = "self"
answers = {}
must = ["x"]
source = "knowledge.json b08"
"#;

#[test]
fn what_was_mistyped_is_told_from_what_the_sheets_hold() {
    let sheets = Sheets::tiny();
    let mistyped = run(&sheets, "check --town asaka");
    assert_eq!(mistyped.status.code(), Some(2));
    let told = text(&mistyped.stderr);
    assert!(
        told.contains("「--town」は使えません") && mistyped.stdout.is_empty(),
        "{told}"
    );
    assert_eq!(run(&sheets, "check").status.code(), Some(0));
    sheets.delete("towns/komae/plan.csv");
    assert_eq!(run(&sheets, "check").status.code(), Some(1));
}

#[test]
fn shells_are_told_all_commands() {
    let sheets = Sheets::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&sheets, &format!("completions {shell}"));
        let script = text(&output.stdout);
        let all = ["why-ask", "residents", "compile"];
        let known = all.iter().all(|command| script.contains(command));
        assert!(output.status.success() && known, "{shell}: {script}");
    }
}
