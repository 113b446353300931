//! `catalog ask` as a judge calls it: the shape of the answer, the same answer every time, and bad input
//! refused with all of its faults.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_catalog"))
        .args(arguments)
        .arg("--catalog")
        .arg(tiny::real_root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("is read");
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn printed(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {problem}");
    String::from_utf8(output.stdout).expect("text")
}

fn told(arguments: &[&str], input: &Value) -> Value {
    serde_json::from_str(&printed(arguments, &input.to_string())).expect("JSON")
}

fn ask(input: &Value) -> Value {
    told(&["ask", "--answers", "-", "--json"], input)
}

fn refused(input: &str) -> String {
    let output = run(&["ask", "--answers", "-"], input);
    assert!(!output.status.success(), "{input} is taken");
    assert!(output.stdout.is_empty(), "{input} is answered");
    String::from_utf8(output.stderr).expect("text")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

fn crisis_lines(told: &Value) -> Vec<&Value> {
    let lines = list(&told["suggestions"]).iter();
    lines.filter(|one| one["crisis"] == true).collect()
}

#[test]
fn the_answer_has_the_shape_of_the_issue() {
    let told = ask(&json!({
        "town": "komae", "area": "岩戸北", "asker": "family", "now": "2026-11-24T10:30",
        "answers": {"needs": ["e01", "m03"], "household": ["elder"], "money_left": "declined"},
    }));
    for key in ["next", "asked", "settled", "suggestions", "always"] {
        assert!(keys(&told).contains(&key), "{key}");
    }
    assert_eq!(told["asked"], 4);
    assert_eq!(told["settled"], told["next"].is_null());
    let next = &told["next"];
    assert_eq!(keys(next), ["id", "text", "why", "multiple", "options"]);
    for option in list(&next["options"]) {
        assert_eq!(keys(option), ["id", "text"]);
    }
    let suggestions = list(&told["suggestions"]);
    assert!(!suggestions.is_empty() && !list(&told["always"]).is_empty());
    for (place, one) in suggestions.iter().enumerate() {
        assert_eq!(one["rank"], place + 1);
        for key in ["entry", "name", "standing"] {
            assert!(
                one[key].as_str().is_some_and(|text| !text.is_empty()),
                "{key}: {one}"
            );
        }
        assert!(one["standing"] == "fits" || one["standing"] == "maybe");
        assert!(one["crisis"].is_boolean() && one["joined_up"].is_boolean());
        assert!(one["phone"].is_string() || one["phone"].is_null());
        let state = one["open"]["state"].as_str().expect("a state");
        assert!(
            ["open", "closed", "unknown", "out_of_date"].contains(&state),
            "{state}"
        );
        assert!(!list(&one["kinds"]).is_empty() && !list(&one["reasons"]).is_empty());
        for reason in list(&one["reasons"]) {
            assert!(
                reason.as_str().is_some_and(|words| !words.is_empty()),
                "{one}"
            );
        }
    }
}

#[test]
fn the_troubles_are_asked_first_and_nobody_waits_for_a_window() {
    let told = ask(&json!({"town": "asaka", "answers": {}}));
    assert_eq!(told["next"]["id"], "needs");
    assert_eq!(
        (&told["asked"], &told["settled"]),
        (&json!(0), &json!(false))
    );
    assert!(!list(&told["suggestions"]).is_empty());
}

#[test]
fn same_input_same_output_whatever_the_clock_says() {
    let inputs = [
        json!({"town": "komae", "answers": {"needs": ["h01"]}}),
        json!({"town": "asaka", "now": "2026-11-21T23:30", "answers": {"needs": ["k01"]}}),
    ];
    for input in inputs {
        assert_eq!(ask(&input), ask(&input));
    }
    // Nobody said when: then nothing is open or closed, instead of a look at the clock.
    let told = ask(&json!({"town": "komae", "answers": {"needs": ["m01"]}}));
    assert!(
        list(&told["suggestions"])
            .iter()
            .all(|one| one["open"].is_null())
    );
}

#[test]
fn what_stands_on_every_page_is_always_there() {
    let one = ask(&json!({"town": "komae", "answers": {"needs": ["m01"]}}));
    let other = ask(&json!({"town": "komae", "answers": {"needs": ["e01"]}}));
    assert_eq!(one["always"], other["always"]);
    assert_eq!(one["always"][0]["entry"], "p110");
}

#[test]
fn at_night_a_line_that_answers_leads() {
    for town in ["asaka", "komae"] {
        for need in [
            "k01", "h01", "f01", "f02", "f07", "f08", "c08", "c03", "c02", "d06", "x10", "b05",
        ] {
            let told = ask(&json!({
                "town": town, "now": "2026-11-25T23:30", "answers": {"needs": [need]},
            }));
            let lines = crisis_lines(&told);
            let is_open = |line: &&Value| line["open"]["state"] == "open";
            let some = lines.iter().copied().any(|line| is_open(&line));
            let first = lines.first().expect("a line");
            assert!(!some || is_open(first), "{town} {need}: {}", first["entry"]);
        }
    }
}

/// Somebody who needs a silent way is not led to a voice because its hours are known.
#[test]
fn at_night_the_silent_way_stays_first() {
    for town in ["asaka", "komae"] {
        let told =
            |now: &str| ask(&json!({"town": town, "now": now, "answers": {"needs": ["b08"]}}));
        let (day, night) = (told("2026-11-25T11:00"), told("2026-11-25T23:30"));
        assert_eq!(
            crisis_lines(&day)[0]["entry"],
            crisis_lines(&night)[0]["entry"]
        );
        assert_eq!(crisis_lines(&night)[0]["phone"], Value::Null);
    }
}

#[test]
fn all_faults_of_bad_input_are_told_at_once() {
    let told = refused(
        r#"{"town": "komae", "nw": 1, "asker": "me", "now": "2026-13-01", "area": 5, "answers": {
            "needs": ["zz", "m01"], "age": true, "care_age": ["a40", 2], "foo": ["x"],
            "household": ["none", "child"], "tonight": [], "income": "rich", "fear": null,
            "illness": "unknown", "illness": ["yes"], "area": "東京"}}"#,
    );
    for part in [
        "nw: ",
        "asker: 「me」",
        "now: 「2026-13-01」",
        "area: 文字で書きます（数",
        "answers.needs: 「zz」",
        "answers.age: ",
        "answers.care_age: ",
        "answers.foo: ",
        "answers.household: ",
        "answers.tonight: 空",
        "answers.income: 「rich」",
        "answers.fear: ",
        "nullになっています",
        "answers.illness: 2回",
        "area: 「東京」",
    ] {
        assert!(told.contains(part), "{part}:\n{told}");
    }
    assert_eq!(told.trim().lines().count(), 14, "{told}");
}

