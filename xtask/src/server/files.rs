//! From a request's path to a file in the served folder, and never to one outside it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::http::Answer;
use crate::headers;

/// An address for which no rule of its own is written.
const NOWHERE: &str = "/ ";
/// How a file's compressed form is named, beside it.
pub const COMPRESSED: &str = ".br";
const NOT_FOUND: &str = "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>ページがありません</title>\
    <p>このページはありません。<a href=\"/\">まどぐちナビのはじめのページへ</a></p></html>";

/// The file that `target` names in `folder`, an index.html for a folder, or a page that says there is none.
///
/// Where a compressed form lies beside the file, a browser that reads it gets that one, as from a city's server. The built
/// app has none, so people and journeys are served the very files.
pub fn answer(folder: &Path, target: &str, brotli: bool) -> Answer {
    let found = find(folder, target).and_then(|path| Some((fs::read(&path).ok()?, path)));
    match found {
        Some((body, path)) => {
            let mut headers = headers(folder, target);
            let small = brotli.then(|| compressed(folder, &path)).flatten();
            if small.is_some() {
                let says = [("Content-Encoding", "br"), ("Vary", "Accept-Encoding")];
                headers.extend(says.map(|(name, value)| (name.to_owned(), value.to_owned())));
            }
            Answer {
                status: 200,
                kind: kind(&path),
                headers,
                body: small.unwrap_or(body),
            }
        }
        None => Answer {
            status: 404,
            kind: "text/html; charset=utf-8",
            headers: headers(folder, NOWHERE),
            body: fs::read(folder.join("404.html"))
                .unwrap_or_else(|_| NOT_FOUND.as_bytes().to_vec()),
        },
    }
}

/// What the site itself says, as a host that publishes it does; read each time, since a build may replace it.
fn headers(folder: &Path, target: &str) -> Vec<(String, String)> {
    let file = fs::read_to_string(folder.join(headers::FILE)).unwrap_or_default();
    let address = target.split(['?', '#']).next().unwrap_or(target);
    let mut given = headers::given(&file, address);
    if !given.iter().any(|(name, _)| name == "Cache-Control") {
        given.push(("Cache-Control".to_owned(), headers::ASKED.to_owned()));
    }
    given
}

fn find(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = PathBuf::from(decoded(path)?);
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return None;
    }
    let mut path = folder.join(path);
    if path.is_dir() {
        path.push("index.html");
    }
    inside_it(folder, &path)
}

/// Links in the folder may lead anywhere; what they lead to has to be inside as well.
fn inside_it(folder: &Path, path: &Path) -> Option<PathBuf> {
    let real = path.canonicalize().ok()?;
    real.starts_with(folder).then_some(real)
}

fn compressed(folder: &Path, path: &Path) -> Option<Vec<u8>> {
    let mut name = path.file_name()?.to_owned();
    name.push(COMPRESSED);
    fs::read(inside_it(folder, &path.with_file_name(name))?).ok()
}

/// Undoes `%E3%81%…`. None for what is no UTF-8, or holds a NUL.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then_some(text)
}

/// The media type by the file's extension.
fn kind(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_names_are_decoded() {
        assert_eq!(decoded("%E6%9C%9D%E9%9C%9E").as_deref(), Some("朝霞"));
        for broken in ["%", "%4", "%zz", "%ff", "%00"] {
            assert_eq!(decoded(broken), None, "{broken}");
        }
    }
}
