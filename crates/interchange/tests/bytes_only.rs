//! Bytes in, bytes out: it must run in a browser, where files and the clock compile and then fail.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

use std::fs;
use std::path::Path;

const OF_THE_MACHINE: [&str; 9] = [
    "std::env",
    "std::fs",
    "std::net",
    "std::path",
    "std::process",
    "std::thread",
    "std::time",
    "println!",
    "print!",
];

fn check(folder: &Path) -> usize {
    let items = fs::read_dir(folder).expect("a folder");
    let paths = items.map(|item| item.expect("an item").path());
    paths
        .map(|path| {
            if path.is_dir() {
                return check(&path);
            }
            let code = fs::read_to_string(&path).expect("a source");
            for word in OF_THE_MACHINE {
                assert!(!code.contains(word), "{word} in {}", path.display());
            }
            1
        })
        .sum()
}

#[test]
fn nothing_is_asked_of_the_machine() {
    assert!(check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) > 5);
}
