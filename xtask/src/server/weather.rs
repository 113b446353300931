//! The weather between a server and its browser, for tests: answers that come late, not at all, in part, twice, or from
//! another file. A journey sets it while the browser is under way, so that what passes quickly otherwise lasts until the
//! journey has looked.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use tokio::sync::watch;

use super::files::Files;

/// What befalls an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weather {
    /// It goes out only when this is over ([`super::Server::clears`]).
    Held,
    /// It goes out after so long.
    Late(Duration),
    /// This status takes its place (404, 503, …).
    Refused(u16),
    /// The connection breaks after half of it.
    Cut,
    /// Its bytes come twice, one after the other.
    Doubled,
    /// The file of this path below the server's root takes its place.
    Instead(String),
}

/// The weather of each part of an address.
#[derive(Debug, Default)]
pub struct Sky(watch::Sender<Vec<(String, Weather)>>);

impl Sky {
    pub fn set(&self, part: &str, weather: Weather) {
        self.0.send_modify(|rules| {
            rules.retain(|(other, _)| other != part);
            rules.push((part.to_owned(), weather));
        });
    }

    pub fn clear(&self, part: &str) {
        self.0
            .send_modify(|rules| rules.retain(|(other, _)| other != part));
    }

    /// The weather over `path`, once nothing holds it back any more.
    pub async fn over(&self, path: &str) -> Option<Weather> {
        let mut rules = self.0.subscribe();
        loop {
            match over(&rules.borrow_and_update(), path) {
                Some(Weather::Held) => {}
                settled => return settled,
            }
            // The sender lives as long as this value.
            rules.changed().await.ok()?;
        }
    }
}

/// Of several the last one that was set.
fn over(rules: &[(String, Weather)], path: &str) -> Option<Weather> {
    let mut rules = rules.iter().rev();
    let found = rules.find(|(part, _)| path.contains(part.as_str()));
    found.map(|(_, weather)| weather.clone())
}

impl Weather {
    /// What `files` would answer, as this weather lets it through.
    pub async fn befall(self, files: &Files, asked: Request) -> Response {
        match self {
            Self::Held => files.answer(asked).await,
            Self::Late(time) => {
                tokio::time::sleep(time).await;
                files.answer(asked).await
            }
            Self::Refused(status) => StatusCode::from_u16(status)
                .unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
                .into_response(),
            Self::Cut => cut(files.answer(asked).await).await,
            Self::Doubled => passing(doubled(files.answer(asked).await).await),
            Self::Instead(path) => passing(files.answer(for_other(asked, &path)).await),
        }
    }
}

/// The head promises all of it.
async fn cut(answer: Response) -> Response {
    let (mut head, whole) = whole(answer).await;
    head.headers.insert(CONTENT_LENGTH, whole.len().into());
    let half = whole.slice(..whole.len() / 2);
    let parts = [Ok(half), Err(std::io::Error::other("cut"))];
    // A break right behind the first half would reach the browser before it, and hide it.
    let slowly = stream::iter(parts).then(|part| async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        part
    });
    Response::from_parts(head, Body::from_stream(slowly))
}

async fn doubled(answer: Response) -> Response {
    let (mut head, whole) = whole(answer).await;
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(whole.repeat(2)))
}

/// What stands between site and browser and answers wrongly, such as a hotel's page, has no reason to promise that its
/// answer stays good.
fn passing(mut answer: Response) -> Response {
    let none = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(CACHE_CONTROL, none);
    answer
}

async fn whole(answer: Response) -> (axum::http::response::Parts, Bytes) {
    let (head, body) = answer.into_parts();
    // A file that cannot be read to its end is as good as empty here.
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (head, whole)
}

fn for_other(mut asked: Request, path: &str) -> Request {
    // A path that is no address asks for what it asked before, which a journey sees.
    if let Ok(other) = format!("/{path}").parse::<Uri>() {
        *asked.uri_mut() = other;
    }
    asked
}
