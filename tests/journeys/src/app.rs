//! A copy of the built app in a folder of its own: its clock stands still, so that the sheets' dates never change a
//! journey, and files can be kept back or damaged as a bad network does.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Fault, Step};

/// Where the built app is; `cargo xtask test` sets it.
const DIST: &str = "MADOGUCHI_DIST";
/// A journey is made on Friday, 20 November 2026, at half past ten in Japan, unless it says otherwise.
const DAYTIME: &str = "2026-11-20T10:30:00+09:00";
const MEND: &str = "build the app: `cargo xtask build`";

/// The copy; it is deleted with this value.
#[derive(Debug)]
pub struct App {
    /// What is served, and deleted.
    served: PathBuf,
    /// Where the app lies in it.
    own: PathBuf,
}

impl App {
    /// The built app's own folder.
    pub(crate) fn built() -> Step<PathBuf> {
        std::env::var_os(DIST).map(PathBuf::from).ok_or_else(|| {
            Fault::new(
                DIST,
                "not set",
                "run the journeys by `cargo xtask test`, which builds the app first",
            )
        })
    }

    /// Copies the built app.
    pub fn copy() -> Step<Self> {
        Self::copy_at(DAYTIME)
    }

    /// Copies the built app; its clock stands at this moment (`2026-11-21T02:30:00+09:00`).
    pub fn copy_at(moment: &str) -> Step<Self> {
        Self::copy_below("", moment)
    }

    /// Copies the built app into a folder of a site that has other pages too (`machi/navi/`).
    pub fn copy_into(below: &str) -> Step<Self> {
        Self::copy_below(below, DAYTIME)
    }

    fn copy_below(below: &str, moment: &str) -> Step<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("madoguchi-app-{}-{number}", std::process::id());
        let served = std::env::temp_dir().join(name);
        let own = served.join(below);
        let copy = Self { served, own };
        let built = Self::built()?;
        copy_folder(&built, &copy.own).map_err(|error| Fault::file(&built, &error, MEND))?;
        copy.begins_with(&format!("Date.now = () => Date.parse('{moment}');"))?;
        Ok(copy)
    }

    /// Has the page run a script before anything else, as a browser does in which something is switched off.
    pub fn begins_with(&self, script: &str) -> Step<()> {
        self.rewrite("<head>", &format!("<head><script>{script}</script>"))
    }

    /// Puts `other` where the page says `text` first.
    pub fn rewrite(&self, text: &str, other: &str) -> Step<()> {
        self.change("index.html", |page| {
            let page = String::from_utf8_lossy(&page).replacen(text, other, 1);
            page.into_bytes()
        })?;
        self.seal()
    }

    /// Works out anew what rests on the pages' bytes: a policy that does not know the clock would refuse it.
    fn seal(&self) -> Step<()> {
        xtask::site::seal::seal(&self.own)
    }

    /// Publishes another version in its place, as a build of changed sheets does: all files that are named after their
    /// content have other names, none of the old ones is there any more, and the start screen reads `after` for `before`.
    pub fn publish_anew(&self, before: &str, after: &str) -> Step<()> {
        let names: Vec<(String, String)> = [".bin", "_bg.wasm", ".js"]
            .iter()
            .flat_map(|end| self.named_after_content(end))
            .map(|name| {
                let other = turned(&name);
                (name, other)
            })
            .collect();
        for (name, other) in &names {
            let (from, to) = (self.own.join(name), self.own.join(other));
            fs::rename(&from, &to).map_err(|error| Fault::file(&from, &error, MEND))?;
        }
        let pages = ["index.html".to_owned()];
        for name in names.iter().map(|(_, other)| other).chain(&pages) {
            let path = self.own.join(name);
            let mut bytes = fs::read(&path).map_err(|error| Fault::file(&path, &error, MEND))?;
            for (name, other) in &names {
                bytes = replaced(&bytes, name.as_bytes(), other.as_bytes());
            }
            Self::write(
                &path,
                &replaced(&bytes, before.as_bytes(), after.as_bytes()),
            )?;
        }
        self.seal()
    }

    /// The names of the program's files that end so, and are named after their content.
    pub fn named_after_content(&self, end: &str) -> Vec<String> {
        let entries = fs::read_dir(&self.own).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names
            .filter(|name| name.ends_with(end) && name != "sw.js")
            .collect()
    }

    /// What is served.
    pub fn folder(&self) -> &Path {
        &self.served
    }

    /// Keeps the file back that has `part` in its name, and returns what brings it again.
    pub fn keep_back(&self, part: &str) -> Step<impl FnOnce() -> Step<()> + use<>> {
        Self::keep_aside(self.path_of(part)?)
    }

    /// Keeps the file of this path back, and returns what brings it again.
    pub fn keep_back_at(&self, path: &str) -> Step<impl FnOnce() -> Step<()> + use<>> {
        Self::keep_aside(self.own.join(path))
    }

    fn keep_aside(path: PathBuf) -> Step<impl FnOnce() -> Step<()> + use<>> {
        let aside = path.with_extension("aside");
        let moved = |from: &Path, to: &Path| {
            fs::rename(from, to).map_err(|error| Fault::file(from, &error, MEND))
        };
        moved(&path, &aside)?;
        Ok(move || moved(&aside, &path))
    }

    /// Changes the bytes of the file that has `part` in its name.
    pub fn change(&self, part: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Step<()> {
        let path = self.path_of(part)?;
        let bytes = fs::read(&path).map_err(|error| Fault::file(&path, &error, MEND))?;
        Self::write(&path, &change(bytes))
    }

    /// Writes a file of a copy.
    pub fn write(path: &Path, bytes: &[u8]) -> Step<()> {
        fs::write(path, bytes).map_err(|error| Fault::file(path, &error, MEND))
    }

    /// The file that has `part` in its name.
    pub fn path_of(&self, part: &str) -> Step<PathBuf> {
        let entries =
            fs::read_dir(&self.own).map_err(|error| Fault::file(&self.own, &error, MEND))?;
        let mut paths = entries.flatten().map(|entry| entry.path());
        let named = |path: &PathBuf| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().contains(part))
        };
        paths.find(named).ok_or_else(|| {
            Fault::new(
                self.own.display().to_string(),
                format!("no file with {part}"),
                MEND,
            )
        })
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // What stays is in the temporary folder.
        let _ = fs::remove_dir_all(&self.served);
    }
}

/// A name with another hash of the same length: every digit is the next one.
fn turned(name: &str) -> String {
    let next = |digit: char| match digit {
        '0'..='8' => char::from_u32(u32::from(digit) + 1).unwrap_or(digit),
        '9' => '0',
        other => other,
    };
    name.chars().map(next).collect()
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(place) = rest.windows(from.len()).position(|part| part == from) {
        whole.extend_from_slice(&rest[..place]);
        whole.extend_from_slice(to);
        rest = &rest[place + from.len()..];
    }
    whole.extend_from_slice(rest);
    whole
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
