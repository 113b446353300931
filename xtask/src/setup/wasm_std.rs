//! The standard library for `wasm32-unknown-unknown`: by rustup where it can download, otherwise built from the source
//! that Debian packages for exactly this compiler. Touches only the toolchain's own folders for that target.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::fault::Fault;
use crate::process;
use crate::progress::{long_step, present, watched};
use crate::project::Project;
use crate::setup::debian;

/// What the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
const RUSTUP_LIMIT: Duration = Duration::from_secs(300);

/// Makes sure that the toolchain of this project can compile for the browser.
pub fn ensure(project: &Project) -> Result<(), Fault> {
    let toolchain = Toolchain::of(project)?;
    if has_std(&toolchain.std_folder()) {
        present(&format!("std for {TARGET} (Rust {})", toolchain.version));
        return Ok(());
    }
    println!("▸ std for {TARGET}: asking rustup");
    if by_rustup(project, &["target", "add", TARGET]) && has_std(&toolchain.std_folder()) {
        present(&format!("std for {TARGET} by rustup"));
        return Ok(());
    }
    println!(
        "  rustup could not; building it from Debian's source of Rust {}",
        toolchain.version
    );
    link_source(project, &toolchain)?;
    long_step(
        &format!("std for {TARGET} from source"),
        "about a minute",
        || build(project, &toolchain),
    )
}

/// The compiler that cargo uses in this project.
struct Toolchain {
    /// `1.95.0`.
    version: String,
    /// The folder that holds its `lib/rustlib`.
    sysroot: PathBuf,
}

impl Toolchain {
    fn of(project: &Project) -> Result<Self, Fault> {
        let mend = "install rustup by https://rustup.rs, then run `rustup toolchain install` at the root of the project";
        let ask = |word: &[&str]| {
            process::read(
                Command::new("rustc").args(word).current_dir(project.root()),
                mend,
            )
        };
        let told = ask(&["--version"])?;
        let version = version_in(&told).ok_or_else(|| {
            Fault::new(
                "rustc --version",
                format!("unreadable: {}", told.trim()),
                mend,
            )
        })?;
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
        Ok(Self { version, sysroot })
    }

    fn rustlib(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib")
    }

    fn std_folder(&self) -> PathBuf {
        self.rustlib().join(TARGET).join("lib")
    }

    /// Where cargo's `-Zbuild-std` looks for the source of std.
    fn source(&self) -> PathBuf {
        self.rustlib().join("src/rust")
    }
}

/// `1.95.0` of `rustc 1.95.0 (59807616e 2026-04-14)`.
fn version_in(told: &str) -> Option<String> {
    told.strip_prefix("rustc ")?
        .split_whitespace()
        .next()
        .map(String::from)
}

