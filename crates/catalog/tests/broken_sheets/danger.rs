//! Danger: whatever slips in the knowledge, a cry for help leads to its line, or there is no catalog at all.

use crate::tiny::Sheets;
use crate::{LINES, QUESTIONS, RULES, check, check_faults, typed};

const KINDS: &str = "knowledge/kinds.csv";
const NEEDS: &str = "knowledge/needs.csv";

/// Changes one rule of the real sheets and expects this one fault.
#[track_caller]
fn rule(id: &str, change: impl FnOnce(&str) -> String, fault: &str) {
    let sheets = Sheets::real();
    let text = sheets.read(RULES);
    let parts: Vec<&str> = text.split("\n[[rule]]\n").collect();
    let start = format!("id = \"{id}\"\n");
    let own = parts.iter().find(|part| part.starts_with(&start));
    let own = own.expect("a rule");
    let changed = change(own);
    let whole = format!("\n[[rule]]\n{own}");
    let with = if changed.is_empty() {
        String::new()
    } else {
        format!("\n[[rule]]\n{changed}")
    };
    sheets.write(RULES, text.replace(&whole, &with));
    let faults = sheets.compile().expect_err(id).sorted();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(
        told.len() == 1 && told[0].contains(fault),
        "{id}: {}",
        told.join("\n")
    );
}

#[test]
fn a_line_for_danger_is_marked_and_never_handed_on() {
    for row in [4, 5, 6] {
        typed(
            KINDS,
            row,
            "印",
            "",
            &[&format!(
                "{KINDS} {row}行「印」: 「urgent」の印がありません"
            )],
        );
        typed(
            KINDS,
            row,
            "代表番号",
            "",
            &[&format!(
                "{KINDS} {row}行「代表番号」: 代表番号に代わってしまいます"
            )],
        );
    }
}

#[test]
fn a_rule_for_danger_cannot_be_lost_led_elsewhere_or_narrowed() {
    let gone = |_: &str| String::new();
    rule("now", gone, "事件や暴力のときの規則「now」がありません");
    rule(
        "suicide",
        gone,
        "死にたい気持ちのときの規則「suicide」がありません",
    );
    rule(
        "dv_feared",
        gone,
        "パートナーの暴力のときの規則「dv_feared」がありません",
    );
    // What shows by a trouble is missed at the trouble.
    rule(
        "child_seen",
        gone,
        "困りごと「c03」は子どもの虐待のことなのに",
    );
    rule(
        "silent",
        gone,
        "困りごと「b08」は声を出せない人の通報のことなのに",
    );
    let led = |kinds: &'static str| {
        move |own: &str| {
            let (head, rest) = own.split_once("first = [").expect("kinds");
            let (_, rest) = rest.split_once(']').expect("an end");
            format!("{head}first = [{kinds}]{rest}")
        }
    };
    rule("now", led(""), "emergency_110 から始まりません");
    rule(
        "now",
        led("\"child_medical_8000\""),
        "emergency_110 から始まりません",
    );
    rule(
        "sexual",
        led("\"jiritsu\""),
        "first に、「jiritsu」があります",
    );
    let without = |line: &'static str| move |own: &str| own.replace(line, "");
    rule("life", without("stop = true\n"), "質問が続きます");
    rule(
        "forced",
        without("private = true\n"),
        "private がありません",
    );
    rule(
        "child_hurt",
        without("private = true\n"),
        "代表番号が電話の中に出ます",
    );
    rule(
        "stalked",
        without("private = true\n"),
        "つきまといのことで、代表番号が出ます",
    );
    rule(
        "elder_hurt",
        without("direct = true\n"),
        "代表番号が電話の中に出ます",
    );
    rule(
        "now",
        |own| own.replace("今あぶない=はい", "今あぶない=はい かつ 年れい=65歳以上"),
        "1つの答えだけでは成り立ちません",
    );
    rule(
        "now",
        |own| own.replace("\"今あぶない=はい\"", "\"\""),
        "条件が空です",
    );
    rule(
        "now",
        |own| {
            own.replace(
                "今あぶない=はい",
                "今あぶない=はい または (今あぶない=はい) でない",
            )
        },
        "どの答えでも成り立ちます",
    );
}

#[test]
fn a_question_that_a_rule_has_lost_is_missed() {
    check(
        |s| {
            _ = s.swap(
                RULES,
                "\"年れい=64歳まで または ひとり=はい\"",
                "\"年れい=64歳まで\"",
            )
        },
        &[&format!(
            "{QUESTIONS} 19行「alone」: この質問の答えを見る条件がありません"
        )],
    );
}

