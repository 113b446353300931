//! `cargo xtask serve`: the built app for a person on this machine, until Ctrl+C.

use crate::fault::Fault;
use crate::project::Project;
use crate::server::Server;

/// Fails when `port` is taken: better before a build of minutes than after it.
pub fn expect_free(port: u16) -> Result<(), Fault> {
    Server::bind(port).map(drop)
}

/// Serves `dist/` on 127.0.0.1 and does not return unless it cannot.
pub fn serve(project: &Project, port: u16) -> Result<(), Fault> {
    let server = Server::start(&project.dist(), port)?;
    println!("\nまどぐちナビ: {}  (Ctrl+C ends it)", server.url());
    server.wait();
    Ok(())
}
