//! Rows and kinds beside each other: a condition that no kind of its row can meet hides the row from everybody.

use super::lines::shown_lines;
use crate::condition::can_hold;
use crate::entry::EntryRow;
use crate::fault::Faults;
use crate::knowledge::{Knowledge, LINES};
use crate::town::TownSheets;
use navigator::{Expr, QuestionId};

/// Checks the country's and the prefectures' lines.
pub fn check_lines(knowledge: &Knowledge, faults: &mut Faults) {
    let rows = shown_lines(knowledge).map(|(_, row)| row);
    check_rows(knowledge, rows, LINES, faults);
}

/// Checks a town's windows.
pub fn check_town(knowledge: &Knowledge, town: &TownSheets, faults: &mut Faults) {
    let rows = town.entries.iter().filter(|row| row.published);
    check_rows(knowledge, rows, &town.sheet("entries.csv"), faults);
}

fn check_rows<'r>(
    knowledge: &Knowledge,
    rows: impl Iterator<Item = &'r EntryRow>,
    sheet: &str,
    faults: &mut Faults,
) {
    let shape = |question: QuestionId| {
        let question = knowledge.questions.get(question.index());
        question.map_or((true, 0), |one| (one.multiple, one.options.len()))
    };
    for row in rows.filter(|row| row.entry.fits != Expr::Always && !row.kinds.is_empty()) {
        let shows = row.kinds.iter().any(|kind| {
            let both = [&row.entry.fits, &knowledge.fits[kind.index()]].map(Clone::clone);
            can_hold(&Expr::All(both.into()), &shape)
        });
        if !shows {
            let what = "この行の種類の条件（rules.toml の fits）とは、どの答えでも両立しません";
            let mend = "どちらかの条件を直します";
            faults.add(sheet, row.row, "条件", what, mend);
        }
    }
}
