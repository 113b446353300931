//! The crate takes bytes and gives bytes: it must run in a browser, where files, processes and the system's clock compile
//! and then fail.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

mod machine;

use machine::{OF_THE_MACHINE, check};
use std::path::Path;

#[test]
fn nothing_is_asked_of_the_machine() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let words = [&OF_THE_MACHINE[..], &["std::io"]].concat();
    check(&sources, 50, &words);
}
