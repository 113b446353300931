//! Words in files of settings are guarded like cells, and the emergency numbers help everybody at any time.

use crate::{LINES, check, typed};

const TOWN: &str = "towns/asaka/town.toml";

#[test]
fn a_spoilt_word_is_told_in_a_file_of_settings() {
    let with = |operator: &str, fault: &str| {
        let line = format!("plan_source = \"計画\"\noperator = \"{operator}\"");
        let fault = format!("{TOWN} 8行「operator」: {fault}");
        check(
            |s| _ = s.swap(TOWN, "plan_source = \"計画\"", &line),
            &[&fault],
        );
    };
    with("#REF!", "Excel の計算のまちがい（#REF!）が入っています");
    with("朝霞市\\u202e", "文字の向きを変える記号（U+202E）");
    with("\\u200b", "見えない文字（U+200B）");
    with(&"あ".repeat(3000), "3000字あります");
    with(" ", "空白だけです");
    // One slip, one fault: the name is not accused of what is no name either.
    let fault = format!("{TOWN} 2行「name」: Excel の計算のまちがい");
    check(|s| _ = s.swap(TOWN, "朝霞市", "#REF!"), &[&fault]);
}

#[test]
fn an_emergency_number_helps_everybody_at_any_time() {
    for (column, words, fault) in [
        ("条件", "困りごと=m01", "条件があります"),
        ("受付時間", "月〜金 9:00〜17:00", "いつでもつながります"),
        ("受付時間", "", "いつでもつながります"),
    ] {
        let fault = format!("{LINES} 2行「{column}」: {fault}");
        typed(LINES, 2, column, words, &[&fault]);
    }
}
