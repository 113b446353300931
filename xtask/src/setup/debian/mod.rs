//! Debian's `rust-src` package of exactly one compiler version, downloaded and unpacked but not installed. apt runs on a
//! source list and a state of its own below `.tools`, so the machine's apt and its packages stay as they are.

mod mirror;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::Fault;
use crate::process;
use crate::project::Project;

use mirror::Mirror;

/// The suite that carries current compilers for Debian's stable release.
const SUITE: &str = "trixie-backports";
/// Whatever fails here, this is the way without Debian.
const MEND: &str = "run `rustup target add wasm32-unknown-unknown` where the network allows it, then the same command again";

/// The folder of apt's own list, state and cache.
const APT: &str = "apt";

/// The folder of the unpacked source (it holds `library/`) of Rust `version`, such as `1.95.0`.
pub fn rust_source(project: &Project, version: &str) -> Result<PathBuf, Fault> {
    let unpacked = unpacked(project).join(version);
    let source = unpacked.join("usr/src").join(format!("rustc-{version}"));
    if source.join("library/std").is_dir() {
        return Ok(source);
    }
    let apt = Apt::beside(project, &mirror::of_this_machine()?)?;
    let file = apt.download(&apt.package("rust-src", version)?)?;
    unpack(&file, &unpacked)?;
    if source.join("library/std").is_dir() {
        Ok(source)
    } else {
        Err(Fault::new(
            source.display().to_string(),
            "the package holds no library/std",
            MEND,
        ))
    }
}

fn unpacked(project: &Project) -> PathBuf {
    project.tools().join("rust-src")
}

/// Unpacks the package's files, so that `folder` is either complete or not there.
fn unpack(package: &Path, folder: &Path) -> Result<(), Fault> {
    let part = folder.with_extension("part");
    fs::create_dir_all(&part).map_err(|error| Fault::unwritable(&part, &error))?;
    process::run(Command::new("dpkg").arg("-x").arg(package).arg(&part), MEND)?;
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| Fault::unwritable(folder, &error))?;
    }
    fs::rename(&part, folder).map_err(|error| Fault::unwritable(folder, &error))
}

/// apt with a source list, a state and a cache of its own.
struct Apt {
    folder: PathBuf,
}

impl Apt {
    fn beside(project: &Project, mirror: &Mirror) -> Result<Self, Fault> {
        let apt = Self {
            folder: project.scratch(APT),
        };
        let fault = |path: &Path, error: &std::io::Error| Fault::unwritable(path, error);
        for below in ["state/lists/partial", "cache/archives/partial"] {
            let path = apt.folder.join(below);
            fs::create_dir_all(&path).map_err(|error| fault(&path, &error))?;
        }
        let list = apt.list();
        let line = format!(
            "deb [signed-by={}] {} {SUITE} main\n",
            mirror.keyring.display(),
            mirror.uri
        );
        fs::write(&list, line).map_err(|error| fault(&list, &error))?;
        process::run(apt.command("apt-get").args(["--quiet", "update"]), MEND)?;
        Ok(apt)
    }

    fn list(&self) -> PathBuf {
        self.folder.join("sources.list")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .arg(format!("-oDir::Etc::sourcelist={}", self.list().display()))
            .arg("-oDir::Etc::sourceparts=-")
            .arg(format!(
                "-oDir::State={}",
                self.folder.join("state").display()
            ))
            .arg(format!(
                "-oDir::Cache={}",
                self.folder.join("cache").display()
            ))
            .arg("-oAcquire::Languages=none")
            // The project's folder need not be readable by apt's own user.
            .arg("-oAPT::Sandbox::User=root");
        command
    }

    /// The package of this name whose version is a packaging of `upstream`.
    fn package(&self, name: &'static str, upstream: &str) -> Result<Package, Fault> {
        let table = process::read(self.command("apt-cache").args(["madison", name]), MEND)?;
        match offered(&table, upstream) {
            Some(version) => Ok(Package { name, version }),
            None => Err(Fault::new(
                format!("{name} in {SUITE}"),
                format!("no version {upstream} among what the mirror offers"),
                MEND,
            )),
        }
    }

    /// Fetches the file of just this package; what an earlier run left of another version is not taken for it.
    fn download(&self, package: &Package) -> Result<PathBuf, Fault> {
        let Package { name, version } = package;
        let mut fetch = self.command("apt-get");
        fetch.args(["--quiet", "download", &format!("{name}={version}")]);
        process::run(&mut fetch, MEND)?;
        let files =
            fs::read_dir(&self.folder).map_err(|error| Fault::file(&self.folder, &error, MEND))?;
        files
            .flatten()
            .find(|file| package.is_file(&file.file_name().to_string_lossy()))
            .map(|file| file.path())
            .ok_or_else(|| {
                Fault::new(
                    process::shown(&fetch),
                    "it wrote no file of this version",
                    MEND,
                )
            })
    }
}

/// One version of a Debian package.
struct Package {
    name: &'static str,
    version: String,
}

impl Package {
    /// Whether a file's name is this package's: `rust-src_1.95.0+dfsg1-2_all.deb`.
    fn is_file(&self, file: &str) -> bool {
        let own = format!("{}_{}_", self.name, self.version.replace(':', "%3a"));
        file.starts_with(&own) && file.ends_with(".deb")
    }
}

/// The first version in the table of `apt-cache madison` that is a packaging of `upstream`.
fn offered(table: &str, upstream: &str) -> Option<String> {
    table
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|version| {
            version
                .strip_prefix(upstream)
                .is_some_and(|rest| rest.starts_with(['+', '-', '~']))
        })
        .map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_is_of_exactly_the_compilers_version() {
        let table = " rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://m.example/debian trixie-backports/main amd64 Packages\n\
             rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://m.example/debian trixie-backports/main amd64 Packages\n";
        assert_eq!(
            offered(table, "1.95.0").as_deref(),
            Some("1.95.0+dfsg1-2~bpo13+1")
        );
        assert_eq!(offered(table, "1.95"), None);
        assert_eq!(offered(table, "1.9"), None);
    }

    #[test]
    fn a_file_of_another_version_is_not_taken_for_the_package() {
        let package = |version: &str| Package {
            name: "rust-src",
            version: version.to_owned(),
        };
        let file = "rust-src_1.95.0+dfsg1-2~bpo13+1_all.deb";
        assert!(package("1.95.0+dfsg1-2~bpo13+1").is_file(file));
        assert!(!package("1.95.0+dfsg1-2").is_file(file));
        assert!(!package("1.96.1+dfsg1-2~bpo13+1").is_file(file));
        assert!(package("1:1.95.0").is_file("rust-src_1%3a1.95.0_all.deb"));
    }
}
