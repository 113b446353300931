//! Ids: plain, once, and known where they are named.

use crate::{ENTRIES, LINES, QUESTIONS, RULES, check, typed};

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
        &[&at("knowledge/rules.toml 11行「suicide」")],
    );
    check(
        |s| _ = s.swap(RULES, "jiritsu = \"年れい", "jiritu = \"年れい"),
        &[&at("knowledge/rules.toml 6行「fits」")],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "jiritsu = [\"fukushi_sogo\"]",
                "jiritsu = [\"jiritu\"]",
            )
        },
        &[&at("knowledge/rules.toml 9行「instead.jiritsu」")],
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
        |s| _ = s.swap(RULES, "\"p110\"", "\"p111\""),
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
            // Who names the kind that was here names it rightly.
            "knowledge/kinds.csv 4行「id」: 「jiritsu」は3行にもあります",
        ],
    );
    typed(
        "towns/asaka/plan.csv",
        3,
        "id",
        "g1",
        &["towns/asaka/plan.csv 3行「id」: 「g1」は2行にもあります"],
    );
    check(
        |s| _ = s.append("towns/asaka/hours.csv", "市役所,24時間,,,,,moto"),
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
