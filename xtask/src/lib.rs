//! Set-up, build, serve, test and size of まどぐちナビ, as `cargo xtask …`.
//!
//! A library beside its command, so that the browser journeys serve the app with the very [`server`] that people use.
//! Knows nothing of towns, troubles or screens: those live in the catalog and the app.

pub mod bench;
pub mod build;
pub mod catalogs;
pub mod command_line;
mod digest;
pub mod fault;
pub mod furigana;
pub mod headers;
mod lists;
mod offline;
mod policy;
pub mod process;
pub mod project;
mod script;
pub mod seal;
pub mod serve;
pub mod server;
pub mod setup;
pub mod shots;
mod site;
pub mod size;
pub mod step;
pub mod style;
pub mod test;
