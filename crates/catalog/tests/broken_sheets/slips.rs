//! Slips that once passed, or were told of many rows for one cause: each is one fault now, of its own cell or its own sheet.

use crate::tiny::{P110, Sheets, entries};
use crate::{ENTRIES, KOMAE, LINES, QUESTIONS, check, check_faults, check_same, typed};
use std::fs;

const SHORT: &str = "knowledge/short_numbers.csv";
const STALE: &str = "knowledge/stale_numbers.csv";

#[test]
fn a_name_stands_in_one_line_and_a_postcode_before_the_place() {
    typed(
        ENTRIES,
        3,
        "名前",
        "相談の\n係",
        &["towns/asaka/entries.csv 3行「名前」: 行が変わっています"],
    );
    typed(
        ENTRIES,
        3,
        "住所",
        "埼玉県朝霞市本町1-1-1 〒351-8501",
        &["towns/asaka/entries.csv 3行「住所」: 郵便番号が、住所の後ろにあります"],
    );
    check_same(|s| _ = s.type_in(ENTRIES, 3, "受付時間", " 月〜金 9:00〜12:00・13:00〜17:00 "));
}

#[test]
fn a_sentence_is_said_once_and_is_one() {
    typed(
        ENTRIES,
        3,
        "すること",
        "話を聞きます。つなぎます。話を聞きます。",
        &["towns/asaka/entries.csv 3行「すること」: 「話を聞きます」が2回あります"],
    );
    typed(
        ENTRIES,
        3,
        "すること",
        "ああああああああ",
        &["towns/asaka/entries.csv 3行「すること」: は文ではありません"],
    );
}

#[test]
fn an_id_is_no_book() {
    typed(
        ENTRIES,
        4,
        "id",
        &"1".repeat(61),
        &["towns/asaka/entries.csv 4行「id」: は id に使えません"],
    );
    check_same(|s| _ = s.swap(ENTRIES, "asaka-kyumin", &"1".repeat(60)));
}

#[test]
fn what_to_use_instead_is_a_number_or_says_what_to_do() {
    typed(
        STALE,
        2,
        "正しい番号",
        "",
        &["knowledge/stale_numbers.csv 2行「正しい番号」: 空です"],
    );
    typed(
        STALE,
        2,
        "正しい番号",
        "110-x",
        &["knowledge/stale_numbers.csv 2行「正しい番号」: は、番号でも言葉でもありません"],
    );
    check_same(|s| _ = s.type_in(STALE, 2, "正しい番号", "（番号要確認）"));
}

#[test]
fn a_kind_says_what_it_rests_on() {
    typed(
        "knowledge/kinds.csv",
        2,
        "根拠",
        "",
        &["knowledge/kinds.csv 2行「根拠」: 空です"],
    );
}

#[test]
fn one_field_is_that_of_danger() {
    let fields = "knowledge/fields.csv";
    let marked = |marks: [&str; 3]| {
        let names = ["お金", "こころ", "ほか"];
        let rows = names
            .iter()
            .zip(marks)
            .map(|(name, mark)| format!("{name},{name}のこと,{mark}\n"));
        let text: String = rows.collect();
        move |s: &Sheets| s.write(fields, format!("分野,見せる名前,印\n{text}"))
    };
    check(
        marked(["danger", "danger", "unsure"]),
        &["knowledge/fields.csv「印」: 「danger」の印のある分野が2あります（お金、こころ）"],
    );
    check(
        marked(["", "", "unsure"]),
        &["knowledge/fields.csv「印」: 「danger」の印のある分野が0あります"],
    );
}

#[test]
fn a_trouble_of_danger_is_nothing_else_beside() {
    for mark in ["compound", "giving", "strain"] {
        let marks = format!("urgent;safety;{mark}");
        let fault = format!("knowledge/needs.csv 3行「印」: 「{mark}」の印があります");
        typed("knowledge/needs.csv", 3, "印", &marks, &[&fault]);
    }
}

#[test]
fn a_licence_has_its_own_name() {
    let sources = "knowledge/sources.csv";
    typed(
        sources,
        2,
        "ライセンス",
        "CC BY 9",
        &["knowledge/sources.csv 2行「ライセンス」: 「CC BY 9」は使えません"],
    );
}

