//! The sheet of readings as staff meet it: what is broken is refused with its place, and what is only missing is told and
//! stops nothing.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use std::process::{Command, Output};
use tiny::Sheets;

fn catalog(sheets: &Sheets, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog"))
        .args(words)
        .arg("--catalog")
        .arg(&sheets.root)
        // The sources of an app would be looked for here, and there are none.
        .current_dir(&sheets.root)
        .output()
        .expect("runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn broken_rows_are_refused_with_their_place() {
    for (row, fault) in [
        ("相談,相だん,人が選んだ", "3行「よみ」: 「相」があります"),
        ("相談,ソウダン,人が選んだ", "3行「よみ」: 「ソ」があります"),
        ("困る,こまり,人が選んだ", "3行「よみ」: 「困る」のかなが"),
        (
            "窓口,まどくち,人が選んだ",
            "3行「書き方」: 「窓口」は2行にもあります",
        ),
        (
            "そうだん,そうだん,人が選んだ",
            "3行「書き方」: 漢字がありません",
        ),
        (
            "相談 窓口,そうだんまどぐち,人が選んだ",
            "3行「書き方」: 空白があります",
        ),
        ("相談,そうだん,", "3行「根拠」: 空です"),
    ] {
        let sheets = Sheets::tiny();
        let rows = format!("書き方,よみ,根拠\n窓口,まどぐち,二つ一致\n{row}\n");
        sheets.write("lang/readings.csv", &rows);
        let check = catalog(&sheets, &["check"]);
        assert_eq!(check.status.code(), Some(1), "{row}");
        let told = text(&check.stderr);
        assert!(
            told.contains(&format!("lang/readings.csv {fault}")),
            "{row}: {told}"
        );
    }
}

#[test]
fn a_word_without_a_reading_is_told_and_stops_nothing() {
    let sheets = Sheets::tiny();
    sheets.swap(
        "towns/asaka/entries.csv",
        "話を聞きます。",
        "憂鬱な話を聞きます。",
    );
    let check = catalog(&sheets, &["check"]);
    assert_eq!(check.status.code(), Some(0));
    let told = text(&check.stdout);
    assert!(told.contains("towns/asaka/entries.csv の"), "{told}");
    assert!(
        told.contains("「憂鬱」のよみがありません。→ lang/readings.csv に"),
        "{told}"
    );
    let out = sheets.root.join("out");
    let compile = catalog(&sheets, &["compile", "--out", &out.to_string_lossy()]);
    assert_eq!(compile.status.code(), Some(0));
    let file = std::fs::read_to_string(out.join("furigana.txt")).expect("a file");
    let lines: Vec<&str> = file.lines().collect();
    assert!(
        lines.contains(&"窓口 まどぐち") && lines.contains(&"憂鬱"),
        "{file}"
    );
}
