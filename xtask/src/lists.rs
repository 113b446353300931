//! The towns' pages that need no program: puts what `catalog compile` wrote beside the app, with a style sheet of their own.
//! Knows no town but by the name of its folder.

use crate::catalogs::Catalog;
use crate::digest;
use crate::fault::Fault;
use crate::offline;
use crate::project::Project;
use crate::{site, style};

/// How the pages name the style sheet and the icon; in `dist/` both carry a hash.
const SHEET: &str = "../lists.css";
const ICON: &str = "../icon.svg";

/// Puts the pages of all towns into `dist/`.
pub fn publish(project: &Project, towns: &[Catalog]) -> Result<(), Fault> {
    let sheet = style::of_lists(project)?;
    let name = format!("lists.{}.css", digest::for_a_name(sheet.as_bytes()));
    site::write(&project.dist().join(&name), &sheet)?;
    let icon = offline::icon(&site::read(&project.dist())?)?;
    for Catalog { town, .. } in towns {
        for (file, bytes) in site::read(&project.catalogs().join(town))? {
            let page = String::from_utf8_lossy(&bytes)
                .replace(SHEET, &format!("../{name}"))
                .replace(ICON, &format!("../{icon}"));
            site::write(&project.dist().join(town).join(file), page)?;
        }
    }
    Ok(())
}