#[test]
fn a_short_number_is_in_the_sheet_or_one_of_an_emergency() {
    typed(
        ENTRIES,
        3,
        "ほかの番号",
        "#8009",
        &["towns/asaka/entries.csv 3行「ほかの番号」: 短い番号の一覧にありません"],
    );
    typed(
        ENTRIES,
        3,
        "ほかの番号",
        "111",
        &["towns/asaka/entries.csv 3行「ほかの番号」: 短い番号の一覧にありません"],
    );
    typed(
        SHORT,
        2,
        "番号",
        "#8008",
        &["knowledge/short_numbers.csv 2行「番号」: 「#8008」は、意味の決まった番号です"],
    );
    typed(
        SHORT,
        2,
        "番号",
        "7171",
        &["knowledge/short_numbers.csv 2行「番号」: は短い番号の形ではありません"],
    );
    typed(
        SHORT,
        2,
        "地域",
        "埼玉",
        &["knowledge/short_numbers.csv 2行「地域」: 「埼玉」は使えません"],
    );
    typed(
        SHORT,
        2,
        "出典",
        "",
        &["knowledge/short_numbers.csv 2行「出典」: 空です"],
    );
}

/// Rows that name it have no slip.
#[test]
fn a_short_number_that_the_sheet_has_lost_is_one_fault_of_it() {
    let others = |s: &Sheets| {
        s.type_in(ENTRIES, 3, "ほかの番号", "#7171（夜）")
            .type_in(ENTRIES, 2, "ほかの番号", "#7171（夜）")
            .type_in(SHORT, 2, "番号", "#7172");
    };
    check(
        others,
        &["knowledge/short_numbers.csv「番号」: 「#7171」がありません。2か所で使っています"],
    );
    check(
        |s| {
            others(s);
            s.write(SHORT, "番号;意味;種類;地域;出典\n");
        },
        &["knowledge/short_numbers.csv 1行: 区切りが"],
    );
    check(
        |s| {
            others(s);
            s.write(SHORT, "番号,意味,種類,地域,出典\n");
        },
        &["knowledge/short_numbers.csv: 行がありません"],
    );
}

#[test]
fn a_line_of_a_prefecture_is_called_there() {
    let line = |place: &str, name: &str, operator: &str| {
        let row = format!(
            "id=ken|地域={place}|名前={name}|よみ=けん|運営={operator}|種類=jiritsu|形=電話|すること=聞きます。|電話=0570-064-557|電話の種類=直通|受付時間=24時間|出典=moto|確かさ=高|状態=公開"
        );
        move |s: &Sheets| {
            let old = s.read(LINES);
            let new = entries("地域", &[P110, &row]);
            let row = new.lines().last().expect("a row").to_owned();
            s.write(LINES, format!("{old}{row}\n"));
        }
    };
    for (name, operator) in [("埼玉県の相談", ""), ("相談", "埼玉県（委託）")] {
        check_same_count(&line("埼玉県", name, operator));
        for place in ["東京都", "全国"] {
            check(
                line(place, name, operator),
                &["knowledge/lines.csv 5行「地域」: 埼玉県の電話が、ほかの地域にあります"],
            );
        }
    }
}

#[track_caller]
fn check_same_count(edit: &dyn Fn(&Sheets)) {
    let sheets = Sheets::tiny();
    edit(&sheets);
    assert!(sheets.compile().is_ok(), "a right line is refused");
}

#[test]
fn a_town_lies_where_its_windows_lie() {
    let addresses = |s: &Sheets| {
        for row in 2..=4 {
            s.type_in(ENTRIES, row, "住所", "〒351-8501 埼玉県朝霞市本町1-1-1");
        }
        s.type_in(ENTRIES, 3, "ほかの番号", "#7171（夜）");
    };
    check_same_count(&addresses);
    check(
        |s| {
            addresses(s);
            s.swap("towns/asaka/town.toml", "埼玉県", "東京都");
        },
        &["towns/asaka/town.toml「prefecture」: 「東京都」ですが、窓口の住所は3か所が埼玉県です"],
    );
}

