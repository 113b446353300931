//! What a crate of bytes must not ask: in a browser it would compile and then fail. `crates/interchange` is held to it too.

use std::fs;
use std::path::{Path, PathBuf};

/// What asks something of the machine.
pub const OF_THE_MACHINE: [&str; 11] = [
    "std::env",
    "std::fs",
    "std::net",
    "std::path",
    "std::process",
    "std::thread",
    "std::time",
    "println!",
    "eprint!",
    "print!",
    "dbg!",
];

/// The sources below a folder: at least so many, and none of them has one of these words outside of its tests.
pub fn check(folder: &Path, fewest: usize, words: &[&str]) {
    let sources = sources(folder);
    assert!(sources.len() > fewest, "{} sources", sources.len());
    for path in sources {
        let code = fs::read_to_string(&path).expect("a source");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for word in words {
            assert!(!code.contains(word), "{word} in {}", path.display());
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let items = fs::read_dir(folder).expect("a folder");
    let paths = items.map(|item| item.expect("an item").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
