//! The workbook: what is written comes back, and what a spreadsheet program does to it is understood or refused.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod books;
mod office;
mod round_trip;
mod spoilt;
mod told;
