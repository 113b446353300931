//! A row as it was read: its own cells have been checked, what it names in other sheets is not joined yet.

use super::place::Coordinates;
use super::source::SourceRow;
use crate::phone::Phone;

/// A row of `entries.csv` or `lines.csv`, read but not joined yet.
#[derive(Clone, Debug)]
pub struct EntryRow {
    /// The sheet's row, for faults found later.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Shown to residents.
    pub published: bool,
    /// Who runs it.
    pub operator: String,
    /// The kinds by id.
    pub kinds: Vec<navigator::KindId>,
    /// The measures by id.
    pub measures: Vec<String>,
    /// The number, if one is given.
    pub phone: Option<Phone>,
    /// The number may be shown.
    pub phone_shown: bool,
    /// Where its facts come from, the main source first.
    pub sources: Vec<SourceRow>,
    /// Where it stands, and what it is called in English: no screen shows these yet, open data asks for them.
    pub coordinates: Option<Coordinates>,
    /// Its English name; empty if no source gives one.
    pub english: String,
    /// Everything else, as it will be compiled; kinds, measures, phone, source and areas are still empty.
    pub entry: navigator::Entry,
}

impl EntryRow {
    /// The date of what was read, or else of the source itself.
    pub fn source_date(&self) -> &str {
        let own = &self.entry.source_date;
        let main = self.sources.first();
        match main {
            Some(main) if own.is_empty() => &main.source.date,
            _ => own,
        }
    }

    /// The numbers to call, with their columns.
    pub fn numbers(&self) -> impl Iterator<Item = (&'static str, Phone)> + '_ {
        let others = self.entry.channels.other_phones.iter();
        let others = others.filter_map(|other| Phone::read(&other.number).ok());
        let own = self.phone.iter().cloned();
        own.map(|phone| ("電話", phone))
            .chain(others.map(|phone| ("ほかの番号", phone)))
    }
}
