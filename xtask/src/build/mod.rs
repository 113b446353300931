//! Builds the release app: catalogs and style sheet first, then Trunk (cargo, wasm-bindgen), then what lies beside the app,
//! and last what is worked out from all of it. [`hook`] gives builds for developing the same pages.
//! Needs what `setup::for_build` installs, and no network.

pub mod catalogs;
mod furigana;
mod home_screen;
pub mod hook;
mod icons;
mod lists;
mod names;
mod offline;
mod page;
mod program;
mod qr;
mod script;
mod servers;
mod style;
pub mod trunk;
pub mod wasm;

use crate::fault::Fault;
use crate::progress::{long_step, step};
use crate::project::Project;

use page::Staged;

/// Set for a build that is for kiosks only (docs/kiosk.md).
const KIOSK: &str = "MADOGUCHI_KIOSK";

/// Builds the app into `dist/`, as it is published.
pub fn build(project: &Project) -> Result<(), Fault> {
    let dist = project.dist();
    let catalogs = step("catalogs of all towns", || catalogs::compile(project))?;
    step("style sheet", || style::write(project))?;
    icons::write(project)?;
    long_step(
        "release app by Trunk",
        "1 to 3 minutes the first time on two cores",
        || trunk::for_release(project),
    )?;
    catalogs::publish(project, &catalogs, &dist)?;
    furigana::write(project, &dist)?;
    step("QR codes, a module of their own", || {
        qr::publish(project, &dist.join("parts"))
    })?;
    step("small scripts, pages and worker", || {
        assemble(project, &catalogs)
    })?;
    servers::write(project)
}

/// Puts the page and all that lies beside it together, and seals the site.
fn assemble(project: &Project, catalogs: &catalogs::Catalogs) -> Result<(), Fault> {
    let dist = project.dist();
    script::minify_all(project, &dist.join("parts"))?;
    let page = Staged::read(&dist)?.filled(&project.catalogs())?;
    let page = program::publish(project, page)?;
    let page = page.with_small_scripts(|text| script::smaller(project, text))?;
    let page = match std::env::var_os(KIOSK) {
        Some(_) => page.of_a_kiosk(),
        None => page,
    };
    lists::publish(project, &catalogs.towns, &dist)?;
    offline::write(project)?;
    page.publish(&dist)?.seal()
}
