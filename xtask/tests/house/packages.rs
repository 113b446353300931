//! The workspace's packages and where their sources begin.

use std::fs;
use std::path::{Path, PathBuf};

/// A package with sources of its own.
pub struct Package {
    /// Its folder, from the workspace's root; `.` for the app.
    pub name: String,
    /// `src/lib.rs`, or `src/main.rs` where there is no library.
    pub root: PathBuf,
}

/// Every package below the workspace's root: the app, `crates/*`, xtask, and what lies below `tests`.
pub fn all() -> Vec<Package> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let top = top.expect("xtask lies in the project's folder");
    let mut folders = vec![PathBuf::from("."), PathBuf::from("xtask")];
    for above in ["crates", "tests"] {
        let inside = fs::read_dir(top.join(above)).expect("the folder is part of the project");
        folders.extend(
            inside.map(|entry| Path::new(above).join(entry.expect("readable").file_name())),
        );
    }
    folders.sort();
    let packages = folders.iter().flat_map(|folder| {
        ["src/lib.rs", "src/main.rs"].map(|root| Package {
            name: folder.display().to_string(),
            root: top.join(folder).join(root),
        })
    });
    packages.filter(|package| package.root.is_file()).collect()
}
