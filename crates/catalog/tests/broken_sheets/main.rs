//! Staff break sheets in Excel; whatever they break is said at once, with its place and its mend. That the command says
//! the same and writes nothing is tested where it lives.
//!
//! A fault is expected as `sheet row「column」: some words of it`; a list names all faults of the run.

#![allow(clippy::expect_used, clippy::panic)]

mod cells;
mod corpus;
mod danger;
mod ids;
mod knowledge;
mod limits;
mod notices;
mod places;
mod settings;
mod shared;
mod slips;
mod sources;
mod tables;
#[path = "../tiny/mod.rs"]
mod tiny;
mod towns;
mod values;
mod wards;

use catalog::Compiled;
use tiny::Sheets;

const ENTRIES: &str = "towns/asaka/entries.csv";
const KOMAE: &str = "towns/komae/entries.csv";
const LINES: &str = "knowledge/lines.csv";
const QUESTIONS: &str = "knowledge/questions.toml";
const RULES: &str = "knowledge/rules.toml";

/// Breaks the tiny catalog and expects exactly these faults.
#[track_caller]
fn check(edit: impl FnOnce(&Sheets), expected: &[&str]) {
    let sheets = Sheets::tiny();
    edit(&sheets);
    check_faults(&sheets, expected);
}

#[track_caller]
fn check_faults(sheets: &Sheets, expected: &[&str]) {
    let faults = sheets.compile().expect_err("no fault found").sorted();
    let found: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let told = found.join("\n");
    assert_eq!(faults.len(), expected.len(), "found:\n{told}");
    for (fault, expected) in faults.iter().zip(expected) {
        let (place, words) = expected.split_once(": ").expect("place: words");
        let line = fault.to_string();
        assert!(
            line.starts_with(&format!("{place}: ")),
            "{place} in:\n{told}"
        );
        assert!(fault.what.contains(words), "{words} in:\n{told}");
        assert!(!fault.mend.is_empty(), "no mend: {line}");
    }
}

/// Changes the tiny catalog in a way that means the same.
#[track_caller]
fn check_same(edit: impl FnOnce(&Sheets)) {
    let sheets = Sheets::tiny();
    let compile = || match sheets.compile() {
        Ok(towns) => towns.into_iter().map(files_of).collect::<Vec<_>>(),
        Err(faults) => panic!("{:#?}", faults.sorted()),
    };
    let before = compile();
    edit(&sheets);
    assert!(before == compile(), "another catalog came out");
}

fn files_of(town: Compiled) -> [Vec<u8>; 2] {
    [town.knowledge_file.to_vec(), town.town_file]
}

/// Types into one cell of the tiny catalog.
#[track_caller]
fn typed(sheet: &str, row: usize, column: &str, words: &str, expected: &[&str]) {
    check(
        |sheets| _ = sheets.type_in(sheet, row, column, words),
        expected,
    );
}

#[test]
fn the_tiny_catalog_has_no_fault() {
    check_same(|_| {});
}

#[test]
fn a_bad_day_in_the_office_is_told_whole() {
    check(
        |s| {
            s.type_in("knowledge/needs.csv", 3, "最初の窓口", "inochi");
            s.type_in(LINES, 3, "id", "p110")
                .type_in(LINES, 3, "電話", "0570-046-556");
            s.swap(QUESTIONS, "\"困りごと=m01\"", "\"困りごと=m1\"");
            s.type_in(ENTRIES, 2, "受付時間", "8:45〜16:00")
                .type_in(ENTRIES, 3, "有効開始", "あした")
                .type_in(ENTRIES, 3, "施策", "");
            s.swap("towns/komae/town.toml", "komae-daihyo", "daihyo");
            s.type_in(KOMAE, 2, "電話", "048-463-1111").append(
                "towns/komae/areas.csv",
                "\"元和泉,もといずみ,西,komae-sodan",
            );
        },
        &[
            "knowledge/lines.csv 3行「id」: 「p110」は2行にもあります",
            "knowledge/lines.csv 3行「電話」: 使ってはいけない古い番号です",
            "knowledge/needs.csv 3行「最初の窓口」: 「inochi」という種類はありません",
            "knowledge/questions.toml 7行「age」: 条件の6文字目",
            "towns/asaka/entries.csv 2行「受付時間」: を読めません",
            "towns/asaka/entries.csv 3行「有効開始」: 「あした」は日付ではありません",
            "towns/asaka/plan.csv 4行「id」: を実現する窓口がありません",
            "towns/komae/areas.csv 2行: 「\"」が閉じていません",
            "towns/komae/entries.csv 2行「電話」: は towns/asaka/entries.csv 2行にもあります",
            "towns/komae/town.toml 5行「switchboard」: 「daihyo」という窓口が entries.csv にありません",
        ],
    );
}

#[test]
fn the_real_sheets_are_guarded_too() {
    let sheets = Sheets::real();
    assert!(sheets.compile().is_ok());
    sheets.type_in(ENTRIES, 3, "電話", "048-423-508");
    check_faults(
        &sheets,
        &["towns/asaka/entries.csv 3行「電話」: 「048-423-508」は電話番号の形ではありません"],
    );
}
