//! The towns' pages that need no program: puts what `catalog compile` wrote beside the app, with a style sheet of their own.
//! Knows no town but by the name of its folder.

use std::path::Path;

use super::catalogs::Catalog;
use super::{icons, offline, style};
use crate::fault::Fault;
use crate::project::Project;
use crate::site::{digest, files};

/// How the pages name the style sheet and the icon; in a built site both carry a hash.
const SHEET: &str = "../lists.css";
const ICON: &str = "../icon.svg";

/// Puts the pages of all towns beside the app that is built in `folder`.
pub fn publish(project: &Project, towns: &[Catalog], folder: &Path) -> Result<(), Fault> {
    let sheet = style::of_lists(project)?;
    let name = format!("lists.{}.css", digest::for_a_name(sheet.as_bytes()));
    files::write(&folder.join(&name), &sheet)?;
    let icon = offline::icon(&files::read(folder)?)?;
    for Catalog { town, .. } in towns {
        for (file, bytes) in files::read(&project.catalogs().join(town))? {
            let page = String::from_utf8_lossy(&bytes)
                .replace(SHEET, &format!("../{name}"))
                .replace(ICON, &format!("../{icon}"));
            let page = icons::within(project, &page)?;
            files::write(&folder.join(town).join(file), page)?;
        }
    }
    Ok(())
}
