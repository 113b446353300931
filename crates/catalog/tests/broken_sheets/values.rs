//! What may not be wrong: numbers, the lines on every page, the switchboard. Each slip is one fault, or no catalog at all.

use crate::tiny::Sheets;
use crate::{ENTRIES, KOMAE, LINES, QUESTIONS, RULES, check, typed};
use catalog::compile_all_on;
use navigator::Day;

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
                "{sheet} 1行: 見出し「FAX」と「電話」の順が、もとの表と逆です"
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

#[test]
fn names_hold_only_what_can_be_seen() {
    for (sign, told) in [
        ("\u{200b}", "見えない文字（U+200B）"),
        ("\u{202e}", "文字の向きを変える記号（U+202E）"),
        ("\u{e000}", "ほかの機械では出ない文字（U+E000）"),
        ("縺", "文字が壊れています"),
    ] {
        let fault = format!("{ENTRIES} 3行「名前」: {told}");
        typed(ENTRIES, 3, "名前", &format!("相談{sign}の係"), &[&fault]);
        let fault = format!("towns/asaka/town.toml 2行: {told}");
        let name = format!("朝霞{sign}市");
        check(
            |s| _ = s.swap("towns/asaka/town.toml", "朝霞市", &name),
            &[&fault],
        );
    }
    let fault = format!("{ENTRIES} 3行「名前」: 61字あります（60字まで）");
    typed(ENTRIES, 3, "名前", &"あ".repeat(61), &[&fault]);
    let fault = format!("{ENTRIES} 3行「名前」: 70000字あります");
    let long = "あ".repeat(20_000);
    typed(
        ENTRIES,
        3,
        "名前",
        &long,
        &[&fault.replace("70000", "20000")],
    );
}

#[test]
fn a_reading_is_kana() {
    for reading in ["相談のかかり", "ソウダン", "そうだん3"] {
        let fault = format!("{ENTRIES} 3行「よみ」: 「{reading}」に、ひらがなでない字があります");
        typed(ENTRIES, 3, "よみ", reading, &[&fault]);
    }
    typed(
        "towns/asaka/areas.csv",
        2,
        "よみ",
        "本町",
        &["towns/asaka/areas.csv 2行「よみ」: 「本町」に、ひらがなでない字があります"],
    );
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "あさかし", "朝霞し"),
        &["towns/asaka/town.toml 3行「reading」: 「朝霞し」に、ひらがなでない字があります"],
    );
}

#[test]
fn an_address_is_one_that_opens() {
    for url in [
        "https://",
        "https://example.jp/\"x",
        "https://a.jp https://b.jp",
        "city.asaka.lg.jp",
    ] {
        for column in ["URL", "フォーム"] {
            let fault = format!("{ENTRIES} 3行「{column}」: 「{url}」は URL ではありません");
            typed(ENTRIES, 3, column, url, &[&fault]);
        }
    }
    typed(
        ENTRIES,
        3,
        "チャット",
        "https://",
        &["towns/asaka/entries.csv 3行「チャット」: は URL ではありません"],
    );
    for mail in ["@", "a@b.jp\nx", "a@b.jp;c@d.jp"] {
        typed(
            ENTRIES,
            3,
            "メール",
            mail,
            &["towns/asaka/entries.csv 3行「メール」: はメールアドレスではありません"],
        );
    }
}

#[test]
fn words_of_a_list_are_known() {
    let wrong = |sheet: &str, row: usize, column: &str, cell: &str, word: &str| {
        let fault = format!("{sheet} {row}行「{column}」: 「{word}」は使えません");
        typed(sheet, row, column, cell, &[&fault]);
    };
    wrong(ENTRIES, 3, "推定", "すること;つかえる人", "つかえる人");
    wrong(ENTRIES, 3, "相談できる人", "本人、家族", "本人、家族");
    wrong(ENTRIES, 3, "言語", "英語、中国語", "英語、中国語");
    wrong("towns/asaka/plan.csv", 4, "担当", "市役所", "市役所");
    wrong("knowledge/kinds.csv", 2, "広さ", "町", "町");
    wrong("knowledge/kinds.csv", 2, "印", "urgnet", "urgnet");
    wrong("knowledge/needs.csv", 3, "印", "sensitve", "sensitve");
    wrong(
        "knowledge/needs.csv",
        3,
        "印",
        "sensitive、urgent",
        "sensitive、urgent",
    );
    typed(
        ENTRIES,
        3,
        "種類",
        "jiritsu;jiritsu",
        &["towns/asaka/entries.csv 3行「種類」: 「jiritsu」が2回あります"],
    );
    typed(
        "knowledge/needs.csv",
        2,
        "ほかの窓口",
        "jiritsu",
        &["knowledge/needs.csv 2行「ほかの窓口」: 「jiritsu」が2回あります"],
    );
}

