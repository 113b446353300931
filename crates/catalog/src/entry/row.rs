//! A row as it was read: its own cells have been checked, what it names in other sheets is not joined yet.

use super::contact::number_in;
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
    /// Everything else, as it will be compiled; kinds, measures, phone and areas are still empty.
    pub entry: navigator::Entry,
}

impl EntryRow {
    /// The numbers to call, with their columns.
    pub fn numbers(&self) -> impl Iterator<Item = (&'static str, Phone)> + '_ {
        let others = self.entry.channels.other_phones.iter();
        let others = others.filter_map(|other| Phone::read(number_in(other)).ok());
        let own = self.phone.iter().cloned();
        own.map(|phone| ("電話", phone))
            .chain(others.map(|phone| ("ほかの番号", phone)))
    }
}
