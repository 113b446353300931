//! Towns beside each other and beside the addresses of their windows: each is one, by its name, and lies in its prefecture.

use crate::fault::Faults;
use crate::prefecture::prefecture_in;
use crate::town::TownSheets;
use std::collections::BTreeMap;

/// Checks the settings; what they say already wrongly of the town is not said again.
pub fn check_towns(towns: &[TownSheets], faults: &mut Faults) {
    for (at, town) in towns.iter().enumerate() {
        check_name(town, &towns[..at], faults);
    }
    for town in towns {
        check_prefecture(town, faults);
    }
}

/// Two towns of one name in one prefecture are one that was copied.
fn check_name(town: &TownSheets, above: &[TownSheets], faults: &mut Faults) {
    let (own, sheet) = (&town.settings, town.sheet("town.toml"));
    let is_same = |other: &&TownSheets| {
        other.settings.name == own.name && other.settings.prefecture == own.prefecture
    };
    let other = above.iter().find(is_same).filter(|_| !own.name.is_empty());
    let Some(other) = other.map(|other| other.sheet("town.toml")) else {
        return;
    };
    if !faults.are_of(&sheet) && !faults.are_of(&other) {
        let what = format!("「{}」は {other} にもあります", own.name);
        let mend = "写したフォルダーなら、消します。別の町なら、名前を直します";
        faults.add(&sheet, 0, "name", what, mend);
    }
}

/// Most windows of a town lie in it: another prefecture in their addresses is the town's, or the sheet is another town's.
fn check_prefecture(town: &TownSheets, faults: &mut Faults) {
    const FEWEST: usize = 3;
    let (own, sheet) = (&town.settings.prefecture, town.sheet("town.toml"));
    let addresses = town.entries.iter().map(|row| &*row.entry.channels.address);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for prefecture in addresses.filter_map(prefecture_in) {
        *counts.entry(prefecture).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    let Some((most, count)) = most.filter(|(most, _)| most != own) else {
        return;
    };
    if count >= FEWEST && count * 2 > all && !own.is_empty() && !faults.are_of(&sheet) {
        let what = format!("「{own}」ですが、窓口の住所は{count}か所が{most}です");
        let mend = "町の都道府県に直します。別の町の entries.csv なら、この町の表にもどします";
        faults.add(&sheet, 0, "prefecture", what, mend);
    }
}
