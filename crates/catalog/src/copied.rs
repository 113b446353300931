//! A town's sheet, or its whole folder, that is another town's: saved in the wrong place, or copied to begin a new town. One
//! fault, and what was copied is not read further: every row of it would accuse another one.

use crate::fault::Faults;
use crate::sheets::{cells_under, list, plain_text};
use crate::sources::Sources;
use std::collections::BTreeSet;

/// A sheet that has ids, the sheets and columns of the same town that name them, and the column of its own that names
/// windows.
struct Named {
    sheet: &'static str,
    ids: &'static str,
    by: &'static [(&'static str, &'static str)],
    names: &'static str,
}

const NAMED: [Named; 4] = [
    Named {
        sheet: "entries.csv",
        ids: "id",
        by: &[("areas.csv", "担当")],
        names: "",
    },
    Named {
        sheet: "plan.csv",
        ids: "id",
        by: &[("entries.csv", "施策")],
        names: "",
    },
    Named {
        sheet: "sources.csv",
        ids: "id",
        by: &[("entries.csv", "出典")],
        names: "",
    },
    Named {
        sheet: "areas.csv",
        ids: "町名",
        by: &[],
        names: "担当",
    },
];

/// Fewer rows may be alike by chance.
const FEWEST: usize = 5;

/// The sources without what was copied; each copy is a fault.
pub fn without_copies(sources: &Sources, faults: &mut Faults) -> Sources {
    let mut kept = sources.clone();
    let towns: Vec<String> = sources.town_ids().iter().map(ToString::to_string).collect();
    let copies = tell_towns(sources, &towns, faults);
    for town in &copies {
        remove_town(&mut kept, sources, town);
    }
    let left: Vec<&String> = towns.iter().filter(|town| !copies.contains(town)).collect();
    for (at, one) in left.iter().enumerate() {
        for (other, named) in left[at + 1..]
            .iter()
            .flat_map(|other| NAMED.iter().map(move |named| (other, named)))
        {
            refuse_copy(&mut kept, sources, (one, other), named);
        }
    }
    kept
}

/// The towns of which all is another one's.
fn tell_towns<'t>(sources: &Sources, towns: &'t [String], faults: &mut Faults) -> Vec<&'t String> {
    let mut copies = Vec::new();
    for (at, one) in towns.iter().enumerate() {
        let is_copy = |other: &&String| {
            let both = (one.as_str(), other.as_str());
            is_same(sources, both, "entries.csv") && is_same(sources, both, "plan.csv")
        };
        for other in towns[at + 1..].iter().filter(is_copy) {
            let is_first = !is_at_home(sources, one);
            let (copy, of) = if is_first { (one, other) } else { (other, one) };
            tell_town(copy, of, faults);
            copies.push(copy);
        }
    }
    copies
}

fn tell_town(copy: &str, of: &str, faults: &mut Faults) {
    let what = format!("町のフォルダーが、towns/{of} の写しです");
    let mend =
        "いらなければフォルダーごと消します。新しい町なら、どの表もその町のことに書きかえます";
    faults.add(&format!("towns/{copy}"), 0, "", what, mend);
}

fn remove_town(kept: &mut Sources, sources: &Sources, town: &str) {
    let start = format!("towns/{town}/");
    let paths = sources.paths().filter(|path| path.starts_with(&start));
    paths.for_each(|path| kept.remove(path));
}

fn refuse_copy(kept: &mut Sources, sources: &Sources, (one, other): (&str, &str), named: &Named) {
    if !is_same(sources, (one, other), named.sheet) {
        return;
    }
    let (copy, of) = if missed(sources, one, named) > missed(sources, other, named) {
        (one, other)
    } else {
        (other, one)
    };
    let why = format!("中身が towns/{of}/{} と同じです", named.sheet);
    let mend = "この町の表にもどします。別の町の表を保存していないかを見ます";
    kept.refuse(&format!("towns/{copy}/{}", named.sheet), why, mend);
}

/// True if most of the rows of a sheet stand in both towns.
fn is_same(sources: &Sources, (one, other): (&str, &str), sheet: &str) -> bool {
    let lines = |town| -> BTreeSet<&str> {
        let text = text(sources, town, sheet).unwrap_or_default();
        text.lines().skip(1).filter(|line| line.len() > 3).collect()
    };
    let (one, other) = (lines(one), lines(other));
    let both = one.intersection(&other).count();
    both >= FEWEST && both * 2 > one.len().min(other.len())
}

/// True if a town's settings name its own folder.
fn is_at_home(sources: &Sources, town: &str) -> bool {
    let own = |line: &str| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "id").then(|| value.trim().trim_matches('"') == town)
    };
    let text = text(sources, town, "town.toml").unwrap_or_default();
    text.lines().find_map(own).unwrap_or(false)
}

/// How many ids that a town names its sheets do not have, as far as this sheet has to do with it.
fn missed(sources: &Sources, town: &str, named: &Named) -> usize {
    let cells = |sheet: &str, column: &str| cells_of(sources, town, (sheet, column));
    let own = cells(named.sheet, named.ids);
    let by_sheets = named.by.iter();
    let by_sheets = by_sheets.flat_map(|(sheet, column)| cells(sheet, column));
    let switchboard = switchboard_of(sources, town).filter(|_| named.sheet == "entries.csv");
    let from_outside = by_sheets.chain(switchboard).filter(|id| !own.contains(id));
    let windows = cells("entries.csv", "id");
    let named_here = cells(named.sheet, named.names).into_iter();
    from_outside.count() + named_here.filter(|id| !windows.contains(id)).count()
}

fn cells_of(sources: &Sources, town: &str, (sheet, column): (&str, &str)) -> BTreeSet<String> {
    let text = text(sources, town, sheet).unwrap_or_default();
    let cells = cells_under(text, &[column]).into_iter();
    cells.flat_map(|(_, _, cell)| list(&cell)).collect()
}

fn switchboard_of(sources: &Sources, town: &str) -> Option<String> {
    let settings = text(sources, town, "town.toml").unwrap_or_default();
    settings.lines().find_map(|line| {
        let value = line.strip_prefix("switchboard")?.trim_start();
        let value = value.strip_prefix('=')?;
        Some(value.trim().trim_matches('"').to_owned())
    })
}

fn text<'s>(sources: &'s Sources, town: &str, sheet: &str) -> Option<&'s str> {
    plain_text(sources.get(&format!("towns/{town}/{sheet}"))?).ok()
}
