//! まどぐちナビ in the browser.
//!
//! The start screen, and whom it is about, stand in index.html and are never drawn here: they paint before this program
//! arrives, and stay when it fails. Everything after them is drawn below. No rule, no town and no sentence stands in here.

#![allow(missing_docs, reason = "a program, not a library")]

mod app;
mod components;
mod platform;
mod screens;
mod state;

fn main() {
    // A panic ends the program; what then stays on the screen is the help in index.html.
    std::panic::set_hook(Box::new(|_| {
        platform::page::stand(platform::page::Part::Broken, "");
    }));
    app::start();
}
