//! The JSON of answers, read as far as it can be: what is wrong in one place hides no fault elsewhere.
//!
//! A derived reader stops at the first fault and keeps silent about a key that stands there twice; so
//! the text becomes a plain tree first.

use super::file::{AnswersFile, Given};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The answers that can be read, and every fault of form: unknown keys, keys that stand there twice,
/// values of the wrong type.
///
/// # Errors
/// If the text is no JSON at all, or not an object.
pub fn read_answers_json(text: &str) -> Result<(AnswersFile, Vec<String>), String> {
    let text = text.trim_start_matches('\u{feff}');
    let tree: Tree = serde_json::from_str(text).map_err(|problem| refused(&problem))?;
    let Tree::Object(members) = tree else {
        return Err(format!(
            "答えの JSON は {{ }} で書きます（{}になっています）",
            tree.sort()
        ));
    };
    let mut file = AnswersFile::default();
    let mut faults = twice("", &members);
    for (key, value) in members {
        let place = match key.as_str() {
            "town" => &mut file.town,
            "area" => &mut file.area,
            "asker" => &mut file.asker,
            "now" => &mut file.now,
            "answers" => {
                read_given(value, &mut file, &mut faults);
                continue;
            }
            _ => {
                faults.push(format!(
                    "{key}: この項目はありません（town、area、asker、now、answers）"
                ));
                continue;
            }
        };
        match value {
            Tree::Text(text) => *place = Some(text),
            other => faults.push(format!(
                "{key}: 文字で書きます（{}になっています）",
                other.sort()
            )),
        }
    }
    Ok((file, faults))
}

/// Why a text is no JSON, with its place.
fn refused(problem: &serde_json::Error) -> String {
    let told = problem.to_string();
    let (told, _) = told.rsplit_once(" at line ").unwrap_or((&told, ""));
    let known = REFUSALS.iter().find(|(start, _)| told.starts_with(start));
    let what = known.map_or("書き方がちがいます", |(_, what)| *what);
    format!(
        "答えの JSON を読めません（{}行{}文字目: {what}）",
        problem.line(),
        problem.column()
    )
}

/// What the reader of JSON says, by how it begins; it says it in English and in no other form.
const REFUSALS: [(&str, &str); 11] = [
    ("EOF while parsing a string", "文が「\"」で閉じていません"),
    ("EOF while parsing a list", "「[」が閉じていません"),
    ("EOF while parsing an object", "「{」が閉じていません"),
    ("EOF", "途中で終わっています"),
    ("expected `:`", "「:」がありません"),
    ("expected `,`", "「,」か閉じるかっこがありません"),
    ("trailing comma", "さいごの「,」がいりません"),
    ("key must be a string", "名前を「\"」で囲みます"),
    (
        "expected value",
        "ここに値がありません（文は「\"」で囲みます）",
    ),
    ("trailing characters", "閉じた後に文字があります"),
    ("recursion limit", "かっこの中が深すぎます"),
];

fn read_given(value: Tree, file: &mut AnswersFile, faults: &mut Vec<String>) {
    let Tree::Object(members) = value else {
        faults.push(format!(
            "answers: {{ \"質問\": [\"選択肢\"] }} の形で書きます（{}になっています）",
            value.sort()
        ));
        return;
    };
    faults.extend(twice("answers.", &members));
    for (id, value) in members {
        let sort = value.sort();
        let given = match value {
            Tree::Text(word) => Some(Given::Word(word)),
            Tree::List(list) => list
                .into_iter()
                .map(|one| match one {
                    Tree::Text(option) => Some(option),
                    _ => None,
                })
                .collect::<Option<_>>()
                .map(Given::Options),
            _ => None,
        };
        match given {
            Some(given) => {
                file.answers.insert(id, given);
            }
            None => faults.push(format!(
                "answers.{id}: [\"選択肢\", …] か \"unknown\"、\"declined\" と書きます（{sort}になっています）"
            )),
        }
    }
}

/// Keys that stand there more than once: no reader could tell which of them is meant.
fn twice(prefix: &str, members: &[(String, Tree)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, (key, _)) in members.iter().enumerate() {
        if members[..place].iter().any(|(earlier, _)| earlier == key) {
            faults.push(format!("{prefix}{key}: 2回書いてあります"));
        }
    }
    faults
}

/// JSON without losing anything that can be wrong in it.
enum Tree {
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
    Number,
    Truth,
    Nothing,
}

impl Tree {
    fn sort(&self) -> &'static str {
        match self {
            Self::Text(_) => "文字",
            Self::List(_) => "文字でないものをふくむ並び",
            Self::Object(_) => "{ }",
            Self::Number => "数",
            Self::Truth => "true か false",
            Self::Nothing => "null",
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Truth)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Tree::Object(object))
    }
}
