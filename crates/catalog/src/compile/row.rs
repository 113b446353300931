//! One row becomes one entry: which number it shows, and what to say there.

use super::shelf::Shelf;
use crate::entry::EntryRow;
use crate::knowledge::{Knowledge, Reach};
use crate::phone::Phone;
use crate::town::TownSheets;
use navigator::{Confidence, Entry, Via};
use std::collections::HashSet;

/// The entry of a line of the country, a prefecture or several towns: a doubtful one has no number rather than another one.
pub fn line(reach: &Reach, row: &EntryRow, shelf: &mut Shelf) -> Entry {
    let mut entry = without_phone(row, shelf);
    entry.level = reach.level();
    if let Some(phone) = row.phone.as_ref().filter(|_| row.phone_shown)
        && entry.confidence != Confidence::Low
    {
        phone.as_str().clone_into(&mut entry.channels.phone);
    }
    entry
}

/// The entry of a town's own row, of which only sure numbers are shown.
pub fn own_entry(
    row: &EntryRow,
    town: &TownSheets,
    switchboard: &EntryRow,
    sure: &HashSet<String>,
    shelf: &mut Shelf,
) -> Entry {
    let mut entry = without_phone(row, shelf);
    set_phone(&mut entry, row, switchboard, sure, &town.settings.name);
    drop_doubtful(&mut entry, sure);
    entry
}

fn without_phone(row: &EntryRow, shelf: &mut Shelf) -> Entry {
    let mut entry = row.entry.clone();
    entry.kinds.clone_from(&row.kinds);
    shelf.keep(&mut entry, row);
    entry
}

/// The numbers that some sure row shows.
pub fn sure_numbers(town: &TownSheets, knowledge: &Knowledge) -> HashSet<String> {
    let lines = knowledge.lines.iter().map(|(_, row)| row);
    town.entries
        .iter()
        .chain(lines)
        .filter(|row| row.published && row.phone_shown && row.entry.confidence != Confidence::Low)
        .filter_map(|row| row.phone.as_ref().map(Phone::digits))
        .collect()
}

/// A doubtful number is not shown: the switchboard is, and the row says so by its [`Via`].
fn set_phone(
    entry: &mut Entry,
    row: &EntryRow,
    switchboard: &EntryRow,
    sure: &HashSet<String>,
    town: &str,
) {
    let own = row
        .phone
        .as_ref()
        .filter(|phone| row.phone_shown && sure.contains(&phone.digits()));
    if let Some(phone) = own {
        phone.as_str().clone_into(&mut entry.channels.phone);
    } else if let Some(phone) = &switchboard.phone
        && (row.phone.is_some() || is_run_by_town(&row.operator, town))
    {
        phone.as_str().clone_into(&mut entry.channels.phone);
        entry.via = Via::Switchboard;
        // What the sheet says of the number says it of the row's own.
        entry.number_note.clear();
        if !is_run_by_town(&row.operator, town) {
            // The city hall cannot put the call through to another house, but can tell its number.
            entry.say = format!("『{}』の今の電話番号を教えてください。", entry.name);
        }
    }
}

/// True for 朝霞市, 朝霞市（委託）, 狛江市 高齢障がい課; not for 朝霞市社会福祉協議会, which the city hall's
/// switchboard does not reach.
fn is_run_by_town(operator: &str, town: &str) -> bool {
    operator
        .strip_prefix(town)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '（']))
}

/// Of a doubtful row only those other numbers stay that a sure row shows too.
fn drop_doubtful(entry: &mut Entry, sure: &HashSet<String>) {
    if entry.confidence != Confidence::Low {
        return;
    }
    entry.channels.fax.clear();
    entry.channels.other_phones.retain(|other| {
        Phone::read(&other.number)
            .is_ok_and(|phone| phone.digits().len() == 3 || sure.contains(&phone.digits()))
    });
}

/// Somebody who calls a number that is not the desk's own needs to know what to ask for.
pub fn say_in_own_words(entries: &mut [Entry], switchboard: Option<&Phone>) {
    for entry in entries {
        let number = &entry.channels.phone;
        if entry.say.is_empty() && entry.via != Via::Direct && !number.is_empty() {
            entry.say = if switchboard.is_some_and(|phone| phone.as_str() == number) {
                format!("『{}』の担当につないでください。", entry.name)
            } else {
                format!("『{}』のことで相談したいです。", entry.name)
            };
        }
    }
}
