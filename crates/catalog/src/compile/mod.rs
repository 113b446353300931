//! Checked sheets become the two files and the joined catalog: sheets → the country's part and a town's own part → catalog.
//!
//! All checks come first (`crate::check`). What is compiled after them has no fault left to tell.

mod country;
mod order;
mod own;
mod passing;
mod row;
mod shelf;

use crate::knowledge::Knowledge;
use crate::town::TownSheets;
use navigator::Catalog;
use std::sync::Arc;

/// A town's compiled catalog.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Id of the town.
    pub id: String,
    /// The catalog, joined as a browser joins it; with the ids that only staff name rows by.
    pub catalog: Catalog,
    /// The file of the knowledge, the same for all towns.
    pub knowledge_file: Arc<[u8]>,
    /// The file of the town's own part.
    pub town_file: Vec<u8>,
}

/// Compiles towns that were checked. `Err` names a town whose files would not be read back as they were written.
pub fn compile(knowledge: &Knowledge, towns: &[TownSheets]) -> Result<Vec<Compiled>, String> {
    let country = country::country(knowledge);
    let file = navigator::write_knowledge(&country).ok_or("knowledge")?;
    let read = navigator::read_knowledge(&file).map_err(|fault| format!("{fault:?}"))?;
    let file: Arc<[u8]> = file.into();
    let compiled = towns.iter().map(|town| {
        let part = own::own_part(knowledge, &country.sources, town, read.checksum());
        let town_file = navigator::write_town(&part);
        let catalog = navigator::join(country.clone(), part);
        match (town_file, catalog) {
            (Some(town_file), Some(catalog)) => Ok(Compiled {
                id: town.settings.id.clone(),
                catalog,
                knowledge_file: file.clone(),
                town_file,
            }),
            _ => Err(town.folder.clone()),
        }
    });
    compiled.collect()
}
