//! What the app and the pages say: the sentences of `catalog/lang`, by key, and what an entry says of itself.
//!
//! Pure, and part of the bundle: no formatting machinery, nothing that a browser lacks. A sentence stands in
//! `catalog/lang/ja` and nowhere else; a key that is missing does not compile. A sentence claims no more than the data:
//! where no source says it, it is named as unknown.

#![forbid(unsafe_code)]

pub mod answers;
pub mod asks;
pub mod entry;
pub mod hours;
pub mod kana;
pub mod notice;
mod phrase;
pub mod town;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

pub use phrase::Phrase;
