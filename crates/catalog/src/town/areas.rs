//! `areas.csv`: parts of town, and which windows are in charge of them.

use crate::fault::Faults;
use crate::sheets::{Columns, Place, Seen, Sheet, list};
use crate::sources::Sources;
use crate::wording::{check_kana, check_length, check_line, check_once, check_word};
use serde::{Deserialize, Serialize};

const MAY_LACK: Columns = Columns {
    without: &[],
    optional: &["区"],
};

/// A row of `areas.csv`.
#[derive(Clone, Debug)]
pub struct AreaRow {
    /// The sheet's row.
    pub row: usize,
    /// Name of the part of town, with its ward before it.
    pub name: String,
    /// The ward; empty in a town without wards.
    pub ward: String,
    /// Its reading.
    pub reading: String,
    /// Its district.
    pub district: String,
    /// Ids of the entries in charge.
    pub entries: Vec<String>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct AreaText {
    #[serde(rename = "区")]
    ward: String,
    #[serde(rename = "町名")]
    name: String,
    #[serde(rename = "よみ")]
    reading: String,
    #[serde(rename = "圏域")]
    district: String,
    #[serde(rename = "担当")]
    entries: String,
}

/// A link carries it.
const LONGEST_NAME: usize = 30;

/// Reads the sheet.
pub fn read(sources: &Sources, folder: &str, faults: &mut Faults) -> Seen<Vec<AreaRow>> {
    let sheet: Sheet<AreaText> =
        Sheet::read_with(MAY_LACK, sources, &format!("{folder}/areas.csv"), faults);
    let mut areas: Vec<AreaRow> = Vec::new();
    for row in sheet.rows() {
        let (cells, place) = (row.cells, row.place);
        let name = [cells.ward.as_str(), &cells.name].concat();
        place.filled(faults, &[("町名", &cells.name)], "町名を書きます");
        let said = [("よみ", cells.reading.as_str()), ("圏域", &cells.district)];
        place.filled(faults, &said, "資料のとおりに書きます");
        check_word(place, ("圏域", &cells.district), faults);
        check_line(place, ("圏域", &cells.district), faults);
        check_name(&name, place, &areas, faults);
        if !place.is_told(faults, "町名") {
            check_word(place, ("町名", &cells.name), faults);
        }
        check_ward(&cells.ward, place, &areas, faults);
        check_length(place, ("町名", &name), LONGEST_NAME, faults);
        check_kana(place, ("よみ", &cells.reading), faults);
        check_once(place, ("担当", &cells.entries), faults);
        areas.push(AreaRow {
            row: place.row,
            name,
            ward: cells.ward.clone(),
            reading: cells.reading.clone(),
            district: cells.district.clone(),
            entries: list(&cells.entries),
        });
    }
    sheet.seen(areas, &["町名"], faults)
}

/// Links name a part of town as it is written here, so that it may not hold their signs.
fn check_name(name: &str, place: Place, above: &[AreaRow], faults: &mut Faults) {
    const OF_LINKS: [char; 6] = [';', '=', ',', '.', '#', '&'];
    if above.iter().any(|area| area.name == name) {
        let what = format!("「{name}」が2回あります");
        place.fault(faults, "町名", what, "1行にまとめます");
    }
    if name.contains(OF_LINKS) || name.starts_with('-') {
        let what = format!("「{name}」に、町名に使えない記号があります");
        let mend = "「;」「=」「,」「.」「#」「&」を使わず、「-」で始めずに書きます";
        place.fault(faults, "町名", what, mend);
    }
}

/// Where wards are asked first, a part of town without one could never be chosen.
fn check_ward(ward: &str, place: Place, above: &[AreaRow], faults: &mut Faults) {
    let other = above.first();
    if other.is_some_and(|other| other.ward.is_empty() != ward.is_empty()) {
        let mend = "どの行にも区を書くか、区の列を消します";
        place.fault(faults, "区", "区のある行と、ない行があります", mend);
    }
}
