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

#[test]
fn a_folder_without_sheets_is_one_fault() {
    let sheets = Sheets::empty();
    let output = run(&sheets, "check");
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.starts_with("ここにはカタログの表がありません。→ カタログのフォルダー")
            && told.contains("まちがいが1個"),
        "{told}"
    );
    let sheets = Sheets::tiny();
    std::fs::remove_dir_all(sheets.root.join("towns")).expect("a folder");
    std::fs::create_dir(sheets.root.join("towns")).expect("a folder");
    let told = text(&run(&sheets, "check").stderr);
    assert!(
        told.starts_with("towns: 町の表がありません") && told.contains("まちがいが1個"),
        "{told}"
    );
}

#[test]
fn a_folder_without_residents_is_refused() {
    let sheets = Sheets::tiny();
    for folder in ["/etc", "nowhere", "knowledge"] {
        let output = run(&sheets, &format!("residents {folder}"));
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{folder}: {told}");
        assert!(is_japanese(&told), "{folder}: {told}");
    }
}

/// What the system and the readers of JSON say in English is said in Japanese; ids and paths stay.
fn is_japanese(told: &str) -> bool {
    !told.is_empty()
        && told.lines().filter(|line| !line.is_empty()).all(|line| {
            let words: Vec<&str> = line.split(|c: char| !c.is_ascii_alphabetic()).collect();
            let known = [
                "No", "such", "file", "denied", "expected", "error", "stream", "invalid",
            ];
            !words.iter().any(|word| known.contains(word)) && line.chars().any(|c| c > 'ぁ')
        })
}

#[test]
fn answers_are_read_with_the_mark_of_windows_and_refused_in_japanese() {
    let sheets = Sheets::tiny();
    let ask = |bytes: &[u8]| {
        sheets.write("answers.json", bytes);
        run(&sheets, "ask --town asaka --answers answers.json")
    };
    assert!(
        ask(b"\xef\xbb\xbf{\"answers\":{\"needs\":[\"m01\"]}}")
            .status
            .success()
    );
    let deep = "[".repeat(100_000);
    for (bytes, words) in [
        (&b"{\"answers\":"[..], "1行11文字目: 途中で終わっています"),
        (b"{answers: 1}", "名前を「\"」で囲みます"),
        (
            b"\x83e\x83X\x83g",
            "文字の形式が UTF-8 ではありません（Shift_JIS です）",
        ),
        (
            b"\xff\xfe{\0}\0",
            "文字の形式が UTF-8 ではありません（UTF-16 です）",
        ),
        (deep.as_bytes(), "かっこの中が深すぎます"),
    ] {
        let output = ask(bytes);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains(words) && is_japanese(&told), "{told}");
    }
    for (answers, words) in [("none.json", "見つかりません"), ("towns", "フォルダーです")]
    {
        let told = text(&run(&sheets, &format!("ask --town asaka --answers {answers}")).stderr);
        assert!(told.contains(words) && is_japanese(&told), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let sheets = Sheets::tiny();
    let broken = std::ffi::OsStr::from_bytes(b"\x83\x65");
    for before in [
        &["check"][..],
        &["hours", "--town"],
        &["search", "--town", "asaka"],
        &[],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_catalog"))
            .args(before)
            .arg(broken)
            .current_dir(&sheets.root)
            .output()
            .expect("runs");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(is_japanese(&told) && !told.contains("panicked"), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_sheet_that_may_not_be_read_is_one_fault() {
    let sheets = Sheets::tiny();
    let (sheet, pipe) = (
        "towns/asaka/areas.csv",
        sheets.root.join("towns/asaka/areas.csv"),
    );
    sheets.delete(sheet);
    let made = Command::new("mkfifo").arg(&pipe).status().expect("runs");
    assert!(made.success());
    let told = text(&run(&sheets, "check").stderr);
    let fault = format!("{sheet}: 表を読めません（ふつうのファイルではありません）。");
    assert!(
        told.starts_with(&fault) && told.contains("まちがいが1個"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_written_is_told_in_japanese() {
    let sheets = Sheets::tiny();
    sheets.write("out", "a file stands where a folder is to be");
    let output = run(&sheets, "compile --out out");
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("out に書けません") && is_japanese(&told),
        "{told}"
    );
}
