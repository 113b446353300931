//! What Excel, LibreOffice and people do to a workbook: understood, or refused with sheet and cell.

use crate::books::{Put, asaka, changed, column, file, put, read};
use rust_xlsxwriter::Worksheet;

const TOWN: &str = "asaka";

/// The row of the window that is changed, from 0: 朝霞市役所 is row 2.
const ROW: u32 = 1;

/// Puts something under a heading of 窓口 and reads the workbook.
fn with(heading: &str, what: &Put) -> Result<String, Vec<String>> {
    let (sources, bytes) = asaka();
    let at = column(bytes, "窓口", heading);
    let bytes = changed(bytes, |name, sheet| {
        if name == "窓口" {
            put(sheet, (ROW, at), what);
        }
    });
    read(&bytes, sources, TOWN).map(|read| cell(&file(&read, "entries.csv"), heading))
}

/// The cell of the first row.
fn cell(sheet: &str, heading: &str) -> String {
    let table = interchange::Table::read(sheet.as_bytes()).expect("a table");
    table.rows[0][table.position(heading).expect("a heading")].clone()
}

/// Changes the workbook's sheet 窓口 and tells what is said.
fn told(change: impl Fn(&mut Worksheet)) -> Vec<String> {
    let (sources, bytes) = asaka();
    let bytes = changed(bytes, |name, sheet| {
        if name == "窓口" {
            change(sheet);
        }
    });
    read(&bytes, sources, TOWN).err().unwrap_or_default()
}

#[test]
fn a_day_that_became_a_number_is_the_day_again() {
    for what in [
        Put::Day(46_230.0),
        Put::Number(46_230.0),
        Put::Text("２０２６／７／２７"),
        Put::Text(" 2026年7月27日 "),
    ] {
        assert_eq!(with("確認日", &what).as_deref(), Ok("2026-07-27"));
    }
    assert_eq!(
        with("出典日", &Put::Day(46_230.0)).as_deref(),
        Ok("2026-07-27")
    );
    assert_eq!(with("出典日", &Put::Number(2026.0)).as_deref(), Ok("2026"));
}

#[test]
fn a_month_that_became_its_first_day_is_asked_for() {
    let told = with("出典日", &Put::Day(46_204.0)).expect_err("nobody knows which");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("窓口!") && told[0].contains("2「出典日」"),
        "{told:?}"
    );
    assert!(told[0].contains("「2026-07-01」か「2026-07」"), "{told:?}");
}

#[test]
fn what_nobody_can_take_back_is_refused_with_its_cell() {
    let (_, bytes) = asaka();
    for (heading, what, words) in [
        ("電話", Put::Number(484_631_111.0), "先頭の 0"),
        ("受付時間", Put::Time(0.365), "時刻"),
        ("やさしい名前", Put::Day(46_230.0), "日付（2026/7/27）"),
        ("費用", Put::Logical(true), "「TRUE」"),
        ("メモ", Put::Formula("=1/0", "#DIV/0!"), "計算"),
        ("確認日", Put::Number(7.27), "7.27"),
    ] {
        let told = with(heading, &what).expect_err(heading);
        let letters = letters(column(bytes, "窓口", heading));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with(&format!("窓口!{letters}2「{heading}」: ")),
            "{told:?}"
        );
        assert!(told[0].contains(words) && told[0].contains("→"), "{told:?}");
    }
}

/// As spreadsheets count columns.
fn letters(column: u16) -> String {
    let letter = |at: u16| char::from(b'A' + u8::try_from(at).expect("a letter"));
    match column.checked_sub(26) {
        Some(rest) => format!("{}{}", letter(rest / 26), letter(rest % 26)),
        None => letter(column).to_string(),
    }
}

#[test]
fn what_can_only_mean_one_thing_is_understood() {
    for (heading, what, is) in [
        (
            "電話",
            Put::Text("０４８－４６３－１１１１"),
            "048-463-1111",
        ),
        ("電話", Put::Text("048−463−1111 "), "048-463-1111"),
        ("電話", Put::Number(119.0), "119"),
        ("費用", Put::Number(500.0), "500"),
        ("緯度", Put::Number(35.7971), "35.7971"),
        (
            "URL",
            Put::Text("ｈｔｔｐｓ：／／www.city.asaka.lg.jp/"),
            "https://www.city.asaka.lg.jp/",
        ),
        ("状態", Put::Text("　公開 "), "公開"),
        ("種類1", Put::Text("fukushi_sogo"), "fukushi_sogo"),
        ("メモ", Put::Formula("=\"あ\"&\"い\"", "あい"), "あい"),
    ] {
        let own = heading.trim_end_matches('1');
        let (sources, bytes) = asaka();
        let at = column(bytes, "窓口", heading);
        let bytes = changed(bytes, |name, sheet| {
            if name == "窓口" {
                put(sheet, (ROW, at), &what);
            }
        });
        let read = read(&bytes, sources, TOWN).expect(heading);
        assert_eq!(cell(&file(&read, "entries.csv"), own), is, "{heading}");
    }
}

