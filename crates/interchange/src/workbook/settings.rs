//! `town.toml` as rows of the sheet 設定, and back. Only what was changed is written: remarks and the order of the file stay.

use std::collections::BTreeMap;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value, value};

/// A row of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the file; a list has a row for each of its words.
    pub key: String,
    /// Its value.
    pub value: String,
    /// The town's word, in a row that says how the town writes another.
    pub second: String,
}

/// The names of single values with what staff read, in the order of the docs.
pub const SINGLE: [(&str, &str); 9] = [
    ("id", "町の id（フォルダーの名前）。変えません"),
    ("name", "町の名前（例: 朝霞市）"),
    ("reading", "町の名前のよみ（例: あさかし）"),
    ("prefecture", "都道府県（例: 埼玉県）"),
    ("switchboard", "代表番号の窓口（「窓口」のシートの id）"),
    ("operator", "このサイトを出している所。決まるまで空"),
    (
        "contact",
        "まちがいを知らせる先。URL、メール、電話のどれか1つ。決まるまで空",
    ),
    ("plan_title", "計画の題"),
    ("plan_source", "計画の言葉をどこから取ったか"),
];
/// Lists of words.
pub const REPLACE: (&str, &str) = ("words.replace", "書きかえ: もとの言葉と、町の言葉（値2）");
/// Words that stay.
pub const KEEP: (&str, &str) = (
    "words.keep",
    "書きかえない言葉（法律・制度・施設の正式な名前）",
);
/// What a credit has.
pub const CREDIT: [(&str, &str); 5] = [
    ("name", "データの名前"),
    ("author", "作った人（なくてよい）"),
    ("url", "URL"),
    ("license", "ライセンス"),
    ("text", "画面に出す文"),
];
/// What a town may do without.
const MAY_LACK: [&str; 2] = ["operator", "contact"];

/// The words of a file of settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    single: BTreeMap<String, String>,
    replace: Vec<(String, String)>,
    keep: Vec<String>,
    credits: Vec<BTreeMap<String, String>>,
}

/// Reads the file.
///
/// # Errors
/// That it is no file of settings.
pub fn read(text: &str) -> Result<Settings, String> {
    let file: DocumentMut = text.parse().map_err(|_| "town.toml を読めません")?;
    let mut settings = Settings::default();
    for (key, _) in SINGLE {
        if let Some(item) = file.get(key) {
            let word = item
                .as_str()
                .ok_or_else(|| format!("town.toml の {key} が言葉ではありません"))?;
            settings.single.insert(key.to_owned(), word.to_owned());
        }
    }
    if let Some(words) = file.get("words").and_then(Item::as_table_like) {
        settings.replace = array(words, "replace").iter().filter_map(pair).collect();
        settings.keep = array(words, "keep").iter().filter_map(word).collect();
    }
    settings.credits = credits(file.get("credits"));
    Ok(settings)
}

fn array(words: &dyn TableLike, key: &str) -> Array {
    words
        .get(key)
        .and_then(Item::as_array)
        .cloned()
        .unwrap_or_default()
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn pair(value: &Value) -> Option<(String, String)> {
    let both = value.as_array()?;
    Some((word(both.get(0)?)?, word(both.get(1)?)?))
}

fn credits(item: Option<&Item>) -> Vec<BTreeMap<String, String>> {
    let of = |table: &dyn TableLike| {
        let words = table
            .iter()
            .filter_map(|(key, item)| Some((key.to_owned(), item.as_str()?.to_owned())));
        words.filter(|(_, word)| !word.is_empty()).collect()
    };
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| of(table)).collect(),
        Some(Item::Value(Value::Array(tables))) => {
            let inline = tables.iter().filter_map(Value::as_inline_table);
            inline.map(|table| of(table)).collect()
        }
        _ => Vec::new(),
    }
}

impl Settings {
    /// Those of a town of which only the id is known.
    #[must_use]
    pub fn of_new(id: &str) -> Self {
        let single = BTreeMap::from([("id".to_owned(), id.to_owned())]);
        Self {
            single,
            ..Self::default()
        }
    }

