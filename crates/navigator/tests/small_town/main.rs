//! What the navigator promises, in towns that are small enough to see whole. Each test builds the few windows,
//! troubles and rules that its promise is about. What must hold of the two real towns stands in the tests of the
//! crate `catalog`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

mod abuse;
mod answers;
mod any_town;
mod branches;
mod conditions;
mod danger;
mod file;
mod last_resort;
mod order;
mod passing_on;
mod questions;
mod search;
mod share;
mod sound;
mod standing;
mod town;
mod urgent;
mod violence;
mod visible;
