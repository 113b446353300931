//! Bytes in, bytes out: it must run in a browser, where files and the clock compile and then fail. A `Cursor` of `std::io` is
//! bytes, and the readers of workbooks want one.

#![allow(
    clippy::expect_used,
    reason = "a test stops where something is not as it must be"
)]

#[path = "../../catalog/tests/machine/mod.rs"]
mod machine;

use machine::{OF_THE_MACHINE, check};
use std::path::Path;

#[test]
fn nothing_is_asked_of_the_machine() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    check(&sources, 5, &OF_THE_MACHINE);
}
