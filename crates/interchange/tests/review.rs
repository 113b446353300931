//! What differs between two states of a town is listed cell by cell, and nothing else is.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

use calamine::{Data, Reader, Xlsx};
use catalog::Sources;
use interchange::review::{changes, page};
use std::io::Cursor;

const ENTRIES: &str = "id,名前,種類,電話\nhoken,保健,kenko,048-000-0001\nkodomo,こども,ko,#8008\n";
const TOWN: &str = "id = \"here\"\nname = \"ここ市\"\n";

fn town(entries: &str, settings: &str) -> Sources {
    let mut sources = Sources::default();
    let kinds = "id,やさしい名前\nkenko,体のこと\nko,子どものこと\n";
    sources.insert("knowledge/kinds.csv", kinds);
    sources.insert("towns/here/entries.csv", entries);
    sources.insert("towns/here/town.toml", settings);
    sources
}

/// What is told of a change of the sheets, a line each.
fn told(entries: &str, settings: &str) -> Vec<String> {
    let (before, after) = (town(ENTRIES, TOWN), town(entries, settings));
    let all = changes(&before, &after, "here").expect("changes");
    let line = |change: &interchange::review::Change| {
        let cells = [&change.id, &change.heading, &change.before, &change.after];
        format!("{} {}", change.sheet, cells.map(String::as_str).join("|"))
    };
    all.iter().map(line).collect()
}

#[test]
fn the_same_town_has_no_changes() {
    assert_eq!(told(ENTRIES, TOWN), [""; 0]);
    let turned = "id,名前,種類,電話\nkodomo,こども,ko,#8008\nhoken,保健,kenko,048-000-0001\n";
    assert_eq!(told(turned, TOWN), [""; 0], "the order of rows is none");
}

#[test]
fn a_cell_that_differs_is_a_line_and_ids_have_their_names() {
    let changed = ENTRIES.replace("kenko,048-000-0001", "kenko;ko,048-000-0002");
    let lines = [
        "窓口 hoken|種類|体のこと（kenko）|体のこと（kenko）\n子どものこと（ko）",
        "窓口 hoken|電話|048-000-0001|048-000-0002",
    ];
    assert_eq!(told(&changed, TOWN), lines);
}

#[test]
fn new_rows_are_told_by_all_that_they_hold_and_gone_ones_by_their_name() {
    let changed = ENTRIES.replace("kodomo,こども,ko", "oya,おや,ko");
    let lines = [
        "窓口 oya|id||oya",
        "窓口 oya|名前||おや",
        "窓口 oya|種類||子どものこと（ko）",
        "窓口 oya|電話||#8008",
        "窓口 kodomo|（消した行）|こども|",
    ];
    assert_eq!(told(&changed, TOWN), lines);
}

#[test]
fn two_rows_of_one_id_are_both_looked_at() {
    let twice = format!("{ENTRIES}hoken,保健,kenko,048-000-0009\n");
    let told = told(&twice, TOWN);
    let is_there = told.contains(&"窓口 hoken|電話||048-000-0009".to_owned());
    assert!(is_there, "{told:?}");
}

#[test]
fn settings_are_told_by_their_names_and_lists_as_a_whole() {
    let changed =
        "id = \"here\"\nname = \"そこ市\"\n[words]\nkeep = [\"甲\", \"乙\"]\nreplace = []\n";
    let lines = ["設定 name|値|ここ市|そこ市", "設定 words.keep|値||甲\n乙"];
    assert_eq!(told(ENTRIES, changed), lines);
}

#[test]
fn the_page_holds_every_change_as_text() {
    let after = town(&ENTRIES.replace("048-000-0001", "0480000001"), TOWN);
    let all = changes(&town(ENTRIES, TOWN), &after, "here").expect("changes");
    let bytes = page(&all).expect("a page");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range("確かめる").expect("a sheet");
    let row: Vec<&Data> = range.rows().nth(1).expect("a line").iter().collect();
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(range.height(), 2);
    assert_eq!(
        (row[4], row[5]),
        (&text("048-000-0001"), &text("0480000001"))
    );
}
