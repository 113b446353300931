//! How long the navigator thinks. Compiled for this machine and for the browser, so that both measure the same: what is
//! measured and on which catalogs. Asserts nothing: times differ by machine.

mod chance;
mod measure;
mod synthetic;

pub use measure::{Times, times};
pub use synthetic::catalog;

use navigator::{Catalog, FileFault};

/// A real town, from its two files.
///
/// # Errors
/// If either is refused.
pub fn town(knowledge: &[u8], town: &[u8]) -> Result<Catalog, FileFault> {
    navigator::read_town(town, &navigator::read_knowledge(knowledge)?)
}
