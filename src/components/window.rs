//! What parts of the page are given of an entry: the entry, and the catalog in which it means something.

use navigator::{Catalog, Entry, EntryId};
use std::ops::Deref;
use std::sync::Arc;

/// An entry in its catalog, as parts of the page are given it.
#[derive(Clone)]
pub struct Window {
    /// The town's.
    pub catalog: Arc<Catalog>,
    /// Which entry it is.
    pub id: EntryId,
}

impl Window {
    /// An entry.
    pub fn new(catalog: &Arc<Catalog>, id: EntryId) -> Self {
        Self {
            catalog: catalog.clone(),
            id,
        }
    }
}

impl Deref for Window {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        self.catalog.entry(self.id)
    }
}
