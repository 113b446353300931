//! `lines.csv`: lines of the country and of prefectures.

use crate::entry::{EntryRow, EntryText, Known, read_entry};
use crate::fault::Faults;
use crate::prefecture::is_prefecture;
use crate::sheets::{Row, Sheet};
use crate::sources::Sources;
use navigator::Level;

/// The sheet.
pub const LINES: &str = "knowledge/lines.csv";

/// Where a line serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole country.
    Nation,
    /// One prefecture, by name.
    Prefecture(String),
}

impl Reach {
    /// True if people of this prefecture may call.
    #[must_use]
    pub fn covers(&self, prefecture: &str) -> bool {
        match self {
            Self::Nation => true,
            Self::Prefecture(name) => name == prefecture,
        }
    }

    /// The level that its entries have.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Self::Nation => Level::Nation,
            Self::Prefecture(_) => Level::Prefecture,
        }
    }
}

/// Reads the sheet.
pub fn read(sources: &Sources, known: &Known, faults: &mut Faults) -> Vec<(Reach, EntryRow)> {
    let sheet = Sheet::read_without("施策", sources, LINES, faults);
    sheet.check_ids("id", |line: &EntryText| &line.id, faults);
    let read = |row: Row<EntryText>| (reach(&row, faults), read_entry(&row, known, faults));
    sheet.rows().map(read).collect()
}

fn reach(row: &Row<EntryText>, faults: &mut Faults) -> Reach {
    let name = &row.cells.reach;
    if is_prefecture(name) {
        return Reach::Prefecture(name.clone());
    }
    if name != "全国" {
        let what = format!("「{name}」は使えません");
        let mend = "「全国」か都道府県の名前（埼玉県、東京都）にします";
        row.place.fault(faults, "地域", what, mend);
    }
    Reach::Nation
}
