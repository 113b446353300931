//! What staff are told of a catalog, as JSON and in words. Pure: no file, no clock and no printing.

pub mod find;
pub mod opening;
pub mod questions;
pub mod views;
pub mod why;
pub mod why_ask;
mod why_words;
mod words;
