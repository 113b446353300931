//! The last step over a built site: whatever is worked out from the files themselves. Nothing may change a page after it,
//! and whoever changes one all the same (a journey that stops the clock) seals the site anew.

use std::path::Path;

use crate::fault::Fault;
use crate::headers::{FILE, Headers};
use crate::project::Project;
use crate::site;
use crate::{offline, policy};

/// Gives each page its policy, the worker its list, and the site its headers. Sealing twice is sealing once.
pub fn seal(folder: &Path) -> Result<(), Fault> {
    for (name, bytes) in site::read(folder)? {
        if name.ends_with(".html") {
            let page = policy::with_policy(&String::from_utf8_lossy(&bytes));
            site::write(&folder.join(&name), page)?;
        }
    }
    offline::fill(folder)?;
    let headers = Headers::of(&site::read(folder)?);
    site::write(&folder.join(FILE), headers.as_headers_file())
}

/// Writes what servers without `_headers` need into a folder beside the site, and what ends the site one day.
pub fn for_servers(project: &Project) -> Result<(), Fault> {
    let beside = project.dist_server();
    offline::write_takedown(project, &beside)?;
    let headers = Headers::of(&site::read(&project.dist())?);
    headers
        .for_servers()
        .into_iter()
        .try_for_each(|(name, text)| site::write(&beside.join(name), text))
}
