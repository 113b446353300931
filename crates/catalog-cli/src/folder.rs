//! The catalog's folder on the disk, read for the crate that only takes bytes.

use catalog::Sources;
use std::io;
use std::path::Path;

/// All files below a folder, by their path in it.
///
/// # Errors
/// If the folder, or anything in it, cannot be read.
pub fn sources(root: &Path) -> io::Result<Sources> {
    let mut sources = Sources::default();
    gather(root, "", &mut sources)?;
    Ok(sources)
}

fn gather(folder: &Path, below: &str, sources: &mut Sources) -> io::Result<()> {
    for item in std::fs::read_dir(folder)? {
        let item = item?;
        let path = format!("{below}{}", item.file_name().to_string_lossy());
        if item.path().is_dir() {
            gather(&item.path(), &format!("{path}/"), sources)?;
        } else {
            sources.insert(path, std::fs::read(item.path())?);
        }
    }
    Ok(())
}
