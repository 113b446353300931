//! The sentences of `catalog/lang` against the sources that show them: no key is unused, each place is filled by its name,
//! and no screen holds a sentence of its own. Read from the sources' tokens, as far as these tell.

#![allow(clippy::unwrap_used, clippy::panic)]

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};
use words::Phrase;

/// A source file and what it says of phrases.
struct Source {
    path: PathBuf,
    /// Outside of tests.
    uses: Vec<Use>,
    /// The string literals outside of tests.
    literals: BTreeSet<String>,
}

/// `results::TITLE` in a source.
struct Use {
    key: String,
    filled: Filled,
}

/// How the places of a phrase are filled where it is used.
enum Filled {
    /// `.with(&[("name", …)])`: by these names.
    By(BTreeSet<String>),
    /// `.text()`: not at all.
    Never,
    /// Elsewhere: by a name that stands in the same file.
    Elsewhere,
}

#[test]
fn every_sentence_is_used() {
    let sources = sources();
    let uses = sources.into_iter().flat_map(|source| source.uses);
    let used: BTreeSet<String> = uses.map(|one| one.key).collect();
    let unused: Vec<&str> = Phrase::all()
        .map(Phrase::key)
        .filter(|&key| !used.contains(key))
        .collect();
    assert!(
        unused.is_empty(),
        "take these keys out of catalog/lang, or use them: {unused:#?}"
    );
}

