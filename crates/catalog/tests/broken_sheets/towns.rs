//! A town: its settings, and its sheets beside each other and beside other towns'.

use crate::tiny::Sheets;
use crate::{ENTRIES, KOMAE, LINES, check, typed};

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
    for number in ["0570-064-556", "0120-279-338"] {
        both(number);
    }
    let sheets = Sheets::tiny();
    for entries in [ENTRIES, KOMAE] {
        sheets.type_in(entries, 3, "ほかの番号", "#8008;189（急ぐとき）");
    }
    assert!(sheets.compile().is_ok());
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
                "izon,こころ・からだ,依存,やめたい人の窓口,人,聞きます,法,M,市,,",
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
