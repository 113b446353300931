//! `lines.csv`: lines of the country, of prefectures, and of several towns together.

use crate::entry::{EntryRow, EntryText, Known, read_entry};
use crate::fault::{Faults, Missed};
use crate::prefecture::is_prefecture;
use crate::sheets::{Columns, Row, Seen, Sheet, list, plain_text};
use crate::sources::Sources;
use navigator::Level;

pub const LINES: &str = "knowledge/lines.csv";

/// A line realises no town's measures.
const COLUMNS: Columns = Columns {
    without: &["施策"],
    optional: &[
        "町",
        "やさしい名前のよみ",
        "番号の補足",
        "緯度",
        "経度",
        "英語名",
    ],
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
    sheet.must_have_rows(faults);
    sheet.check_ids("id", |line: &EntryText| &line.id, faults);
    let towns = known_towns(sources);
    let towns: Vec<&str> = towns.iter().map(String::as_str).collect();
    let read = |row: Row<EntryText>| {
        if row.cells.via == "代表" {
            let mend = "「直通」か「運営元」にします。町の代表番号で受ける窓口は、町の entries.csv に書きます";
            let what = "「代表」は、町の代表番号のことです";
            row.place.fault(faults, "電話の種類", what, mend);
        }
        (reach(&row, &towns, faults), read_entry(&row, known, faults))
    };
    let lines = sheet.rows().map(read).collect();
    sheet.seen(lines, &["id", "地域", "町", "種類", "状態"], faults)
}

/// The towns by their folders, and by their own ids: where the two differ their settings tell it.
fn known_towns(sources: &Sources) -> Vec<String> {
    let folders = sources.town_ids();
    let id = |folder: &&str| {
        let bytes = sources.get(&format!("towns/{folder}/town.toml"))?;
        let settings: toml::Table = toml::from_str(plain_text(bytes).ok()?).ok()?;
        Some(settings.get("id")?.as_str()?.to_owned())
    };
    let ids = folders.iter().filter_map(id);
    let mut towns: Vec<String> = folders.iter().map(ToString::to_string).chain(ids).collect();
    towns.sort();
    towns.dedup();
    towns
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
        let missed = Missed {
            sheet: "towns".to_owned(),
            column: "",
            id: id.clone(),
        };
        row.place.miss(faults, "町", missed, (what, mend.as_str()));
    }
}
