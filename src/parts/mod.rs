//! Small parts that several screens share.

mod call;
mod entry;
mod open;
mod words;

pub use call::call;
pub use entry::{about, facts, say, title, whose};
pub use open::open_now;
pub use words::reason_words;
