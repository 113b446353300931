//! How a town's files come in: which they are stands in the page, and what is damaged is asked for once more.

use super::screen::Fault;
use crate::platform::{clock, files, page};
use navigator::{Catalog, read_knowledge, read_town};

/// The catalog of a town: the knowledge of the country, and the town's own file. (The page has asked for both already.)
pub async fn catalog_of(town: &str) -> Result<Catalog, Fault> {
    let file = page::file_of(town).ok_or(Fault::UnknownTown)?;
    let knowledge = page::knowledge_file().ok_or(Fault::NotLoaded)?;
    let knowledge = loaded(&knowledge, &|bytes| read_knowledge(bytes).ok()).await?;
    // Whatever a server gives under this town's name: no other town's windows.
    let own = |catalog: &Catalog| catalog.town.id == town;
    loaded(&file, &|bytes| {
        read_town(bytes, &knowledge).ok().filter(own)
    })
    .await
}

/// Reads the bytes of a file; nothing if they are not what was asked for.
type Read<'a, T> = &'a dyn Fn(&[u8]) -> Option<T>;

async fn loaded<T>(file: &str, read: Read<'_, T>) -> Result<T, Fault> {
    if let Some(bytes) = files::load(file).await
        && let Some(whole) = read(&bytes)
    {
        return Ok(whole);
    }
    // Once more, past whatever damaged copy the browser has kept.
    let file = [file, "?", &clock::unlike_before()].concat();
    let bytes = files::load(&file).await.ok_or(Fault::NotLoaded)?;
    read(&bytes).ok_or(Fault::Refused)
}
