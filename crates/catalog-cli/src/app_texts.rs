//! The app's own texts: the sentences of `catalog/lang`, string literals of JavaScript, and what stands between the tags of
//! HTML.
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
    for path in scripts(&project.join("public")) {
        file(&path, literals(&read(&path)));
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

/// The scripts below a folder, in order of their paths.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(scripts(&path));
        } else if path.extension().is_some_and(|own| own == "js") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The string literals of a script.
fn literals(code: &str) -> Vec<Found> {
    let signs: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        let next = signs.get(at + 1).copied();
        at = match sign {
            '/' if next == Some('/') => end_of(&signs, at, "\n"),
            '/' if next == Some('*') => end_of(&signs, at + 2, "*/"),
            '"' | '\'' | '`' => string(&signs, at, &mut found),
            _ => at + 1,
        };
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
        let code = "// it's「注\nnote.textContent = '読\\'';\n/* \"注\" */ let a = `書` + \"困\\\n   りごと\";";
        let texts = [
            (2, "読'".to_owned()),
            (3, "書".to_owned()),
            (3, "困りごと".to_owned()),
        ];
        assert_eq!(literals(code), texts);
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
