//! What no sheet may do: keep somebody waiting, or fill the memory. Whatever lies in the folder is told in a sentence, in a
//! time that goes with its length.

use crate::tiny::Sheets;
use crate::{ENTRIES, check_faults};
use std::fmt::Write;
use std::time::{Duration, Instant};

const AREAS: &str = "towns/asaka/areas.csv";
const SETTINGS: &str = "towns/asaka/town.toml";

/// Far more than any of these takes on a busy machine, and far less than a square of its length would.
const LONGEST: Duration = Duration::from_secs(90);

#[track_caller]
fn told(sheet: &str, text: impl AsRef<[u8]>, expected: &[&str]) {
    let sheets = Sheets::tiny();
    sheets.write(sheet, text);
    let start = Instant::now();
    check_faults(&sheets, expected);
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
}

#[test]
fn a_file_has_a_largest_size() {
    told(
        AREAS,
        "あ".repeat(4_000_000),
        &["towns/asaka/areas.csv: 10メガバイトをこえています"],
    );
}

#[test]
fn a_table_has_a_largest_number_of_rows_and_columns() {
    let row = "町,まち,東,asaka-sodan\n";
    told(
        AREAS,
        format!("町名,よみ,圏域,担当\n{}", row.repeat(20_001)),
        &["towns/asaka/areas.csv: 行が20000行をこえています"],
    );
    told(
        AREAS,
        ",".repeat(1_000_000),
        &["towns/asaka/areas.csv 1行: 表が空です"],
    );
    told(
        AREAS,
        format!("町名,よみ,圏域,担当,{}\n", "備考,".repeat(300_000)),
        &["towns/asaka/areas.csv 1行: 列が"],
    );
}

/// They took half a minute once.
#[test]
fn lines_of_quotes_are_refused_at_once() {
    let first = "towns/asaka/areas.csv 1行: ";
    told(
        AREAS,
        "\"\n".repeat(3_000_000),
        &["towns/asaka/areas.csv: 行が20000行をこえています"],
    );
    for lines in ["\"\"\"\n", "\"a\n", "\"a\",\"\n", "\"a\"b\n", "a\"\n,\""] {
        told(
            AREAS,
            lines.repeat(1_000_000 / lines.len()),
            &[&format!("{first}1行目が、この表の見出しではありません")],
        );
    }
}

#[test]
fn a_text_nests_only_so_deep() {
    let settings = Sheets::tiny().read(SETTINGS);
    let deep = format!("keep = {}", "[".repeat(1_000_000));
    told(
        SETTINGS,
        settings.replace("keep = []", &deep),
        &["towns/asaka/town.toml 11行: 88文字目: ( ) や [ ] の中が深すぎます"],
    );
    let sheets = Sheets::tiny();
    let condition = format!("{}困りごと=m01{}", "(".repeat(900), ")".repeat(900));
    sheets.type_in(ENTRIES, 3, "条件", &condition);
    check_faults(
        &sheets,
        &["towns/asaka/entries.csv 3行「条件」: 34文字目: ( ) が深すぎます"],
    );
}

/// Of many that are alike the first are told, and the others are counted; they hide no other.
#[test]
fn a_thousand_alike_are_not_told_one_by_one() {
    let sheets = Sheets::tiny();
    let mut rows = String::from("町名,よみ,圏域,担当\n");
    for number in 0..60 {
        writeln!(rows, "町{number},まち,東,").expect("a text");
    }
    rows += "=町,まち,東,asaka-sodan\n";
    sheets.write(AREAS, rows);
    let faults = sheets.compile().expect_err("faults").sorted();
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 11, "{lines:#?}");
    assert!(
        lines[9].ends_with("（同じまちがいが、ほか 50 件）"),
        "{}",
        lines[9]
    );
    assert!(lines[10].contains("町名に使えない記号"), "{}", lines[10]);
}
