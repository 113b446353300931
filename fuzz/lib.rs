//! What the targets share: the promises of the readers, as the tests of the crate `catalog` hold them too.

use std::path::Path;
use std::sync::LazyLock;

#[path = "../crates/catalog-cli/src/folder.rs"]
mod folder;
#[path = "../crates/catalog/tests/readers/mod.rs"]
pub mod readers;

/// The readers with the words of the real sheets, read once.
pub static READERS: LazyLock<readers::Readers> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog");
    readers::Readers::of(&folder::sources(&root).expect("a folder"))
});
