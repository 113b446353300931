//! What is said of the towns in plain HTML: the pieces of index.html that stand there before any program has
//! arrived, and whole pages that need no program at all.
//!
//! Everything is written from the compiled [`navigator::Catalog`], so that no number stands here that the app
//! would not show, and in the sentences of `catalog/lang`. Signs of HTML in a sheet stay text: maud escapes them.

mod access;
mod call;
mod entry;
mod fold;
mod frame;
mod hub;
mod linked;
mod lists;
mod needs;
mod notices;
mod page;
mod plan;
mod publisher;
mod rows;
mod start;
mod tools;
mod windows;

pub use lists::lists;
pub use start::fragments;
