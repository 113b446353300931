//! Numbers that stand in several towns.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::town::TownSheets;
use std::collections::HashMap;

const ENTRIES: &str = "entries.csv";
const MEND: &str =
    "どちらの町の番号か確かめます。2つの町で使う電話は knowledge/lines.csv に書きます";

/// A local number that stands in two towns sends somebody to the wrong city hall.
pub fn check_across_towns(towns: &[TownSheets], faults: &mut Faults) {
    let mut seen: HashMap<String, (&TownSheets, &EntryRow)> = HashMap::new();
    for town in towns {
        for entry in &town.entries {
            for (column, phone) in entry.numbers() {
                if phone.is_nationwide() {
                    continue;
                }
                let (first_town, first) = *seen.entry(phone.digits()).or_insert((town, entry));
                if first_town.folder != town.folder {
                    let (sheet, other) = (town.sheet(ENTRIES), first_town.sheet(ENTRIES));
                    let what = format!("{phone} は {other} {}行にもあります", first.row);
                    faults.add(&sheet, entry.row, column, what, MEND);
                }
            }
        }
    }
}
