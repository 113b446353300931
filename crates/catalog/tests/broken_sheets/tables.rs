//! The form of a table: headings, rows, quotes, encodings.

use crate::tiny::Sheets;
use crate::{ENTRIES, KOMAE, LINES, QUESTIONS, RULES, check, check_faults, check_same};

#[test]
fn headings_stay_as_they_are() {
    check(
        |s| _ = s.swap(ENTRIES, ",すること,", ",やること,"),
        &["towns/asaka/entries.csv 1行「すること」: 見出しが「やること」になっています"],
    );
    check(
        |s| _ = s.swap("knowledge/needs.csv", "検索の言葉", "検索の言葉,検索の言葉"),
        &["knowledge/needs.csv 1行「検索の言葉」: この見出しが2つあります"],
    );
    check(
        |s| s.write("towns/asaka/areas.csv", ""),
        &["towns/asaka/areas.csv 1行: 表が空です"],
    );
    check(
        |s| s.write("towns/komae/areas.csv", "町名,圏域,担当\n"),
        &["towns/komae/areas.csv 1行「よみ」: この見出しがありません"],
    );
}

#[test]
fn columns_may_change_places_and_empty_ones_may_follow() {
    check_same(|s| {
        s.write(
            "towns/asaka/areas.csv",
            "担当,町名,よみ,圏域,,\nasaka-sodan,本町,ほんちょう,中央,,\n",
        )
    });
    check(
        |s| {
            s.write(
                "towns/asaka/areas.csv",
                "担当,町名,よみ,圏域,,\nasaka-sodan,本町,ほんちょう,中央,要確認,\n",
            )
        },
        &["towns/asaka/areas.csv 2行: 見出しのない列に「要確認」があります"],
    );
}

#[test]
fn a_row_has_as_many_cells_as_there_are_headings() {
    check(
        |s| {
            _ = s.append(
                "towns/komae/areas.csv",
                "元和泉,もといずみ,西,komae-sodan,東",
            )
        },
        &["towns/komae/areas.csv 2行: 欄が5個あります（見出しは4個）"],
    );
    check(
        |s| _ = s.append("towns/komae/areas.csv", "元和泉,もといずみ,西"),
        &["towns/komae/areas.csv 2行: 欄が3個あります（見出しは4個）"],
    );
}

#[test]
fn only_utf_8_is_read() {
    // 「町名」 as Excel's plain 「CSV」 saves it.
    let shift_jis = b"\x92\xac\x96\xbc,\x82\xe6\x82\xdd\n";
    check(
        |s| s.write("towns/asaka/areas.csv", shift_jis),
        &["towns/asaka/areas.csv: 文字の形式が UTF-8 ではありません（Shift_JIS です）"],
    );
    check(
        |s| s.write("towns/asaka/town.toml", shift_jis),
        &["towns/asaka/town.toml: 文字の形式が UTF-8 ではありません（Shift_JIS です）"],
    );
    // A sheet that many others point into is one fault, not a hundred.
    check(
        |s| s.write("knowledge/kinds.csv", shift_jis),
        &["knowledge/kinds.csv: 文字の形式が UTF-8 ではありません"],
    );
}

#[test]
fn a_sheet_that_is_not_there_is_missed() {
    check(
        |s| s.delete("towns/asaka/areas.csv"),
        &["towns/asaka/areas.csv: 表を読めません"],
    );
    check(
        |s| s.delete("towns/asaka/town.toml"),
        &["towns/asaka/town.toml: 読めません"],
    );
}

#[test]
fn a_sheet_that_cannot_be_read_is_one_fault_and_none_of_others() {
    let all = [
        "knowledge/fields.csv",
        "knowledge/kinds.csv",
        LINES,
        "knowledge/needs.csv",
        QUESTIONS,
        RULES,
        "knowledge/stale_numbers.csv",
        "towns/asaka/areas.csv",
        ENTRIES,
        "towns/asaka/hours.csv",
        "towns/asaka/plan.csv",
        "towns/asaka/town.toml",
    ];
    for name in all {
        let fault = format!("{name}: 読めません").replace("csv: 読め", "csv: 表を読め");
        check(|s| s.delete(name), &[&fault]);
        let fault = format!("{name}: 文字の形式が UTF-8 ではありません");
        check(|s| s.write(name, b"\x92\xac"), &[&fault]);
    }
    for name in ["knowledge/kinds.csv", "knowledge/needs.csv", ENTRIES] {
        let fault = format!("{name} 1行: 表が空です");
        check(|s| s.write(name, "\n"), &[&fault]);
    }
    for name in [QUESTIONS, RULES, "towns/asaka/town.toml"] {
        check(
            |s| s.write(name, "名前 = [\n"),
            &[&format!("{name} 1行: 7文字目: 「[」が閉じていません")],
        );
    }
}

#[test]
fn marks_and_line_ends_of_every_editor_are_accepted() {
    let all = [
        ENTRIES,
        KOMAE,
        LINES,
        "knowledge/kinds.csv",
        "knowledge/needs.csv",
        "towns/asaka/plan.csv",
        "towns/asaka/hours.csv",
        "towns/asaka/town.toml",
        QUESTIONS,
        RULES,
    ];
    for name in all {
        check_same(|s| s.write(name, format!("\u{feff}{}", s.read(name))));
        check_same(|s| s.write(name, s.read(name).replace('\n', "\r\n")));
        check_same(|s| s.write(name, s.read(name).trim_end()));
    }
    check_same(|s| s.write(ENTRIES, s.read(ENTRIES).replace('\n', "\r")));
}