#[test]
fn what_is_no_answer_at_all_is_refused() {
    for (input, part) in [
        ("", "JSON を読めません"),
        ("{", "JSON を読めません"),
        ("[1]", "{ } で書きます"),
        ("{}", "town: 町が書いてありません"),
        (
            r#"{"town": "tokyo"}"#,
            "town: 「tokyo」という町はありません",
        ),
        (r#"{"town": "asaka", "answers": []}"#, "answers: "),
        (
            r#"{"town": "asaka", "area": "本町"}"#,
            "この町では町名を使いません",
        ),
        (
            r#"{"town": "komae", "area": "岩戸北", "answers": {"area": "猪方"}}"#,
            "両方に書いてあります",
        ),
    ] {
        let told = refused(input);
        assert!(told.contains(part), "{input}: {told}");
    }
}

#[test]
fn why_tells_of_windows_that_are_not_suggested_too() {
    let input = json!({"town": "komae", "now": "2026-11-24T10:00", "answers": {
        "needs": ["m09"], "age": ["a30"], "household": ["none"],
    }});
    let why = |entry: &str| {
        told(
            &["why", "--entry", entry, "--answers", "-", "--json"],
            &input,
        )
    };
    // Its kind and its own row say the same of whom it helps.
    let away = why("hokatsu-komaeen");
    assert_eq!(away["suggested"], false);
    assert_eq!(
        away["in_the_way"][0]["what"], "several",
        "{}",
        away["in_the_way"]
    );
    let changes = list(&away["changed_by"]["answers"]);
    let old = changes
        .iter()
        .find(|one| one["question"] == "age" && one["answer"] == "a65");
    assert!(
        old.is_some_and(|one| one["becomes"] == "fits"),
        "{changes:?}"
    );
    let main = &away["kinds"][0];
    assert_eq!(
        (&main["kind"], &main["line"]["truth"]),
        (&json!("houkatsu"), &json!("no"))
    );
    assert_eq!(main["spoken_for_by"][0]["need"], "m09");

    let there = why("komayell");
    assert_eq!(
        (&there["suggested"], &there["rank"]),
        (&json!(true), &json!(1))
    );
    let text = printed(
        &["why", "--entry", "hokatsu-komaeen", "--answers", "-"],
        &input.to_string(),
    );
    assert!(text.starts_with('×') && text.contains("age"), "{text}");
    let output = run(&["why", "--town", "komae", "--entry", "nobody"], "");
    assert!(!output.status.success());
}

/// Every entry has a story, whatever was answered.
#[test]
fn why_agrees_with_ask() {
    let input =
        json!({"town": "asaka", "answers": {"needs": ["f01", "m03"], "household": ["child"]}});
    let told_by_ask = ask(&input);
    let mut shown: Vec<&str> = Vec::new();
    for card in list(&told_by_ask["suggestions"]) {
        shown.extend(card["entry"].as_str());
        for key in ["roles", "alternatives", "passed_on"] {
            shown.extend(list(&card[key]).iter().filter_map(Value::as_str));
        }
    }
    for entry in [
        "dvplus",
        "asaka-jiritsu-sodan",
        "asaka-soleil-plaza",
        "asaka-chiiki-hokatsu",
        "ken-asaka-jiso",
    ] {
        let why = told(
            &["why", "--entry", entry, "--answers", "-", "--json"],
            &input,
        );
        assert_eq!(why["suggested"] == true, shown.contains(&entry), "{entry}");
        assert_eq!(
            why["suggested"] == true,
            list(&why["in_the_way"]).is_empty(),
            "{entry}"
        );
    }
}

#[test]
fn why_ask_weighs_every_question() {
    let input = json!({"town": "komae", "answers": {"needs": ["e01", "m01"]}});
    let why = told(&["why-ask", "--answers", "-", "--json"], &input);
    assert_eq!(why["next"], ask(&input)["next"]["id"]);
    let questions = list(&why["questions"]);
    let next: Vec<&Value> = questions
        .iter()
        .filter(|one| one["state"] == "next")
        .collect();
    assert_eq!(next.len(), 1);
    let worth = |one: &Value| one["worth"].as_u64().unwrap_or(0);
    let open = questions
        .iter()
        .filter(|one| one["state"] == "open" && one["danger"] == false);
    assert!(next[0]["danger"] == true || open.clone().all(|one| worth(one) <= worth(next[0])));
    assert!(why["why"].as_str().is_some_and(|words| !words.is_empty()));

    let stop = told(
        &["why-ask", "--town", "asaka", "--answers", "-", "--json"],
        &json!({"answers": {"needs": ["k01"]}}),
    );
    assert_eq!((&stop["next"], &stop["stop"]), (&Value::Null, &json!(true)));
    assert!(
        stop["why"]
            .as_str()
            .is_some_and(|words| words.contains("suicide"))
    );
}

#[test]
fn questions_say_who_is_asked_and_what_they_settle() {
    for town in ["asaka", "komae"] {
        let all: Value =
            serde_json::from_str(&printed(&["questions", "--town", town, "--json"], ""))
                .expect("JSON");
        assert_eq!(all[0]["id"], "needs");
        for question in list(&all) {
            assert!(
                question["asked_of"]
                    .as_str()
                    .is_some_and(|words| !words.is_empty()),
                "{question}"
            );
            assert!(question["settles"].is_object() && !list(&question["options"]).is_empty());
        }
        let illness = list(&all)
            .iter()
            .find(|one| one["id"] == "illness")
            .expect("is asked");
        assert_eq!(illness["ask_when"]["any"][0]["all"][0]["needs"][0], "e01");
        assert_eq!(
            illness["options"][0]["settles"]["rules"][0],
            "listed_illness"
        );
    }
}

#[test]
fn search_finds_troubles_windows_and_measures() {
    let found = |text: &str| -> Value {
        serde_json::from_str(&printed(&["search", "--town", "komae", text, "--json"], ""))
            .expect("JSON")
    };
    let has = |list_of: &Value, key: &str, id: &str| list(list_of).iter().any(|one| one[key] == id);
    let both = found("母がぼけてきてお金もない");
    assert!(has(&both["needs"], "need", "e01") && has(&both["needs"], "need", "m16"));
    for spelt in [
        "地域包括支援センター こまえ苑",
        "ちいきほうかつしえんせんたー こまええん",
        "こまえ苑",
    ] {
        assert!(
            has(&found(spelt)["entries"], "entry", "hokatsu-komaeen"),
            "{spelt}"
        );
    }
    assert!(!list(&found("ユニバーサルデザイン")["measures"]).is_empty());
    assert_eq!(found("しにたい")["danger"], "k01");
    assert_eq!(found("住民票を移したい")["danger"], Value::Null);
}

#[test]
fn a_person_walks_back_and_forth_in_a_terminal() {
    let walk = |typed: &str| {
        printed(
            &["walk", "--town", "komae", "--now", "2026-11-24T10:00"],
            typed,
        )
    };
    // The word is searched, nothing marked; the number counts; back takes it back.
    let walked = walk("家賃\n10\nb\n１０\n?\nr\nq\n");
    assert!(walked.contains("家賃が払えない"), "{walked}");
    assert_eq!(walked.matches("1. 困っていることを").count(), 3, "{walked}");
    assert!(
        walked.contains("今わかっている窓口") && walked.contains("こまYELL"),
        "{walked}"
    );
    for (typed, told) in [
        ("b\n", "いちばん先の質問"),
        ("0\n", "の番号で答えます"),
        ("1 999\n", "「999」は使えません"),
        ("ほげほげふが\n", "見つかりません"),
    ] {
        assert!(walk(typed).contains(told), "{typed}");
    }
    // To the end, with nothing known: it ends by itself and shows windows.
    let ended = walk(&format!("10 16\n{}", "?\n".repeat(20)));
    assert!(ended.contains("もう聞くことはありません"), "{ended}");
    let stopped = walk("死にたい\n50\n");
    assert!(stopped.contains("死にたい・消えたい"), "{stopped}");
}

/// Who may be watched is not told what they did not say.
#[test]
fn a_refusal_is_not_told_as_a_reason_to_the_person() {
    let walked = printed(&["walk", "--town", "komae"], "16\n-\n-\n-\n-\n");
    let reasons = |line: &&str| line.contains("相談できます（") || line.contains("価値があります");
    assert!(walked.lines().any(|line| reasons(&line)));
    let told = walked
        .lines()
        .filter(reasons)
        .find(|line| line.contains("かもしれない"));
    assert_eq!(told, None);
}
