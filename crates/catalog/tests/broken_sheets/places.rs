//! Where a window stands and what it is called in English: columns that a sheet may have, for open data.

use crate::tiny::Sheets;
use crate::{ENTRIES, LINES, check_faults};

const COLUMNS: [&str; 3] = ["緯度", "経度", "英語名"];

/// The tiny catalog with these columns behind the others, filled in one row.
fn with(sheet: &str, cells: [&str; 3]) -> Sheets {
    let sheets = Sheets::tiny();
    let text = sheets.read(sheet);
    let line = |(row, line): (usize, &str)| match row {
        0 => format!("{line},{}\n", COLUMNS.join(",")),
        2 => format!("{line},{}\n", cells.join(",")),
        _ => format!("{line},,,\n"),
    };
    let text: String = text.lines().enumerate().map(line).collect();
    sheets.write(sheet, text);
    sheets
}

#[track_caller]
fn told(cells: [&str; 3], column: &str, words: &str) {
    for sheet in [ENTRIES, LINES] {
        let fault = format!("{sheet} 3行「{column}」: {words}");
        check_faults(&with(sheet, cells), &[&fault]);
    }
}

#[test]
fn a_sheet_may_say_where_a_window_stands_and_its_english_name() {
    for sheet in [ENTRIES, LINES] {
        for cells in [
            ["", "", ""],
            ["35.7971", "139.5937", "Asaka City Hall"],
            ["35.7971", "139.5937", ""],
            ["", "", "Consultation Desk (Café)"],
        ] {
            assert!(with(sheet, cells).compile().is_ok(), "{cells:?}");
        }
    }
}

#[test]
fn coordinates_come_as_two_and_lie_in_japan() {
    told(["35.7971", "", ""], "経度", "両方書くか、両方空にします");
    told(["", "139.5937", ""], "緯度", "両方書くか、両方空にします");
    told(["139.5937", "35.7971", ""], "緯度", "入れかわっています");
    told(["51.5", "0.1", ""], "緯度", "日本の中ではありません");
    for text in ["35度47分", "+35.7", "-35.7", "3.57e1", "NaN", "北緯35.7"] {
        told([text, "139.5937", ""], "緯度", "度の数ではありません");
    }
}

#[test]
fn an_english_name_is_in_latin_letters() {
    for name in ["朝霞市役所", "Asaka 市役所", "Ａｓａｋａ", "123"] {
        told(["", "", name], "英語名", "英語の名前ではありません");
    }
    told(["", "", &"a".repeat(101)], "英語名", "100字をこえています");
}
