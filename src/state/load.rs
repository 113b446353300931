//! How a town's files come in: which they are stands in the page, and what is damaged is asked for once more.

use super::screen::Fault;
use crate::platform::{clock, files, page};
use navigator::{Catalog, FileFault, read_knowledge, read_town};

/// The catalog of a town: the knowledge of the country, and the town's own file. (The page has asked for both already.)
pub async fn catalog_of(town: &str) -> Result<Catalog, Fault> {
    let file = page::file_of(town).ok_or(Fault::UnknownTown)?;
    let knowledge = page::knowledge_file().ok_or(Fault::NotLoaded)?;
    let knowledge = loaded(&knowledge, &read_knowledge).await?;
    loaded(&file, &|bytes| read_town(bytes, &knowledge)).await
}

/// Reads the bytes of a file.
type Read<'a, T> = &'a dyn Fn(&[u8]) -> Result<T, FileFault>;

async fn loaded<T>(file: &str, read: Read<'_, T>) -> Result<T, Fault> {
    if let Some(bytes) = files::load(file).await
        && let Ok(whole) = read(&bytes)
    {
        return Ok(whole);
    }
    // Once more, past whatever damaged copy the browser has kept.
    let file = [file, "?", &clock::unlike_before()].concat();
    let bytes = files::load(&file).await.ok_or(Fault::NotLoaded)?;
    read(&bytes).map_err(|_| Fault::Refused)
}
