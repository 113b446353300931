//! Set-up, build, serve, test and measure まどぐちナビ, as `cargo xtask …`. A folder says the step: [`setup`], [`build`],
//! [`check`], [`bench`]; the built site is [`site`].
//!
//! A library beside its command, so that the browser journeys serve the app with the very [`server`] that people use.
//! Knows nothing of towns, troubles or screens: those live in the catalog and the app.

pub mod bench;
pub mod build;
pub mod cargo;
pub mod check;
pub mod command_line;
pub mod fault;
pub mod process;
pub mod progress;
pub mod project;
pub mod serve;
pub mod server;
pub mod setup;
pub mod shots;
pub mod site;
