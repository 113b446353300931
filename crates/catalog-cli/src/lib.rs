//! What the command `catalog` tells staff, as a library, so that tests ask it without a process.

pub mod app_texts;
pub mod folder;
pub mod interview;
pub mod reports;
