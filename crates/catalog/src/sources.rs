//! The catalog's files as bytes by their path. The command fills it from the disk, a test from strings, a page from what
//! somebody picks: this crate itself opens no file.

use std::collections::{BTreeMap, BTreeSet};

/// Files below `catalog/`, by their path with `/`: `knowledge/needs.csv`, `towns/asaka/entries.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<String, Result<Vec<u8>, Unread>>);

/// Why a file that is there is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The system gave none of it.
    Closed(String),
    /// It is not what it should be: what it is, and what to do.
    Wrong(String, String),
}

impl Sources {
    /// The most bytes of a file: what is larger is no sheet, and is refused.
    pub const MOST_BYTES: usize = 10_000_000;

    /// Puts a file there, in the place of one that has the same path.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Ok(bytes.into()));
    }

    /// Notes that a file is there and cannot be read, with the reason in Japanese.
    pub fn insert_unread(&mut self, path: impl Into<String>, why: impl Into<String>) {
        self.0.insert(path.into(), Err(Unread::Closed(why.into())));
    }

    /// Refuses a file that could be read, with the reason and the mend in Japanese.
    pub(crate) fn refuse(&mut self, path: &str, why: String, mend: &str) {
        let wrong = Unread::Wrong(why, mend.to_owned());
        self.0.insert(path.to_owned(), Err(wrong));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path)?.as_deref().ok()
    }

    /// True if a file is there, be it that it cannot be read.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Why a file that is there is not read.
    pub(crate) fn why_unread(&self, path: &str) -> Option<&Unread> {
        self.0.get(path)?.as_ref().err()
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The towns that have any file, in the order of their ids.
    #[must_use]
    pub fn town_ids(&self) -> Vec<&str> {
        let folders = self.0.keys().filter_map(|path| {
            let (id, _) = path.strip_prefix("towns/")?.split_once('/')?;
            Some(id)
        });
        folders.collect::<BTreeSet<&str>>().into_iter().collect()
    }
}

impl FromIterator<(String, Vec<u8>)> for Sources {
    fn from_iter<I: IntoIterator<Item = (String, Vec<u8>)>>(files: I) -> Self {
        Self(
            files
                .into_iter()
                .map(|(path, bytes)| (path, Ok(bytes)))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_a_folder_and_no_file() {
        let paths = [
            "towns/komae/a.csv",
            "towns/asaka/b.csv",
            "towns/asaka/c.csv",
            "towns/.DS_Store",
            "knowledge/needs.csv",
        ];
        let sources: Sources = paths
            .map(|path| (path.to_owned(), Vec::new()))
            .into_iter()
            .collect();
        assert_eq!(sources.town_ids(), ["asaka", "komae"]);
    }
}
