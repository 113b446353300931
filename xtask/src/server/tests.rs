//! The server as a browser meets it: over a real connection.

use std::fs;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A folder with a secret beside it.
fn folder(name: &str) -> std::io::Result<PathBuf> {
    let base = std::env::temp_dir().join(format!("xtask-server-{}-{name}", std::process::id()));
    let folder = base.join("dist");
    fs::create_dir_all(folder.join("docs"))?;
    fs::write(base.join("secret.txt"), "secret")?;
    fs::write(folder.join("index.html"), "<title>start</title>")?;
    fs::write(folder.join("docs/index.html"), "<title>docs</title>")?;
    fs::write(folder.join("app-1f2e3d4c5b6a7988_bg.wasm"), b"\0asm")?;
    let headers = "/*\n  Referrer-Policy: no-referrer\n/app-1f2e3d4c5b6a7988_bg.wasm\n  Cache-Control: immutable\n";
    fs::write(folder.join("_headers"), headers)?;
    Ok(folder)
}

/// One request on a connection of its own. What stands above the body is in small letters: headers are named in either.
fn ask(server: &Server, line: &str) -> std::io::Result<String> {
    ask_with(server, line, "")
}

fn ask_with(server: &Server, line: &str, headers: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect(("127.0.0.1", server.port()))?;
    write!(
        connection,
        "{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
    )?;
    let mut answer = String::new();
    // What came before the connection broke is an answer too.
    let _ = connection.read_to_string(&mut answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    Ok(format!("{}\r\n\r\n{body}", head.to_lowercase()))
}

#[test]
fn files_come_with_their_kind_and_the_headers_of_the_site() -> Outcome {
    let server = Server::start(&folder("kinds")?, 0)?;
    let page = ask(&server, "GET /?from=qr")?;
    assert!(page.starts_with("http/1.1 200 ok\r\n"), "{page}");
    assert!(
        page.contains("content-type: text/html; charset=utf-8\r\n")
            && page.ends_with("<title>start</title>")
    );
    assert!(
        page.contains("cache-control: no-cache\r\n")
            && page.contains("referrer-policy: no-referrer\r\n")
    );
    let wasm = ask(&server, "GET /app-1f2e3d4c5b6a7988_bg.wasm")?;
    assert!(
        wasm.contains("content-type: application/wasm\r\n")
            && wasm.contains("cache-control: immutable\r\n")
            && !wasm.contains("no-cache")
    );
    assert!(ask(&server, "GET /docs/")?.ends_with("<title>docs</title>"));
    let missing = ask(&server, "GET /app-1f2e3d4c5b6a7989_bg.wasm")?;
    assert!(missing.contains("referrer-policy: no-referrer\r\n") && missing.contains("no-cache"));
    assert!(ask(&server, "HEAD /")?.ends_with("\r\n\r\n"));
    Ok(())
}

#[test]
fn compressed_form_goes_to_those_who_read_it() -> Outcome {
    let folder = folder("compressed")?;
    fs::write(folder.join("index.html.br"), "small")?;
    let server = Server::start(&folder, 0)?;
    let ask = |encodings: &str| {
        let headers = format!("Accept-Encoding: {encodings}\r\n");
        ask_with(&server, "GET /", &headers)
    };
    let small = ask("gzip, br")?;
    assert!(small.ends_with("small") && small.contains("content-encoding: br\r\n"));
    assert!(small.contains("content-type: text/html; charset=utf-8\r\n"));
    let whole = ask("gzip")?;
    assert!(whole.ends_with("</title>") && !whole.contains("content-encoding"));
    Ok(())
}

#[test]
fn nothing_outside_the_folder_is_served() -> Outcome {
    let folder = folder("outside")?;
    std::os::unix::fs::symlink("../secret.txt", folder.join("link.txt"))?;
    let server = Server::start(&folder, 0)?;
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/docs/../../secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/link.txt",
    ] {
        let answer = ask(&server, &format!("GET {path}"))?;
        assert!(answer.starts_with("http/1.1 404 "), "{path}: {answer}");
        assert!(
            answer.contains("ページがありません") && !answer.ends_with("secret"),
            "{path}: {answer}"
        );
    }
    assert!(ask(&server, "POST /")?.starts_with("http/1.1 405 "));
    Ok(())
}

#[test]
fn log_names_each_request_and_a_stopped_server_refuses() -> Outcome {
    let server = Server::start(&folder("log")?, 0)?;
    ask(&server, "GET /")?;
    ask(&server, "GET /missing.js")?;
    let seen: Vec<(String, u16)> = server
        .requests()
        .into_iter()
        .map(|each| (each.target, each.status))
        .collect();
    assert_eq!(
        seen,
        [("/".to_owned(), 200), ("/missing.js".to_owned(), 404)]
    );
    let port = server.port();
    server.stop();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    Ok(())
}

