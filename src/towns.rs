//! The towns that this page offers, and where their catalogs lie: the page itself says it, in its choices
//! (`<a href="#asaka" data-file="asaka.1a2b3c4d.bin">`), so that a new file of a town is a new page and no new program.

use crate::browser;

/// A town among the page's choices.
pub struct Town {
    /// Stands behind `#` in addresses.
    pub id: String,
    /// The name of its compiled catalog, beside the page.
    pub file: String,
}

/// All towns that this page offers.
pub fn all() -> impl Iterator<Item = Town> {
    browser::all("[data-file]").filter_map(|choice| {
        let address = choice.get_attribute("href")?;
        Some(Town {
            id: address.trim_start_matches('#').to_owned(),
            file: choice.get_attribute("data-file")?,
        })
    })
}

/// The file of a town's catalog, if this page offers the town.
pub fn file_of(town: &str) -> Option<String> {
    all().find(|one| one.id == town).map(|one| one.file)
}

/// The file of what is true in every town, which the page loads beside the program.
pub fn knowledge_file() -> Option<String> {
    browser::all("#knowledge").next()?.get_attribute("href")
}
