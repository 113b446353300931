//! A window of several towns stands once, for those towns and no other.

use crate::tiny::{F119, INOCHI, P110, Sheets, entries};
use crate::{ENTRIES, KOMAE, LINES, check};
use navigator::Level;

const HOKENJO: &str = "id=hokenjo|地域=共同|名前=保健所|よみ=ほけんじょ|種類=suicide_line|形=窓口|すること=聞きます。|電話=048-461-0468|電話の種類=直通|出典=moto|確かさ=高|状態=公開";

/// The tiny catalog with a window for these towns.
fn with(towns: &str) -> Sheets {
    let sheets = Sheets::tiny();
    let sheet = entries("地域", &[P110, HOKENJO, F119, INOCHI]);
    let line = |(row, text): (usize, &str)| match row {
        0 => format!("町,{text}\n"),
        2 => format!("{towns},{text}\n"),
        _ => format!(",{text}\n"),
    };
    let sheet: String = sheet.lines().enumerate().map(line).collect();
    sheets.write(LINES, sheet);
    sheets
}

/// The towns that have the window.
fn served(sheets: &Sheets) -> Vec<String> {
    let towns = sheets.compile().expect("no faults");
    let has = |town: &catalog::Compiled| {
        let mut entries = town.catalog.entries.iter();
        let found = entries.find(|entry| entry.id == "hokenjo");
        found.is_some_and(|entry| entry.level == Level::Shared)
    };
    let served = towns.into_iter().filter(has);
    served.map(|town| town.id).collect()
}

#[test]
fn a_window_of_several_towns_is_shown_in_these_towns_alone() {
    assert_eq!(served(&with("asaka;komae")), ["asaka", "komae"]);
    assert_eq!(served(&with("komae")), ["komae"]);
}

#[test]
fn a_window_of_several_towns_names_towns_that_exist() {
    let sheets = with("");
    crate::check_faults(&sheets, &["knowledge/lines.csv 3行「町」: 空です"]);
    let sheets = with("asaka;shiki");
    let fault = "knowledge/lines.csv 3行「町」: 「shiki」という町はありません";
    crate::check_faults(&sheets, &[fault]);
    // Without the column the row is told, and the sheet is not.
    let missing = |sheets: &Sheets| _ = sheets.type_in(LINES, 3, "地域", "共同");
    check(missing, &["knowledge/lines.csv 3行「町」: 空です"]);
}

#[test]
fn towns_are_named_for_a_window_of_several_towns_alone() {
    let sheets = with("asaka");
    sheets.type_in(LINES, 3, "地域", "埼玉県");
    let fault = "knowledge/lines.csv 3行「町」: 地域が「共同」でないのに、町があります";
    crate::check_faults(&sheets, &[fault]);
}

#[test]
fn two_towns_may_both_give_the_number_of_their_common_window() {
    let both = |towns: &str| {
        let sheets = with(towns);
        for sheet in [ENTRIES, KOMAE] {
            sheets.type_in(sheet, 3, "ほかの番号", "048-461-0468（保健所）");
        }
        sheets
    };
    assert_eq!(served(&both("asaka;komae")).len(), 2);
    let fault =
        "towns/komae/entries.csv 3行「ほかの番号」: は towns/asaka/entries.csv 3行にもあります";
    crate::check_faults(&both("asaka"), &[fault]);
}
