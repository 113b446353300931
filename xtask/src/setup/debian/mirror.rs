//! The Debian mirror that this machine's own apt uses, read from its sources in both of apt's formats. Only reads.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::Fault;

const DEFAULT_KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";
const MEND: &str = "run `rustup target add wasm32-unknown-unknown` where the network allows it, then the same command again";

/// One place that packages come from, and the keys that it signs with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirror {
    /// The archive's address.
    pub uri: String,
    /// The file of its keys.
    pub keyring: PathBuf,
}

/// The Debian mirror that this machine uses, from its own apt sources.
pub fn of_this_machine() -> Result<Mirror, Fault> {
    let mut files = vec![PathBuf::from("/etc/apt/sources.list")];
    if let Ok(folder) = fs::read_dir("/etc/apt/sources.list.d") {
        let mut more: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
        more.sort();
        files.append(&mut more);
    }
    files
        .iter()
        .filter_map(|path| {
            fs::read_to_string(path)
                .ok()
                .and_then(|text| first_mirror(path, &text))
        })
        .next()
        .ok_or_else(|| Fault::new("/etc/apt/sources.list(.d)", "no Debian mirror in it", MEND))
}

/// The first Debian mirror in one of apt's two formats, told apart by the file's name as apt does.
fn first_mirror(path: &Path, text: &str) -> Option<Mirror> {
    match path.extension()?.to_str()? {
        "list" => text.lines().find_map(mirror_of_line),
        "sources" => text.split("\n\n").find_map(mirror_of_stanza),
        _ => None,
    }
}

/// `deb [signed-by=/…] URI suite component…`
fn mirror_of_line(line: &str) -> Option<Mirror> {
    let rest = line.trim().strip_prefix("deb ")?.trim_start();
    let (options, rest) = match rest.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => ("", rest),
    };
    let uri = rest.split_whitespace().next()?;
    let keyring = options
        .split_whitespace()
        .find_map(|option| option.strip_prefix("signed-by="));
    mirror(uri, keyring)
}

/// Lines of `Key: value` (deb822).
fn mirror_of_stanza(stanza: &str) -> Option<Mirror> {
    let value = |key: &str| {
        stanza.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.trim().eq_ignore_ascii_case(key).then(|| value.trim())
        })
    };
    if value("Enabled").is_some_and(|enabled| enabled.eq_ignore_ascii_case("no")) {
        return None;
    }
    value("Types")?
        .split_whitespace()
        .find(|kind| *kind == "deb")?;
    let keyring = value("Signed-By");
    value("URIs")?
        .split_whitespace()
        .find_map(|uri| mirror(uri, keyring))
}

/// A mirror when `uri` is one of Debian's own archive (not its security archive, not another vendor's).
fn mirror(uri: &str, keyring: Option<&str>) -> Option<Mirror> {
    let uri = uri.trim_end_matches('/');
    if !uri.ends_with("/debian") {
        return None;
    }
    // Signed-By may also hold a whole key; the archive's keyring then does the same.
    let keyring = keyring
        .filter(|path| path.starts_with('/'))
        .unwrap_or(DEFAULT_KEYRING);
    Some(Mirror {
        uri: uri.to_owned(),
        keyring: PathBuf::from(keyring),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, text: &str) -> Option<(String, String)> {
        first_mirror(Path::new(name), text)
            .map(|mirror| (mirror.uri, mirror.keyring.display().to_string()))
    }

    #[test]
    fn mirror_is_read_from_stanzas() {
        let text = "Types: deb\nURIs: http://elsewhere.example/node\nSuites: nodistro\n\n\
            Types: deb deb-src\n# a remark: http://old.example/debian\nURIs: http://mirror.example/debian/\n\
            Suites: bookworm\nSigned-By: /keys/a.gpg\n";
        let expected = Some(("http://mirror.example/debian".into(), "/keys/a.gpg".into()));
        assert_eq!(found("debian.sources", text), expected);
    }

    #[test]
    fn mirror_is_read_from_lines() {
        let text = "# deb http://off.example/debian bookworm main\ndeb-src http://src.example/debian bookworm main\n\
            deb http://mirror.example/debian-security bookworm-security main\n\
            deb [arch=amd64 signed-by=/keys/b.gpg] http://mirror.example/debian bookworm main\n";
        let expected = Some(("http://mirror.example/debian".into(), "/keys/b.gpg".into()));
        assert_eq!(found("sources.list", text), expected);
    }

    #[test]
    fn archive_keyring_stands_in_for_a_missing_one() {
        let expected = Some(("http://m.example/debian".into(), DEFAULT_KEYRING.into()));
        assert_eq!(
            found("sources.list", "deb http://m.example/debian sid main"),
            expected
        );
        assert_eq!(
            found(
                "a.sources",
                "Types: deb\nURIs: http://m.example/debian\nSigned-By:\n -----BEGIN PGP\n"
            ),
            expected
        );
    }

    #[test]
    fn other_vendors_and_disabled_stanzas_are_no_mirror() {
        assert_eq!(
            found("a.list", "deb http://ubuntu.example/ubuntu noble main"),
            None
        );
        assert_eq!(
            found(
                "a.sources",
                "Enabled: no\nTypes: deb\nURIs: http://m.example/debian\n"
            ),
            None
        );
        assert_eq!(
            found(
                "a.sources",
                "Types: deb-src\nURIs: http://m.example/debian\n"
            ),
            None
        );
        assert_eq!(
            found(
                "a.sources.save",
                "Types: deb\nURIs: http://m.example/debian\n"
            ),
            None
        );
    }
}
