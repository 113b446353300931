//! Rows to which no way is known: who can tell their number or pass on, so that no card leads nowhere.

use crate::entry::EntryRow;
use crate::kinds::Kinds;
use navigator::{Entry, EntryId, Expr, Form, Level, Spelling, Via};

/// Whoever passes on to the town's rows without a way: a window of the same house, or else the joined-up window, or else
/// the switchboard. `rows` are the rows of the town's entries, which come first.
pub fn pass_on(
    entries: &mut [Entry],
    rows: &[&EntryRow],
    joined_up: &[EntryId],
    switchboard: Option<EntryId>,
) {
    let passers: Vec<Option<EntryId>> = rows
        .iter()
        .zip(&*entries)
        .map(|(row, entry)| {
            has_no_way(entry)
                .then(|| {
                    let house = of_one_house(entries, rows, row);
                    house
                        .or_else(|| joined_up_window(entries, joined_up))
                        .or(switchboard)
                })
                .flatten()
        })
        .collect();
    for (place, by) in passers.into_iter().enumerate() {
        let Some(by) = by else { continue };
        let same_house = rows
            .get(by.index())
            .is_some_and(|passer| house(&passer.operator) == house(&rows[place].operator));
        let entry = &mut entries[place];
        entry.passed_on_by = Some(by);
        if entry.say.is_empty() {
            entry.say = if same_house {
                format!("『{}』のことで相談したいです。", entry.name)
            } else {
                format!("『{}』の今の電話番号を教えてください。", entry.name)
            };
        }
    }
}

/// A place that one can go to is a way.
fn has_no_way(entry: &Entry) -> bool {
    let channels = &entry.channels;
    let written = [
        &channels.phone,
        &channels.fax,
        &channels.mail,
        &channels.form,
        &channels.chat,
    ];
    let one_can_go = entry.form == Form::Facility && !channels.address.is_empty();
    written.iter().all(|way| way.is_empty()) && channels.other_phones.is_empty() && !one_can_go
}

/// A window of the same house with a number of its own.
fn of_one_house(entries: &[Entry], rows: &[&EntryRow], row: &EntryRow) -> Option<EntryId> {
    let mut others = (0..).map(EntryId).zip(entries.iter().zip(rows));
    let found = others.find(|(_, (entry, other))| {
        can_pass_on(entry)
            && entry.via != Via::Switchboard
            && house(&other.operator) == house(&row.operator)
    });
    found.map(|(id, _)| id)
}

fn joined_up_window(entries: &[Entry], joined_up: &[EntryId]) -> Option<EntryId> {
    let mut windows = joined_up.iter().copied();
    windows.find(|id| {
        let entry = entries.get(id.index());
        entry.is_some_and(|entry| entry.level == Level::Town && can_pass_on(entry))
    })
}

/// Whoever passes on is there for everybody, on any day.
fn can_pass_on(entry: &Entry) -> bool {
    !entry.channels.phone.is_empty()
        && entry.fits == Expr::Always
        && entry.areas.is_empty()
        && entry.valid_until.is_none()
        && entry.valid_from.is_none()
}

/// 朝霞市社会福祉協議会 of 「朝霞市社会福祉協議会（市の委託）」.
fn house(operator: &str) -> &str {
    let end = operator.find(['（', '(', ' ', '　', '・', '／']);
    &operator[..end.unwrap_or(operator.len())]
}

/// What is said to a switchboard for a main role that is not to be named.
pub fn say_without_a_reason(entries: &mut [Entry], kinds: &Kinds, spelling: &Spelling) {
    for entry in entries {
        if let (Via::Switchboard, Some(main)) = (entry.via, entry.kinds.first())
            && !kinds[main.index()].say.is_empty()
        {
            entry.say = spelling.apply(&kinds[main.index()].say);
        }
    }
}
