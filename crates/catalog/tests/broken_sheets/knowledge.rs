//! The country's sheets: conditions, questions, rules, marks.

use crate::tiny::Sheets;
use crate::{ENTRIES, QUESTIONS, RULES, check, check_faults, typed};

#[test]
fn a_condition_that_cannot_be_read_is_pointed_at() {
    let rule = |when: &str, expected: &str| {
        check(
            |s| _ = s.swap(RULES, "困りごと=k01", when),
            &[&format!("knowledge/rules.toml 16行「suicide」: {expected}")],
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
        &["towns/asaka/town.toml 4行: 14文字目: 文が「\"」で囲まれていません"],
    );
    check(
        |s| _ = s.swap("towns/asaka/town.toml", "plan_title", "plan_titel"),
        &["towns/asaka/town.toml 6行: 1文字目: 「plan_titel」という名前は使えません"],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "jiritsu = \"年れい=64歳まで または ひとり=はい\"",
                "jiritsu = 64",
            )
        },
        &["knowledge/rules.toml 6行: 11文字目: 数が書いてあります"],
    );
    check(
        |s| {
            _ = s.swap(
                RULES,
                "\"suicide\"\nsort = \"crisis\"",
                "\"suicide\"\nsort = \"gate\"",
            )
        },
        &["knowledge/rules.toml 11行「suicide」: stop は crisis だけで使えます"],
    );
    check(
        |s| {
            _ = s.swap(
                QUESTIONS,
                "cost = 1\nwhen = \"困りごと=m01",
                "cost = 9\nwhen = \"困りごと=m01",
            )
        },
        &["knowledge/questions.toml 1行「age」: cost が9です"],
    );
}

#[test]
fn a_trouble_is_worded_for_each_asker_or_falls_back_to_the_first_words() {
    let needs = "knowledge/needs.csv";
    let worded = |family: &str, supporter: &str| {
        let with = format!("家賃が払えない,{family},{supporter},家賃を はらえない");
        move |s: &Sheets| {
            s.swap(
                needs,
                "言葉,やさしい",
                "言葉,家族の言葉,支える人の言葉,やさしい",
            );
            s.swap(needs, "死にたい,死にたい", "死にたい,,,死にたい");
            s.swap(needs, "家賃が払えない,家賃を はらえない", &with);
        }
    };
    check(
        worded(
            "家賃（アパート代）が払えない",
            "家賃(部屋代)でこまる人がいる",
        ),
        &[
            "knowledge/needs.csv 2行「家族の言葉」: 「家賃（アパート代）が払えない」に、かっこがあります",
            "knowledge/needs.csv 2行「支える人の言葉」: 「家賃(部屋代)でこまる人がいる」に、かっこがあります",
        ],
    );
    check(
        worded("", &"あ".repeat(61)),
        &["knowledge/needs.csv 2行「支える人の言葉」: 61字あります（60字まで）"],
    );
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
