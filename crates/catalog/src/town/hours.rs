//! `hours.csv`: hours that many rows share, by a short name.

use crate::dates::validity;
use crate::entry::NamedHours;
use crate::fault::Faults;
use crate::hours::hours_of_cells;
use crate::sheets::Sheet;
use crate::sources::Sources;
use navigator::Hours;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct HoursText {
    #[serde(rename = "名前")]
    name: String,
    #[serde(rename = "受付時間")]
    open: String,
    #[serde(rename = "休み")]
    off: String,
    #[serde(rename = "有効開始")]
    valid_from: String,
    #[serde(rename = "有効終了")]
    valid_until: String,
    #[serde(rename = "補足")]
    note: String,
    #[serde(rename = "出典")]
    source: String,
}

/// Reads the sheet.
pub fn read(sources: &Sources, folder: &str, faults: &mut Faults) -> NamedHours {
    let sheet_name = format!("{folder}/hours.csv");
    let sheet: Sheet<HoursText> = Sheet::read(sources, &sheet_name, faults);
    let mut named: HashMap<String, Hours> = HashMap::new();
    for row in sheet.rows() {
        let (cells, place) = (row.cells, row.place);
        let name = &cells.name;
        if name.is_empty() {
            place.fault(faults, "名前", "空です", "短い名前（例: 市役所）を書きます");
            continue;
        }
        place.filled(
            faults,
            &[("受付時間", &cells.open)],
            "「月〜金 8:30〜17:15」のように書きます",
        );
        let mut hours = hours_of_cells(place, &cells.open, &cells.off, faults);
        hours.note.clone_from(&cells.note);
        let days = (cells.valid_from.as_str(), cells.valid_until.as_str());
        (hours.valid_from, hours.valid_until) = validity(place, days, faults);
        if named.insert(name.clone(), hours).is_some() {
            let what = format!("「{name}」が2回あります");
            place.fault(faults, "名前", what, "どちらかの名前を変えます");
        }
    }
    NamedHours(sheet.seen(named, &["名前"], faults))
}
