//! The crate takes bytes and gives bytes: it must run in a browser, where files, processes and the system's clock compile
//! and then fail.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// What asks something of the machine.
const OF_THE_MACHINE: [&str; 12] = [
    "std::env",
    "std::fs",
    "std::io",
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

#[test]
fn nothing_is_asked_of_the_machine() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.len() > 50);
    for path in sources {
        let code = fs::read_to_string(&path).expect("a source");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for word in OF_THE_MACHINE {
            assert!(!code.contains(word), "{word} in {}", path.display());
        }
    }
}
