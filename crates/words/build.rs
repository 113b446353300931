//! Reads the sentences of `catalog/lang/ja` and writes them as Rust: a constant for each key, and one table of texts.
//!
//! Whoever writes sentences is told every fault at once, in Japanese, with file, key and mend.

#![allow(missing_docs, reason = "a build script, not a library")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The file of the sentences that only the crate feature of the same name brings in.
const PAGES: &str = "pages";

/// The sentences of one file, by key.
struct File {
    name: String,
    sentences: Vec<(String, String)>,
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../../catalog/lang/ja");
    println!("cargo::rerun-if-changed={}", folder.display());
    let written = read(&folder).and_then(|files| {
        let path = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("phrases.rs");
        fs::write(&path, rust(&files)).map_err(|fault| vec![format!("{}: {fault}", path.display())])
    });
    if let Err(faults) = written {
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

/// The files in the order of their names, those of the pages last: their places do not depend on the feature.
fn read(folder: &Path) -> Result<Vec<File>, Vec<String>> {
    let entries =
        fs::read_dir(folder).map_err(|fault| vec![format!("{}: {fault}", folder.display())])?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort_by_key(|path| (is_pages(path), path.clone()));
    paths.retain(|path| !is_pages(path) || env::var_os("CARGO_FEATURE_PAGES").is_some());
    let mut faults = Vec::new();
    let files = paths.iter().map(|path| file(path, &mut faults)).collect();
    if faults.is_empty() {
        Ok(files)
    } else {
        Err(faults)
    }
}

fn is_pages(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == PAGES)
}

fn file(path: &Path, faults: &mut Vec<String>) -> File {
    let name = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let shown = format!("catalog/lang/ja/{name}.toml");
    if !is_snake_case(&name) {
        faults.push(format!(
            "{shown}: ファイルの名前は、小文字の英字ではじめ、小文字の英字・数字・_ だけで書きます"
        ));
    }
    let text = fs::read_to_string(path).map_err(|fault| fault.to_string());
    let table = text
        .and_then(|text| toml::from_str::<toml::Table>(&text).map_err(|fault| fault.to_string()));
    let sentences = match table {
        Ok(table) => sentences(&shown, table, faults),
        Err(fault) => {
            faults.push(format!("{shown}: {}", fault.replace('\n', " ")));
            Vec::new()
        }
    };
    File { name, sentences }
}

fn sentences(file: &str, table: toml::Table, faults: &mut Vec<String>) -> Vec<(String, String)> {
    let mut sentences = Vec::new();
    for (key, value) in table {
        let fault = match &value {
            _ if !is_snake_case(&key) => Some(
                "キーは、小文字の英字ではじめ、小文字の英字・数字・_ だけで書きます".to_owned(),
            ),
            toml::Value::String(text) => fault_of(text),
            _ => Some("文を一つ、\" で囲んで書きます".to_owned()),
        };
        if let Some(mend) = fault {
            faults.push(format!("{file} の {key}: {mend}"));
        } else if let toml::Value::String(text) = value {
            sentences.push((key, text));
        }
    }
    sentences
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
        && !name.ends_with('_')
        && !name.contains("__")
}

/// What is wrong with a sentence, and how to mend it.
fn fault_of(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("文が空です。文を書くか、キーを消します".to_owned());
    }
    if text.contains(['\n', '\r']) {
        return Some("文は、とちゅうで改行しないで書きます".to_owned());
    }
    let mut rest = text;
    while let Some(brace) = rest.find(['{', '}']) {
        let (found, behind) = rest.split_at(brace);
        let Some(inside) = behind.strip_prefix('{') else {
            return Some(format!(
                "「{found}」のあとの }} に、はじまりがありません。{{name}} のように書きます"
            ));
        };
        match inside.split_once('}') {
            Some((name, after)) if is_snake_case(name) => rest = after,
            Some((name, _)) => {
                return Some(format!(
                    "{{{name}}} の名前は、{{name}} のように小文字の英字で書きます"
                ));
            }
            None => {
                return Some(format!(
                    "「{found}」のあとの {{ に、終わりがありません。{{name}} のように書きます"
                ));
            }
        }
    }
    None
}

/// The module of each file, then the table: one text, the place at which each sentence ends, and the keys.
fn rust(files: &[File]) -> String {
    let (mut modules, mut text, mut ends, mut keys) =
        (String::new(), String::new(), Vec::new(), Vec::new());
    for file in files {
        let _ = writeln!(
            modules,
            "/// The sentences of `catalog/lang/ja/{0}.toml`.\npub mod {0} {{\nuse crate::Phrase;",
            file.name
        );
        for (key, sentence) in &file.sentences {
            let constant = key.to_uppercase();
            let _ = writeln!(
                modules,
                "#[doc = {sentence:?}]\npub const {constant}: Phrase = Phrase({});",
                ends.len()
            );
            text.push_str(sentence);
            ends.push(text.len());
            keys.push(format!("{}::{constant}", file.name));
        }
        modules.push_str("}\n");
    }
    format!(
        "/// A module a file, a constant a key.\npub mod phrases {{\n{modules}}}\n\
         pub(crate) const TEXT: &str = {text:?};\n\
         pub(crate) const ENDS: [u16; {0}] = {ends:?};\n\
         pub(crate) const KEYS: [&str; {0}] = {keys:?};\n",
        ends.len()
    )
}