#[test]
fn empty_rows_hidden_rows_and_moved_columns_change_nothing() {
    let (sources, bytes) = asaka();
    let before = sources.get("towns/asaka/entries.csv").expect("a sheet");
    let (name, reading) = (column(bytes, "窓口", "名前"), column(bytes, "窓口", "よみ"));
    let rows: Vec<(u32, String, String)> = {
        use calamine::{Reader, Xlsx};
        let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
        let range = read.worksheet_range("窓口").expect("a sheet");
        let word = |row: &[calamine::Data], at: u16| row[usize::from(at)].to_string();
        (0..)
            .zip(range.rows())
            .map(|(at, row)| (at, word(row, name), word(row, reading)))
            .collect()
    };
    let bytes = changed(bytes, |sheet_name, sheet| {
        if sheet_name == "窓口" {
            for (at, own, kana) in &rows {
                sheet.write_string(*at, name, kana).expect("a cell");
                sheet.write_string(*at, reading, own).expect("a cell");
            }
            sheet.set_row_hidden(3).expect("a row");
            sheet.write_string(400, 0, "  ").expect("a cell");
            sheet
                .write_blank(500, 3, &rust_xlsxwriter::Format::new().set_bold())
                .expect("a cell");
        }
    });
    let read = read(&bytes, sources, TOWN).expect("sheets");
    assert!(read.files["entries.csv"] == before);
}

#[test]
fn a_heading_that_was_changed_added_or_doubled_is_told_once() {
    let told_of =
        |at: u16, text: &'static str| told(move |sheet| put(sheet, (0, at), &Put::Text(text)));
    let added = told_of(80, "備考");
    assert_eq!(added.len(), 1, "{added:?}");
    assert!(
        added[0].starts_with("窓口!CC1「備考」: 「備考」という見出しはありません"),
        "{added:?}"
    );
    let doubled = told_of(80, "電話");
    assert!(
        doubled.len() == 1 && doubled[0].contains("2つあります"),
        "{doubled:?}"
    );
    let stray = told(|sheet| put(sheet, (5, 90), &Put::Text("あとで聞く")));
    assert!(
        stray.len() == 1 && stray[0].starts_with("窓口!CM6「CM列」: 見出しのない列"),
        "{stray:?}"
    );
}

#[test]
fn a_row_above_the_headings_is_one_fault() {
    let told = told(|sheet| {
        for at in 0..70 {
            sheet.clear_cell(0, at);
        }
    });
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("窓口!A1: 1行目に見出しがありません"),
        "{told:?}"
    );
}

#[test]
fn a_sheet_that_was_renamed_or_taken_away_is_told_by_its_name() {
    let (sources, bytes) = asaka();
    let renamed = changed(bytes, |name, sheet| {
        if name == "計画" {
            sheet.set_name("計画 (2)").expect("a name");
        }
    });
    let told = read(&renamed, sources, TOWN).expect_err("a name is missing");
    assert_eq!(
        told,
        ["計画: シート「計画」がありません。→ シート「計画 (2)」の名前を「計画」にもどします。"]
    );
    let added = changed(bytes, |name, sheet| {
        if name == "つかいかた" {
            sheet.set_name("メモ用").expect("a name");
        }
    });
    let read = read(&added, sources, TOWN).expect("sheets");
    assert_eq!(
        read.left_out[0].to_string(),
        "メモ用: このシートは読みませんでした。"
    );
}

#[test]
fn many_of_one_cause_are_told_as_one_list() {
    let (_, bytes) = asaka();
    let at = column(bytes, "窓口", "電話");
    let told = told(|sheet| {
        for row in 1..=60 {
            put(sheet, (row, at), &Put::Number(484_631_111.0));
        }
    });
    assert_eq!(told.len(), 10, "{told:?}");
    assert!(told[9].contains("ほか 50 件"), "{told:?}");
}

#[test]
fn what_is_no_workbook_is_told_by_what_it_is() {
    let (sources, _) = asaka();
    let head: &[u8] = b"PK\x03\x04and 26 bytes more of a zip";
    let ods = [
        &head[..30],
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ];
    for (bytes, words) in [
        (&ods.concat()[..], "LibreOffice の形（ods）"),
        (b"id,name\n", "ブック（xlsx）ではありません"),
        (b"\xd0\xcf\x11\xe0more", "古い Excel"),
        (b"PK\x03\x04broken", "読めません"),
        (b"", "ではありません"),
    ] {
        let told = read(bytes, sources, TOWN).expect_err("no workbook");
        assert!(
            told.len() == 1 && told[0].contains(words) && told[0].contains("→"),
            "{told:?}"
        );
    }
}

#[test]
fn a_lone_cell_far_below_costs_nothing_and_is_refused() {
    let told = told(|sheet| put(sheet, (1_048_575, 0), &Put::Text("x")));
    assert!(told.len() == 1 && told[0].contains("1048576行"), "{told:?}");
}