fn has_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|files| {
        files.flatten().any(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}

/// Has rustup bring a part of the toolchain, and says whether it did.
fn by_rustup(project: &Project, words: &[&str]) -> bool {
    let mut rustup = Command::new("rustup");
    rustup
        .args(words)
        .current_dir(project.root())
        // Where it cannot download, one line says so; the other way comes after it.
        .env("RUST_BACKTRACE", "0");
    process::tried(&mut rustup, RUSTUP_LIMIT)
}

/// Makes sure that the source of std is where cargo looks for it, and says whether it is: with it the release app is
/// built together with a std made for size, without it with the std that the toolchain has.
pub fn ensure_source(project: &Project) -> Result<bool, Fault> {
    let toolchain = Toolchain::of(project)?;
    let there = || toolchain.source().join("library/std").is_dir();
    if there() {
        present("source of std");
        return Ok(true);
    }
    println!("▸ source of std: asking rustup");
    if by_rustup(project, &["component", "add", "rust-src"]) && there() {
        present("source of std by rustup");
        return Ok(true);
    }
    println!("  rustup could not; taking Debian's");
    if let Err(fault) = link_source(project, &toolchain) {
        println!("  {fault}\n  going on without it: the app gets about 20 KB larger");
        return Ok(false);
    }
    Ok(there())
}

/// Whether the source of std is where cargo looks for it.
pub fn has_source(project: &Project) -> Result<bool, Fault> {
    Ok(Toolchain::of(project)?
        .source()
        .join("library/std")
        .is_dir())
}

/// The folder of std's source that holds its `Cargo.toml` and `Cargo.lock`.
pub fn library(project: &Project) -> Result<PathBuf, Fault> {
    Ok(Toolchain::of(project)?.source().join("library"))
}

/// Puts the source of std where cargo looks for it. The link points below .tools; when that is deleted, the next set-up
/// makes it anew.
fn link_source(project: &Project, toolchain: &Toolchain) -> Result<(), Fault> {
    let link = toolchain.source();
    if link.join("library/std").is_dir() {
        return Ok(());
    }
    let source = debian::rust_source(project, &toolchain.version)?;
    let mend = "run `rustup component add rust-src` as the owner of the Rust toolchain";
    if let Some(parent) = link.parent() {
        fs::create_dir_all(parent).map_err(|error| Fault::file(parent, &error, mend))?;
    }
    if link.is_symlink() {
        fs::remove_file(&link).map_err(|error| Fault::file(&link, &error, mend))?;
    }
    std::os::unix::fs::symlink(&source, &link).map_err(|error| Fault::file(&link, &error, mend))
}

/// Builds an empty crate together with std, and keeps std.
fn build(project: &Project, toolchain: &Toolchain) -> Result<(), Fault> {
    let folder = project.scratch("wasm-std");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| Fault::unwritable(&path, &error))
    };
    fs::create_dir_all(&folder).map_err(|error| Fault::unwritable(&folder, &error))?;
    // A workspace of its own, or cargo would take it for a forgotten member of this one.
    write(
        "Cargo.toml",
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\npath = \"lib.rs\"\n[workspace]\n",
    )?;
    write("lib.rs", "")?;
    let target = folder.join("target");
    let mut cargo = Command::new("cargo");
    cargo
        // `test` as well, for tests that run in a browser.
        .args(["build", "-Zbuild-std=std,panic_abort,test", "--release"])
        .args(["--target", TARGET, "--target-dir"])
        .arg(&target)
        .current_dir(&folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_NET_OFFLINE", "true")
        // Without bitcode inside, a release build with fat LTO could not use this std.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    watched::run(
        "std",
        &mut cargo,
        "run `rustup target add wasm32-unknown-unknown` where the network allows it",
    )?;
    keep(
        &target.join(TARGET).join("release/deps"),
        &toolchain.std_folder(),
    )?;
    fs::remove_dir_all(&folder).map_err(|error| Fault::undeletable(&folder, &error))
}

/// Copies the libraries in `built` to the toolchain, so that `folder` is either complete or not there.
fn keep(built: &Path, folder: &Path) -> Result<(), Fault> {
    let mend = "run `rustup target add wasm32-unknown-unknown` as the owner of the Rust toolchain";
    let part = folder.with_extension("part");
    fs::create_dir_all(&part).map_err(|error| Fault::file(&part, &error, mend))?;
    let files = fs::read_dir(built).map_err(|error| Fault::file(built, &error, mend))?;
    for file in files.flatten() {
        let path = file.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "rlib")
            && !is_the_empty_crate(&path)
        {
            fs::copy(&path, part.join(file.file_name()))
                .map_err(|error| Fault::file(&path, &error, mend))?;
        }
    }
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| Fault::file(folder, &error, mend))?;
    }
    fs::rename(&part, folder).map_err(|error| Fault::file(folder, &error, mend))
}

fn is_the_empty_crate(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("libempty-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compiler_version_is_read() {
        assert_eq!(
            version_in("rustc 1.95.0 (59807616e 2026-04-14)\n").as_deref(),
            Some("1.95.0")
        );
        assert_eq!(version_in("gcc 12"), None);
    }
}