/// As of a browser that holds its connection open for what it may want next.
#[test]
fn connection_that_was_kept_ends_with_the_server() -> Outcome {
    let server = Server::start(&folder("kept")?, 0)?;
    let mut connection = BufReader::new(TcpStream::connect(("127.0.0.1", server.port()))?);
    for _ in 0..2 {
        let asked = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        connection.get_mut().write_all(asked)?;
        read_whole_answer(&mut connection)?;
    }
    server.stop();
    let asked = connection
        .get_mut()
        .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let answered = asked.and_then(|()| connection.read(&mut [0; 1024]));
    assert!(matches!(answered, Ok(0) | Err(_)), "{answered:?}");
    Ok(())
}

/// Head and body: what is left of one answer must not be taken for the next.
fn read_whole_answer(connection: &mut BufReader<TcpStream>) -> Outcome {
    let mut length = 0;
    loop {
        let mut line = String::new();
        connection.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(told) = line.strip_prefix("content-length:") {
            length = told.trim().parse()?;
        }
    }
    assert!(length > 0, "an answer without a body");
    connection.read_exact(&mut vec![0; length])?;
    Ok(())
}

#[test]
fn japanese_names_are_found_and_broken_ones_are_not() -> Outcome {
    let folder = folder("names")?;
    fs::write(folder.join("朝霞.txt"), "朝霞市")?;
    let server = Server::start(&folder, 0)?;
    let found = ask(&server, "GET /%E6%9C%9D%E9%9C%9E.txt")?;
    assert!(found.ends_with("朝霞市") && found.contains("text/plain; charset=utf-8"));
    for broken in ["/%", "/%4", "/%zz", "/%ff", "/%00", "/docs%00"] {
        let answer = ask(&server, &format!("GET {broken}"))?;
        assert!(answer.starts_with("http/1.1 404 "), "{broken}: {answer}");
    }
    Ok(())
}

/// Two builds within one second are two files.
#[test]
fn no_browser_is_told_that_its_copy_is_still_good() -> Outcome {
    let server = Server::start(&folder("anew")?, 0)?;
    let page = ask(&server, "GET /")?;
    assert!(
        !page.contains("last-modified") && !page.contains("etag"),
        "{page}"
    );
    let since = "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n";
    let again = ask_with(&server, "GET /", since)?;
    assert!(again.starts_with("http/1.1 200 ok"), "{again}");
    Ok(())
}

#[test]
fn as_a_proxy_it_reaches_itself_and_nobody_else() -> Outcome {
    let server = Server::start(&folder("proxy")?, 0)?;
    let own = format!("GET {}docs/", server.url());
    assert!(ask(&server, &own)?.ends_with("<title>docs</title>"));
    for elsewhere in [
        "GET http://example.com/docs/",
        "GET http://localhost/docs/",
        "CONNECT example.com:443",
    ] {
        let answer = ask(&server, elsewhere)?;
        assert!(answer.starts_with("http/1.1 403 "), "{elsewhere}: {answer}");
    }
    let asked = server.requests();
    let asked: Vec<&str> = asked.iter().map(|each| each.target.as_str()).collect();
    assert!(asked.contains(&"http://example.com/docs/") && asked.contains(&"example.com:443"));
    Ok(())
}

#[test]
fn each_weather_befalls_the_addresses_of_its_part_until_it_clears() -> Outcome {
    let folder = folder("weather")?;
    fs::write(folder.join("town.bin"), "0123456789")?;
    let server = Server::start(&folder, 0)?;
    let town = || ask(&server, "GET /town.bin");
    server.weather("town", Weather::Refused(503));
    assert!(town()?.starts_with("http/1.1 503 "));
    assert!(ask(&server, "GET /")?.ends_with("<title>start</title>"));
    server.weather("town", Weather::Cut);
    let cut = town()?;
    assert!(
        cut.ends_with("\r\n\r\n01234") && cut.contains("content-length: 10\r\n"),
        "{cut}"
    );
    server.weather("town", Weather::Doubled);
    let doubled = town()?;
    assert!(
        doubled.ends_with("\r\n\r\n01234567890123456789"),
        "{doubled}"
    );
    assert!(doubled.contains("content-length: 20\r\n"), "{doubled}");
    server.weather("town", Weather::Instead("docs/index.html".to_owned()));
    assert!(town()?.ends_with("<title>docs</title>"));
    server.weather("town", Weather::Late(Duration::from_millis(300)));
    let start = Instant::now();
    assert!(town()?.ends_with("0123456789"));
    assert!(start.elapsed() >= Duration::from_millis(300));
    server.clears("town");
    assert!(town()?.ends_with("0123456789"));
    Ok(())
}

#[test]
fn answer_that_is_held_back_goes_out_when_its_weather_clears() -> Outcome {
    let server = Server::start(&folder("held")?, 0)?;
    server.weather("docs", Weather::Held);
    let answered = std::thread::scope(|threads| {
        let asking = threads.spawn(|| ask(&server, "GET /docs/"));
        std::thread::sleep(Duration::from_millis(200));
        assert!(!asking.is_finished() && server.requests().is_empty());
        server.clears("docs");
        asking.join()
    });
    let answer = answered.map_err(|_| "the asking thread panicked")??;
    assert!(answer.ends_with("<title>docs</title>"), "{answer}");
    Ok(())
}
