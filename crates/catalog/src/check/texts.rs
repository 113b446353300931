//! Numbers that must not be used, wherever a resident would read them: not in the columns of numbers alone.

use crate::entry::{EntryRow, StaleNumbers};
use crate::fault::Faults;
use crate::knowledge::{Knowledge, LINES};
use crate::town::{NoticeRow, TownSheets};

/// Checks the words of all rows that are shown.
pub fn check_texts(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    let stale = &knowledge.numbers.stale;
    for (_, row) in &knowledge.lines {
        check_entry(row, LINES, stale, faults);
    }
    for town in towns {
        for row in &town.entries {
            check_entry(row, &town.sheet("entries.csv"), stale, faults);
        }
        for row in &town.notices {
            check_notice(row, &town.sheet("notices.csv"), stale, faults);
        }
    }
}

fn check_entry(row: &EntryRow, sheet: &str, stale: &StaleNumbers, faults: &mut Faults) {
    let entry = &row.entry;
    let texts = [
        ("名前", &entry.name),
        ("やさしい名前", &entry.plain),
        ("すること", &entry.what),
        ("使える人", &entry.who),
        ("番号の補足", &entry.number_note),
        ("行き方", &entry.channels.access),
        ("時間の補足", &entry.hours.note),
        ("予約", &entry.reservation),
        ("費用", &entry.cost),
        ("持ち物", &entry.bring),
        ("最初に言うこと", &entry.say),
    ];
    if row.published {
        tell(&texts, (sheet, row.row), stale, faults);
    }
}

fn check_notice(row: &NoticeRow, sheet: &str, stale: &StaleNumbers, faults: &mut Faults) {
    let notice = &row.notice;
    let texts = [
        ("題名", &notice.title),
        ("本文", &notice.text),
        ("だれが", &notice.who),
        ("方法", &notice.how),
        ("場所", &notice.place),
    ];
    if row.published {
        tell(&texts, (sheet, row.row), stale, faults);
    }
}

fn tell(
    texts: &[(&str, &String)],
    (sheet, row): (&str, usize),
    stale: &StaleNumbers,
    faults: &mut Faults,
) {
    for (column, text) in texts {
        if let Some((number, right)) = stale.first_in(text) {
            let what = format!("{number} は使ってはいけない古い番号です");
            let mend = format!("正しい番号（{right}）を公式ページで確かめて書きます");
            faults.add(sheet, row, column, what, mend);
        }
    }
}
