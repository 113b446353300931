//! What differs between two states of a town, as a page that somebody who knows goes through, answers and signs. Nothing
//! is read back from it: what is wrong is mended in the sheets.

mod changes;
mod page;

pub use changes::{Change, changes};
pub use page::page;