#[test]
fn a_sentence_says_something() {
    for column in ["最初に言うこと", "すること"] {
        let fault = format!("{ENTRIES} 3行「{column}」: 「10」は文ではありません");
        typed(ENTRIES, 3, column, "10", &[&fault]);
    }
    for text in ["", " ", "10"] {
        let fault = format!("{QUESTIONS} 1行「age」: text「{text}」は文ではありません");
        check(|s| _ = s.swap(QUESTIONS, "何歳ですか", text), &[&fault]);
    }
    check(
        |s| _ = s.swap(QUESTIONS, "text = \"65歳以上\"", "text = \"\""),
        &["knowledge/questions.toml 1行「age」: 選択肢「a65」の text が空です"],
    );
    check(
        |s| {
            _ = s
                .swap(QUESTIONS, "name = \"ひとり\"", "name = \"聞く人\"")
                .swap(RULES, " または ひとり=はい", "")
        },
        &["knowledge/questions.toml 13行「alone」: 「聞く人」は条件に書けない名前です"],
    );
}

#[test]
fn hours_that_have_a_name_are_not_empty() {
    typed(
        "towns/asaka/hours.csv",
        2,
        "受付時間",
        "",
        &["towns/asaka/hours.csv 2行「受付時間」: 空です"],
    );
}

#[test]
fn a_measure_stands_below_no_measure() {
    check(
        |s| {
            s.append("towns/asaka/plan.csv", "g1-s2,施策,g1-s1,下の施策,市,");
            s.type_in(ENTRIES, 3, "施策", "g1-s1;g1-s2");
        },
        &["towns/asaka/plan.csv 5行「親」: 「相談をまとめる」の下に「施策」は置けません"],
    );
    typed(
        "towns/asaka/plan.csv",
        3,
        "担当",
        "市",
        &["towns/asaka/plan.csv 3行「担当」: 施策でない行に担当があります"],
    );
}

#[test]
fn a_stale_number_can_match() {
    let stale = "knowledge/stale_numbers.csv";
    for wrong in [
        "０570-046-556",
        "0570 046 556",
        "0570-046-556（古い）",
        "0570-046",
    ] {
        let fault = format!("{stale} 2行「まちがい」: 「{wrong}」は、どの番号とも合いません");
        typed(stale, 2, "まちがい", wrong, &[&fault]);
    }
    typed(
        stale,
        2,
        "まちがい",
        "",
        &["knowledge/stale_numbers.csv 2行「まちがい」: 空です"],
    );
    typed(
        stale,
        3,
        "まちがい",
        "0570-0465-56",
        &["knowledge/stale_numbers.csv 3行「まちがい」: 「0570-0465-56」が2回あります"],
    );
    typed(
        stale,
        2,
        "正しい番号",
        "0570-046-556",
        &["knowledge/stale_numbers.csv 2行「正しい番号」: まちがいと正しい番号が同じです"],
    );
}

#[test]
fn a_town_has_the_name_of_one_and_an_id_that_links_carry() {
    let settings = "towns/asaka/town.toml";
    check(
        |s| _ = s.swap(settings, "朝霞市", "朝霞"),
        &["towns/asaka/town.toml 2行「name」: 「朝霞」は市区町村の名前ではありません"],
    );
    for id in ["parts", "desk", "knowledge"] {
        check(
            |s| {
                let towns = s.root.join("towns");
                std::fs::rename(towns.join("asaka"), towns.join(id)).expect("a folder");
            },
            &[&format!(
                "towns/{id}/town.toml「id」: は、公開するときにほかのものの名前です"
            )],
        );
    }
    for id in ["Asaka", "朝霞", "index.html", "asaka市"] {
        check(
            |s| {
                let towns = s.root.join("towns");
                std::fs::rename(towns.join("asaka"), towns.join(id)).expect("a folder");
            },
            &[&format!(
                "towns/{id}/town.toml「id」: 「{id}」は id に使えません"
            )],
        );
    }
    check(
        |s| {
            _ = s.swap(
                settings,
                "credits = []",
                "credits = [{ name = \"x\", url = \"https://\", license = \"CC\", text = \"x\" }]",
            )
        },
        &["towns/asaka/town.toml「credits」: 「https://」は URL ではありません"],
    );
}

