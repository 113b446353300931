//! What is sent to phones: everything but the ids that only staff and tests name rows by (1.6 KB in brotli). Troubles,
//! questions and options keep theirs, since links and saved answers name them.

use super::catalog::Catalog;
use super::entry::Entry;
use super::knowledge::{Kind, KnowledgePart, Rule};
use super::notice::Notice;
use super::town::{PlanItem, TownPart};

impl Catalog {
    /// The catalog without those ids.
    #[must_use]
    pub fn for_phones(&self) -> Self {
        let mut catalog = self.clone();
        clear(&mut catalog.kinds, |kind: &mut Kind| &mut kind.id);
        clear(&mut catalog.rules, |rule: &mut Rule| &mut rule.id);
        clear(&mut catalog.entries, |entry: &mut Entry| &mut entry.id);
        clear(&mut catalog.plan, |item: &mut PlanItem| &mut item.id);
        clear(&mut catalog.notices, |notice: &mut Notice| &mut notice.id);
        catalog
    }
}

impl KnowledgePart {
    /// The knowledge without those ids.
    #[must_use]
    pub fn for_phones(&self) -> Self {
        let mut knowledge = self.clone();
        clear(&mut knowledge.kinds, |kind: &mut Kind| &mut kind.id);
        clear(&mut knowledge.rules, |rule: &mut Rule| &mut rule.id);
        clear(&mut knowledge.lines, |line: &mut Entry| &mut line.id);
        knowledge
    }
}

impl TownPart {
    /// The town's part without those ids.
    #[must_use]
    pub fn for_phones(&self) -> Self {
        let mut part = self.clone();
        clear(&mut part.entries, |entry: &mut Entry| &mut entry.id);
        clear(&mut part.plan, |item: &mut PlanItem| &mut item.id);
        clear(&mut part.notices, |notice: &mut Notice| &mut notice.id);
        part
    }
}

fn clear<T>(rows: &mut [T], id: fn(&mut T) -> &mut String) {
    rows.iter_mut().for_each(|row| id(row).clear());
}
