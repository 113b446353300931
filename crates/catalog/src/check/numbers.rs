//! Numbers that stand in several towns.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, Reach};
use crate::phone::Phone;
use crate::town::TownSheets;
use std::collections::BTreeMap;

const ENTRIES: &str = "entries.csv";
const MEND: &str =
    "どちらの町の番号か確かめます。2つの町の窓口なら、knowledge/lines.csv に地域「共同」で書きます";

/// A row of a town with one of its numbers.
struct Found<'t> {
    town: &'t TownSheets,
    row: &'t EntryRow,
    column: &'static str,
    phone: Phone,
}

/// A local number that stands in two towns sends somebody to the wrong city hall, unless a line is there for both. Of two towns the one that writes it more
/// often is taken to be right, then the one with more numbers of that area, then the one whose switchboard it is: one slip
/// accuses one row.
pub fn check_across_towns(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let mut seen: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for town in towns {
        for row in &town.entries {
            for (column, phone) in row.numbers().filter(|(_, phone)| !phone.is_nationwide()) {
                seen.entry(phone.digits()).or_default().push(Found {
                    town,
                    row,
                    column,
                    phone,
                });
            }
        }
    }
    for found in seen.values() {
        check_number(knowledge, found, faults);
    }
}

fn check_number(knowledge: &Knowledge, found: &[Found], faults: &mut Faults) {
    let count = |town: &TownSheets| {
        found
            .iter()
            .filter(|one| one.town.folder == town.folder)
            .count()
    };
    let own = |one: &&Found| {
        let is_hall = one.row.id == one.town.settings.switchboard;
        (count(one.town), of_its_area(one), is_hall)
    };
    // Of equals the first counts.
    let Some(right) = found.iter().rev().max_by_key(own) else {
        return;
    };
    let is_others = |one: &&Found| {
        one.town.folder != right.town.folder
            && !is_for_both(knowledge, [right.town, one.town], &one.phone)
    };
    for one in found.iter().filter(is_others) {
        let (sheet, other) = (one.town.sheet(ENTRIES), right.town.sheet(ENTRIES));
        let what = format!("{} は {other} {}行にもあります", one.phone, right.row.row);
        faults.add(&sheet, one.row.row, one.column, what, MEND);
    }
}

/// How many of a town's rows have a number with the same area code.
fn of_its_area(one: &Found) -> usize {
    let area = |number: &str| number.split('-').next().map(str::to_owned);
    let own = area(one.phone.as_str());
    let rows = one.town.entries.iter().filter_map(|row| row.phone.as_ref());
    rows.filter(|phone| area(phone.as_str()) == own).count()
}

fn is_for_both(knowledge: &Knowledge, towns: [&TownSheets; 2], phone: &Phone) -> bool {
    let digits = phone.digits();
    knowledge.lines.iter().any(|(reach, row)| {
        matches!(reach, Reach::Towns(_))
            && towns.iter().all(|town| town.is_served_by(reach))
            && row.numbers().any(|(_, number)| number.digits() == digits)
    })
}
