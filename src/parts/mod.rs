//! Small parts that several screens share.

mod call;
mod card;
mod words;

pub use call::{Call, spoken};
pub use card::{CardBody, Facts};
pub use words::reason_words;
