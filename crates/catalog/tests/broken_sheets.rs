//! Staff break sheets in Excel; whatever they break is said at once, with its place and its mend. That the command says
//! the same and writes nothing is tested where it lives.
//!
//! A fault is expected as `sheet row「column」: some words of it`; a list names all faults of the run.

#![allow(clippy::expect_used, clippy::panic)]

mod tiny;

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
fn unknown_ids_are_named_where_they_stand() {
    let kind = "「jiritu」という種類はありません";
    let at = |place: &str| format!("{place}: {kind}");
    typed(
        ENTRIES,
        3,
        "種類",
        "jiritu;fukushi_sogo",
        &[&at("towns/asaka/entries.csv 3行「種類」")],
    );
    typed(
        "knowledge/needs.csv",
        2,
        "最初の窓口",
        "jiritu",
        &[&at("knowledge/needs.csv 2行「最初の窓口」")],
    );
    typed(
        "knowledge/needs.csv",
        2,
        "ほかの窓口",
        "jiritu",
        &[&at("knowledge/needs.csv 2行「ほかの窓口」")],
    );
    check(
        |s| _ = s.swap(RULES, "first = [\"suicide_line\"]", "first = [\"jiritu\"]"),
        &[&at("knowledge/rules.toml 11行「life」")],
    );
    check(
        |s| _ = s.swap(RULES, "jiritsu = \"年れい", "jiritu = \"年れい"),
        &[&at("knowledge/rules.toml 6行「fits」")],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "suicide_line = [\"fukushi_sogo\"]",
                "suicide_line = [\"jiritu\"]",
            )
        },
        &[&at("knowledge/rules.toml 9行「instead」")],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "fallback = [\"fukushi_sogo\"]",
                "fallback = [\"jiritu\"]",
            )
        },
        &[&at("knowledge/rules.toml 2行「fallback」")],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "joined_up = \"fukushi_sogo\"",
                "joined_up = \"jiritu\"",
            )
        },
        &[&at("knowledge/rules.toml 3行「joined_up」")],
    );
    check(
        |s| _ = s.swap(RULES, "[\"p110\"]", "[\"p111\"]"),
        &["knowledge/rules.toml 1行「always」: 「p111」という公開の電話は lines.csv にありません"],
    );
    typed(
        ENTRIES,
        3,
        "施策",
        "g1-s1;g9-s9",
        &["towns/asaka/entries.csv 3行「施策」: 「g9-s9」は plan.csv にありません"],
    );
    typed(
        ENTRIES,
        3,
        "施策",
        "g1-s1;g1-d1",
        &["towns/asaka/entries.csv 3行「施策」: 「g1-d1」は施策ではありません"],
    );
    typed(
        "towns/asaka/areas.csv",
        2,
        "担当",
        "asaka-soudan",
        &["towns/asaka/areas.csv 2行「担当」: 「asaka-soudan」という公開の窓口がありません"],
    );
    typed(
        "towns/asaka/plan.csv",
        4,
        "親",
        "g1-d9",
        &["towns/asaka/plan.csv 4行「親」: 「g1-d9」という行が上にありません"],
    );
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "asaka-daihyo", "asaka"),
        &[
            "towns/asaka/town.toml 5行「switchboard」: 「asaka」という窓口が entries.csv にありません",
        ],
    );
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "\"asaka\"", "\"asakaa\""),
        &["towns/asaka/town.toml 1行「id」: フォルダーの名前「asaka」とちがいます"],
    );
}

