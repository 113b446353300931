//! A town goes out as a workbook and comes in again: what was changed is written, a slip is told and nothing is written.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

use catalog::Sources;
use catalog_cli::folder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ENTRIES: &str = "towns/asaka/entries.csv";

fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")
}

/// A copy of the real sheets, to be written over.
fn copy(name: &str) -> (PathBuf, Sources) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&root);
    let sources = folder::sources(&real()).expect("sheets");
    for path in sources.paths() {
        let file = root.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, sources.get(path).expect("a sheet")).expect("a file");
    }
    (root, sources)
}

fn workbook(root: &Path, task: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog"))
        .args(["workbook", task])
        .arg(root.join("asaka.xlsx"))
        .args(["--town", "asaka", "--catalog"])
        .arg(root)
        .args(more)
        .output()
        .expect("the command")
}

fn said(output: &Output) -> String {
    let words = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8(words).expect("text")
}

fn entries(root: &Path) -> String {
    fs::read_to_string(root.join(ENTRIES)).expect("a sheet")
}

/// Puts a workbook there in which the sheet of windows has something else, and gives that sheet.
fn put_changed(root: &Path, sources: &Sources, from: &str, to: &str) -> String {
    let before = entries(root);
    let after = before.replacen(from, to, 1);
    assert_ne!(after, before);
    let mut sources = sources.clone();
    sources.insert(ENTRIES, after.clone());
    let bytes = interchange::workbook::export(&sources, "asaka", &[]).expect("a workbook");
    fs::write(root.join("asaka.xlsx"), bytes).expect("a file");
    after
}

#[test]
fn what_nobody_changed_is_not_written() {
    let (root, _) = copy("workbook-same");
    assert!(workbook(&root, "export", &[]).status.success());
    let imported = workbook(&root, "import", &[]);
    assert_eq!(said(&imported), "変わったところはありません。\n");
}

#[test]
fn a_changed_row_is_written_unless_it_is_only_tried() {
    let (root, sources) = copy("workbook-changed");
    let before = entries(&root);
    let after = put_changed(&root, &sources, "8:30〜17:15", "8:45〜17:00");
    let tried = workbook(&root, "import", &["--dry-run"]);
    let row = "towns/asaka/entries.csv: 足した行 0、消した行 0、直した行 1\n";
    assert!(said(&tried).starts_with(row), "{}", said(&tried));
    assert_eq!(entries(&root), before);
    let imported = workbook(&root, "import", &[]);
    assert!(said(&imported).starts_with(row), "{}", said(&imported));
    assert_eq!(entries(&root), after);
}

#[test]
fn a_slip_is_told_with_its_cell_and_nothing_is_written() {
    let (root, sources) = copy("workbook-slip");
    let before = entries(&root);
    put_changed(&root, &sources, ",公開,", ",公開中,");
    let imported = workbook(&root, "import", &[]);
    assert!(!imported.status.success());
    let said = said(&imported);
    assert!(said.contains("「状態」: 「公開中」は使えません"), "{said}");
    assert!(said.contains("窓口!") && said.contains("→"), "{said}");
    assert!(said.contains("何も書いていません"), "{said}");
    assert_eq!(entries(&root), before);
}

#[test]
fn what_differs_from_an_earlier_workbook_or_folder_is_a_page_to_be_signed() {
    let (root, sources) = copy("workbook-review");
    assert!(workbook(&root, "export", &[]).status.success());
    let review = |before: &Path| {
        let run = Command::new(env!("CARGO_BIN_EXE_catalog"))
            .args(["review", "--town", "asaka", "--catalog"])
            .arg(&root)
            .arg("--before")
            .arg(before)
            .arg(root.join("review.xlsx"))
            .output();
        said(&run.expect("the command"))
    };
    let book = root.join("asaka.xlsx");
    assert!(review(&book).starts_with("変わったところはありません"));
    assert!(!root.join("review.xlsx").exists());
    let text = String::from_utf8(sources.get(ENTRIES).expect("a sheet").to_vec());
    let changed = text
        .expect("text")
        .replacen("048-463-1111", "048-463-1112", 1);
    fs::write(root.join(ENTRIES), changed).expect("a file");
    for before in [book, real()] {
        let said = review(&before);
        assert!(said.ends_with("変わったところは1です。\n"), "{said}");
    }
}
