//! Each publication once, however many entries name it.

use crate::entry::EntryRow;
use navigator::{Entry, Source, SourceId};

/// The publications of a part; those of the knowledge come before a town's own.
pub struct Shelf {
    all: Vec<Source>,
    before: usize,
}

impl Shelf {
    /// One on which these stand already.
    pub fn behind(before: &[Source]) -> Self {
        Self {
            all: before.to_vec(),
            before: before.len(),
        }
    }

    /// Puts the main source of a row there and names it in its entry, whose own date stays only where it says something else.
    pub fn keep(&mut self, entry: &mut Entry, row: &EntryRow) {
        let Some(main) = row.sources.first() else {
            return;
        };
        if entry.source_date == main.source.date {
            entry.source_date.clear();
        }
        entry.source = self.put(&main.source);
    }

    /// Puts a source there, if it does not stand there yet.
    pub fn put(&mut self, source: &Source) -> Option<SourceId> {
        let place = self.all.iter().position(|one| one == source);
        let place = place.unwrap_or_else(|| {
            self.all.push(source.clone());
            self.all.len() - 1
        });
        u16::try_from(place).ok().map(SourceId)
    }

    /// What has come to those before.
    pub fn own(mut self) -> Vec<Source> {
        self.all.split_off(self.before)
    }
}