#[test]
fn an_id_stands_once() {
    typed(
        ENTRIES,
        4,
        "id",
        "asaka-sodan",
        &["towns/asaka/entries.csv 4行「id」: 「asaka-sodan」は3行にもあります"],
    );
    typed(
        LINES,
        3,
        "id",
        "asaka-sodan",
        &["knowledge/lines.csv 3行「id」: 「asaka-sodan」は towns/asaka/entries.csv にもあります"],
    );
    typed(
        "knowledge/kinds.csv",
        4,
        "id",
        "jiritsu",
        &[
            "knowledge/kinds.csv 4行「id」: 「jiritsu」は3行にもあります",
            "knowledge/lines.csv 2行「種類」: 「suicide_line」という種類はありません",
            "knowledge/lines.csv 3行「種類」: 「suicide_line」という種類はありません",
            "knowledge/needs.csv 3行「最初の窓口」: 「suicide_line」という種類はありません",
            "knowledge/rules.toml 9行「instead」: 「suicide_line」という種類はありません",
            "knowledge/rules.toml 11行「life」: 「suicide_line」という種類はありません",
        ],
    );
    typed(
        "towns/asaka/plan.csv",
        3,
        "id",
        "g1",
        &[
            "towns/asaka/plan.csv 3行「id」: 「g1」は2行にもあります",
            "towns/asaka/plan.csv 4行「親」: 「g1-d1」という行が上にありません",
        ],
    );
    check(
        |s| _ = s.append("towns/asaka/hours.csv", "市役所,24時間,,,,,"),
        &["towns/asaka/hours.csv 3行「名前」: 「市役所」が2回あります"],
    );
    check(
        |s| _ = s.append("towns/asaka/areas.csv", "本町,ほんちょう,中央,asaka-daihyo"),
        &["towns/asaka/areas.csv 3行「町名」: 「本町」が2回あります"],
    );
    check(
        |s| _ = s.swap(QUESTIONS, "id = \"alone\"", "id = \"age\""),
        &["knowledge/questions.toml 13行「age」: 「age」は1行にもあります"],
    );
    check(
        |s| _ = s.swap(QUESTIONS, "{ id = \"no\"", "{ id = \"yes\""),
        &["knowledge/questions.toml 13行「yes」: 「yes」は2回あります"],
    );
}

#[test]
fn an_id_is_plain() {
    for id in [
        "Asaka-Kyumin",
        "asaka kyumin",
        "ａｓａｋａ",
        "あさか",
        "-",
        "--",
        "-a",
    ] {
        typed(
            ENTRIES,
            4,
            "id",
            id,
            &["towns/asaka/entries.csv 4行「id」: は id に使えません"],
        );
    }
    typed(
        ENTRIES,
        4,
        "id",
        "",
        &["towns/asaka/entries.csv 4行「id」: 空です"],
    );
}

#[test]
fn hours_that_cannot_be_read_are_not_guessed() {
    for hours in [
        "平日9時から5時",
        "月〜金 8:45",
        "月－金 8:45-16:00",
        "市役所と同じ",
    ] {
        typed(
            ENTRIES,
            3,
            "受付時間",
            hours,
            &["towns/asaka/entries.csv 3行「受付時間」: を読めません"],
        );
        typed(
            "towns/asaka/hours.csv",
            2,
            "受付時間",
            hours,
            &["towns/asaka/hours.csv 2行「受付時間」: を読めません"],
        );
    }
    typed(
        ENTRIES,
        3,
        "休み",
        "お盆",
        &["towns/asaka/entries.csv 3行「休み」: 「お盆」を読めません"],
    );
    typed(
        ENTRIES,
        2,
        "休み",
        "祝日",
        &["towns/asaka/entries.csv 2行「休み」: hours.csv の名前を使うときは、休みは書けません"],
    );
}

#[test]
fn an_end_comes_after_its_start() {
    typed(
        ENTRIES,
        3,
        "受付時間",
        "月〜金 16:00〜8:45",
        &["towns/asaka/entries.csv 3行「受付時間」: 終わりが始まりより前です"],
    );
    check(
        |s| {
            _ = s.type_in(ENTRIES, 3, "有効開始", "2027-04-01").type_in(
                ENTRIES,
                3,
                "有効終了",
                "2027-03-31",
            )
        },
        &["towns/asaka/entries.csv 3行「有効終了」: 終わりが始まりより前です"],
    );
    typed(
        "towns/asaka/hours.csv",
        2,
        "有効終了",
        "2026-06-30",
        &["towns/asaka/hours.csv 2行「有効終了」: 終わりが始まりより前です"],
    );
}

