//! The sheets beside the day on which they are read: nobody checked anything tomorrow, and what is over is shown to nobody.

use crate::dates::{first_day, read_day};
use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::sheets::{cells_under, plain_text};
use crate::sources::Sources;
use crate::town::TownSheets;
use navigator::Day;

/// Columns whose day has been.
const PAST: [&str; 3] = ["出典日", "確認日", "日付"];
/// Columns whose day may be still to come.
const VALID: [&str; 2] = ["有効開始", "有効終了"];
/// What is further away was not meant: an end that is not known is empty.
const FURTHEST: i32 = 10 * 366;

/// Checks the days of all sheets, and that each town has something to show.
pub fn check_days(sources: &Sources, today: Day, faults: &mut Faults) {
    let sheets = sources.paths().filter(|path| path.ends_with(".csv"));
    for sheet in sheets.filter(|path| !path.starts_with("lang/")) {
        let Some(text) = sources.get(sheet).and_then(|bytes| plain_text(bytes).ok()) else {
            continue;
        };
        for (row, column, cell) in cells_under(text, &PAST) {
            if first_day(&cell).is_some_and(|day| day > today) {
                let what = format!("「{cell}」は、まだ来ていない日です");
                faults.add(
                    sheet,
                    row,
                    &column,
                    what,
                    "その資料の日か、確かめた日に直します",
                );
            }
        }
        for (row, column, cell) in cells_under(text, &VALID) {
            if read_day(&cell).is_some_and(|day| day > today.plus(FURTHEST)) {
                let what = format!("「{cell}」は10年より先です");
                faults.add(
                    sheet,
                    row,
                    &column,
                    what,
                    "正しい日に直すか、決まっていなければ空にします",
                );
            }
        }
    }
}

/// A town whose rows are all over has nothing to show but the lines of the country.
pub fn check_is_shown(knowledge: &Knowledge, town: &TownSheets, today: Day, faults: &mut Faults) {
    let mut shown = town.entries.iter().filter(|row| row.published).peekable();
    if shown.peek().is_some() && !shown.any(|row| row.entry.is_valid_on(today)) {
        let what = "公開の行が、どれも今日は有効ではありません";
        let mend = "今も使える窓口の「有効開始」と「有効終了」を直します";
        faults.add(&town.sheet("entries.csv"), 0, "有効終了", what, mend);
    }
    let fallback = town.entries.iter().filter(|row| {
        row.published
            && row
                .kinds
                .iter()
                .any(|kind| knowledge.fallback.contains(kind))
    });
    let mut fallback = fallback.peekable();
    if fallback.peek().is_some() && !fallback.any(|row| row.entry.is_valid_on(today)) {
        let what =
            "だれにでも案内する窓口（rules.toml の fallback）が、どれも今日は有効ではありません";
        let mend = "「有効開始」と「有効終了」を直すか、代わりの行を足します";
        faults.add(&town.sheet("entries.csv"), 0, "有効開始", what, mend);
    }
}
