//! `catalog why`: why a window is offered for these answers, or why it is not.
//!
//! What stands in its way is found by asking the navigator itself: each obstacle is taken away alone,
//! each answer changed alone, and what comes of it is told. So this can never tell another story than
//! the suggestions do.

mod changes;
mod kinds;
mod line;
mod obstacles;
mod report;
mod shown;
mod situation;
mod words;

pub use report::{Why, why};
pub use situation::Situation;
