//! A town's sheet, or its whole folder, that is another town's: saved in the wrong place, or copied to begin a new town. One
//! fault, and what was copied is not read further: every row of it would accuse another one.

use crate::fault::Faults;
use crate::sheets::{cells_under, list, plain_text};
use crate::sources::Sources;
use std::collections::BTreeSet;

/// A sheet that has ids, and the sheets and columns of the same town that name them.
struct Named {
    sheet: &'static str,
    ids: &'static str,
    by: &'static [(&'static str, &'static str)],
}

const NAMED: [Named; 4] = [
    Named {
        sheet: "entries.csv",
        ids: "id",
        by: &[("areas.csv", "担当")],
    },
    Named {
        sheet: "plan.csv",
        ids: "id",
        by: &[("entries.csv", "施策")],
    },
    Named {
        sheet: "sources.csv",
        ids: "id",
        by: &[("entries.csv", "出典")],
    },
    Named {
        sheet: "areas.csv",
        ids: "町名",
        by: &[],
    },
];

/// Fewer rows may be alike by chance.
const FEWEST: usize = 5;

/// The sources without what was copied; each copy is a fault.
pub fn without_copies(sources: &Sources, faults: &mut Faults) -> Sources {
    let mut kept = sources.clone();
    let towns: Vec<String> = sources.town_ids().iter().map(ToString::to_string).collect();
    let mut left: Vec<&String> = towns.iter().collect();
    for (at, one) in towns.iter().enumerate() {
        for other in &towns[at + 1..] {
            if is_same(sources, (one, other), "entries.csv")
                && is_same(sources, (one, other), "plan.csv")
            {
                let copy = if is_at_home(sources, one) { other } else { one };
                let of = if copy == one { other } else { one };
                let what = format!("町のフォルダーが、towns/{of} の写しです");
                let mend = "いらなければフォルダーごと消します。新しい町なら、どの表もその町のことに書きかえます";
                faults.add(&format!("towns/{copy}"), 0, "", what, mend);
                left.retain(|town| *town != copy);
            }
        }
    }
    for town in towns.iter().filter(|town| !left.contains(town)) {
        let start = format!("towns/{town}/");
        let paths: Vec<String> = sources
            .paths()
            .filter(|path| path.starts_with(&start))
            .map(str::to_owned)
            .collect();
        paths.iter().for_each(|path| kept.remove(path));
    }
    for (at, one) in left.iter().enumerate() {
        for other in &left[at + 1..] {
            for named in &NAMED {
                refuse_copy(&mut kept, sources, (one, other), named);
            }
        }
    }
    kept
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

/// How many ids that a town names its own sheet does not have.
fn missed(sources: &Sources, town: &str, named: &Named) -> usize {
    let cells = |sheet: &str, column: &str| {
        let text = text(sources, town, sheet).unwrap_or_default();
        let cells = cells_under(text, &[column]).into_iter();
        cells
            .flat_map(|(_, _, cell)| list(&cell))
            .collect::<BTreeSet<String>>()
    };
    let own = cells(named.sheet, named.ids);
    let by_sheets = named
        .by
        .iter()
        .flat_map(|(sheet, column)| cells(sheet, column));
    let switchboard = text(sources, town, "town.toml").unwrap_or_default();
    let switchboard = switchboard.lines().filter_map(|line| {
        let value = line
            .strip_prefix("switchboard")?
            .trim_start()
            .strip_prefix('=')?;
        Some(value.trim().trim_matches('"').to_owned())
    });
    let switchboard = switchboard.filter(|_| named.sheet == "entries.csv");
    by_sheets
        .chain(switchboard)
        .filter(|id| !own.contains(id))
        .count()
}

fn text<'s>(sources: &'s Sources, town: &str, sheet: &str) -> Option<&'s str> {
    plain_text(sources.get(&format!("towns/{town}/{sheet}"))?).ok()
}
