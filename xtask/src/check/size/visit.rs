//! Which files of `dist/` the first visit loads: index.html, whatever it names, whatever the CSS and JS among these name,
//! and the catalog of one town.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::fault::Fault;
use crate::site::files::{self, is_knowledge};

use super::weight::Weight;

const START: &str = "index.html";
const WORKER: &str = "sw.js";
/// How pages end.
const PAGE: &str = ".html";
/// How the compiled files end.
const CATALOG: &str = ".bin";
const MEND: &str = "build the app first: `cargo xtask build`";

/// The first visit's files.
#[derive(Debug, Default)]
pub struct Visit {
    /// Loaded whichever town is chosen.
    pub always: Vec<(String, Weight)>,
    /// The towns' catalogs, of which one is loaded.
    pub towns: Vec<(String, Weight)>,
    /// Loaded later or never, with their raw bytes.
    pub later: Vec<(String, usize)>,
}

impl Visit {
    /// Weighs the built app in `dist`.
    pub fn of(dist: &Path) -> Result<Self, Fault> {
        let files = files::read(dist)?;
        let loaded = reached(&files);
        if !loaded.contains(START) {
            return Err(Fault::new(
                dist.display().to_string(),
                "no index.html in it",
                MEND,
            ));
        }
        let mut visit = Self::default();
        for (name, bytes) in &files {
            let weigh = || {
                let weight = Weight::of(bytes)
                    .map_err(|error| Fault::file(&dist.join(name), &error, MEND))?;
                Ok((name.clone(), weight))
            };
            if name.ends_with(CATALOG) && !is_knowledge(name) {
                visit.towns.push(weigh()?);
            } else if loaded.contains(name.as_str()) {
                visit.always.push(weigh()?);
            } else {
                visit.later.push((name.clone(), bytes.len()));
            }
        }
        Ok(visit)
    }
}

/// The files that are reached from index.html. A file counts as loaded where its name stands in a loaded text: the service
/// worker too, which comes behind the first screen. A town is named in the page and in the worker's list, and counts apart.
/// Another page is gone to by whoever follows a link, and loaded by nobody else.
fn reached(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<&str> {
    let mut loaded = BTreeSet::new();
    let mut open: Vec<&str> = files
        .keys()
        .map(String::as_str)
        .filter(|name| *name == START)
        .collect();
    while let Some(name) = open.pop() {
        if !loaded.insert(name) || !names_others(name) {
            continue;
        }
        let text = String::from_utf8_lossy(&files[name]);
        open.extend(files.keys().map(String::as_str).filter(|other| {
            !other.ends_with(PAGE) && !loaded.contains(other) && text.contains(last_part(other))
        }));
    }
    loaded
}

fn names_others(name: &str) -> bool {
    // The worker's lists name what is loaded already, and what is kept only once somebody has used it.
    name != WORKER
        && [".html", ".css", ".js"]
            .iter()
            .any(|extension| name.ends_with(extension))
}

/// Texts name a file relative to themselves, so only its last part is sure to be there.
fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loaded_is_what_the_start_page_leads_to() {
        let files: BTreeMap<String, Vec<u8>> = [
            (
                "index.html",
                "<link href=/app-1.css><script>import '/app-1.js'; '/app-1_bg.wasm'</script><a href=asaka/needs.html>",
            ),
            ("app-1.css", "@font-face{src:url(fonts/kana.woff2)}"),
            ("app-1.js", "import './snippets/x/inline0.js'; register('sw.js')"),
            ("app-1_bg.wasm", "names later.js"),
            ("snippets/x/inline0.js", ""),
            ("fonts/kana.woff2", ""),
            ("later.js", "names index.html"),
            ("404.html", ""),
            ("sw.js", "parts/speech.js"),
            ("parts/speech.js", ""),
            ("asaka/index.html", "<link href=../lists.css>"),
            ("asaka/needs.html", "<link href=../lists.css>"),
            ("lists.css", ""),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        let expected = [
            "app-1.css",
            "app-1.js",
            "app-1_bg.wasm",
            "fonts/kana.woff2",
            "index.html",
            "snippets/x/inline0.js",
            "sw.js",
        ];
        assert_eq!(reached(&files).into_iter().collect::<Vec<_>>(), expected);
    }
}