#[test]
fn rows_are_counted_as_excel_counts_them() {
    let broken = |s: &Sheets| _ = s.append("towns/asaka/areas.csv", "仲町,なかまち,東,");
    let at_row = |row: usize| format!("towns/asaka/areas.csv {row}行「担当」: 空です");
    check(broken, &[&at_row(3)]);
    // Empty lines, and rows of empty cells, are rows and no faults.
    for (blank, rows) in [
        ("\n", 1),
        ("\r\n\r\n", 2),
        (",,,\n", 1),
        ("\n , ,　,\n\n", 3),
    ] {
        let with_blanks = |s: &Sheets| {
            s.write(
                "towns/asaka/areas.csv",
                s.read("towns/asaka/areas.csv") + blank,
            );
        };
        check_same(with_blanks);
        check(|s| (with_blanks(s), broken(s)).1, &[&at_row(3 + rows)]);
    }
    // Line breaks within a cell are none.
    let lines = "仲上町,\"なか\r\n\nまち\",東,asaka-daihyo";
    check(
        |s| (s.append("towns/asaka/areas.csv", lines), broken(s)).1,
        &[&at_row(4)],
    );
    for district in ["\"東,西\"", "東\"西"] {
        let quotes = format!("\"仲\"\"町\"\"\",\"なか\nまち\",{district},asaka-daihyo");
        check(
            |s| (s.append("towns/asaka/areas.csv", &quotes), broken(s)).1,
            &[&at_row(4)],
        );
    }
}

#[test]
fn a_quote_that_does_not_close_swallows_no_row() {
    let plan = "towns/asaka/plan.csv";
    check(
        |s| {
            _ = s
                .type_in(plan, 4, "名前", "")
                .swap(plan, "つながる", "\"つながる")
        },
        &[
            "towns/asaka/plan.csv 3行: 「\"」が閉じていません",
            "towns/asaka/plan.csv 4行「名前」: 空です",
        ],
    );
    // The next quote in the sheet would close it.
    check(
        |s| {
            _ = s.swap(plan, "ともに生きる", "\"ともに生きる").swap(
                plan,
                "相談をまとめる",
                "\"相談,まとめる\"",
            )
        },
        &["towns/asaka/plan.csv 2行: 「\"」が閉じた後に文字があります"],
    );
}

#[test]
fn a_sheet_that_was_emptied_pasted_twice_or_taken_from_another_town_is_one_fault() {
    let told = |edit: &dyn Fn(&Sheets), expected: &str| {
        let sheets = Sheets::real();
        edit(&sheets);
        check_faults(&sheets, &[expected]);
    };
    let head = |s: &Sheets, sheet: &str| {
        let text = s.read(sheet);
        s.write(sheet, text.lines().next().expect("a heading"));
    };
    for (sheet, words) in [
        (LINES, "行がありません"),
        ("towns/asaka/plan.csv", "行がありません"),
        ("towns/komae/sources.csv", "その行がありません"),
    ] {
        told(&|s| head(s, sheet), &format!("{sheet}: {words}"));
    }
    let hours = "towns/asaka/hours.csv";
    told(
        &|s| head(s, hours),
        &format!("{hours}「名前」: 「市役所」がありません"),
    );
    told(
        &|s| _ = s.type_in(hours, 2, "名前", "市役書"),
        &format!("{hours} 2行「名前」: 「市役書」を受付時間に書いた窓口がありません"),
    );
    let lines = |sheet: &str| Sheets::real().read(sheet).lines().count();
    let questions = Sheets::real().read(QUESTIONS);
    let first = questions.lines().position(|line| line == "[[question]]");
    let again = lines(QUESTIONS) + 2 + first.expect("a question");
    let below = lines("knowledge/words.csv") + 1;
    let twice = |s: &Sheets, sheet: &str| {
        let text = s.read(sheet);
        s.write(sheet, format!("{text}\n{text}"));
    };
    told(
        &|s| twice(s, QUESTIONS),
        &format!("{QUESTIONS} {again}行: から下の質問が、その上の質問と同じです"),
    );
    told(
        &|s| s.write(KOMAE, s.read(ENTRIES)),
        &format!("{KOMAE}: 中身が {ENTRIES} と同じです"),
    );
    told(
        &|s| {
            for sheet in [
                "entries.csv",
                "plan.csv",
                "town.toml",
                "hours.csv",
                "areas.csv",
                "sources.csv",
            ] {
                s.write(
                    &format!("towns/asaka2/{sheet}"),
                    s.read(&format!("towns/asaka/{sheet}")),
                );
            }
        },
        "towns/asaka2: 町のフォルダーが、towns/asaka の写しです",
    );
    told(
        &|s| _ = s.append("knowledge/words.csv", "の,から,わけ"),
        &format!("knowledge/words.csv {below}行「使わない言葉」: 「の」が、住民に見せる文の"),
    );
    told(
        &|s| {
            let text = s.read("knowledge/kinds.csv");
            s.write("knowledge/kinds.csv", text.replacen("\ndv,", "\ndvx,", 1));
        },
        "knowledge/kinds.csv「id」: 「dv」がありません",
    );
}