#[test]
fn a_trouble_of_danger_says_what_its_rule_says() {
    typed(
        NEEDS,
        3,
        "最初の窓口",
        "jiritsu",
        &[&format!(
            "{NEEDS} 3行「最初の窓口」: 「k01」だけで規則「suicide」が成り立つのに"
        )],
    );
    for marks in ["", "urgent"] {
        let fault = format!("{NEEDS} 3行「印」: 「safety」の印がありません");
        typed(NEEDS, 3, "印", marks, &[&fault]);
    }
    let sheets = Sheets::real();
    for (id, column, words, fault) in [
        ("f01", "印", "urgent", "「safety」の印がありません"),
        ("f01", "最初の窓口", "jiritsu", "規則「dv」が成り立つのに"),
        ("e10", "印", "safety;soon", "「direct」の印がありません"),
        ("b08", "印", "", "「urgent」の印がありません"),
    ] {
        let text = sheets.read(NEEDS);
        let rows = text
            .lines()
            .position(|line| line.starts_with(&format!("{id},")));
        let row = rows.expect(id) + 1;
        sheets.type_in(NEEDS, row, column, words);
        check_faults(&sheets, &[&format!("{NEEDS} {row}行「{column}」: {fault}")]);
        sheets.write(NEEDS, text);
    }
}

#[test]
fn what_stands_on_every_page_answers_itself() {
    check(
        |s| {
            s.swap(
                RULES,
                "[\"p110\", \"f119\"]",
                "[\"p110\", \"f119\", \"inochi\"]",
            );
            s.type_in(LINES, 3, "地域", "全国")
                .type_in(LINES, 3, "種類", "jiritsu");
        },
        &[&format!(
            "{LINES} 3行「種類」: 「jiritsu」は、すぐ答える電話の種類ではありません"
        )],
    );
}

#[test]
fn a_list_of_rules_names_something_and_nothing_twice() {
    let told = |from: &str, to: &str, fault: &str| {
        check(
            |s| _ = s.swap(RULES, from, to),
            &[&format!("{RULES} {fault}")],
        );
    };
    told(
        "[\"p110\", \"f119\"]",
        "[\"p110\", \"f119\", \"p110\"]",
        "1行「always」: 「p110」が2回",
    );
    told(
        "fallback = [\"fukushi_sogo\"]",
        "fallback = []",
        "2行「fallback」: 空です",
    );
    let twice = "fallback = [\"fukushi_sogo\", \"fukushi_sogo\"]";
    told(
        "fallback = [\"fukushi_sogo\"]",
        twice,
        "2行「fallback」: 2回",
    );
    let instead = "jiritsu = [\"fukushi_sogo\"]";
    told(instead, "jiritsu = []", "9行「instead.jiritsu」: 空です");
    told(
        instead,
        "jiritsu = [\"jiritsu\"]",
        "9行「instead」: 代わりが「jiritsu」です",
    );
    let both = "also = [\"fukushi_sogo\", \"suicide_line\"]";
    told(
        "also = [\"fukushi_sogo\"]",
        both,
        "11行「suicide」: 「suicide_line」が2回",
    );
    for id in ["", "no w"] {
        let place = if id.is_empty() {
            String::new()
        } else {
            format!("「{id}」")
        };
        let fault = format!("21行{place}: 「{id}」は id に使えません");
        check(
            |s| {
                let more = "\n[[rule]]\nid = \"ID\"\nsort = \"gate\"\nwords = \"やちん\"\nwhen = \"困りごと=m01\"\nfirst = [\"jiritsu\"]\nalso = []\nsource = \"表\"\n";
                let text = s.read(RULES);
                let (head, rest) = text.split_once("\n[[rule]]\nid = \"now\"").expect("a rule");
                let more = more.replace("ID", id);
                s.write(RULES, format!("{head}{more}\n[[rule]]\nid = \"now\"{rest}"));
            },
            &[&format!("{RULES} {fault}")],
        );
    }
    check(
        |s| {
            let text = s.read(RULES);
            let (_, last) = text.rsplit_once("[[rule]]").expect("a rule");
            let again = last.replace("id = \"life\"", "id = \"again\"");
            s.write(RULES, format!("{text}\n[[rule]]{again}"));
        },
        &[&format!(
            "{RULES} 41行「again」: 規則「life」と、sort も when も同じです"
        )],
    );
}

#[test]
fn a_line_for_danger_stands_in_no_list_for_everybody_and_is_kept_from_nobody() {
    let told = |from: &str, to: &str, fault: &str| {
        check(
            |s| _ = s.swap(RULES, from, to),
            &[&format!("{RULES}{fault}")],
        );
    };
    told(
        "fallback = [\"fukushi_sogo\"]",
        "fallback = [\"fukushi_sogo\", \"emergency_110\"]",
        "「fallback」: 「emergency_110」は事件や暴力のときだけの窓口です",
    );
    told(
        "[fits]\n",
        "[fits]\nemergency_110 = \"年れい=65歳以上\"\n",
        "「fits」: 「emergency_110」（事件や暴力）は、だれにでも出す窓口です",
    );
    told(
        "[instead]\n",
        "[instead]\nsuicide_line = [\"jiritsu\"]\n",
        "「instead」: 「suicide_line」（死にたい気持ち）には、代わりの窓口はありません",
    );
}