#[test]
fn a_condition_that_never_holds_hides_nothing_in_silence() {
    let never = "どの答えでも成り立ちません";
    for condition in [
        "年れい=64歳まで かつ 年れい=65歳以上",
        "困りごと=m01 かつ 困りごと=m01 でない",
        "聞く人=本人 かつ 聞く人=家族",
    ] {
        let fault = format!("{ENTRIES} 3行「条件」: 1文字目: {never}");
        typed(ENTRIES, 3, "条件", condition, &[&fault]);
        let fault = format!("{RULES} 16行「suicide」: 条件の1文字目: {never}");
        check(|s| _ = s.swap(RULES, "困りごと=k01", condition), &[&fault]);
        let fault = format!("{QUESTIONS} 7行「age」: 条件の1文字目: {never}");
        check(
            |s| _ = s.swap(QUESTIONS, "\"困りごと=m01\"", &format!("\"{condition}\"")),
            &[&fault],
        );
    }
    // The kind is for people up to 64.
    check(
        |s| {
            s.type_in(ENTRIES, 3, "種類", "jiritsu").type_in(
                ENTRIES,
                3,
                "条件",
                "年れい=65歳以上 かつ ひとり=いいえ",
            );
        },
        &[
            "towns/asaka/entries.csv 3行「条件」: この行の種類の条件（rules.toml の fits）とは、どの答えでも両立しません",
        ],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "first = [\"suicide_line\"]\nalso = [\"fukushi_sogo\"]",
                "first = []\nalso = []",
            )
        },
        &["knowledge/rules.toml 11行「suicide」: どの種類も上がりません"],
    );
}

#[test]
fn two_windows_have_two_names() {
    typed(
        ENTRIES,
        3,
        "名前",
        "市役所",
        &["towns/asaka/entries.csv 3行「名前」: 「市役所」は2行にもあります"],
    );
}

/// What is told of the tiny catalog on a day of November 2026.
fn told_on(day: u8, edit: impl FnOnce(&Sheets)) -> Vec<String> {
    let sheets = Sheets::tiny();
    edit(&sheets);
    let today = Day::from_civil(2026, 11, day).expect("a day");
    let told = compile_all_on(&sheets.sources(), today).map_err(catalog::Faults::sorted);
    told.err()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn nobody_checked_anything_tomorrow() {
    for (sheet, row, column) in [
        (ENTRIES, 3, "確認日"),
        (ENTRIES, 2, "出典日"),
        (LINES, 2, "出典日"),
    ] {
        let edit = |s: &Sheets| _ = s.type_in(sheet, row, column, "2026-11-24");
        assert!(told_on(24, edit).is_empty());
        let told = told_on(23, edit);
        assert_eq!(told.len(), 1, "{told:?}");
        let fault = format!("{sheet} {row}行「{column}」: 「2026-11-24」は、まだ来ていない日です");
        assert!(told[0].starts_with(&fault), "{told:?}");
    }
    for date in ["2026", "2026-11"] {
        assert!(told_on(1, |s| _ = s.type_in(ENTRIES, 2, "出典日", date)).is_empty());
    }
    for date in ["2027", "2026-12"] {
        assert_eq!(
            told_on(30, |s| _ = s.type_in(ENTRIES, 2, "出典日", date)).len(),
            1
        );
    }
}

#[test]
fn days_lie_within_sense() {
    for date in ["2099-01-01", "0026-07-01", "1026-07-27"] {
        for column in ["確認日", "有効終了"] {
            let fault = format!("{ENTRIES} 3行「{column}」: 「{date}」は日付ではありません");
            typed(ENTRIES, 3, column, date, &[&fault]);
        }
    }
    for date in ["0026-07", "2099"] {
        let fault = format!("{ENTRIES} 3行「出典日」: 「{date}」は日付ではありません");
        typed(ENTRIES, 3, "出典日", date, &[&fault]);
    }
    let told = told_on(24, |s| _ = s.type_in(ENTRIES, 3, "有効終了", "2062-03-31"));
    assert!(
        told.len() == 1 && told[0].contains("10年より先です"),
        "{told:?}"
    );
}

#[test]
fn a_town_of_which_all_is_over_is_a_fault() {
    let told = told_on(24, |s| {
        s.type_in(ENTRIES, 2, "有効終了", "2026-11-23").type_in(
            ENTRIES,
            3,
            "有効終了",
            "2026-11-23",
        );
    });
    assert!(
        told.iter()
            .any(|fault| fault.contains("どれも今日は有効ではありません")),
        "{told:?}"
    );
}

#[test]
fn words_that_a_town_writes_otherwise_are_words_and_once() {
    let settings = "towns/asaka/town.toml";
    for (replace, told) in [
        ("[[\" \", \"x\"]]", "空の言葉があります"),
        (
            "[[\"障害\", \"障がい\"], [\"障害\", \"しょうがい\"]]",
            "「障害」が2回あります",
        ),
        (
            "[[\"障害\", \"障害\"]]",
            "「障害」を同じ言葉に書きかえています",
        ),
    ] {
        let replace = format!("replace = {replace}");
        let fault = format!("{settings} 9行「words」: {told}");
        check(
            |s| _ = s.swap(settings, "replace = []", &replace),
            &[&fault],
        );
    }
}

#[test]
fn a_fax_is_no_number_that_speaks() {
    let sheets = Sheets::tiny();
    sheets.type_in(ENTRIES, 3, "FAX", "119");
    assert!(sheets.compile().is_ok());
    typed(
        ENTRIES,
        3,
        "FAX",
        "#8008",
        &["towns/asaka/entries.csv 3行「FAX」: #8008 はファクスの番号ではありません"],
    );
}
