//! The last step over a built site: whatever is worked out from the files themselves. Nothing may change a page after it,
//! and whoever changes one all the same (a journey that stops the clock) seals the site anew.

use std::path::Path;

use super::headers::{FILE, Headers};
use super::{files, policy, worker};
use crate::fault::Fault;

/// Gives each page its policy, the worker its list, and the site its headers. Sealing twice is sealing once.
pub fn seal(folder: &Path) -> Result<(), Fault> {
    for (name, bytes) in files::read(folder)? {
        if name.ends_with(".html") {
            let page = policy::with_policy(&String::from_utf8_lossy(&bytes));
            files::write(&folder.join(&name), page)?;
        }
    }
    worker::fill(folder)?;
    let headers = Headers::of(&files::read(folder)?);
    files::write(&folder.join(FILE), headers.as_headers_file())
}
