//! `cargo xtask bench`: how quick the product is. Prints figures and asserts none, because they differ by machine; no part
//! of `cargo xtask test`. One module a part.

mod navigator;
mod page;

use clap::ValueEnum;

use crate::fault::Fault;
use crate::project::Project;

/// What can be measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// One answer, without a page.
    Navigator,
    /// The first visit and every tap, on a slow phone.
    Page,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Navigator, Self::Page];
}

/// Runs the parts one after the other: two at once would spoil each other's times.
pub fn bench(project: &Project, parts: &[Part]) -> Result<(), Fault> {
    parts.iter().try_for_each(|part| match part {
        Part::Navigator => navigator::bench(project),
        Part::Page => page::bench(project),
    })
}
