//! Publications and named hours beside the rows that name them: one that no row names was left behind, or its name has a
//! slip.

use crate::entry::SourceRow;
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;
use std::collections::HashSet;

/// Checks the sheets of sources of the knowledge and of each town.
pub fn check_sources(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let are_read = |town: &TownSheets| {
        let sheets = ["entries.csv", "notices.csv", "hours.csv"].map(|name| town.sheet(name));
        town.entries.whole().is_some()
            && !sheets
                .iter()
                .any(|sheet| faults.are_in(sheet, &["", "出典"]))
    };
    let known: Vec<(&TownSheets, bool)> = towns.iter().map(|town| (town, are_read(town))).collect();
    for (town, _) in known.iter().filter(|(_, is_read)| *is_read) {
        let own = town.sources.own();
        tell_unused(&town.sheet("sources.csv"), own, &named_by(town), faults);
    }
    let lines_are_read = knowledge.lines.whole().is_some();
    if lines_are_read && known.iter().all(|(_, is_read)| *is_read) && !known.is_empty() {
        let lines = knowledge.lines.iter().flat_map(|(_, row)| &row.sources);
        let mut named: HashSet<&str> = lines.map(|source| &*source.id).collect();
        named.extend(towns.iter().flat_map(named_by));
        named.extend(knowledge.numbers.short.sources.iter().map(String::as_str));
        tell_unused(
            "knowledge/sources.csv",
            knowledge.sources.own(),
            &named,
            faults,
        );
    }
}

/// Checks the hours that have a name.
pub fn check_hours(town: &TownSheets, faults: &mut Faults) {
    let (hours, entries) = (town.sheet("hours.csv"), town.sheet("entries.csv"));
    if town.entries.whole().is_none() || faults.are_in(&entries, &["受付時間"]) {
        return;
    }
    for (row, name) in &town.hours.unused {
        if !faults.are_at(&hours, *row, "名前") {
            let what = format!("「{name}」を受付時間に書いた窓口がありません");
            let mend = "entries.csv の「受付時間」に書いたとおりの名前にするか、行を消します";
            faults.add(&hours, *row, "名前", what, mend);
        }
    }
}

fn named_by(town: &TownSheets) -> HashSet<&str> {
    let rows = town.entries.iter().flat_map(|row| &row.sources);
    let notices = town.notices.iter().flat_map(|row| &row.sources);
    let hours = town.hours.sources.iter();
    let sources = rows.chain(notices).chain(hours);
    sources.map(|source| &*source.id).collect()
}

fn tell_unused<'s>(
    sheet: &str,
    own: impl Iterator<Item = &'s SourceRow>,
    named: &HashSet<&str>,
    faults: &mut Faults,
) {
    for source in own.filter(|source| !named.contains(&*source.id)) {
        if !["id", "題名"]
            .iter()
            .any(|column| faults.are_at(sheet, source.row, column))
        {
            let what = format!("「{}」を使っている行がありません", source.id);
            faults.add(
                sheet,
                source.row,
                "id",
                what,
                "行の「出典」に書くか、この行を消します",
            );
        }
    }
}
