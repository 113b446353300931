//! Where facts come from, as a resident can read it: who published it, what it is called, how old it is, where it stands.

use serde::{Deserialize, Serialize};

/// One publication. It stands once in a file, and entries name it by its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Who published it.
    #[serde(skip)]
    pub publisher: String,
    /// Its title.
    #[serde(skip)]
    pub title: String,
    /// `2026-07-27`, `2026-07` or `2026`; empty if it bears none.
    pub date: String,
    /// Its address; empty if it is not on the web.
    #[serde(skip)]
    pub url: String,
}
