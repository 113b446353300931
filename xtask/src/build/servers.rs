//! `dist-server/`: what servers without `_headers` need to be told, and what ends the site one day. It lies beside `dist/`,
//! since a file of a wrong server could stop the whole site.

use super::offline;
use crate::fault::Fault;
use crate::project::Project;
use crate::site::files;
use crate::site::headers::Headers;

/// Writes it for the sealed site in `dist/`.
pub fn write(project: &Project) -> Result<(), Fault> {
    let beside = project.dist_server();
    offline::write_takedown(project, &beside)?;
    let headers = Headers::of(&files::read(&project.dist())?);
    let mut forms = headers.for_servers().into_iter();
    forms.try_for_each(|(name, text)| files::write(&beside.join(name), text))
}
