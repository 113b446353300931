//! One window in the words of the app's own page.

mod card;
mod guarded;
mod pieces;

pub use card::card;
pub use guarded::{direct_lines, is_guarded};
pub use pieces::{linked, said, source_line};
