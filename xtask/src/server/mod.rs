//! A static file server for this machine only: it binds 127.0.0.1 and nothing else. People use it by `cargo xtask serve`,
//! the journeys on a free port, with a log of what was asked for and with the weather of a bad network.

mod files;
mod weather;

pub use files::COMPRESSED;
pub use weather::Weather;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request as Asked, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tokio::runtime::{self, Runtime};
use tokio::task::JoinHandle;

use crate::fault::Fault;
use files::Files;
use weather::Sky;

/// How long a stop waits for a file that is being read just then.
const LAST_READ: Duration = Duration::from_secs(5);

/// One request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query as they were asked for; the whole address from a browser to which this server is its proxy. A
    /// fragment never gets here.
    pub target: String,
    /// The status of the answer, such as 200.
    pub status: u16,
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    running: Mutex<Option<Running>>,
}

/// The threads that serve, and their one endless task.
#[derive(Debug)]
struct Running {
    runtime: Runtime,
    serving: JoinHandle<std::io::Result<()>>,
}

#[derive(Debug)]
struct Shared {
    /// Host and port.
    home: String,
    files: Files,
    sky: Sky,
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
            home: address.to_string(),
            files: Files::of(folder),
            sky: Sky::default(),
            requests: Mutex::default(),
        });
        let app = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        let running = run(listener, app).map_err(|error| {
            Fault::new(
                address.to_string(),
                error.to_string(),
                "close some programs, and run it again",
            )
        })?;
        Ok(Self {
            address,
            shared,
            running: Mutex::new(Some(running)),
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

    /// From now on this befalls every address with `part` in it, in place of what befell such a `part` before.
    pub fn weather(&self, part: &str, weather: Weather) {
        self.shared.sky.set(part, weather);
    }

    /// The weather of `part` is over. What was held back for it goes out now.
    pub fn clears(&self, part: &str) {
        self.shared.sky.clear(part);
    }

    /// Serves until the process ends.
    pub fn wait(self) {
        if let Some(Running { runtime, serving }) = self.running() {
            // A server that broke ends the serving just as well.
            let _ = runtime.block_on(serving);
        }
    }

    /// Stops, as a network does that goes off: from now on this address refuses connections, and those that were open
    /// have ended.
    pub fn stop(&self) {
        if let Some(Running { runtime, .. }) = self.running() {
            runtime.shutdown_timeout(LAST_READ);
        }
    }

    fn running(&self) -> Option<Running> {
        let running = self.running.lock();
        running.unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn run(listener: TcpListener, app: Router) -> std::io::Result<Running> {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    let entered = runtime.enter();
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let serving = runtime.spawn(axum::serve(listener, app).into_future());
    drop(entered);
    Ok(Running { runtime, serving })
}

async fn answer(State(shared): State<Arc<Shared>>, asked: Asked) -> Response {
    let method = asked.method().to_string();
    let target = asked.uri().to_string();
    let answer = shared.answer(asked).await;
    // Logged before it is sent, so that whoever has the answer finds it in the log.
    let mut requests = shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    requests.push(Request {
        method,
        target,
        status: answer.status().as_u16(),
    });
    drop(requests);
    answer
}

impl Shared {
    async fn answer(&self, asked: Asked) -> Response {
        // A browser to which this server is its proxy may ask it for any address in the world.
        let elsewhere = asked.uri().authority();
        if elsewhere.is_some_and(|authority| authority.as_str() != self.home) {
            return StatusCode::FORBIDDEN.into_response();
        }
        match self.sky.over(asked.uri().path()).await {
            None => self.files.answer(asked).await,
            Some(weather) => weather.befall(&self.files, asked).await,
        }
    }
}

#[cfg(test)]
mod tests;
