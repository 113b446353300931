//! The lines that answer a danger are there: whoever lives in one of the towns comes to one for each danger, by the number
//! that it has in the whole country, and no row is taken out of sight by a slip in its state.

use super::lines::{lines_for, shown_lines};
use crate::danger::DANGER_KINDS;
use crate::danger::Trait::MayLack;
use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, LINES, RULES, Reach};
use crate::official::{NATIONAL_LINES, NationalLine, ON_EVERY_PAGE};
use crate::phone::Phone;
use crate::town::TownSheets;

/// Only for some weeks of the year there is somebody behind it.
const OF_SOME_WEEKS: &str = "#9999";

/// Checks the country's numbers, then that each danger has a line in each town.
pub fn check_lines(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    for (_, row) in shown_lines(knowledge) {
        check_called(row, faults);
    }
    for (reach, row) in knowledge.lines.iter().filter(|(_, row)| !row.published) {
        check_hidden(knowledge, (reach, row), faults);
    }
    let is_told = faults.are_in(LINES, &["id", "地域", "電話", "種類", "状態"])
        || faults.are_in(RULES, &["always"]);
    let are_read = knowledge
        .lines
        .whole()
        .is_some_and(|lines| !lines.is_empty());
    if !are_read || !knowledge.kinds.are_whole() || is_told {
        return;
    }
    let before = faults.count();
    for line in &NATIONAL_LINES {
        check_is_there(knowledge, line, faults);
    }
    let are_read =
        |town: &TownSheets| town.entries.whole().is_some() && town.settings.whole().is_some();
    if faults.count() == before && towns.iter().all(are_read) {
        check_each_danger(knowledge, towns, faults);
    }
}

fn number_of(row: &EntryRow) -> Option<&str> {
    row.phone.as_ref().map(Phone::as_str)
}

/// A row that is called by a line of the country dials it.
fn check_called(row: &EntryRow, faults: &mut Faults) {
    let Some(number) = number_of(row).filter(|_| !faults.are_at(LINES, row.row, "電話")) else {
        return;
    };
    let is_called = |line: &&NationalLine| row.entry.name.contains(line.called);
    let mut lines = NATIONAL_LINES.iter().filter(is_called).peekable();
    let Some(first) = lines.peek().map(|line| line.number) else {
        return;
    };
    if !lines.any(|line| line.number == number) {
        let what = format!("「{}」の番号は {first} です", row.entry.name);
        faults.add(LINES, row.row, "電話", what, format!("{first} にします"));
    }
}

/// What is dialled everywhere by a short number is never out of sight. What every page carries is missed there.
fn check_hidden(knowledge: &Knowledge, (reach, row): (&Reach, &EntryRow), faults: &mut Faults) {
    let Some(number) = number_of(row) else {
        return;
    };
    let is_known = row.phone.as_ref().is_some_and(Phone::is_short)
        || NATIONAL_LINES.iter().any(|line| line.number == number);
    let mut shown = shown_lines(knowledge);
    let mut is_elsewhere =
        || shown.any(|(own, other)| own == reach && number_of(other) == Some(number));
    let is_missed = knowledge.always.contains(&row.id) || ON_EVERY_PAGE.contains(&number);
    if is_known && number != OF_SOME_WEEKS && !is_missed && !is_elsewhere() {
        let what = format!("{number} の行が、画面に出ません");
        let mend = "「公開」にします。もうない番号なら、行を消します";
        faults.add(LINES, row.row, "状態", what, mend);
    }
}

/// Where the knowledge has its kind.
fn check_is_there(knowledge: &Knowledge, line: &NationalLine, faults: &mut Faults) {
    let Some(kind) = line.kind.and_then(|kind| knowledge.kind_of(kind)) else {
        return;
    };
    let is_this = |(reach, row): &(Reach, EntryRow)| {
        *reach == Reach::Nation && number_of(row) == Some(line.number) && row.kinds.contains(&kind)
    };
    if !shown_lines(knowledge).any(is_this) {
        let (number, called) = (line.number, line.called);
        let what = format!("{called}（{number}）の、全国の公開の行がありません");
        let id = &knowledge.kinds[kind.index()].id;
        let mend = format!("「種類」に {id} のある行をもどします");
        faults.add(LINES, 0, "電話", what, mend);
    }
}

fn check_each_danger(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    for danger in DANGER_KINDS.iter().filter(|danger| !danger.is(MayLack)) {
        let Some(kind) = knowledge.kind_of(danger.kind) else {
            continue;
        };
        let lacks = |town: &&TownSheets| {
            let own = town.entries.iter().filter(|row| row.published);
            !own.chain(lines_for(knowledge, town))
                .any(|row| row.kinds.contains(&kind))
        };
        let lacking = towns.iter().filter(lacks);
        let names: Vec<&str> = lacking.map(|town| &*town.settings.name).collect();
        if !names.is_empty() {
            let (names, of, id) = (names.join("、"), danger.of, danger.kind);
            let what = format!("{names}で、{of}のときに出す窓口がありません");
            let mend = format!("「種類」に {id} のある公開の行を足すか、もどします");
            faults.add(LINES, 0, "種類", what, mend);
        }
    }
}
