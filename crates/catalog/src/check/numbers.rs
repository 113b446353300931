//! Numbers that stand in several towns.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, Reach};
use crate::phone::Phone;
use crate::town::TownSheets;
use std::collections::HashMap;

const ENTRIES: &str = "entries.csv";
const MEND: &str =
    "どちらの町の番号か確かめます。2つの町の窓口なら、knowledge/lines.csv に地域「共同」で書きます";

/// A local number that stands in two towns sends somebody to the wrong city hall, unless a line is there for both.
pub fn check_across_towns(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let mut seen: HashMap<String, (&TownSheets, &EntryRow)> = HashMap::new();
    for town in towns {
        for entry in &town.entries {
            for (column, phone) in entry.numbers() {
                if phone.is_nationwide() {
                    continue;
                }
                let (first_town, first) = *seen.entry(phone.digits()).or_insert((town, entry));
                if first_town.folder != town.folder
                    && !is_for_both(knowledge, [first_town, town], &phone)
                {
                    let (sheet, other) = (town.sheet(ENTRIES), first_town.sheet(ENTRIES));
                    let what = format!("{phone} は {other} {}行にもあります", first.row);
                    faults.add(&sheet, entry.row, column, what, MEND);
                }
            }
        }
    }
}

fn is_for_both(knowledge: &Knowledge, towns: [&TownSheets; 2], phone: &Phone) -> bool {
    let digits = phone.digits();
    knowledge.lines.iter().any(|(reach, row)| {
        matches!(reach, Reach::Towns(_))
            && towns.iter().all(|town| town.is_served_by(reach))
            && row.numbers().any(|(_, number)| number.digits() == digits)
    })
}