/// Changes one text of the real sheets and expects this one fault.
#[track_caller]
fn real(sheet: &str, from: &str, to: &str, fault: &str) {
    let sheets = Sheets::real();
    sheets.swap(sheet, from, to);
    check_faults(&sheets, &[fault]);
}

#[test]
fn the_law_for_people_of_an_age_lets_them_through() {
    let sheets = Sheets::real();
    let text = sheets.read(RULES);
    let line = text.lines().find(|line| line.starts_with("elder_abuse = "));
    real(
        RULES,
        line.expect("a line"),
        "elder_abuse = \"相手の年れい=65歳以上\"",
        &format!("{RULES}「fits」: 「elder_abuse」が、「年れい=65歳以上」の人に出ません"),
    );
}

#[test]
fn the_answer_that_tells_danger_sets_off_its_rule_and_is_said() {
    rule(
        "now",
        |own| own.replace("今あぶない=はい", "今あぶない=いいえ"),
        "「今あぶない=はい」だけで、この規則が成り立ちません",
    );
    rule(
        "suicide",
        |own| own.replace("または 死にたい気持ち=はい", "または 死にたい気持ち=いいえ"),
        "「死にたい気持ち=はい」だけで、この規則が成り立ちません",
    );
    rule(
        "suicide",
        |own| own.replace("words = \"「死にたい」", "words = \"「家賃が払えない」"),
        "理由の言葉に「死にたい」がありません",
    );
}

#[test]
fn who_is_in_danger_is_asked_and_found() {
    let sheets = Sheets::real();
    let text = sheets.read(QUESTIONS);
    let (head, rest) = text
        .split_once("name = \"今あぶない\"")
        .expect("a question");
    let (between, when) = rest.split_once("困りごと=f01/").expect("a condition");
    let row = head.lines().count() + between.lines().count();
    sheets.write(
        QUESTIONS,
        format!("{head}name = \"今あぶない\"{between}困りごと={when}"),
    );
    check_faults(
        &sheets,
        &[&format!(
            "{QUESTIONS} {row}行「danger_now」: 困りごと「f01」の人に、「今あぶない」を聞きません"
        )],
    );
    typed(
        NEEDS,
        3,
        "言葉",
        "家賃の相談",
        &[&format!("{NEEDS} 3行「言葉」: 「死にたい」がありません")],
    );
    typed(
        NEEDS,
        3,
        "検索の言葉",
        "",
        &[&format!("{NEEDS} 3行「検索の言葉」: 空です")],
    );
    real(
        NEEDS,
        "\nk01,こころ;危険,",
        "\nk01,こころ,",
        &format!(
            "{NEEDS} {}行「分野」: 「危険」の分野にありません",
            row_of(NEEDS, "k01")
        ),
    );
}

/// The row of the real sheet with this id, as Excel counts it.
fn row_of(sheet: &str, id: &str) -> usize {
    let text = Sheets::real().read(sheet);
    let start = format!("{id},");
    1 + text
        .lines()
        .position(|line| line.starts_with(&start))
        .expect(id)
}

#[test]
fn a_line_for_danger_is_shown_with_its_own_number() {
    for (id, column, words, fault) in [
        ("dv8008", "状態", "下書き", "#8008 の行が、画面に出ません"),
        ("c189", "状態", "下書き", "189 の行が、画面に出ません"),
        (
            "7119saitama",
            "状態",
            "下書き",
            "#7119 の行が、画面に出ません",
        ),
        (
            "yorisoi",
            "電話",
            "0120-279-228",
            "番号は 0120-279-338 です",
        ),
        ("dv8008", "電話", "048-600-3700", "番号は #8008 です"),
        (
            "p110",
            "名前",
            "警察 １１９番",
            "「119」とあるのに、電話は 110 です",
        ),
        (
            "p110",
            "すること",
            "119に電話して、消防を呼びます。",
            "「119」とあるのに",
        ),
        (
            "f119",
            "ほかの番号",
            "110",
            "110 は、この窓口の番号ではありません",
        ),
    ] {
        let sheets = Sheets::real();
        let row = row_of(LINES, id);
        sheets.type_in(LINES, row, column, words);
        check_faults(&sheets, &[&format!("{LINES} {row}行「{column}」: {fault}")]);
    }
    // Taken out, it is missed.
    let sheets = Sheets::real();
    let text = sheets.read(LINES);
    let rows = text.lines().filter(|line| !line.starts_with("dv8008,"));
    sheets.write(LINES, rows.collect::<Vec<_>>().join("\n"));
    check_faults(
        &sheets,
        &[&format!(
            "{LINES}「電話」: DV相談ナビ（#8008）の、全国の公開の行がありません"
        )],
    );
    // In a smaller world too there is one for everybody.
    typed(
        LINES,
        3,
        "地域",
        "埼玉県",
        &[&format!(
            "{LINES}「種類」: 狛江市で、死にたい気持ちのときに出す窓口がありません"
        )],
    );
}