    /// A single value; empty if it is not there.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.single.get(key).map_or("", String::as_str)
    }

    /// As rows, with what staff read beside each and some room below each list.
    #[must_use]
    pub fn rows(&self) -> Vec<(String, Setting)> {
        let mut rows = Vec::new();
        for (key, label) in SINGLE {
            rows.push((label.to_owned(), row(key, self.get(key), "")));
        }
        let room = std::iter::repeat_n((String::new(), String::new()), ROOM);
        for (from, to) in self.replace.iter().cloned().chain(room) {
            rows.push((REPLACE.1.to_owned(), row(REPLACE.0, &from, &to)));
        }
        let room = std::iter::repeat_n(String::new(), ROOM);
        for word in self.keep.iter().cloned().chain(room) {
            rows.push((KEEP.1.to_owned(), row(KEEP.0, &word, "")));
        }
        let empty = BTreeMap::new();
        for (at, credit) in (1..).zip(self.credits.iter().chain([&empty])) {
            for (key, label) in CREDIT {
                let word = credit.get(key).map_or("", String::as_str);
                let label = format!("データの出どころ {at}: {label}");
                rows.push((label, row(&format!("credits.{at}.{key}"), word, "")));
            }
        }
        rows
    }

    /// From rows. A name that no setting has is given back.
    ///
    /// # Errors
    /// The place among the rows of the first name that is none.
    pub fn of(rows: &[Setting]) -> Result<Self, usize> {
        let mut settings = Self::default();
        let mut credits: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let (key, value) = (row.key.as_str(), row.value.clone());
            if key == REPLACE.0 {
                settings.replace.push((value, row.second.clone()));
            } else if key == KEEP.0 {
                settings.keep.push(value);
            } else if let Some((number, key)) = of_credit(key) {
                credits.entry(number).or_default().insert(key, value);
            } else if SINGLE.iter().any(|(known, _)| *known == key) {
                settings.single.insert(key.to_owned(), value);
            } else {
                return Err(at);
            }
        }
        settings
            .replace
            .retain(|(from, to)| !from.is_empty() || !to.is_empty());
        settings.keep.retain(|word| !word.is_empty());
        for mut credit in credits.into_values() {
            credit.retain(|_, word| !word.is_empty());
            settings
                .credits
                .extend((!credit.is_empty()).then_some(credit));
        }
        Ok(settings)
    }

    /// A file in which only what differs is written anew.
    ///
    /// # Errors
    /// That the file is none of settings.
    pub fn write(&self, file: &str) -> Result<String, String> {
        let before = read(file)?;
        let mut file: DocumentMut = file.parse().map_err(|_| "town.toml を読めません")?;
        for (key, _) in SINGLE {
            let (old, new) = (before.single.get(key), self.get(key));
            let is_left_out = old.is_none() && new.is_empty() && MAY_LACK.contains(&key);
            if old.map(String::as_str) != Some(new) && !is_left_out {
                set(&mut file, key, new);
            }
        }
        self.write_words(&before, &mut file);
        if self.credits != before.credits {
            file.insert(
                "credits",
                Item::ArrayOfTables(self.credits.iter().map(credit).collect()),
            );
        }
        Ok(file.to_string())
    }

    fn write_words(&self, before: &Self, file: &mut DocumentMut) {
        let is_there = file.get("words").is_some_and(Item::is_table_like);
        if !is_there {
            file.insert("words", Item::Table(Table::new()));
        }
        let Some(words) = file.get_mut("words").and_then(Item::as_table_like_mut) else {
            return;
        };
        if self.replace != before.replace || !is_there {
            let pairs = self
                .replace
                .iter()
                .map(|(from, to)| Array::from_iter([from, to]));
            words.insert("replace", value(pairs.collect::<Array>()));
        }
        if self.keep != before.keep || !is_there {
            words.insert("keep", value(self.keep.iter().collect::<Array>()));
        }
    }
}

/// Empty rows below a list, to write into.
const ROOM: usize = 5;

fn row(key: &str, value: &str, second: &str) -> Setting {
    Setting {
        key: key.to_owned(),
        value: value.to_owned(),
        second: second.to_owned(),
    }
}

fn of_credit(key: &str) -> Option<(usize, String)> {
    let (number, key) = key.strip_prefix("credits.")?.split_once('.')?;
    let is_known = CREDIT.iter().any(|(known, _)| *known == key);
    Some((number.parse().ok().filter(|_| is_known)?, key.to_owned()))
}

/// Writes a word, with the remarks around the old one.
fn set(file: &mut DocumentMut, key: &str, word: &str) {
    let mut new = Value::from(word);
    if let Some(old) = file.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    file.insert(key, Item::Value(new));
}

fn credit(words: &BTreeMap<String, String>) -> Table {
    let known = CREDIT
        .iter()
        .filter_map(|(key, _)| Some((*key, words.get(*key)?)));
    let mut table = Table::new();
    for (key, word) in known {
        table.insert(key, value(word));
    }
    table
}

/// Which of the rows a key of the file stands in.
#[must_use]
pub fn is_row_of(row: &str, key: &str) -> bool {
    let list = row.split('.').next().unwrap_or(row);
    row == key || list == key
}
