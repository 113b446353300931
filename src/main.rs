//! まどぐちナビ in the browser.
//!
//! The start screen stands in index.html and is never drawn here: it paints before this program
//! arrives, and it stays when this program fails. Everything after the choice of a town is drawn below
//! it. No rule and no town stands in this program.

#![allow(missing_docs, reason = "a program, not a library")]

mod app;
mod browser;
mod dom;
mod live;
mod parts;
mod screens;
mod session;
mod towns;

fn main() {
    // A panic ends the program; what then stays on the screen is the help in index.html.
    std::panic::set_hook(Box::new(|_| browser::show_broken()));
    app::start();
}
