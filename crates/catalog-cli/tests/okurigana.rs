//! No text has a kanji with the reading of a noun where the kana behind it make a verb of it: 読み上(うえ)げる, 書(しょ)きます.
//! Every sentence of the app, of the sheets and of the pages is held to `catalog/lang/okurigana.tsv`.

#![allow(clippy::expect_used)]

use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::process::Command;

/// How a kanji is read before a kana.
type Known = HashMap<(String, char), BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn known() -> Known {
    let table = root().join("catalog/lang/okurigana.tsv");
    let table = std::fs::read_to_string(table).expect("the table");
    let mut known = Known::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kanji, kana, reading] = cells[..] else {
            continue;
        };
        for kana in kana.chars() {
            let readings = known.entry((kanji.to_owned(), kana)).or_default();
            readings.insert(reading.to_owned());
        }
    }
    known
}

/// 「ぐらし」 of 「ひとり暮らし」 is 「くらし」: behind another word the first sign may be voiced.
fn unvoiced(reading: &str) -> String {
    let plain = |sign: char| match sign {
        'が' | 'ぎ' | 'ぐ' | 'げ' | 'ご' | 'ざ' | 'じ' | 'ず' | 'ぜ' | 'ぞ' | 'だ' | 'ぢ' => {
            char::from_u32(u32::from(sign) - 1)
        }
        'づ' | 'で' | 'ど' | 'ば' | 'び' | 'ぶ' | 'べ' | 'ぼ' => {
            char::from_u32(u32::from(sign) - 1)
        }
        _ => Some(sign),
    };
    let mut signs = reading.chars();
    let first = signs.next().and_then(plain);
    first.into_iter().chain(signs).collect()
}

/// What of a text contradicts the table, as 「上(うえ)げ」.
fn contradictions(parts: &[Value], known: &Known) -> Vec<String> {
    let text = |part: &Value| part[0].as_str().unwrap_or_default().to_owned();
    let pairs = parts.windows(2);
    let found = pairs.filter_map(|pair| {
        let (kanji, reading) = (text(&pair[0]), pair[0][1].as_str()?);
        let kana = text(&pair[1]).chars().next()?;
        let right = known.get(&(kanji.clone(), kana))?;
        let agrees = right
            .iter()
            .any(|right| right == reading || unvoiced(right) == unvoiced(reading));
        (!agrees).then(|| format!("{kanji}({reading}){kana}"))
    });
    found.collect()
}

#[test]
fn no_reading_contradicts_the_kana_that_belong_to_its_word() {
    let mut readings = Command::new(env!("CARGO_BIN_EXE_catalog"));
    let told = readings.args(["readings", "--json"]).current_dir(root());
    let told = told.output().expect("the command runs");
    let texts: Vec<Value> = serde_json::from_slice(&told.stdout).expect("a list of texts");
    assert!(texts.len() > 2000, "{} texts", texts.len());
    let known = known();
    let mut found = BTreeSet::new();
    for text in &texts {
        let parts = text["parts"].as_array().expect("parts");
        for wrong in contradictions(parts, &known) {
            found.insert(format!("{wrong}: {} ({})", text["text"], text["place"]));
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(
        found.is_empty(),
        "add the whole word to catalog/lang/readings.csv:\n{}",
        found.join("\n")
    );
}
