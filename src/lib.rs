//! まどぐちナビ in the browser.
//!
//! The start screen, and whom it is about, stand in index.html and are never drawn here: they paint before this program
//! arrives, and stay when it fails. Everything after them is drawn below. No rule, no town and no sentence stands in here.
//!
//! A library beside its program, so that parts of a screen are tested in a browser by themselves (`tests/components`).

#![allow(missing_docs, reason = "a program's inside, and no other's library")]

mod app;
pub mod components;
pub mod platform;
mod screens;
mod state;

pub use app::start;
