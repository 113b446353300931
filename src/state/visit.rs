//! One visit to one town. Its file, its answers and what is kept of them belong to it alone: a file that comes late cannot
//! reach another visit, and nobody else's answers are written over.

use super::screen::Fault;
use navigator::{Answers, Catalog};
use std::sync::Arc;

/// The number of a visit in this page; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitId(pub u32);

/// Answers that were there before the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The answers, as a link has them: `1;n=m01`.
    pub text: String,
    /// Where they come from.
    pub from: Source,
    /// When the last of them was given, or the link opened.
    pub at: String,
}

/// Where answers come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A link.
    Link,
    /// This device, on which they are kept still: what follows is kept too.
    Device,
    /// This tab, which was dropped while the person stood there (`left`).
    Tab(String),
}

/// A town, chosen once, and what was said there.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Which visit it is.
    pub id: VisitId,
    /// The town, as the address names it.
    pub town: String,
    /// The town's catalog, once its files are here.
    pub catalog: Option<Arc<Catalog>>,
    /// Why it cannot go on.
    pub fault: Option<Fault>,
    /// What was said, also to questions that do not apply any more: whoever changes their mind again finds it.
    pub said: Answers,
    /// What stands on this device because it was asked for in this visit: the town and the answers as a link has them.
    pub kept: Option<String>,
    /// When the last answer was given; none before the first.
    pub answered: Option<String>,
    /// Answers that wait for the files, to be read with them.
    pub brought: Option<Brought>,
}

impl Visit {
    /// A visit that begins.
    pub fn new(id: VisitId, town: String, brought: Option<Brought>) -> Self {
        Self {
            id,
            town,
            catalog: None,
            fault: None,
            said: Answers::default(),
            kept: None,
            answered: None,
            brought,
        }
    }

    /// Takes the town's files in, and reads with them what was brought.
    pub fn take_in(&mut self, files: Result<Arc<Catalog>, Fault>) {
        match files {
            Ok(catalog) => {
                if let Some(brought) = self.brought.take() {
                    self.read(&catalog, brought);
                }
                self.catalog = Some(catalog);
            }
            Err(fault) => self.fault = Some(fault),
        }
    }

    /// Where the person stood in a tab that was dropped, until the files are here.
    pub fn left_at(&self) -> Option<String> {
        match &self.brought.as_ref()?.from {
            Source::Tab(place) => Some(place.clone()),
            _ => None,
        }
    }

    fn read(&mut self, catalog: &Catalog, brought: Brought) {
        let is_kept = brought.from == Source::Device;
        if is_kept {
            self.kept = Some(kept_text(&self.town, &brought.text));
        }
        self.answered = Some(brought.at);
        match Answers::from_text(catalog, &brought.text) {
            Some(said) => self.said = said,
            // Of a visit in which nothing was said yet the town alone is kept.
            None if is_kept && brought.text.is_empty() => {}
            None => self.fault = Some(Fault::Link),
        }
    }

    /// The answers that count: those whose question applies to what is said now.
    pub fn answers(&self) -> Answers {
        match &self.catalog {
            Some(catalog) => self.said.that_apply(catalog),
            None => self.said.clone(),
        }
    }
}

/// What a link says behind `#`, and what is kept on a device: the town, then what was said, if anything was.
pub fn kept_text(town: &str, said: &str) -> String {
    if said.is_empty() {
        return town.to_owned();
    }
    [town, ";", said].concat()
}
