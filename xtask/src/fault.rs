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
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}: {}\n  mend: {}", self.place, self.wrong, self.mend)
    }
}

impl std::error::Error for Fault {}
