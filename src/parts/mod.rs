//! Small parts that several screens share.

mod call;
mod entry;
mod fold;
mod open;
mod said;
mod words;

pub use call::call;
pub use entry::{about, askers, facts, say, title, whose};
pub use fold::fold;
pub use open::open_now;
pub use said::said;
pub use words::{date_words, reason_words};
