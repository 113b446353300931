//! What `catalog why` found, as lines for staff: the verdict first, then what it rests on.

use serde_json::Value;

/// The JSON of [`super::why`] as lines.
#[must_use]
pub fn as_text(told: &Value) -> String {
    let mut lines = vec![verdict(told)];
    for reason in list(&told["reasons"]) {
        lines.push(format!("  ・{}", reason.as_str().unwrap_or("")));
    }
    for one in list(&told["in_the_way"]) {
        lines.push(format!("  ・{}", text(one, "words")));
    }
    for one in list(&told["unknown"]) {
        lines.push(format!("  まだわからないこと: {}", text(one, "text")));
    }
    if told["always"] == true {
        lines.push("  （どの画面にもいつも出ている電話です）".to_owned());
    }
    lines.push("\n窓口の種類:".to_owned());
    for kind in list(&told["kinds"]) {
        kind_lines(kind, &mut lines);
    }
    lines.push("\n条件:".to_owned());
    lines.push(format!("  窓口の条件: {}", line_words(&told["own_line"])));
    lines.push(format!("  有効な期間: {}", valid_words(&told["valid"])));
    lines.push(format!("  町: {}", area_words(&told["area"])));
    if told["switchboard"] == true {
        let now = if told["private"] == true {
            "。今は暴力のきけんがある"
        } else {
            ""
        };
        lines.push(format!(
            "  電話: 代表番号（暴力のきけんがあるときは出さない）{now}"
        ));
    }
    if let Some(words) = told["open_words"].as_str() {
        lines.push(format!("  受付: {words}"));
    }
    changes(&told["changed_by"], &mut lines);
    lines.push(String::new());
    lines.join("\n")
}

fn verdict(told: &Value) -> String {
    let name = format!("{}（{}）", text(told, "name"), text(told, "entry"));
    if told["suggested"] != true {
        return format!("× {name}: 案内に出ていません。");
    }
    let rank = told["rank"].as_u64().unwrap_or(0);
    let standing = standing_words(told["standing"].as_str().unwrap_or(""));
    let card = &told["card"];
    let place = match told["as"].as_str() {
        Some("role") => format!(
            "{rank}枚目「{}」の中（同じ電話 {}）",
            text(card, "name"),
            text(card, "phone")
        ),
        Some("alternative") => format!(
            "{rank}枚目「{}」の中（町によって担当がちがう）",
            text(card, "name")
        ),
        _ => format!("{rank}枚目"),
    };
    let danger = if told["crisis"] == true {
        "、きけんのときの電話"
    } else {
        ""
    };
    let joined = if told["joined_up"] == true {
        "、まとめて聞く窓口"
    } else {
        ""
    };
    format!("○ {name}: {place}、{standing}{danger}{joined}")
}

fn standing_words(id: &str) -> &'static str {
    match id {
        "crisis" => "きけんのときの電話",
        "fits" => "「相談できます」",
        "maybe" => "「聞いてみる価値があります」",
        _ => "案内に出ない",
    }
}

fn kind_lines(kind: &Value, lines: &mut Vec<String>) {
    let role = match kind["role"].as_str() {
        Some("main") => "おもな種類",
        Some("side") => "かねる種類",
        _ => "代わりに聞く種類",
    };
    lines.push(format!(
        "  {}（{}、{role}）",
        text(kind, "name"),
        text(kind, "kind")
    ));
    let speakers: Vec<String> = list(&kind["spoken_for_by"]).iter().map(speaker).collect();
    if speakers.is_empty() {
        lines.push("    求めているもの: なし".to_owned());
    }
    for speaker in speakers {
        lines.push(format!("    求めているもの: {speaker}"));
    }
    let silent = &kind["would_be_by"];
    let ids = |key: &str, id: &str| {
        let ids = list(&silent[key]).iter().map(|one| text(one, id));
        ids.collect::<Vec<_>>().join("、")
    };
    // Their conditions are in the JSON: written out, they would bury everything else.
    let (needs, rules) = (ids("needs", "need"), ids("rules", "rule"));
    lines.push(format!(
        "    ほかに求めるもの: 困りごと {needs} ／ きまり {rules}"
    ));
    lines.push(format!("    役に立つ相手: {}", line_words(&kind["line"])));
}

fn speaker(one: &Value) -> String {
    let words = text(one, "words");
    if let Some(need) = one["need"].as_str() {
        return format!("困りごと {need}「{words}」");
    }
    if let Some(rule) = one["rule"].as_str() {
        let perhaps = if one["sure"] == true {
            ""
        } else {
            "かもしれない"
        };
        return format!("きまり {rule}「{words}」{perhaps}");
    }
    words
}

fn line_words(line: &Value) -> String {
    let truth = match line["truth"].as_str() {
        Some("yes") => "あてはまる",
        Some("no") => "あてはまらない",
        _ => "まだわからない",
    };
    let said: Vec<String> = list(&line["questions"])
        .iter()
        .map(|one| format!("{}={}", text(one, "question"), text(one, "said")))
        .collect();
    if said.is_empty() {
        format!("{truth}（{}）", text(line, "when"))
    } else {
        format!(
            "{truth}（{}。答え: {}）",
            text(line, "when"),
            said.join("、")
        )
    }
}

fn valid_words(valid: &Value) -> String {
    let (from, until) = (text(valid, "from"), text(valid, "until"));
    let mark = if valid["holds"] == true {
        "有効"
    } else {
        "期間の外"
    };
    if from.is_empty() && until.is_empty() {
        return "いつでも".to_owned();
    }
    format!("{from}〜{until}（{} は{mark}）", text(valid, "day"))
}

fn area_words(area: &Value) -> String {
    let names: Vec<&str> = list(&area["in_charge_of"])
        .iter()
        .filter_map(Value::as_str)
        .collect();
    if names.is_empty() {
        return "どこに住んでいても".to_owned();
    }
    let said = match area["holds"].as_str() {
        Some("yes") => "あてはまる",
        Some("no") => "ほかの町の担当",
        _ => "町がまだわからない",
    };
    format!("{}（{said}）", names.join("、"))
}

fn changes(changed: &Value, lines: &mut Vec<String>) {
    lines.push("\n1つ変えると変わる答え:".to_owned());
    let before = lines.len();
    for one in list(&changed["answers"]) {
        lines.push(format!(
            "  {}「{}」に {} → {}",
            text(one, "question"),
            text(one, "text"),
            text(one, "answer_text"),
            standing_words(&text(one, "becomes"))
        ));
    }
    for one in list(&changed["areas"]) {
        lines.push(format!(
            "  町が{} → {}",
            text(one, "area"),
            standing_words(&text(one, "becomes"))
        ));
    }
    for (change, words) in [("added", "を足す"), ("taken_back", "を外す")] {
        for becomes in ["crisis", "fits", "maybe", "not_suggested"] {
            let is = |one: &&Value| one["change"] == change && one["becomes"] == becomes;
            let needs = list(&changed["needs"]).iter().filter(is);
            let ids: Vec<String> = needs.map(|one| text(one, "need")).collect();
            if !ids.is_empty() {
                let becomes = standing_words(becomes);
                lines.push(format!("  困りごと{words} → {becomes}: {}", ids.join("、")));
            }
        }
    }
    if lines.len() == before {
        lines.push("  なし".to_owned());
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or("").to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
