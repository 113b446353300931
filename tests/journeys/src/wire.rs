//! The WebDriver protocol's wire: JSON over HTTP to a driver on this machine. Knows no command by name.

use serde_json::Value;

use crate::{Fault, Step};

/// Seconds for one command; the slowest is starting a browser on a busy machine.
const LIMIT: u64 = 120;
const MEND: &str =
    "look at the newest picture in target/shots and the newest log in its folder drivers";

/// The address of a driver or of a session in it.
#[derive(Debug, Clone)]
pub struct Wire {
    address: String,
}

impl Wire {
    pub fn to_driver(port: u16) -> Self {
        Self {
            address: format!("http://127.0.0.1:{port}"),
        }
    }

    /// A wire to something below this one.
    pub fn below(&self, path: &str) -> Self {
        Self {
            address: format!("{}{path}", self.address),
        }
    }

    pub fn get(&self, path: &str) -> Step<Value> {
        self.send(minreq::get(self.address.clone() + path), path)
    }

    pub fn delete(&self, path: &str) -> Step<Value> {
        self.send(minreq::delete(self.address.clone() + path), path)
    }

    pub fn post(&self, path: &str, body: &Value) -> Step<Value> {
        let request = minreq::post(self.address.clone() + path)
            .with_header("Content-Type", "application/json; charset=utf-8")
            .with_body(body.to_string());
        self.send(request, path)
    }

    fn send(&self, request: minreq::Request, path: &str) -> Step<Value> {
        let fault = |wrong: String| Fault::new(format!("WebDriver {path}"), wrong, MEND);
        let response = request
            .with_timeout(LIMIT)
            .send()
            .map_err(|error| fault(error.to_string()))?;
        let mut answer: Value = serde_json::from_slice(response.as_bytes())
            .map_err(|error| fault(format!("unreadable answer: {error}")))?;
        let value = answer["value"].take();
        if response.status_code == 200 {
            return Ok(value);
        }
        let text = |key: &str| {
            value[key]
                .as_str()
                .unwrap_or("")
                .lines()
                .next()
                .unwrap_or("")
                .to_owned()
        };
        Err(fault(format!("{}: {}", text("error"), text("message"))))
    }
}
