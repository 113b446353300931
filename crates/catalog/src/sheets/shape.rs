//! The shape of a table below its headings: as many cells in a row as there are headings, and no more rows than anybody
//! writes.

use super::cut::{Broken, RawRow};
use super::head::{Head, Wanted};
use super::limits::{CELL, ROWS};
use super::swapped::swapped;

/// What to do where a table has too many rows.
pub const FEWER_ROWS: &str = "いらない行を消すか、表を分けます";
const CELLS_MEND: &str = "「,」を含む文は「\"」で囲みます。Excel で開いて保存すると直ります";
const LENGTH_MEND: &str = "短くします。「\"」の閉じわすれで、下の行までのみこんでいないかも見ます";
const QUOTES_MEND: &str =
    "「\"」で始めた欄は「\"」で閉じ、欄の中の「\"」は2つ重ねます。Excel で書くと自動でそうなります";

/// What is wrong with all rows alike, so that none of them is read: row, what, mend. The first row is that of the headings.
pub fn wrong_as_a_whole(
    raw: &[RawRow],
    head: &Head,
    columns: &Wanted,
) -> Option<(usize, String, &'static str)> {
    let rows = raw.get(1..).unwrap_or_default();
    if rows.len() > ROWS {
        let what = format!("行が{ROWS}行をこえています");
        return Some((0, what, FEWER_ROWS));
    }
    if let (2.., Some(have)) = (rows.len(), same_wrong_length(rows, head)) {
        let want = head.headings.len();
        let what = format!("見出しは{want}個で、その下はどの行も欄が{have}個です");
        return Some((head.row, what, "1行目と、その下の行の列をそろえます"));
    }
    if let Some(row) = rows.iter().find(|row| row.cells == head.headings) {
        let what = format!("見出しが{}行にもあります", row.number);
        return Some((
            head.row,
            what,
            "表が2回入っていれば、2回目を消します。見出しは1行目だけです",
        ));
    }
    if let Some((row, count)) = doubled(rows) {
        let what = format!("{row}行から下の{count}行が、その上の行と同じです");
        return Some((row, what, "2回目を消します"));
    }
    let (what, mend) = swapped(head, rows, columns)?;
    Some((head.row, what, mend))
}

/// Where the rows begin once more, and how many they are.
fn doubled(rows: &[RawRow]) -> Option<(usize, usize)> {
    let (first, second) = rows.split_at(rows.len() / 2);
    let is_same = |(one, other): (&RawRow, &RawRow)| one.cells == other.cells;
    let is_doubled =
        first.len() > 1 && first.len() == second.len() && first.iter().zip(second).all(is_same);
    is_doubled.then(|| (second[0].number, second.len()))
}

/// A row that is none of the table's: a sum below it, or a remark in one cell.
pub fn is_no_row(row: &RawRow, head: &Head) -> Option<(String, &'static str)> {
    const SUMS: [&str; 6] = ["合計", "小計", "総計", "総数", "計", "合計数"];
    const FEWEST: usize = 4;
    let filled: Vec<&str> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let mend = "表の行でなければ消します";
    if let Some(sum) = filled.iter().find(|cell| SUMS.contains(cell))
        && filled.len() * 2 <= head.headings.len().max(4)
    {
        return Some((format!("「{sum}」の行があります"), mend));
    }
    let is_alone = filled.len() == 1 && head.headings.len() >= FEWEST && row.broken.is_none();
    is_alone.then(|| (format!("「{}」だけの行です", filled[0]), mend))
}

/// The number of cells that all rows have, if it is another one than that of the headings.
fn same_wrong_length(rows: &[RawRow], head: &Head) -> Option<usize> {
    let first = length(rows.first()?, head);
    let all = rows
        .iter()
        .all(|row| row.broken.is_none() && length(row, head) == first);
    (all && first != head.headings.len()).then_some(first)
}

/// Refuses a row that is broken or has more or fewer cells than there are headings: what is wrong, and what to do.
pub fn check_shape(row: &RawRow, head: &Head) -> Result<(), (String, &'static str)> {
    if let Some(broken) = row.broken {
        return Err(match broken {
            Broken::Open => ("「\"」が閉じていません".to_owned(), QUOTES_MEND),
            Broken::AfterQuote => ("「\"」が閉じた後に文字があります".to_owned(), QUOTES_MEND),
            Broken::TooLong => (format!("{CELL}字をこえる欄があります"), LENGTH_MEND),
        });
    }
    let want = head.headings.len();
    if let Some(lines) = row.cells.iter().find_map(|cell| swallowed(cell, want)) {
        let what = format!("「\"」の閉じわすれで、下の{lines}行が1つの欄に入っています");
        return Err((what, QUOTES_MEND));
    }
    let have = length(row, head);
    if have != want {
        let what = format!("欄が{have}個あります（見出しは{want}個）");
        return Err((what, CELLS_MEND));
    }
    Ok(())
}

/// How many lines below its own a cell holds, if one of them is a whole row: a quote that nobody closed ends at the next
/// one, rows below, and they would be lost.
fn swallowed(cell: &str, columns: usize) -> Option<usize> {
    let lines = cell.split('\n').skip(1);
    let is_row = |line: &str| line.matches(',').count() + 1 >= columns.max(3);
    let count = lines.clone().count();
    lines.take(count).any(is_row).then_some(count)
}

/// How many cells a row has; empty ones behind the headings do not count.
fn length(row: &RawRow, head: &Head) -> usize {
    let (have, want) = (row.cells.len(), head.headings.len());
    let surplus = row.cells.iter().skip(want).any(|cell| !cell.is_empty());
    if surplus { have } else { have.min(want) }
}
