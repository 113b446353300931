//! The files of the served folder and of nothing outside it, with what the site itself says of them.

use std::fs;
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback, TokioBackend, TokioFile};

use crate::site::headers;

/// An address for which no rule of its own is written.
const NOWHERE: &str = "/ ";
/// How a file's compressed form is named, beside it.
pub const COMPRESSED: &str = ".br";
const NOT_FOUND: &str = "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>ページがありません</title>\
    <p>このページはありません。<a href=\"/\">まどぐちナビのはじめのページへ</a></p></html>";

/// A folder as it is served.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    served: ServeDir<DefaultServeDirFallback, Within>,
}

impl Files {
    /// `folder` by its real path, without a link in it.
    ///
    /// Where a compressed form lies beside a file, a browser that reads it gets that one, as from a city's server. The
    /// built app has none, so people and journeys are served the very files.
    pub fn of(folder: PathBuf) -> Self {
        let within = Within(folder.clone());
        let served = ServeDir::with_backend(&folder, within).precompressed_br();
        Self { folder, served }
    }

    /// The file that is asked for, an index.html for a folder, or a page that says there is none.
    pub async fn answer(&self, mut asked: Request) -> Response {
        // A build or a journey may replace a file within the same second, which is all that a date in a header can tell.
        for name in [IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
            asked.headers_mut().remove(name);
        }
        let path = asked.uri().path().to_owned();
        let found = self.served.clone().try_call(asked).await;
        let mut answer = match found {
            Ok(answer) if answer.status() != StatusCode::NOT_FOUND => answer.map(Body::new),
            _ => return self.nothing(),
        };
        let head = answer.headers_mut();
        head.remove(LAST_MODIFIED);
        head.remove(ETAG);
        name_charset(head);
        self.say(&path, head);
        answer
    }

    fn nothing(&self) -> Response {
        let page = fs::read(self.folder.join("404.html"));
        let page = page.unwrap_or_else(|_| NOT_FOUND.as_bytes().to_vec());
        let mut answer = (StatusCode::NOT_FOUND, page).into_response();
        let kind = HeaderValue::from_static("text/html; charset=utf-8");
        answer.headers_mut().insert(CONTENT_TYPE, kind);
        self.say(NOWHERE, answer.headers_mut());
        answer
    }

    /// What the site itself says, as a host that publishes it does; read each time, since a build may replace it.
    fn say(&self, address: &str, head: &mut HeaderMap) {
        let file = fs::read_to_string(self.folder.join(headers::FILE)).unwrap_or_default();
        for (name, value) in headers::given(&file, address) {
            // What no header can hold, the tests of the headers find.
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::try_from(value))
            {
                head.insert(name, value);
            }
        }
        head.entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static(headers::ASKED));
    }
}

/// The media types of the field name no charset, and a browser would guess.
fn name_charset(head: &mut HeaderMap) {
    let kind = head.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let named = kind.filter(|kind| kind.starts_with("text/") && !kind.contains(';'));
    let whole = named.map(|kind| HeaderValue::try_from(format!("{kind}; charset=utf-8")));
    if let Some(Ok(kind)) = whole {
        head.insert(CONTENT_TYPE, kind);
    }
}

/// Links in the folder may lead anywhere; what they lead to has to be inside as well.
#[derive(Debug, Clone)]
struct Within(PathBuf);

impl Within {
    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let real = path.canonicalize()?;
        let inside = real.starts_with(&self.0);
        inside
            .then_some(real)
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

impl Backend for Within {
    type File = TokioFile;
    type Metadata = fs::Metadata;
    type OpenFuture = Pin<Box<dyn Future<Output = io::Result<TokioFile>> + Send>>;
    type MetadataFuture = Pin<Box<dyn Future<Output = io::Result<fs::Metadata>> + Send>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let within = self.clone();
        Box::pin(async move { TokioBackend.open(within.real(&path)?).await })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let within = self.clone();
        Box::pin(async move { TokioBackend.metadata(within.real(&path)?).await })
    }
}
