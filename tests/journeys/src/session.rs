//! A session with a driver: fantoccini's client, waited for command by command, so that a journey reads from above to
//! below. Says of each command that fails which one it was. Knows no page and no screen.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use fantoccini::error::{CmdError, NewSessionError};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};
use tokio::runtime::{self, Runtime};
use url::{ParseError, Url};

use crate::{Fault, Step};

/// For one command; the slowest is starting a browser on a busy machine.
const LIMIT: Duration = Duration::from_secs(120);
const MEND: &str =
    "look at the newest picture in target/shots and the newest log in its folder drivers";

/// A driver's session, and the thread of this test as its runtime.
#[derive(Debug)]
pub struct Session {
    runtime: Runtime,
    client: Client,
}

impl Session {
    /// Has the driver on `port` of this machine start its browser.
    pub fn begin(port: u16, capabilities: Map<String, Value>) -> Step<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| fault("runtime", &error))?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime.block_on(async {
            let begun = tokio::time::timeout(LIMIT, builder.connect(&address)).await;
            match begun {
                Ok(begun) => begun,
                Err(_) => Err(NewSessionError::Lost(std::io::ErrorKind::TimedOut.into())),
            }
        });
        let client = client.map_err(|error| fault("new session", &error))?;
        Ok(Self { runtime, client })
    }

    /// The client, whose commands [`Session::wait`] waits for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for a command of the client; `what` is its name, should it fail.
    pub fn wait<T>(
        &self,
        what: &str,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Step<T> {
        let answered = self
            .runtime
            .block_on(async { tokio::time::timeout(LIMIT, command).await });
        match answered {
            Ok(answer) => answer.map_err(|error| fault(what, &error)),
            Err(late) => Err(fault(what, &late)),
        }
    }

    /// Gives a command that the client has no name for: what its makers added, or what the standard got later. `path` is
    /// below the session's own; without `body` it is a question.
    pub fn ask(&self, path: String, body: Option<Value>) -> Step<Value> {
        let what = path.clone();
        self.wait(&what, self.client.issue_cmd(Other { path, body }))
    }

    /// Ends the browser.
    pub fn end(&self) -> Step<()> {
        self.wait("end", self.client.clone().close())
    }
}

#[derive(Debug)]
struct Other {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Other {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        driver.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            None => (Method::GET, None),
            Some(body) => (Method::POST, Some(body.to_string())),
        }
    }
}

/// A driver's message goes on with its own stack, which helps nobody here.
fn fault(what: &str, error: &impl fmt::Display) -> Fault {
    let error = error.to_string();
    let wrong = error.lines().next().unwrap_or_default();
    Fault::new(format!("WebDriver {what}"), wrong, MEND)
}
