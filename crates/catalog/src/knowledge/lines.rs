//! `lines.csv`: lines of the country, of prefectures, and of several towns together.

use crate::entry::{EntryRow, EntryText, Known, read_entry, uncross};
use crate::fault::Faults;
use crate::prefecture::is_prefecture;
use crate::sheets::{Columns, Row, Seen, Sheet, list};
use crate::sources::Sources;
use navigator::Level;

pub const LINES: &str = "knowledge/lines.csv";

/// A line realises no town's measures.
const COLUMNS: Columns = Columns {
    without: &["施策"],
    optional: &["町", "番号の補足", "緯度", "経度", "英語名"],
};

/// Where a line serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole country.
    Nation,
    /// One prefecture, by name.
    Prefecture(String),
    /// Some towns, by id: a 保健所 or a ハローワーク of several towns.
    Towns(Vec<String>),
}

impl Reach {
    /// True if people of this town, by its id and its prefecture, may call.
    #[must_use]
    pub fn covers(&self, town: &str, prefecture: &str) -> bool {
        match self {
            Self::Nation => true,
            Self::Prefecture(name) => name == prefecture,
            Self::Towns(ids) => ids.iter().any(|id| id == town),
        }
    }

    /// The level that its entries have.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Self::Nation => Level::Nation,
            Self::Prefecture(_) => Level::Prefecture,
            Self::Towns(_) => Level::Shared,
        }
    }
}

/// Reads the sheet.
pub fn read(sources: &Sources, known: &Known, faults: &mut Faults) -> Seen<Vec<(Reach, EntryRow)>> {
    let mut sheet = Sheet::read_with(COLUMNS, sources, LINES, faults);
    uncross(&mut sheet, LINES, faults);
    sheet.check_ids("id", |line: &EntryText| &line.id, faults);
    let towns = sources.town_ids();
    let read = |row: Row<EntryText>| (reach(&row, &towns, faults), read_entry(&row, known, faults));
    let lines = sheet.rows().map(read).collect();
    sheet.seen(lines, &["id", "地域", "町", "種類", "状態"], faults)
}

fn reach(row: &Row<EntryText>, known: &[&str], faults: &mut Faults) -> Reach {
    let (name, towns) = (&row.cells.reach, list(&row.cells.towns));
    if name == "共同" {
        check_towns(row, &towns, known, faults);
        return Reach::Towns(towns);
    }
    if !towns.is_empty() {
        let mend = "地域を「共同」にするか、町を空にします";
        row.place
            .fault(faults, "町", "地域が「共同」でないのに、町があります", mend);
    }
    if is_prefecture(name) {
        return Reach::Prefecture(name.clone());
    }
    if name != "全国" {
        let what = format!("「{name}」は使えません");
        let mend = "「全国」か「共同」か、都道府県の名前（埼玉県、東京都）にします";
        row.place.fault(faults, "地域", what, mend);
    }
    Reach::Nation
}

/// A line of no town would be shown to nobody.
fn check_towns(row: &Row<EntryText>, towns: &[String], known: &[&str], faults: &mut Faults) {
    let mend = format!(
        "この窓口が受けもつ町の id を「;」でつないで書きます（ある町: {}）",
        known.join("、")
    );
    if towns.is_empty() {
        row.place.fault(faults, "町", "空です", mend.as_str());
    }
    for id in towns.iter().filter(|id| !known.contains(&id.as_str())) {
        let what = format!("「{id}」という町はありません");
        row.place.fault(faults, "町", what, mend.as_str());
    }
}
