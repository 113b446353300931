//! A proxy that a browser cannot get past: whatever it asks, and of whom, is written down, and only one server is reached.
//! What a page keeps from its own server's log, such as a request to another site, stands here.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::{Fault, Step};

const HEAD_LIMIT: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(20);
const REFUSED: &[u8] = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A running proxy. Dropping it stops it.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    /// The one server that is reached, as `http://127.0.0.1:8080/`.
    home: String,
    stopped: AtomicBool,
    asked: Mutex<Vec<String>>,
}

impl Proxy {
    /// Starts a proxy through which only `home` is reached (`http://127.0.0.1:8080/`).
    pub fn start(home: &str) -> Step<Self> {
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| {
            let address = listener.local_addr()?;
            Ok((listener, address))
        });
        let (listener, address) = bound
            .map_err(|error| Fault::new("a free port", error.to_string(), "close some programs"))?;
        let shared = Arc::new(Shared {
            home: home.to_owned(),
            stopped: AtomicBool::new(false),
            asked: Mutex::new(Vec::new()),
        });
        let for_thread = Arc::clone(&shared);
        let accepting = thread::spawn(move || accept(&listener, &for_thread));
        Ok(Self {
            address,
            shared,
            accepting: Some(accepting),
        })
    }

    /// Where it listens, as `127.0.0.1:8080`.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// All that was asked so far: method and full address.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.shared.asked.lock();
        asked.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting.take() {
            // The thread waits for a connection; this one wakes it, and it sees that it is to stop.
            let _ = TcpStream::connect(self.address);
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(connection) = connection {
            let shared = Arc::clone(shared);
            // A connection that breaks is let go: the browser will ask again.
            thread::spawn(move || pass_on(connection, &shared));
        }
    }
}

fn pass_on(mut browser: TcpStream, shared: &Shared) -> io::Result<()> {
    browser.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new((&browser).take(HEAD_LIMIT));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = first.split_whitespace();
    let (Some(method), Some(address)) = (words.next(), words.next()) else {
        return Ok(());
    };
    shared
        .asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(format!("{method} {address}"));
    let Some(path) = address.strip_prefix(&shared.home) else {
        return browser.write_all(REFUSED);
    };
    let host = shared
        .home
        .trim_start_matches("http://")
        .trim_end_matches('/');
    let mut server = TcpStream::connect(host)?;
    // No answer of that server depends on a header.
    write!(server, "{method} /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
    io::copy(&mut server, &mut browser)?;
    browser.shutdown(Shutdown::Both)
}
