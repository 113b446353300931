//! The files of a built site by their path from its root, as addresses have them: `asaka/needs.html`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::fault::Fault;

const MEND: &str = "build the app first: `cargo xtask build`";

/// A site's files with their bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads all files below `folder`.
pub fn read(folder: &Path) -> Result<Files, Fault> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, above: &str, files: &mut Files) -> Result<(), Fault> {
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

/// Writes one file of a site, and its folder.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Fault> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| Fault::unwritable(path, &error))
}

/// Whether a path carries a hash of the content: a part of at least eight hexadecimal digits, one of them a number. Such
/// a file may be kept for good.
pub fn is_named_after_content(path: &str) -> bool {
    path.split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|part| {
            part.len() >= 8
                && part.chars().all(|letter| letter.is_ascii_hexdigit())
                && part.chars().any(|letter| letter.is_ascii_digit())
        })
}

/// How the file of what is true in every town is named, before its hash.
pub const KNOWLEDGE: &str = "knowledge";

/// True for the file that every town needs: `knowledge.1a2b3c4d.bin`.
pub fn is_knowledge(name: &str) -> bool {
    name.strip_prefix(KNOWLEDGE)
        .is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".bin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_knowledge_is_told_from_the_towns() {
        assert!(is_knowledge("knowledge.9a8b7c6d.bin"));
        assert!(!is_knowledge("asaka.1a2b3c4d.bin") && !is_knowledge("knowledge.html"));
    }

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        for name in [
            "app-1f2e3d4c5b6a7988_bg.wasm",
            "asaka.1a2b3c4d.bin",
            "snippets/inline-0123456789abcdef/a.js",
        ] {
            assert!(is_named_after_content(name), "{name}");
        }
        for name in [
            "index.html",
            "sw.js",
            "facade.css",
            "defaced-effaced.png",
            "a-1234.js",
        ] {
            assert!(!is_named_after_content(name), "{name}");
        }
    }
}
