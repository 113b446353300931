//! The lines that every page carries are there, can be dialled by everybody at any time, and the emergency numbers are
//! among them. No page may come about whose button dials nothing.

use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::kinds::KINDS;
use crate::knowledge::{Knowledge, LINES, RULES, Reach};
use crate::official::ON_EVERY_PAGE;
use crate::phone::Phone;
use navigator::{Confidence, Expr, KindId};

const COLUMN: &str = "always";

/// Checks the ids, then the rows, then that none is missing; what would only follow from a fault before is not said.
pub fn check_always(knowledge: &Knowledge, faults: &mut Faults) {
    let (lines, always) = (&knowledge.lines, &knowledge.always);
    let before = faults.count();
    let mut numbers = Vec::new();
    for (at, id) in always.iter().enumerate() {
        if always[..at].contains(id) {
            let what = format!("「{id}」が2回あります");
            faults.add(RULES, knowledge.always_row, COLUMN, what, "1つにします");
        }
        match lines
            .iter()
            .find(|(_, line)| line.id == *id && line.published)
        {
            Some((reach, row)) => {
                check_row(reach, row, faults);
                check_answers(knowledge, row, faults);
                numbers.extend(row.phone.as_ref().map(Phone::as_str));
            }
            None if lines.whole().is_some() => {
                let what = format!("「{id}」という公開の電話は lines.csv にありません");
                let mend = "lines.csv の id を書くか、その行を「公開」にします";
                faults.add(RULES, knowledge.always_row, COLUMN, what, mend);
            }
            None => {}
        }
    }
    let are_whole = numbers.len() == always.len();
    let is_told = lines
        .iter()
        .any(|(_, row)| always.contains(&row.id) && faults.are_at(LINES, row.row, "電話"));
    if knowledge.always_row > 0 && faults.count() == before && are_whole && !is_told {
        check_none_missing(knowledge, &numbers, faults);
    }
}

fn check_row(reach: &Reach, row: &EntryRow, faults: &mut Faults) {
    let mut tell = |column, what: &str, mend| {
        if !faults.are_at(LINES, row.row, column) {
            faults.add(LINES, row.row, column, what, mend);
        }
    };
    if row.phone.is_none() {
        let what = "どの画面にも出す電話なのに、番号がありません";
        tell("電話", what, "公式の番号を書きます");
    }
    if !row.phone_shown {
        tell("電話を出す", HIDDEN, "「出す」にします");
    }
    if row.entry.confidence == Confidence::Low {
        let mend = "公式ページで確かめて「高」か「中」にします";
        tell("確かさ", HIDDEN, mend);
    }
    if *reach != Reach::Nation {
        let what = "どの画面にも出す電話なのに、かけられない町があります";
        tell(
            "地域",
            what,
            "「全国」にするか、rules.toml の always から消します",
        );
    }
    if row.entry.fits != Expr::Always {
        let what = "どの画面にも出す電話なのに、条件があります";
        tell("条件", what, "空にします");
    }
    let number = row.phone.as_ref().map(Phone::as_str);
    let is_emergency = number.is_some_and(|number| ON_EVERY_PAGE.contains(&number));
    if is_emergency && !row.entry.hours.is_always_open() {
        let what = "110番と119番は、いつでもつながります";
        tell("受付時間", what, "「24時間」にします");
    }
    for column in days_it_lasts(row) {
        let what = "どの画面にも出す電話が、ある日に消えます";
        let mend = "空にするか、rules.toml の always から消します";
        tell(column, what, mend);
    }
}

/// The columns that let the row come or go on a day.
fn days_it_lasts(row: &EntryRow) -> impl Iterator<Item = &'static str> {
    let days = [
        ("有効開始", row.entry.valid_from),
        ("有効終了", row.entry.valid_until),
    ];
    let set = days.into_iter().filter(|(_, day)| day.is_some());
    set.map(|(column, _)| column)
}

/// What stands on every page is answered by whoever can help, not by somebody who passes it on.
fn check_answers(knowledge: &Knowledge, row: &EntryRow, faults: &mut Faults) {
    let is_passed_on = |kind: &KindId| !knowledge.kinds[kind.index()].direct;
    let Some(kind) = row.kinds.first().filter(|kind| is_passed_on(kind)) else {
        return;
    };
    let is_told = faults.are_at(LINES, row.row, "種類") || faults.are_in(KINDS, &["代表番号"]);
    if knowledge.kinds.are_whole() && !is_told {
        let kind = &knowledge.kinds[kind.index()].id;
        let what =
            format!("どの画面にも出す電話なのに、「{kind}」は、すぐ答える電話の種類ではありません");
        let mend = "「種類」を、kinds.csv の「代表番号」が「出さない」の種類から始めます";
        faults.add(LINES, row.row, "種類", what, mend);
    }
}

const HIDDEN: &str = "どの画面にも出す電話なのに、番号が出ません";

fn check_none_missing(knowledge: &Knowledge, numbers: &[&str], faults: &mut Faults) {
    let is_missing = |number: &&&str| !numbers.contains(number);
    for number in ON_EVERY_PAGE.iter().filter(is_missing) {
        let what = format!("{number} の行がありません");
        let mend = "lines.csv にある、この番号の行の id を足します";
        faults.add(RULES, knowledge.always_row, COLUMN, what, mend);
    }
}
