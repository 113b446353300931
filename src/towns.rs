//! The towns that this build serves, and where their catalogs lie.
//!
//! The table comes from the build: `asaka=asaka.1a2b3c4d.bin;komae=…`.

const TABLE: &str = match option_env!("MADOGUCHI_CATALOGS") {
    Some(table) => table,
    None => "",
};

/// The ids of all towns.
pub fn ids() -> impl Iterator<Item = &'static str> {
    pairs().map(|(id, _)| id)
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.split(';').filter_map(|pair| pair.split_once('='))
}

/// The file of a town's catalog, if this build has the town.
pub fn file_of(town: &str) -> Option<&'static str> {
    pairs().find(|(id, _)| *id == town).map(|(_, file)| file)
}
