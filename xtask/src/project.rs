//! Where things of this project lie. The one place that names its folders.

use std::path::{Path, PathBuf};

use crate::fault::Fault;

/// The project's folders, from its root.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that this xtask was built from.
    pub fn here() -> Result<Self, Fault> {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        match xtask.parent() {
            Some(root) if root.join("Cargo.toml").is_file() => Ok(Self {
                root: root.to_path_buf(),
            }),
            _ => Err(Fault::new(
                xtask.display().to_string(),
                "the project was moved after xtask was built",
                "run `cargo clean --package xtask` and then the same command again",
            )),
        }
    }

    /// The root: where Cargo.toml, Trunk.toml and index.html lie.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root.
    pub fn at(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// What xtask installs for this project only; git ignores it and it may be deleted at any time.
    pub fn tools(&self) -> PathBuf {
        self.at(".tools")
    }

    /// Where `cargo install` puts the project's programs.
    pub fn programs(&self) -> PathBuf {
        self.tools().join("bin")
    }

    /// Where npm installs.
    pub fn npm(&self) -> PathBuf {
        self.tools().join("npm")
    }

    /// Where npm puts programs such as `wasm-opt`.
    pub fn npm_programs(&self) -> PathBuf {
        self.npm().join("node_modules").join(".bin")
    }

    /// A build folder of set-up's own, deleted when its work is done.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.tools().join("build").join(name)
    }

    /// The built app, as it is published.
    pub fn dist(&self) -> PathBuf {
        self.at("dist")
    }

    /// What servers need to be told of `dist/`, beside it.
    pub fn dist_server(&self) -> PathBuf {
        self.at("dist-server")
    }

    /// The compiled catalogs, before they are copied to [`Project::dist`].
    pub fn catalogs(&self) -> PathBuf {
        self.at("target/catalog")
    }

    /// Pictures that the journeys and `cargo xtask shots` take.
    pub fn shots(&self) -> PathBuf {
        self.at("target/shots")
    }
}
