//! The list in the service worker of what it keeps: each file of the app with what its bytes come to, under a version.

use std::fs;
use std::path::Path;

use super::digest;
use super::files::{self, Files, is_knowledge, is_named_after_content};
use crate::fault::Fault;

/// The worker's file.
pub const WORKER: &str = "sw.js";
const MEND: &str = "run `cargo xtask build` again";

/// Writes into a site's worker what it is to keep, in the place of what stood there before.
pub fn fill(folder: &Path) -> Result<(), Fault> {
    let path = folder.join(WORKER);
    let worker = fs::read_to_string(&path).map_err(|error| Fault::file(&path, &error, MEND))?;
    files::write(&path, filled(&worker, &files::read(folder)?))
}

/// The first line is the list, and the rest the program.
fn filled(worker: &str, files: &Files) -> String {
    let program = match worker.split_once('\n') {
        Some((list, program)) if list.starts_with("const version=") => program,
        _ => worker,
    };
    // `./` and not its file: some hosts send whoever asks for index.html elsewhere.
    let start = files.get("index.html").map(|page| ("./", page));
    let shell = files.iter().filter(|(name, _)| is_shell(name));
    let shell: Vec<String> = start
        .into_iter()
        .chain(shell.map(|(name, bytes)| (name.as_str(), bytes)))
        .map(|(name, bytes)| format!("[\"{name}\",\"{}\"]", digest::integrity(bytes)))
        .collect();
    // The knowledge stands in both lists: a damaged copy of it is fetched anew like a town's.
    let more = files
        .keys()
        .filter(|name| is_more(name) && (!is_shell(name) || is_knowledge(name)));
    let more: Vec<String> = more.map(|name| format!("\"{name}\"")).collect();
    let list = format!("files=[{}],more=[{}]", shell.join(","), more.join(","));
    let version = digest::for_a_name(format!("{list}{program}").as_bytes());
    format!("const version=\"{version}\",{list};\n{program}")
}

/// What every visit loads: the files beside index.html that are named after their content, but for the towns' own.
fn is_shell(name: &str) -> bool {
    is_named_after_content(name)
        && is_more(name)
        && !name.contains('/')
        && (!name.ends_with(".bin") || is_knowledge(name))
}

/// Whatever the running app may ask for: not pages and what only they use, nor what the browser asks for by itself.
fn is_more(name: &str) -> bool {
    let apart = [".html", ".css", ".webmanifest", ".png"];
    !apart.iter().any(|end| name.ends_with(end)) && name != WORKER && !name.starts_with('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(page: &str) -> Files {
        [
            ("index.html", page),
            ("app-0123456789abcdef.js", "a"),
            ("asaka.1a2b3c4d.bin", "b"),
            ("asaka/needs.html", "c"),
            ("icon-any-192.1a2b3c4d.png", "i"),
            ("knowledge.1a2b3c4d.bin", "k"),
            ("lists.0123456789abcdef.css", "d"),
            ("manifest.webmanifest", "e"),
            ("parts/speech.js", "f"),
            ("sw.js", "g"),
            ("_headers", "h"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn the_app_is_kept_whole_and_nothing_that_is_read_apart_from_it() {
        let worker = filled("run()\n", &site("page"));
        let list = worker.lines().next().unwrap_or_default();
        assert!(list.contains(&format!("[\"./\",\"{}\"]", digest::integrity(b"page"))));
        assert!(
            list.contains("[\"app-0123456789abcdef.js\",")
                && list.contains("[\"knowledge.1a2b3c4d.bin\",\"sha")
                && list.contains(
                    "more=[\"asaka.1a2b3c4d.bin\",\"knowledge.1a2b3c4d.bin\",\"parts/speech.js\"]"
                )
        );
        for apart in [
            "needs",
            "lists",
            "manifest",
            ".png",
            "\"sw.js\"",
            "_headers",
        ] {
            assert!(!list.contains(apart), "{apart} in {list}");
        }
        assert!(worker.ends_with(";\nrun()\n"));
    }

    #[test]
    fn another_page_is_another_version_and_filling_twice_is_filling_once() {
        let once = filled("run()\n", &site("page"));
        assert_eq!(filled(&once, &site("page")), once);
        let version = |worker: &str| worker.split('"').nth(1).map(str::to_owned);
        assert_ne!(version(&once), version(&filled(&once, &site("other"))));
        assert_ne!(version(&once), version(&filled("walk()\n", &site("page"))));
    }
}