#[test]
fn a_phone_that_is_not_one_is_refused() {
    for number in [
        "048-463-222",
        "０４８-４６３-２２２２",
        "048−463−2222",
        "0484632222",
        "048-463-2222（直通）",
        "8.10E+10",
        "なし",
    ] {
        typed(
            ENTRIES,
            3,
            "電話",
            number,
            &["towns/asaka/entries.csv 3行「電話」: は電話番号の形ではありません"],
        );
    }
    typed(
        ENTRIES,
        3,
        "ほかの番号",
        "048-463-2223（夜）;内線12",
        &["towns/asaka/entries.csv 3行「ほかの番号」: 「内線12」は電話番号の形ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "FAX",
        "048-463",
        &["towns/asaka/entries.csv 3行「FAX」: は電話番号の形ではありません"],
    );
}

#[test]
fn a_phone_belongs_to_one_town() {
    typed(
        KOMAE,
        3,
        "電話",
        "048-463-2222",
        &[
            "towns/komae/entries.csv 3行「電話」: 048-463-2222 は towns/asaka/entries.csv 3行にもあります",
        ],
    );
    typed(
        KOMAE,
        3,
        "ほかの番号",
        "048-463-2222（昼）",
        &["towns/komae/entries.csv 3行「ほかの番号」: は towns/asaka/entries.csv 3行にもあります"],
    );
    check(
        |s| {
            _ = s
                .type_in(ENTRIES, 4, "電話", "048-463-3333")
                .type_in(ENTRIES, 4, "電話の種類", "直通")
                .type_in(KOMAE, 3, "電話", "048-463-3333")
        },
        &["towns/komae/entries.csv 3行「電話」: は towns/asaka/entries.csv 4行にもあります"],
    );
    // A number of the whole country may stand in many towns.
    let both = |number: &str| {
        let sheets = Sheets::tiny();
        sheets
            .type_in(ENTRIES, 3, "電話", number)
            .type_in(KOMAE, 3, "電話", number);
        assert!(sheets.compile().is_ok(), "{number}");
    };
    for number in ["0570-064-556", "0120-279-338", "#8008", "189"] {
        both(number);
    }
}

#[test]
fn a_known_wrong_number_is_not_shown() {
    for column in ["電話", "ほかの番号", "FAX"] {
        let fault =
            format!("towns/asaka/entries.csv 3行「{column}」: 使ってはいけない古い番号です");
        typed(ENTRIES, 3, column, "0570-046-556", &[&fault]);
        typed(ENTRIES, 3, column, "0570-0465-56", &[&fault]);
    }
    typed(
        LINES,
        3,
        "電話",
        "048-463-9999",
        &["knowledge/lines.csv 3行「電話」: 使ってはいけない古い番号です"],
    );
}

#[test]
fn every_measure_has_a_window() {
    typed(
        ENTRIES,
        3,
        "施策",
        "",
        &["towns/asaka/plan.csv 4行「id」: 施策「相談をまとめる」を実現する窓口がありません"],
    );
    // A window that is not shown realises nothing.
    check(
        |s| {
            _ = s
                .type_in(ENTRIES, 3, "施策", "")
                .type_in(ENTRIES, 4, "施策", "g1-s1")
        },
        &["towns/asaka/plan.csv 4行「id」: を実現する窓口がありません"],
    );
}

#[test]
fn every_window_can_be_reached() {
    check(
        |s| {
            s.append(
                "knowledge/kinds.csv",
                "izon,こころ,依存,やめたい人の窓口,人,聞きます,法,M,市,",
            );
            s.type_in(ENTRIES, 3, "種類", "izon")
                .type_in(ENTRIES, 4, "種類", "izon");
        },
        &["towns/asaka/entries.csv 3行「種類」: どの答えからもこの窓口に着けません"],
    );
    typed(
        ENTRIES,
        3,
        "種類",
        "",
        &["towns/asaka/entries.csv 3行「種類」: 空です"],
    );
}

#[test]
fn a_hidden_row_that_something_refers_to_is_missed() {
    typed(
        ENTRIES,
        2,
        "状態",
        "下書き",
        &["towns/asaka/entries.csv 2行「状態」: 代表番号の窓口が公開になっていません"],
    );
    typed(
        LINES,
        2,
        "状態",
        "下書き",
        &["knowledge/rules.toml 1行「always」: 「p110」という公開の電話は lines.csv にありません"],
    );
    typed(
        ENTRIES,
        3,
        "状態",
        "非公開",
        &[
            "towns/asaka/areas.csv 2行「担当」: 「asaka-sodan」という公開の窓口がありません",
            "towns/asaka/plan.csv 4行「id」: を実現する窓口がありません",
        ],
    );
}

#[test]
fn headings_stay_as_they_are() {
    check(
        |s| _ = s.swap(ENTRIES, ",すること,", ",やること,"),
        &[
            "towns/asaka/entries.csv 1行「すること」: この見出しがありません",
            "towns/asaka/entries.csv 1行「やること」: 知らない見出しです",
        ],
    );
    check(
        |s| _ = s.swap("knowledge/needs.csv", "検索の言葉", "検索の言葉,検索の言葉"),
        &[
            "knowledge/needs.csv 1行「検索の言葉」: この見出しが2つあります",
            "knowledge/needs.csv 2行: 欄が10個あります（見出しは11個）",
            "knowledge/needs.csv 3行: 欄が10個あります（見出しは11個）",
        ],
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
        &[
            "towns/komae/areas.csv 2行: 欄が3個あります（見出しは4個）",
            "towns/komae/areas.csv 2行「担当」: 空です",
        ],
    );
}

#[test]
fn only_utf_8_is_read() {
    // 「町名」 as Excel's plain 「CSV」 saves it.
    let shift_jis = b"\x92\xac\x96\xbc,\x82\xe6\x82\xdd\n";
    check(
        |s| s.write("towns/asaka/areas.csv", shift_jis),
        &["towns/asaka/areas.csv: 文字の形式が UTF-8 ではありません"],
    );
    check(
        |s| s.write("towns/asaka/town.toml", shift_jis),
        &["towns/asaka/town.toml: 文字の形式が UTF-8 ではありません"],
    );
    // A sheet that many others point into is one fault, not a hundred.
    check(
        |s| s.write("knowledge/kinds.csv", shift_jis),
        &["knowledge/kinds.csv: 文字の形式が UTF-8 ではありません"],
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
            &[&format!("{name} 1行: 書き方がちがいます")],
        );
    }
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
fn what_excel_makes_of_dates_and_waves_is_accepted() {
    check_same(|s| _ = s.type_in(ENTRIES, 2, "出典日", "2026/7/27"));
    check_same(|s| _ = s.type_in("towns/asaka/hours.csv", 2, "有効終了", "2027/3/31"));
    typed(
        ENTRIES,
        3,
        "出典日",
        "Jul-26",
        &["towns/asaka/entries.csv 3行「出典日」: 「Jul-26」は日付ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "出典日",
        "2026-13",
        &["towns/asaka/entries.csv 3行「出典日」: は日付ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "確認日",
        "２０２６-07-27",
        &["towns/asaka/entries.csv 3行「確認日」: は日付ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "有効開始",
        "2026-02-30",
        &["towns/asaka/entries.csv 3行「有効開始」: 「2026-02-30」は日付ではありません"],
    );
    // The text that residents read stays as it was typed; what is worked out from it is the same.
    for hours in [
        "月～金 9:00～12:00・13:00～17:00",
        "月〜金　９：００〜１２：００・１３：００〜１７：００",
    ] {
        let sheets = Sheets::tiny();
        let spans = || {
            sheets.compile().expect(hours)[0].catalog.entries[1]
                .hours
                .spans
                .clone()
        };
        let before = spans();
        sheets.type_in(ENTRIES, 3, "受付時間", hours);
        assert_eq!(before, spans(), "{hours}");
    }
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
    let lines = "\"仲\n\n町\",\"なか\r\nまち\",東,asaka-daihyo";
    check(
        |s| (s.append("towns/asaka/areas.csv", lines), broken(s)).1,
        &[&at_row(4)],
    );
    let quotes = "\"仲\"\"町\n\"\"\",なか\"まち,\"東,西\",asaka-daihyo";
    check(
        |s| (s.append("towns/asaka/areas.csv", quotes), broken(s)).1,
        &[&at_row(4)],
    );
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
fn words_from_a_list_are_these_words() {
    let wrong = |sheet: &str, row: usize, column: &str, word: &str| {
        let fault = format!("{sheet} {row}行「{column}」: 「{word}」は使えません");
        typed(sheet, row, column, word, &[&fault]);
    };
    wrong(ENTRIES, 3, "状態", "公開中");
    wrong(ENTRIES, 3, "状態", "");
    wrong(ENTRIES, 2, "状態", "ok");
    wrong(ENTRIES, 3, "形", "相談窓口");
    wrong(ENTRIES, 3, "確かさ", "たぶん");
    wrong(ENTRIES, 3, "電話の種類", "代表番号");
    wrong(ENTRIES, 3, "電話を出す", "出す？");
    wrong(ENTRIES, 3, "訪問", "○");
    wrong(ENTRIES, 3, "来所", "可");
    wrong("towns/asaka/plan.csv", 4, "種別", "取組");
    wrong("towns/asaka/plan.csv", 2, "種別", "目標");
    wrong(LINES, 2, "地域", "日本");
}

#[test]
fn a_row_with_one_fault_is_read_to_its_end() {
    check(
        |s| {
            s.type_in(ENTRIES, 3, "形", "係")
                .type_in(ENTRIES, 3, "電話", "x")
                .type_in(ENTRIES, 3, "状態", "?")
                .type_in(ENTRIES, 3, "URL", "city.asaka.lg.jp");
            s.type_in(LINES, 3, "地域", "")
                .type_in(LINES, 3, "電話", "x");
            s.type_in("towns/asaka/plan.csv", 4, "種別", "").type_in(
                "towns/asaka/plan.csv",
                4,
                "名前",
                "",
            );
            s.swap(RULES, "crisis", "danger")
                .swap(RULES, "困りごと=k01", "困りごと=k99");
        },
        &[
            "knowledge/lines.csv 3行「地域」: 「」は使えません",
            "knowledge/lines.csv 3行「電話」: は電話番号の形ではありません",
            "knowledge/rules.toml 11行「life」: sort「danger」は使えません",
            "knowledge/rules.toml 16行「life」: 条件の6文字目: 「k99」",
            "towns/asaka/entries.csv 3行「URL」: URL ではありません",
            "towns/asaka/entries.csv 3行「形」: は使えません",
            "towns/asaka/entries.csv 3行「状態」: は使えません",
            "towns/asaka/entries.csv 3行「電話」: は電話番号の形ではありません",
            "towns/asaka/plan.csv 4行「名前」: 空です",
            "towns/asaka/plan.csv 4行「種別」: は使えません",
        ],
    );
}

#[test]
fn what_must_be_filled_in_is_not_empty() {
    for column in ["名前", "よみ", "すること", "出典", "種類"] {
        let fault = format!("towns/asaka/entries.csv 4行「{column}」: 空です");
        typed(ENTRIES, 4, column, "　", &[&fault]);
    }
    typed(
        "towns/asaka/areas.csv",
        2,
        "担当",
        "",
        &["towns/asaka/areas.csv 2行「担当」: 空です"],
    );
    typed(
        "knowledge/needs.csv",
        2,
        "最初の窓口",
        "",
        &["knowledge/needs.csv 2行「最初の窓口」: 空です"],
    );
    typed(
        "knowledge/kinds.csv",
        2,
        "名前",
        "",
        &["knowledge/kinds.csv 2行「名前」: 空です"],
    );
}

#[test]
fn a_plain_name_is_short() {
    let twenty = "あ".repeat(20);
    let sheets = Sheets::tiny();
    sheets.type_in(ENTRIES, 3, "やさしい名前", &twenty);
    assert!(sheets.compile().is_ok());
    typed(
        ENTRIES,
        3,
        "やさしい名前",
        &(twenty + "い"),
        &["towns/asaka/entries.csv 3行「やさしい名前」: 20字をこえています"],
    );
}

#[test]
fn a_condition_that_cannot_be_read_is_pointed_at() {
    let rule = |when: &str, expected: &str| {
        check(
            |s| _ = s.swap(RULES, "困りごと=k01", when),
            &[&format!("knowledge/rules.toml 16行「life」: {expected}")],
        )
    };
    rule("困りごと=k99", "条件の6文字目: 「k99」");
    rule(
        "困りごと=k01 かつ 年齢=65歳以上",
        "条件の13文字目: 「年齢」という質問はありません",
    );
    rule(
        "年れい=70歳以上",
        "条件の5文字目: 「年れい」に「70歳以上」という選択肢はありません",
    );
    rule(
        "困りごと=k01 かつ (年れい=65歳以上",
        "条件の23文字目: ( が閉じていません",
    );
    rule(
        "困りごと=k01 かつ 年れい=65歳以上 または ひとり=はい",
        "2通りに読めます",
    );
    check(
        |s| _ = s.swap(QUESTIONS, "\"年れい=65歳以上\"", "\"年れい=65才以上\""),
        &["knowledge/questions.toml 19行「alone」: 条件の5文字目"],
    );
    check(
        |s| _ = s.swap(RULES, "年れい=64歳まで または", "年れい=64歳まで もしくは"),
        &["knowledge/rules.toml 6行「fits.jiritsu」: 条件の11文字目"],
    );
    typed(
        ENTRIES,
        3,
        "条件",
        "困りごと=m01 かつ 年れい=70歳以上",
        &[
            "towns/asaka/entries.csv 3行「条件」: 17文字目: 「年れい」に「70歳以上」という選択肢はありません",
        ],
    );
}

#[test]
fn what_links_could_misread_has_no_id() {
    // `1;a=family;n=m01;t=本町;age=u65` is what a link says.
    for id in ["a", "n", "t"] {
        let (to, fault) = (
            format!("id = \"{id}\""),
            format!("knowledge/questions.toml 1行「{id}」: 送るリンクでほかの意味があります"),
        );
        check(|s| _ = s.swap(QUESTIONS, "id = \"age\"", &to), &[&fault]);
    }
    for id in ["a;b=c", "a.b", "age,", "-", "", "年れい"] {
        let to = format!("id = \"{id}\"");
        let place = format!("knowledge/questions.toml 1行「{id}」").replace("「」", "");
        let fault = format!("{place}: 「{id}」は id に使えません");
        check(|s| _ = s.swap(QUESTIONS, "id = \"age\"", &to), &[&fault]);
        let fault = format!("knowledge/questions.toml 1行「age」: 「{id}」は id に使えません");
        check(|s| _ = s.swap(QUESTIONS, "id = \"u65\"", &to), &[&fault]);
    }
    for area in ["岩戸;北=1", "岩戸=北", "岩戸,北", "-", "--"] {
        let fault = "towns/asaka/areas.csv 2行「町名」: 町名に使えない記号があります";
        typed("towns/asaka/areas.csv", 2, "町名", area, &[fault]);
    }
}

#[test]
fn a_misspelt_mark_puts_no_trouble_into_a_link() {
    let needs = "knowledge/needs.csv";
    for mark in ["sensitve", "sensitive、safety", "urgent safety"] {
        let fault = format!("knowledge/needs.csv 2行「印」: 「{mark}」は使えません");
        typed(needs, 2, "印", mark, &[&fault]);
    }
    typed(
        needs,
        2,
        "印",
        "compound;sensitve;safty",
        &[
            "knowledge/needs.csv 2行「印」: 「safty」は使えません",
            "knowledge/needs.csv 2行「印」: 「sensitve」は使えません",
        ],
    );
    typed(
        needs,
        2,
        "聞く人",
        "本人;かぞく",
        &["knowledge/needs.csv 2行「聞く人」: 「かぞく」は使えません"],
    );
    typed(
        ENTRIES,
        3,
        "相談できる人",
        "かぞく;匿名",
        &["towns/asaka/entries.csv 3行「相談できる人」: 「かぞく」は使えません"],
    );
}

#[test]
fn a_town_is_in_a_prefecture_and_has_names() {
    let settings = "towns/asaka/town.toml";
    let swapped = |from: &str, to: &str, fault: &str| {
        let fault = format!("towns/asaka/town.toml {fault}");
        check(|s| _ = s.swap(settings, from, to), &[&fault]);
    };
    for name in ["埼玉", "埼王県", "東東都", ""] {
        let fault = format!("4行「prefecture」: 「{name}」という都道府県はありません");
        swapped("埼玉県", name, &fault);
    }
    swapped("id = \"asaka\"", "id = \"\"", "1行「id」: とちがいます");
    swapped("朝霞市", "", "2行「name」: 空です");
    swapped("あさかし", "", "3行「reading」: 空です");
    typed(
        LINES,
        3,
        "地域",
        "東東都",
        &["knowledge/lines.csv 3行「地域」: 「東東都」は使えません"],
    );
    check(
        |s| {
            let towns = s.root.join("towns");
            std::fs::rename(towns.join("asaka"), towns.join("Asa ka")).expect("a folder");
        },
        &["towns/Asa ka/town.toml「id」: 「Asa ka」は id に使えません"],
    );
}

#[test]
fn an_empty_word_is_not_written_in_another_way() {
    for (from, to) in [
        ("replace = []", "replace = [[\"\", \"x\"]]"),
        (
            "replace = []",
            "replace = [[\"障害\", \"障がい\"], [\"\", \"\"]]",
        ),
        ("keep = []", "keep = [\"\"]"),
    ] {
        check(
            |s| _ = s.swap("towns/asaka/town.toml", from, to),
            &["towns/asaka/town.toml 9行「words」: 空の言葉があります"],
        );
    }
}

#[test]
fn a_catalog_has_towns_troubles_and_questions() {
    check(
        |s| {
            s.write("knowledge/fields.csv", "分野,見せる名前\n");
            s.write("knowledge/questions.toml", "question = []");
        },
        &[
            "knowledge/fields.csv: 行がありません",
            "knowledge/questions.toml: 質問がありません",
        ],
    );
    let sheets = Sheets::tiny();
    std::fs::remove_dir_all(sheets.root.join("towns")).expect("a folder");
    check_faults(&sheets, &["towns: 町の表がありません"]);
}

#[test]
fn questions_that_go_round_in_circles_are_named() {
    check(
        |s| _ = s.swap(QUESTIONS, "\"困りごと=m01\"", "\"ひとり=はい\""),
        &[
            "knowledge/questions.toml 7行「age」: 質問の条件がぐるりと回っています",
            "knowledge/questions.toml 19行「alone」: 質問の条件がぐるりと回っています",
        ],
    );
    check(
        |s| _ = s.swap(QUESTIONS, "\"困りごと=m01\"", "\"年れい=65歳以上 でない\""),
        &["knowledge/questions.toml 7行「age」: ぐるりと回っています"],
    );
}

#[test]
fn a_fault_in_the_form_of_a_toml_file_has_its_row() {
    check(
        |s| {
            _ = s.swap(
                "towns/asaka/town.toml",
                "prefecture = \"埼玉県\"",
                "prefecture = 埼玉県",
            )
        },
        &["towns/asaka/town.toml 4行: 書き方がちがいます"],
    );
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "plan_title", "plan_titel"),
        &["towns/asaka/town.toml 6行: 書き方がちがいます"],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "jiritsu = \"年れい=64歳まで または ひとり=はい\"",
                "jiritsu = 64",
            )
        },
        &["knowledge/rules.toml 6行: 書き方がちがいます"],
    );
    check(
        |s| _ = s.swap(RULES, "\nsort = \"crisis\"", "\nsort = \"gate\""),
        &["knowledge/rules.toml 11行「life」: stop は crisis だけで使えます"],
    );
    check(
        |s| {
            _ = s.swap(
                QUESTIONS,
                "cost = 1\nwhen = \"困りごと",
                "cost = 9\nwhen = \"困りごと",
            )
        },
        &["knowledge/questions.toml 1行「age」: cost が9です"],
    );
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
            "towns/komae/areas.csv 2行「担当」: 空です",
            "towns/komae/entries.csv 2行「電話」: は towns/asaka/entries.csv 2行にもあります",
            "towns/komae/town.toml 5行「switchboard」: 「daihyo」という窓口が entries.csv にありません",
        ],
    );
}

#[test]
fn the_real_sheets_are_guarded_too() {
    let sheets = Sheets::real();
    assert!(sheets.compile().is_ok());
    sheets.swap("towns/asaka/entries.csv", "048-423-5082,直通,出す,,,,,,,あり,〒351-8501 埼玉県朝霞市本町1-1-1（朝霞市役所）,,市役所,,,,無料,,,困りごとがいくつも", "048-423-508,直通,出す,,,,,,,あり,〒351-8501 埼玉県朝霞市本町1-1-1（朝霞市役所）,,市役所,,,,無料,,,困りごとがいくつも");
    check_faults(
        &sheets,
        &["towns/asaka/entries.csv 3行「電話」: 「048-423-508」は電話番号の形ではありません"],
    );
}
