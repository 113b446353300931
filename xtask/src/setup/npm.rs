//! What comes from npm, in exact versions and with no install script run: what the build needs (binaryen's `wasm-opt`, terser,
//! the Digital Agency's design tokens, and axe-core for the journeys, `xtask/npm`) below `.tools/npm`; and apart from it, each many
//! times as large, the pictures (`xtask/npm/icons`) and what only `cargo xtask bench` needs (Lighthouse, `xtask/npm/bench`).

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::progress::{present, step};
use crate::project::Project;

const FILES: [&str; 2] = ["package.json", "package-lock.json"];
/// Written last: an install that was broken off has none.
const DONE: &str = "installed.json";
/// Where npm puts programs.
const PROGRAMS: &str = "node_modules/.bin";
/// Below npm's folder, which a new install of the build's packages leaves as it is.
const ICONS: &str = "icons";
const BENCH: &str = "bench";
const MEND: &str = "install Node.js with npm (Debian: `apt-get install nodejs npm`) and let this machine reach the npm registry";

/// Packages that are installed together.
struct Packages {
    what: &'static str,
    /// Where their names and versions stand.
    from: PathBuf,
    into: PathBuf,
    /// Programs that they bring.
    programs: &'static [&'static str],
}

/// Installs what the build needs, unless just that is there.
pub fn ensure(project: &Project) -> Result<(), Fault> {
    Packages {
        what: "wasm-opt, terser, design tokens, axe-core",
        from: project.at("xtask/npm"),
        into: project.npm(),
        programs: &["wasm-opt", "terser"],
    }
    .ensure()?;
    Packages {
        what: "pictures",
        from: project.at("xtask/npm/icons"),
        into: project.npm().join(ICONS),
        programs: &[],
    }
    .ensure()
}

/// Where [`ensure`] puts the pictures, a file each.
pub fn icons(project: &Project) -> PathBuf {
    let package = "node_modules/@tabler/icons/icons/outline";
    project.npm().join(ICONS).join(package)
}

/// Installs what only `cargo xtask bench` needs, unless just that is there.
pub fn ensure_for_bench(project: &Project) -> Result<(), Fault> {
    Packages {
        what: "Lighthouse",
        from: project.at("xtask/npm/bench"),
        into: project.npm().join(BENCH),
        programs: &["lighthouse"],
    }
    .ensure()
}

/// Where [`ensure_for_bench`] puts Lighthouse.
pub fn lighthouse(project: &Project) -> PathBuf {
    project.npm().join(BENCH).join(PROGRAMS).join("lighthouse")
}

impl Packages {
    fn ensure(&self) -> Result<(), Fault> {
        let wanted = self.from.join("package-lock.json");
        let done = self.into.join(DONE);
        let lock = fs::read(&wanted).map_err(|error| Fault::lost(&wanted, &error))?;
        let has = |program: &&str| self.into.join(PROGRAMS).join(program).is_file();
        if fs::read(&done).is_ok_and(|there| there == lock) && self.programs.iter().all(has) {
            present(self.what);
            return Ok(());
        }
        step(&format!("{} from npm", self.what), || self.install())?;
        fs::write(&done, lock).map_err(|error| Fault::unwritable(&done, &error))
    }

    fn install(&self) -> Result<(), Fault> {
        fs::create_dir_all(&self.into).map_err(|error| Fault::unwritable(&self.into, &error))?;
        for name in FILES {
            let from = self.from.join(name);
            fs::copy(&from, self.into.join(name)).map_err(|error| Fault::lost(&from, &error))?;
        }
        process::run(
            Command::new("npm")
                .args([
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                ])
                .current_dir(&self.into),
            MEND,
        )
    }
}
