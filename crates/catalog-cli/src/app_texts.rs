//! The app's own texts: the sentences of `catalog/lang`, string literals of Rust and JavaScript, and what stands between
//! the tags of HTML.
//! They are found anew at every run, so that a new sentence on a screen is asked for its readings like one in a sheet.

use std::path::{Path, PathBuf};

/// A text and the line where it begins.
type Found = (usize, String);

/// All texts of the app, as place and text: first those of the pieces of HTML that say something of the towns, by name,
/// then those of the sources below the project's folder.
#[must_use]
pub fn app_texts(pieces: &[(&str, String)], project: &Path) -> Vec<(String, String)> {
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let mut texts = Vec::new();
    for (name, piece) in pieces {
        let place = format!("町の HTML（{name}）");
        texts.extend(
            html_texts(piece)
                .into_iter()
                .map(|(_, text)| (place.clone(), text)),
        );
    }
    let mut file = |path: &Path, found: Vec<Found>| {
        let name = path.strip_prefix(project).unwrap_or(path).display();
        texts.extend(
            found
                .into_iter()
                .map(|(line, text)| (format!("{name} {line}行"), text)),
        );
    };
    let page = project.join("index.html");
    file(&page, html_texts(&read(&page)));
    for path in files(&project.join("src"), "rs") {
        file(&path, literals(&read(&path), Language::Rust));
    }
    for path in files(&project.join("public"), "js") {
        file(&path, literals(&read(&path), Language::JavaScript));
    }
    texts.extend(sentences());
    texts
}

/// The sentences of the screens, by file and key. Pages that need no program have no furigana either.
fn sentences() -> impl Iterator<Item = (String, String)> {
    words::Phrase::all().filter_map(|phrase| {
        let (file, key) = phrase.key().split_once("::")?;
        let place = format!("lang/ja/{file}.toml の {}", key.to_lowercase());
        (file != "pages").then(|| (place, phrase.text().to_owned()))
    })
}

/// Which signs open a string, besides `"`.
#[derive(Clone, Copy, PartialEq)]
enum Language {
    /// `'` is a character or a lifetime, `r"…"` is raw.
    Rust,
    /// `'` and backquotes open strings too.
    JavaScript,
}

/// The sources below a folder with this ending, in order of their paths.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The string literals of a program. Unit tests, which stand last in a file, show nothing to anybody.
fn literals(code: &str, language: Language) -> Vec<Found> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let signs: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        let next = signs.get(at + 1).copied();
        let end = match sign {
            '/' if next == Some('/') => end_of(&signs, at, "\n"),
            '/' if next == Some('*') => end_of(&signs, at + 2, "*/"),
            '"' if language == Language::Rust && is_raw(&signs, at) => {
                let marks = hashes_before(&signs, at);
                let close: String = std::iter::once('"')
                    .chain(std::iter::repeat_n('#', marks))
                    .collect();
                let end = end_of(&signs, at + 1, &close);
                found.push((
                    at,
                    signs[at + 1..end.saturating_sub(close.len()).max(at + 1)]
                        .iter()
                        .collect(),
                ));
                end
            }
            '"' => string(&signs, at, &mut found),
            '\'' | '`' if language == Language::JavaScript => string(&signs, at, &mut found),
            // A character, unless it is a lifetime.
            '\'' if next == Some('\\') => end_of(&signs, at + 3, "'"),
            '\'' if signs.get(at + 2) == Some(&'\'') => at + 3,
            _ => at + 1,
        };
        at = end;
    }
    let line = |at: usize| 1 + signs[..at].iter().filter(|sign| **sign == '\n').count();
    found
        .into_iter()
        .map(|(at, text)| (line(at), text))
        .collect()
}

/// Notes the string that opens at `at`, and tells where the code goes on.
fn string(signs: &[char], at: usize, found: &mut Vec<(usize, String)>) -> usize {
    let mut text = String::new();
    let mut place = at + 1;
    while let Some(&sign) = signs.get(place) {
        if sign == signs[at] {
            break;
        }
        if sign == '\\' {
            place += 1;
            match signs.get(place) {
                Some('n') => text.push('\n'),
                // The string goes on at the next word.
                Some('\n') => {
                    while signs
                        .get(place + 1)
                        .is_some_and(|sign| sign.is_whitespace())
                    {
                        place += 1;
                    }
                }
                Some(&other) => text.push(other),
                None => {}
            }
        } else {
            text.push(sign);
        }
        place += 1;
    }
    found.push((at, text));
    place + 1
}

fn hashes_before(signs: &[char], at: usize) -> usize {
    signs[..at]
        .iter()
        .rev()
        .take_while(|sign| **sign == '#')
        .count()
}

fn is_raw(signs: &[char], at: usize) -> bool {
    let before = &signs[..at - hashes_before(signs, at)];
    before.ends_with(&['r'])
}

/// The place behind the next `close`, or the end.
fn end_of(signs: &[char], from: usize, close: &str) -> usize {
    let close: Vec<char> = close.chars().collect();
    let rest = signs.get(from..).unwrap_or_default();
    let place = rest.windows(close.len()).position(|window| window == close);
    place.map_or(signs.len(), |place| from + place + close.len())
}

/// What a page shows: the texts between its tags, without comments, scripts, styles and the title, which no furigana
/// reach. Without a program there are no furigana either, so `noscript` is left out.
fn html_texts(page: &str) -> Vec<Found> {
    const SILENT: [&str; 4] = ["script", "style", "title", "noscript"];
    let mut found = Vec::new();
    let mut rest = page;
    let line_of = |rest: &str| 1 + page[..page.len() - rest.len()].matches('\n').count();
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix("<!--") {
            rest = after(inside, "-->");
        } else if let Some(inside) = rest.strip_prefix('<') {
            let name = inside
                .split(|sign: char| !sign.is_ascii_alphanumeric())
                .next()
                .unwrap_or_default();
            rest = after(inside, ">");
            if SILENT.contains(&name) {
                rest = after(rest, &format!("</{name}>"));
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            found.push((line_of(rest), rest[..end].trim().replace("&amp;", "&")));
            rest = &rest[end..];
        }
    }
    found.retain(|(_, text)| !text.is_empty());
    found
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_and_comments_are_not() {
        let code = "// 「注\n/* \"注\" */ fn a<'a>() { let x = '\"'; p(\"困\\\n   りごと\", '\\'', r#\"生\"#) }\n\
                    #[cfg(test)] \"試\"";
        let texts = [(2, "困りごと".to_owned()), (3, "生".to_owned())];
        assert_eq!(literals(code, Language::Rust), texts);
    }

    #[test]
    fn scripts_use_other_quotes() {
        let code = "note.textContent = '読'; // it's\nlet a = `書`;";
        let texts = [(1, "読".to_owned()), (2, "書".to_owned())];
        assert_eq!(literals(code, Language::JavaScript), texts);
    }

    #[test]
    fn only_what_a_page_shows_is_found() {
        let page = "<title>題</title><!-- 注 --><h1 title=\"属\">困りごとから、<wbr>相談</h1>\n<script>'字'</script><p>町</p>";
        let texts = [
            (1, "困りごとから、".to_owned()),
            (1, "相談".to_owned()),
            (2, "町".to_owned()),
        ];
        assert_eq!(html_texts(page), texts);
    }
}
