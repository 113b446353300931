//! A static file server for this machine only: it binds 127.0.0.1 and nothing else. People use it by `cargo xtask serve`,
//! the journeys on a free port with a log of what was asked for. One connection carries one request, so that a stopped
//! server is as good as a network that is off.

mod files;
mod http;

pub use files::COMPRESSED;

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::fault::Fault;

/// One request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query as they were asked for. A fragment never gets here.
    pub target: String,
    /// The status of the answer, such as 200.
    pub status: u16,
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    stopped: AtomicBool,
    requests: Mutex<Vec<Request>>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1 at `port`; 0 takes any free port.
    pub fn start(folder: &Path, port: u16) -> Result<Self, Fault> {
        let folder = folder.canonicalize().map_err(|error| {
            Fault::file(folder, &error, "build the app first: `cargo xtask build`")
        })?;
        let (listener, address) = Self::bind(port)?;
        let shared = Arc::new(Shared {
            folder,
            stopped: AtomicBool::new(false),
            requests: Mutex::new(Vec::new()),
        });
        let for_thread = Arc::clone(&shared);
        let accepting = thread::spawn(move || accept(&listener, &for_thread));
        Ok(Self {
            address,
            shared,
            accepting: Mutex::new(Some(accepting)),
        })
    }

    /// Takes `port` on 127.0.0.1, and tells the address that it got.
    pub(crate) fn bind(port: u16) -> Result<(TcpListener, SocketAddr), Fault> {
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|listener| {
            let address = listener.local_addr()?;
            Ok((listener, address))
        });
        bound.map_err(|error| {
            Fault::new(
                format!("127.0.0.1:{port}"),
                error.to_string(),
                "take another port, such as `cargo xtask serve --port 8081`",
            )
        })
    }

    /// The address to open, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// All requests so far, in the order of their answers.
    pub fn requests(&self) -> Vec<Request> {
        let requests = self.shared.requests.lock();
        requests.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends.
    pub fn wait(self) {
        if let Some(accepting) = self.accepting() {
            // A panicked thread ends the serving just as well.
            let _ = accepting.join();
        }
    }

    /// Stops: from now on this address refuses connections, as a network does that is off.
    pub fn stop(&self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting() {
            // The thread waits for a connection; this one wakes it, and it sees that it is to stop.
            let _ = TcpStream::connect(self.address);
            let _ = accepting.join();
        }
    }

    fn accepting(&self) -> Option<JoinHandle<()>> {
        let accepting = self.accepting.lock();
        accepting.unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(connection) = connection {
            let shared = Arc::clone(shared);
            thread::spawn(move || answer(connection, &shared));
        }
    }
}

/// Answers one request. A connection that breaks or says nothing is let go: the browser will ask again.
fn answer(mut connection: TcpStream, shared: &Shared) {
    let Ok(asked) = http::read(&mut connection) else {
        return;
    };
    // A connection that the browser had opened ahead of need is no way around a stop.
    if shared.stopped.load(Ordering::SeqCst) {
        return;
    }
    let answer = match asked.method.as_str() {
        "GET" | "HEAD" => files::answer(&shared.folder, &asked.target, asked.brotli),
        _ => http::Answer::text(405, "Method Not Allowed"),
    };
    // Logged before it is sent, so that whoever has the answer finds it in the log.
    let mut requests = shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    requests.push(Request {
        method: asked.method.clone(),
        target: asked.target,
        status: answer.status,
    });
    drop(requests);
    let _ = http::write(&mut connection, &answer, asked.method == "HEAD");
}

#[cfg(test)]
mod tests;
