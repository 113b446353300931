//! Sheets with faults: every command says all that the library finds, fails, and writes nothing.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use std::process::Command;
use tiny::Sheets;

/// Breaks the tiny catalog and expects that the commands tell just what the library finds.
#[track_caller]
fn check(edit: impl FnOnce(&Sheets)) {
    let sheets = Sheets::tiny();
    edit(&sheets);
    let faults = sheets.compile().expect_err("no fault found");
    let lines = faults.sorted().into_iter().map(|fault| fault.to_string());
    let told = lines.collect::<Vec<_>>().join("\n");
    let out = sheets.root.join("out");
    let out_words = ["--out", out.to_str().expect("a path")];
    let town = ["--town", "asaka"];
    for (task, more) in [
        ("check", &[][..]),
        ("compile", &out_words[..]),
        ("hours", &town[..]),
        ("verify", &town[..]),
    ] {
        let run = Command::new(env!("CARGO_BIN_EXE_catalog"))
            .args([task, "--catalog"])
            .arg(&sheets.root)
            .args(more)
            .output()
            .expect("runs");
        assert_eq!(run.status.code(), Some(1), "{task}");
        let said = String::from_utf8(run.stderr).expect("text");
        assert!(said.starts_with(&told), "{task} said:\n{said}");
        assert!(run.stdout.is_empty() && !out.exists(), "{task} wrote");
    }
}

#[test]
fn a_cell() {
    check(|sheets| {
        sheets.type_in("towns/asaka/entries.csv", 2, "電話", "048-463-11");
    });
}

#[test]
fn settings_that_are_no_toml() {
    check(|sheets| sheets.write("knowledge/rules.toml", "[["));
}

#[test]
fn a_sheet_that_is_not_there() {
    check(|sheets| sheets.delete("towns/komae/plan.csv"));
}

#[test]
fn several_sheets_at_once() {
    check(|sheets| {
        sheets.type_in("towns/asaka/entries.csv", 2, "電話", "048-463-11");
        sheets.delete("towns/komae/plan.csv");
        sheets.append("knowledge/kinds.csv", "x");
    });
}