#[test]
fn every_place_is_filled_by_its_name() {
    let places: BTreeMap<&str, BTreeSet<String>> = Phrase::all()
        .map(|phrase| (phrase.key(), places(phrase.text())))
        .collect();
    let mut faults = Vec::new();
    for source in sources() {
        for one in &source.uses {
            let Some(places) = places.get(&*one.key) else {
                continue;
            };
            let fits = match &one.filled {
                Filled::By(names) => names == places,
                Filled::Never => places.is_empty(),
                Filled::Elsewhere => places.is_subset(&source.literals),
            };
            if !fits {
                let (path, key) = (source.path.display(), &one.key);
                faults.push(format!("{path}: {key} has the places {places:?}"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "fill each place by its own name: {faults:#?}"
    );
}

#[test]
fn who_takes_sentences_from_the_catalog_holds_none_of_its_own() {
    let places = ["src", "crates/pages/src"];
    let mut found = Vec::new();
    for source in sources() {
        let speaks = places.iter().any(|place| source.path.starts_with(place));
        if speaks {
            let texts = source.literals.iter();
            let sentences = texts.filter(|text| text.chars().any(is_japanese));
            found.extend(sentences.map(|text| format!("{}: {text}", source.path.display())));
        }
    }
    assert!(
        found.is_empty(),
        "write these into catalog/lang/ja: {found:#?}"
    );
}

#[test]
fn uses_are_found_however_they_are_written() {
    let text = r#"
        use words::phrases::{common, question as say};
        use crate::phrases::hours;
        /// 説明 of common::BACK.
        // common::BACK in a comment is no use, nor is "common::NEXT" in a text.
        fn draw() {
            view! { <P text=common::CALL /> };
            say::PROGRESS.with(&[("place", &place(1, "x")), ("of", "5")]);
            let sentence = if a { hours::OPEN } else { words::phrases::lists::BY_NAME };
            common::OR.text();
            other::THING;
        }
        #[cfg(test)]
        mod tests { const SAID: &str = "試す"; }
    "#;
    let source = read(Path::new("x.rs"), text);
    let uses: Vec<&str> = source.uses.iter().map(|one| &*one.key).collect();
    let expected = [
        "common::CALL",
        "question::PROGRESS",
        "hours::OPEN",
        "lists::BY_NAME",
        "common::OR",
    ];
    assert_eq!(uses, expected);
    let filled = &source.uses[1].filled;
    assert!(matches!(filled, Filled::By(names) if names.iter().eq(["of", "place"])));
    assert!(matches!(source.uses[2].filled, Filled::Elsewhere));
    assert!(matches!(source.uses[4].filled, Filled::Never));
}

fn places(text: &str) -> BTreeSet<String> {
    let opened = text.split('{').skip(1);
    opened
        .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
        .collect()
}

fn is_japanese(sign: char) -> bool {
    matches!(sign, '\u{3001}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// The sources of the app and of all crates.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let crates = fs::read_dir(root.join("crates")).unwrap();
    for folder in crates {
        rust_files(&folder.unwrap().path().join("src"), &mut files);
    }
    files.sort();
    let source = |path: &PathBuf| {
        let name = path.strip_prefix(&root).unwrap();
        read(name, &fs::read_to_string(path).unwrap())
    };
    files.iter().map(source).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn read(path: &Path, text: &str) -> Source {
    let tokens: TokenStream = text
        .parse()
        .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut modules = BTreeMap::new();
    find_modules(&tokens, &mut modules);
    let mut source = Source {
        path: path.to_owned(),
        uses: Vec::new(),
        literals: BTreeSet::new(),
    };
    source.walk(&tokens, &modules);
    source
}

/// The names under which a file knows the modules of phrases: `phrases::question as say`.
fn find_modules(tokens: &[TokenTree], modules: &mut BTreeMap<String, String>) {
    for (place, token) in tokens.iter().enumerate() {
        if is_word(token, "phrases") && is_path(&tokens[place + 1..]) {
            let named = match &tokens[place + 3..] {
                [TokenTree::Group(group), ..] => group.stream().into_iter().collect(),
                rest => rest[..rest.len().min(3)].to_vec(),
            };
            for (place, token) in named.iter().enumerate() {
                let before = place.checked_sub(1).map(|before| &named[before]);
                if let Some(name) = word(token)
                    && !before.is_some_and(|before| is_word(before, "as"))
                    && name != "as"
                {
                    let renamed = named.get(place + 1).is_some_and(|next| is_word(next, "as"));
                    let known = named.get(place + 2).filter(|_| renamed).and_then(word);
                    modules.insert(known.unwrap_or_else(|| name.clone()), name);
                }
            }
        }
        if let TokenTree::Group(group) = token {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            find_modules(&inside, modules);
        }
    }
}

impl Source {
    fn walk(&mut self, tokens: &[TokenTree], modules: &BTreeMap<String, String>) {
        let mut in_test = false;
        for (place, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    in_test |= is_cfg_test(&inside);
                    if !in_test && !is_doc(&inside) {
                        self.walk(&inside, modules);
                    }
                    in_test &= group.delimiter() != Delimiter::Brace;
                }
                TokenTree::Literal(literal) => self.literals.extend(text_of(&literal.to_string())),
                TokenTree::Ident(module) => {
                    let module = modules.get(&module.to_string());
                    if let Some(module) = module.filter(|_| is_path(&tokens[place + 1..]))
                        && let Some(key) = tokens.get(place + 3).and_then(word)
                        && key.chars().all(|sign| !sign.is_lowercase())
                    {
                        let key = format!("{module}::{key}");
                        let filled = filled(&tokens[place + 4..]);
                        self.uses.push(Use { key, filled });
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

/// What follows the constant: `.text()`, `.with(&[…])` with names to read, or something else.
fn filled(rest: &[TokenTree]) -> Filled {
    match rest {
        [TokenTree::Punct(dot), TokenTree::Ident(text), ..]
            if dot.as_char() == '.' && text == "text" =>
        {
            Filled::Never
        }
        [
            TokenTree::Punct(dot),
            TokenTree::Ident(with),
            TokenTree::Group(values),
            ..,
        ] if dot.as_char() == '.' && with == "with" => {
            let values: Vec<TokenTree> = values.stream().into_iter().collect();
            match &*values {
                [TokenTree::Punct(_), TokenTree::Group(pairs), ..] => {
                    Filled::By(pairs.stream().into_iter().filter_map(name_of).collect())
                }
                _ => Filled::Elsewhere,
            }
        }
        _ => Filled::Elsewhere,
    }
}

/// The name in `("name", value)`.
fn name_of(pair: TokenTree) -> Option<String> {
    match pair {
        TokenTree::Group(pair) => match pair.stream().into_iter().next() {
            Some(TokenTree::Literal(name)) => text_of(&name.to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a string literal, raw or not; escapes stay as they are written.
fn text_of(literal: &str) -> Option<String> {
    let text = literal.trim_start_matches('r').trim_matches('#');
    Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(word) => Some(Ident::to_string(word)),
        _ => None,
    }
}

fn is_word(token: &TokenTree, expected: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == expected)
}

/// True for `::` at the beginning.
fn is_path(tokens: &[TokenTree]) -> bool {
    let is_colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':');
    matches!(tokens, [one, other, _, ..] if is_colon(one) && is_colon(other))
}

/// True for the inside of `#[doc = "…"]`, which a comment with three strokes is.
fn is_doc(attribute: &[TokenTree]) -> bool {
    matches!(attribute, [doc, TokenTree::Punct(_), TokenTree::Literal(_)] if is_word(doc, "doc"))
}

/// True for the inside of `#[cfg(test)]`.
fn is_cfg_test(attribute: &[TokenTree]) -> bool {
    match attribute {
        [cfg, TokenTree::Group(what)] => is_word(cfg, "cfg") && what.stream().to_string() == "test",
        _ => false,
    }
}
