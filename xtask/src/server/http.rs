//! As much of HTTP/1.1 as a static server needs: reads one request's first line, writes one answer and closes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A request's head is refused above this many bytes.
const HEAD_LIMIT: u64 = 16 * 1024;
/// Browsers open connections ahead of need; one that stays silent this long is let go.
const PATIENCE: Duration = Duration::from_secs(20);

/// The first line of a request.
pub struct Asked {
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Whether the browser reads brotli.
    pub brotli: bool,
}

/// An answer before it is written.
pub struct Answer {
    pub status: u16,
    pub kind: &'static str,
    /// What the site's own headers say of the address.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A short answer in plain text, never kept.
    pub fn text(status: u16, text: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            headers: Vec::new(),
            body: text.as_bytes().to_vec(),
        }
    }
}

/// Reads a request's head. Of its headers, only the encodings that the browser reads make a difference.
pub fn read(connection: &mut TcpStream) -> io::Result<Asked> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(connection.take(HEAD_LIMIT));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(target), Some(_version)) = (words.next(), words.next(), words.next())
    else {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    };
    let mut asked = Asked {
        method: method.to_owned(),
        target: target.to_owned(),
        brotli: false,
    };
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        asked.brotli |= reads_brotli(&header);
        header.clear();
    }
    Ok(asked)
}

fn reads_brotli(header: &str) -> bool {
    header.split_once(':').is_some_and(|(name, value)| {
        name.eq_ignore_ascii_case("accept-encoding")
            && value.split(',').any(|encoding| encoding.trim() == "br")
    })
}

/// Writes `answer`, without its body for a HEAD request.
pub fn write(connection: &mut TcpStream, answer: &Answer, head_only: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    let length = answer.body.len().to_string();
    let own = [
        ("Content-Type", answer.kind),
        ("Content-Length", &length),
        ("Connection", "close"),
    ];
    let site = answer.headers.iter();
    let site = site.map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in own.into_iter().chain(site) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if answer.status == 405 {
        head.push_str("Allow: GET, HEAD\r\n");
    }
    head.push_str("\r\n");
    connection.write_all(head.as_bytes())?;
    if !head_only {
        connection.write_all(&answer.body)?;
    }
    connection.flush()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}
