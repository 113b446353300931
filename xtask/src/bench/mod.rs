//! `cargo xtask bench`: how quick the product is. Prints figures and asserts none, because they differ by machine; no part
//! of `cargo xtask test`. One module a part.

mod navigator;

use crate::fault::Fault;
use crate::project::Project;

/// Runs all parts, one after the other: two at once would spoil each other's times.
pub fn all(project: &Project) -> Result<(), Fault> {
    navigator::bench(project)
}