#[test]
fn another_towns_settings_are_one_fault() {
    for (from, to) in [("asaka", "komae"), ("komae", "asaka")] {
        let fault = format!(
            "towns/{to}/town.toml 1行「id」: 「{from}」がフォルダーの名前「{to}」とちがいます"
        );
        check(
            |s| {
                s.type_in(ENTRIES, 3, "ほかの番号", "#7171（夜）");
                let settings = s.read(&format!("towns/{from}/town.toml"));
                let switchboard = (format!("{from}-daihyo"), format!("{to}-daihyo"));
                s.write(
                    &format!("towns/{to}/town.toml"),
                    settings.replace(&switchboard.0, &switchboard.1),
                );
            },
            &[&fault],
        );
    }
}

#[test]
fn a_folder_that_is_gone_is_one_fault() {
    for (folder, words) in [
        ("knowledge", "みんなで使う表がありません"),
        ("towns", "町の表がありません"),
    ] {
        let fault = format!("{folder}: {words}");
        check(
            |s| fs::remove_dir_all(s.root.join(folder)).expect("a folder"),
            &[&fault],
        );
    }
}

#[test]
fn a_file_that_nobody_reads_is_told() {
    for path in [
        "towns/entries.csv",
        "towns/asaka/entries - コピー.csv",
        "towns/asaka/old/entries.csv",
        "knowledge/needs2.csv",
        "knowledge/old/needs.csv",
    ] {
        let fault = format!("{path}: この名前の表は、だれも読みません");
        check(|s| s.write(path, s.read(ENTRIES)), &[&fault]);
    }
    // The sheet itself under a name that is written otherwise: what stands in it is read.
    for name in ["Entries.csv", "entries.CSV", "entries.csv.csv"] {
        let path = format!("towns/asaka/{name}");
        let fault = format!("{path}: この名前の表は、だれも読みません");
        let rename = |s: &Sheets| {
            s.write(&path, s.read(ENTRIES));
            s.delete(ENTRIES);
        };
        check(rename, &[&fault]);
    }
    // Programs of an office and of a Mac leave their own.
    check_same(|s| s.write("towns/asaka/._entries.csv", "x"));
}

#[test]
fn parts_of_town_that_windows_name_do_not_vanish() {
    let lost = |s: &Sheets| {
        s.type_in(KOMAE, 2, "区域", "本町・栄町")
            .type_in(KOMAE, 3, "区域", "西・東")
            .type_in(KOMAE, 3, "種類", "fukushi_sogo;jiritsu");
    };
    check(
        |s| {
            lost(s);
            s.delete("knowledge/kinds.csv");
        },
        &["knowledge/kinds.csv: 表を読めません"],
    );
    check(
        lost,
        &["towns/komae/areas.csv: 町名の行がないのに、担当の町をもつ窓口があります"],
    );
}

#[test]
fn hours_that_cannot_be_read_are_one_fault() {
    for (text, fault) in [
        (
            "名前;受付時間;休み;有効開始;有効終了;補足;出典\n",
            "towns/asaka/hours.csv 1行: 区切りが",
        ),
        ("", "towns/asaka/hours.csv 1行: 表が空です"),
    ] {
        check(
            |s| {
                s.type_in(ENTRIES, 3, "受付時間", "市役所")
                    .type_in(ENTRIES, 3, "休み", "");
                s.write("towns/asaka/hours.csv", text);
            },
            &[fault],
        );
    }
}

#[test]
fn a_question_on_danger_comes_at_once() {
    let sheets = Sheets::real();
    let text = sheets.read(QUESTIONS);
    let at = text.find("name = \"今あぶない\"").expect("the question");
    let (before, behind) = text.split_at(at);
    sheets.write(
        QUESTIONS,
        format!("{before}{}", behind.replacen("cost = 1", "cost = 4", 1)),
    );
    let faults = sheets.compile().expect_err("no fault").sorted();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].what.contains("「今あぶない」の cost が4です"));
}

#[test]
fn a_rule_of_several_troubles_is_lost_once() {
    let sheets = Sheets::real();
    let text = sheets.read(crate::RULES);
    let rules: Vec<&str> = text
        .split("[[rule]]")
        .filter(|rule| !rule.contains("id = \"child_hurt\""))
        .collect();
    sheets.write(crate::RULES, rules.join("[[rule]]"));
    check_faults(
        &sheets,
        &["knowledge/rules.toml「rule」: は子どもの虐待のことなのに"],
    );
}
