//! What staff are told of a catalog: each report is a type with two renderings, JSON (serde) and words. Pure: no file, no
//! clock and no printing.

pub mod ask;
pub mod condition;
pub mod hours;
pub mod measures;
pub mod question;
pub mod questions;
pub mod reasons;
pub mod search;
pub mod status;
pub mod when;
pub mod why;
pub mod why_ask;
mod words;
