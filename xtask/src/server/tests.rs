//! The server as a browser meets it: over a real connection.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

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

fn ask(server: &Server, line: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect(("127.0.0.1", server.port()))?;
    write!(connection, "{line} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn files_come_with_their_kind_and_the_headers_of_the_site() -> Outcome {
    let server = Server::start(&folder("kinds")?, 0)?;
    let page = ask(&server, "GET /?from=qr")?;
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(
        page.contains("Content-Type: text/html; charset=utf-8\r\n")
            && page.ends_with("<title>start</title>")
    );
    assert!(
        page.contains("Cache-Control: no-cache\r\n")
            && page.contains("Referrer-Policy: no-referrer\r\n")
    );
    let wasm = ask(&server, "GET /app-1f2e3d4c5b6a7988_bg.wasm")?;
    assert!(
        wasm.contains("Content-Type: application/wasm\r\n")
            && wasm.contains("Cache-Control: immutable\r\n")
            && !wasm.contains("no-cache")
    );
    assert!(ask(&server, "GET /docs/")?.ends_with("<title>docs</title>"));
    let missing = ask(&server, "GET /app-1f2e3d4c5b6a7989_bg.wasm")?;
    assert!(missing.contains("Referrer-Policy: no-referrer\r\n") && missing.contains("no-cache"));
    assert!(ask(&server, "HEAD /")?.ends_with("\r\n\r\n"));
    Ok(())
}

#[test]
fn compressed_form_goes_to_those_who_read_it() -> Outcome {
    let folder = folder("compressed")?;
    fs::write(folder.join("index.html.br"), "small")?;
    let server = Server::start(&folder, 0)?;
    let ask = |encodings: &str| -> std::io::Result<String> {
        let mut connection = TcpStream::connect(("127.0.0.1", server.port()))?;
        write!(
            connection,
            "GET / HTTP/1.1\r\nAccept-Encoding: {encodings}\r\n\r\n"
        )?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        Ok(answer)
    };
    let small = ask("gzip, br")?;
    assert!(small.ends_with("small") && small.contains("Content-Encoding: br\r\n"));
    assert!(small.contains("Content-Type: text/html; charset=utf-8\r\n"));
    let whole = ask("gzip")?;
    assert!(whole.ends_with("</title>") && !whole.contains("Content-Encoding"));
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
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(
            answer.contains("ページがありません") && !answer.ends_with("secret"),
            "{path}: {answer}"
        );
    }
    assert!(ask(&server, "POST /")?.starts_with("HTTP/1.1 405 "));
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
