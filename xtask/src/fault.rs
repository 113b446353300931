//! What went wrong, where, and what to do about it. Every task of xtask ends in `Ok` or in one of these.

use std::fmt;
use std::path::Path;

/// A fault that a person can mend: the place, what is wrong there, and the mend in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    place: String,
    wrong: String,
    mend: String,
}

impl Fault {
    /// A fault at `place` (a file, a command, a folder), told in one line each.
    pub fn new(
        place: impl Into<String>,
        wrong: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            wrong: wrong.into(),
            mend: mend.into(),
        }
    }

    /// A file or folder that could not be read or written; `mend` says what to do then.
    pub fn file(path: &Path, error: &std::io::Error, mend: impl Into<String>) -> Self {
        Self::new(path.display().to_string(), error.to_string(), mend)
    }

    /// A file or folder of this project that could not be written.
    pub fn unwritable(path: &Path, error: &std::io::Error) -> Self {
        let shown = path.display();
        let mend = format!(
            "make it yours (`sudo chown -R \"$USER\" {shown}`), or make room if `df -h .` shows a full disk"
        );
        Self::file(path, error, mend)
    }

    /// A folder that could not be deleted.
    pub fn undeletable(path: &Path, error: &std::io::Error) -> Self {
        Self::file(path, error, format!("run `sudo rm -r {}`", path.display()))
    }

    /// A file that git knows and that could not be read.
    pub fn lost(path: &Path, error: &std::io::Error) -> Self {
        Self::file(
            path,
            error,
            format!("run `git checkout -- {}`", path.display()),
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}: {}\n  mend: {}", self.place, self.wrong, self.mend)
    }
}

impl std::error::Error for Fault {}
