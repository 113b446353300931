//! Sheets to model: reads the sheets under `catalog/`, finds every fault in one run, and compiles one
//! file a town.
//!
//! The border of the whole product: what is read here is text that people typed; what leaves is a
//! [`navigator::Catalog`] in which nothing is left to fail. Faults are values with a place and a mend.

pub mod answers;
mod compile;
mod condition;
mod fault;
mod hours;
mod knowledge;
pub mod moment;
mod phone;
pub mod readings;
mod sheets;
mod town;

pub use compile::{Compiled, compile_town};
pub use condition::{ConditionFault, Vocabulary, read_condition};
pub use fault::{Fault, Faults};
pub use hours::{
    HoursFault, Loose, check_agreement, holidays, holidays_of, read_closures, read_loose,
    read_spans,
};
pub use knowledge::{Knowledge, read_toml};
pub use phone::Phone;
pub use town::TownSheets;

use std::path::Path;

/// The folders of towns under `catalog/towns`, in order of their ids.
///
/// # Errors
/// If the folder cannot be read.
pub fn town_ids(root: &Path) -> std::io::Result<Vec<String>> {
    let mut ids = Vec::new();
    for folder in std::fs::read_dir(root.join("towns"))? {
        let folder = folder?;
        if folder.file_type()?.is_dir() {
            ids.push(folder.file_name().to_string_lossy().into_owned());
        }
    }
    ids.sort();
    Ok(ids)
}

/// Reads, checks and compiles all towns; with any fault in any sheet there is no catalog at all.
///
/// # Errors
/// All faults of all sheets.
pub fn compile_all(root: &Path) -> Result<Vec<Compiled>, Faults> {
    let mut faults = Faults::default();
    let knowledge = Knowledge::read(root, &mut faults);
    let ids = match town_ids(root) {
        Ok(ids) => ids,
        Err(problem) => {
            faults.add(
                "towns",
                0,
                "",
                format!("フォルダーを読めません（{problem}）"),
                "カタログのフォルダーを --catalog で指してください",
            );
            Vec::new()
        }
    };
    let towns: Vec<TownSheets> = ids
        .iter()
        .map(|id| TownSheets::read(root, &knowledge, id, &mut faults))
        .collect();
    town::check_across_towns(&towns, &mut faults);
    let compiled: Vec<Compiled> = towns
        .iter()
        .filter_map(|town| compile_town(&knowledge, town, &mut faults))
        .collect();
    if faults.is_empty() {
        Ok(compiled)
    } else {
        Err(faults)
    }
}
