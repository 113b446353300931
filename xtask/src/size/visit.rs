//! Which files of `dist/` the first visit loads: index.html, whatever it names, whatever the CSS and JS among these name,
//! and the catalog of one town.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::fault::Fault;

use super::weight::Weight;

const START: &str = "index.html";
/// How the compiled catalogs end.
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
        let mut files = BTreeMap::new();
        collect(dist, "", &mut files)?;
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
            if name.ends_with(CATALOG) {
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

/// All files below `folder` by their path with slashes.
fn collect(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Fault> {
    let entries = fs::read_dir(folder).map_err(|error| Fault::file(folder, &error, MEND))?;
    for entry in entries.flatten() {
        let path = entry.path();
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| Fault::file(&path, &error, MEND))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

/// The files that are reached from index.html. A file counts as loaded where its name stands in a loaded text. What the
/// running app asks for later (a service worker, a town) is named in the wasm only, and does not count here.
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
            *other != START && !loaded.contains(other) && text.contains(last_part(other))
        }));
    }
    loaded
}

fn names_others(name: &str) -> bool {
    [".html", ".css", ".js"]
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
                "<link href=/app-1.css><script>import '/app-1.js'; '/app-1_bg.wasm'</script>",
            ),
            ("app-1.css", "@font-face{src:url(fonts/kana.woff2)}"),
            ("app-1.js", "import './snippets/x/inline0.js'"),
            ("app-1_bg.wasm", "names later.js"),
            ("snippets/x/inline0.js", ""),
            ("fonts/kana.woff2", ""),
            ("later.js", "names index.html"),
            ("404.html", ""),
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
        ];
        assert_eq!(reached(&files).into_iter().collect::<Vec<_>>(), expected);
    }
}
