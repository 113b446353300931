//! What may not be wrong: numbers, the lines on every page, the switchboard. Each slip is one fault, or no catalog at all.

use crate::tiny::Sheets;
use crate::{ENTRIES, KOMAE, LINES, RULES, check, typed};

#[test]
fn a_number_follows_the_numbering_plan_in_every_column() {
    for number in ["0-4-8-4-2-3-5-0-8-2", "048-423-50822", "000-000-0000"] {
        for column in ["電話", "FAX", "ほかの番号"] {
            let fault =
                format!("{ENTRIES} 3行「{column}」: 「{number}」は電話番号の形ではありません");
            typed(ENTRIES, 3, column, number, &[&fault]);
        }
    }
    for number in ["123", "7119", "#8009"] {
        for column in ["電話", "FAX", "ほかの番号"] {
            let fault = format!(
                "{ENTRIES} 3行「{column}」: 「{number}」は、国と都道府県の短い番号の一覧にありません"
            );
            typed(ENTRIES, 3, column, number, &[&fault]);
        }
    }
}

#[test]
fn the_lines_of_every_page_can_be_dialled_by_everybody() {
    let at = |column: &str, words: &str, fault: &str| {
        let fault = format!("{LINES} 2行「{column}」: {fault}");
        typed(LINES, 2, column, words, &[&fault]);
    };
    at("電話", "", "「電話の種類」があるのに、番号がありません");
    at(
        "電話",
        "111",
        "「111」は、国と都道府県の短い番号の一覧にありません",
    );
    at(
        "電話",
        "119",
        "119 は消防・救急への緊急通報（総務省消防庁）の番号で",
    );
    at(
        "電話",
        "048-463-2223",
        "048-463-2223 は警察への緊急通報（警察庁）の番号ではありません",
    );
    at("電話を出す", "出さない", "画面に出ません");
    at("確かさ", "低", "画面に出ません");
    at(
        "地域",
        "東京都",
        "110 は警察への緊急通報（警察庁）の番号で、ここに書いた地域とちがいます",
    );
    at("有効終了", "2026-12-31", "ある日に消えます");
    check(
        |s| {
            _ = s
                .type_in(LINES, 2, "電話", "")
                .type_in(LINES, 2, "電話の種類", "")
        },
        &["knowledge/lines.csv 2行「電話」: どの画面にも出す電話なのに、番号がありません"],
    );
}

#[test]
fn the_emergency_numbers_stand_on_every_page() {
    for (always, number) in [("[\"p110\"]", "119"), ("[\"f119\"]", "110")] {
        check(
            |s| _ = s.swap(RULES, "[\"p110\", \"f119\"]", always),
            &[&format!(
                "knowledge/rules.toml 1行「always」: {number} の行がありません"
            )],
        );
    }
}

#[test]
fn a_short_number_is_of_the_kind_that_it_means() {
    typed(
        ENTRIES,
        3,
        "電話",
        "#8008",
        &[
            "towns/asaka/entries.csv 3行「電話」: #8008 はDV相談ナビ（内閣府）の番号で、この行の種類「jiritsu」の番号ではありません",
        ],
    );
    typed(
        LINES,
        2,
        "種類",
        "emergency_110;emergency_119",
        &["knowledge/lines.csv 2行「種類」: 「emergency_119」は、110 とは別の短い番号の種類です"],
    );
    typed(
        KOMAE,
        3,
        "ほかの番号",
        "#7171",
        &["towns/komae/entries.csv 3行「ほかの番号」: #7171 は埼玉県だけの番号です"],
    );
}

#[test]
fn headings_that_changed_places_are_one_fault() {
    for sheet in [ENTRIES, LINES] {
        check(
            |s| {
                let text = s.read(sheet);
                let (head, rows) = text.split_once('\n').expect("a heading");
                let head = head
                    .replace("電話,電話の種類", "X,電話の種類")
                    .replace("FAX", "電話")
                    .replace("X,", "FAX,");
                s.write(sheet, format!("{head}\n{rows}"));
            },
            &[&format!(
                "{sheet} 1行「電話」: 「電話」と「FAX」の見出しが入れかわっています"
            )],
        );
    }
}

#[test]
fn the_switchboard_is_one_and_the_towns_own() {
    let at = |column: &str, words: &str, fault: &str| {
        let fault = format!("{ENTRIES} 2行「{column}」: {fault}");
        typed(ENTRIES, 2, column, words, &[&fault]);
    };
    at("電話", "", "「電話の種類」があるのに、番号がありません");
    at(
        "電話",
        "0570-064-556",
        "0570-064-556 は、町の代表番号になれません",
    );
    at(
        "電話",
        "048-645-4343",
        "048-645-4343 は、町の代表番号になれません",
    );
    at(
        "電話",
        "03-3430-1111",
        "03-3430-1111 は towns/komae/entries.csv 2行にもあります",
    );
    at("電話を出す", "出さない", "代表番号が画面に出ません");
    at("電話の種類", "直通", "「代表」ではありません");
    at("確かさ", "低", "代表番号を、確かめずに出すことになります");
    at(
        "種類",
        "fukushi_sogo",
        "代表番号の窓口の種類に city_general がありません",
    );
    at(
        "有効終了",
        "2027-03-31",
        "代表番号の窓口が、ある日に消えます",
    );
    // The settings name another window.
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "asaka-daihyo", "asaka-sodan"),
        &[
            "towns/asaka/town.toml 5行「switchboard」: 「asaka-sodan」は、代表番号の窓口の行ではありません",
        ],
    );
}

#[test]
fn what_is_called_by_the_switchboard_has_its_number() {
    typed(
        ENTRIES,
        3,
        "電話の種類",
        "代表",
        &[
            "towns/asaka/entries.csv 3行「電話の種類」: 048-463-2222 は市役所の代表番号（048-463-1111）ではありません",
        ],
    );
    typed(
        ENTRIES,
        3,
        "電話",
        "048-463-1111",
        &["towns/asaka/entries.csv 3行「電話の種類」: 048-463-1111 は市役所の代表番号です"],
    );
}

#[test]
fn one_wrong_number_accuses_the_row_that_differs() {
    let shared = |s: &Sheets| {
        for id in ["a", "b", "c"] {
            let row = table_row(s, id);
            s.append(ENTRIES, &row);
        }
    };
    // The switchboard's own row.
    check(
        |s| {
            shared(s);
            s.type_in(ENTRIES, 2, "電話", "048-463-1112");
        },
        &[
            "towns/asaka/entries.csv 2行「電話」: 048-463-1112 は、「代表」と書いたほかの3行の番号（0484631111）とちがいます",
        ],
    );
    // Another town's row with the number that this town writes four times.
    check(
        |s| {
            shared(s);
            s.type_in(KOMAE, 3, "電話", "048-463-1111");
        },
        &[
            "towns/komae/entries.csv 3行「電話」: 048-463-1111 は towns/asaka/entries.csv 2行にもあります",
        ],
    );
}

/// The row of 朝霞's second window, called by the switchboard, with another id.
fn table_row(sheets: &Sheets, id: &str) -> String {
    let text = sheets.read(ENTRIES);
    let row = text.lines().nth(2).expect("a row");
    row.replace("asaka-sodan", id)
        .replace("相談の係", &format!("相談の係{id}"))
        .replace("048-463-2222,直通", "048-463-1111,代表")
}
