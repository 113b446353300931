//! `hours.csv`: hours that many rows share, by a short name.

use crate::dates::validity;
use crate::entry::{KnownSources, NamedHours};
use crate::fault::Faults;
use crate::hours::{hours_of_cells, read_spans};
use crate::sheets::{Place, Sheet};
use crate::sources::Sources;
use crate::wording::check_once;
use navigator::Hours;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

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

/// Reads the sheet. `known` are the publications, and `written` what windows write as their hours.
pub fn read(
    sources: &Sources,
    folder: &str,
    (known, written): (&KnownSources, &[&str]),
    faults: &mut Faults,
) -> NamedHours {
    let sheet_name = format!("{folder}/hours.csv");
    let sheet: Sheet<HoursText> = Sheet::read(sources, &sheet_name, faults);
    let mut named: HashMap<String, Hours> = HashMap::new();
    let (mut named_sources, mut unused) = (Vec::new(), Vec::new());
    for row in sheet.rows() {
        let (cells, place) = (row.cells, row.place);
        let name = &cells.name;
        if name.is_empty() {
            place.fault(faults, "名前", "空です", "短い名前（例: 市役所）を書きます");
            continue;
        }
        named_sources.extend(known.named(place, &cells.source, faults));
        if !written.contains(&&**name) {
            unused.push((place, name.clone()));
        }
        let hours = row_hours(cells, place, faults);
        if named.insert(name.clone(), hours).is_some() {
            let what = format!("「{name}」が2回あります");
            place.fault(faults, "名前", what, "どちらかの名前を変えます");
        }
    }
    let is_whole = sheet.seen((), &["名前"], faults).whole().is_some();
    let lost = if is_whole {
        tell_lost(lost_names(written, &named), &unused, &sheet_name, faults)
    } else {
        Vec::new()
    };
    NamedHours {
        lost,
        unused: unused
            .iter()
            .map(|(place, name)| (place.row, name.clone()))
            .collect(),
        by_name: sheet.seen(named, &["名前"], faults),
        sources: named_sources,
    }
}

/// The names that windows mean and the sheet has lost, once that is told: the one that it has instead has a slip, or it has none.
fn tell_lost(
    lost: Vec<(String, usize)>,
    unused: &[(Place, String)],
    sheet: &str,
    faults: &mut Faults,
) -> Vec<String> {
    match (unused, lost.first()) {
        ([(place, name)], Some((meant, count))) => {
            let what = format!(
                "「{name}」を受付時間に書いた窓口がありません。「{meant}」と書いた窓口が{count}あります"
            );
            place.fault(faults, "名前", what, format!("「{meant}」にします"));
        }
        ([], Some((meant, count))) if *count > 1 => {
            let what = format!("「{meant}」がありません。{count}か所で使っています");
            let mend = format!("名前を変えたか消したなら「{meant}」の行をもどします");
            faults.add(sheet, 0, "名前", what, mend);
        }
        _ => return Vec::new(),
    }
    lost.into_iter().map(|(name, _)| name).collect()
}

/// The hours of a row, with their note and their own days.
fn row_hours(cells: &HoursText, place: Place, faults: &mut Faults) -> Hours {
    let mend = "「月〜金 8:30〜17:15」のように書きます";
    place.filled(faults, &[("受付時間", &cells.open)], mend);
    place.filled(
        faults,
        &[("出典", &cells.source)],
        "sources.csv の id を書きます",
    );
    check_once(place, ("出典", &cells.source), faults);
    let mut hours = hours_of_cells(place, &cells.open, &cells.off, faults);
    hours.note.clone_from(&cells.note);
    let days = (cells.valid_from.as_str(), cells.valid_until.as_str());
    (hours.valid_from, hours.valid_until) = validity(place, days, faults);
    hours
}

/// What windows write as their hours and is neither a name of the sheet nor any hours, the most usual first, with how many
/// write it.
fn lost_names(written: &[&str], named: &HashMap<String, Hours>) -> Vec<(String, usize)> {
    let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
    let is_lost = |text: &&&str| {
        let says_time = text.chars().any(char::is_numeric);
        !text.is_empty() && !says_time && !named.contains_key(**text) && read_spans(text).is_err()
    };
    for text in written.iter().filter(is_lost) {
        *lost.entry(text).or_default() += 1;
    }
    let mut lost: Vec<(String, usize)> = lost
        .into_iter()
        .map(|(text, n)| (text.to_owned(), n))
        .collect();
    lost.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    lost
}
