//! What Trunk.toml has Trunk call before and after each build for developing, so that a changed sheet or style is a changed
//! page: `trunk serve` by itself is enough. The release takes the same steps by itself (`build`).

use std::path::PathBuf;

use clap::ValueEnum;

use super::page::Staged;
use super::{catalogs, furigana, icons, lists, qr, style};
use crate::fault::Fault;
use crate::progress::step;
use crate::project::Project;
use crate::setup;

/// When Trunk calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Before the page is read: the sheets and the style sheet.
    Before,
    /// After the page is written: what it says of the towns, and the files beside it.
    After,
}

/// Does what is due at this stage.
pub fn run(project: &Project, stage: Stage) -> Result<(), Fault> {
    match stage {
        Stage::Before => before(project),
        Stage::After => after(project),
    }
}

fn before(project: &Project) -> Result<(), Fault> {
    setup::npm::ensure(project)?;
    step("catalogs of all towns", || catalogs::compile(project))?;
    style::write(project)?;
    icons::write(project)
}

fn after(project: &Project) -> Result<(), Fault> {
    let staged = staging()?;
    let catalogs = catalogs::compiled(project)?;
    catalogs::publish(project, &catalogs, &staged)?;
    furigana::write(project, &staged)?;
    qr::for_developing(project, &staged.join("parts"))?;
    lists::publish(project, &catalogs.towns, &staged)?;
    Staged::read(&staged)?
        .filled(&project.catalogs())?
        .write(&staged)
}

/// Where Trunk puts a build together.
fn staging() -> Result<PathBuf, Fault> {
    const VARIABLE: &str = "TRUNK_STAGING_DIR";
    std::env::var_os(VARIABLE)
        .map(PathBuf::from)
        .ok_or_else(|| {
            Fault::new(
                VARIABLE,
                "not set: only Trunk calls this",
                "run `cargo xtask trunk serve`",
            )
        })
}
