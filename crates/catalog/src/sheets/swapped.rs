//! Two headings that changed places while the columns below them stayed: the sheet would be read whole and mean something
//! else. Columns may stand in any order, so the order alone says nothing: what stands below has to say it too.

use super::cut::RawRow;
use super::head::Head;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Id,
    Kana,
    Number,
    Date,
    Address,
    Words,
}

const ALL: [Look; 6] = [
    Look::Id,
    Look::Kana,
    Look::Number,
    Look::Date,
    Look::Address,
    Look::Words,
];

/// How the cells of a column look, where they all look alike.
const LOOKS: [(&str, Look); 9] = [
    ("id", Look::Id),
    ("よみ", Look::Kana),
    ("電話", Look::Number),
    ("FAX", Look::Number),
    ("URL", Look::Address),
    ("出典日", Look::Date),
    ("確認日", Look::Date),
    ("有効開始", Look::Date),
    ("有効終了", Look::Date),
];

/// The two headings that changed places, if any did. `columns` are all that the sheet may have, in the order of the docs.
pub fn swapped<'h>(
    head: &'h Head,
    rows: &[RawRow],
    columns: &[String],
) -> Option<(&'h str, &'h str)> {
    let own: Vec<&str> = head.headings.iter().collect();
    let usual = columns
        .iter()
        .filter(|column| own.contains(&column.as_str()));
    let known = own.iter().enumerate();
    let known = known.filter(|(_, heading)| columns.iter().any(|column| column == *heading));
    let moved = known.zip(usual);
    let moved = moved.filter(|((_, heading), column)| **heading != column.as_str());
    let moved: Vec<usize> = moved.map(|((place, _), _)| place).collect();
    let &[one, other] = moved.as_slice() else {
        return None;
    };
    let (looks, other_looks) = (look_of(own[one]), look_of(own[other]));
    // Of two columns that look alike only their reader can tell.
    let fits = most(rows, one) == Some(other_looks) && most(rows, other) == Some(looks);
    (fits && looks != other_looks).then(|| (own[one], own[other]))
}

fn look_of(heading: &str) -> Look {
    let known = LOOKS.iter().find(|(name, _)| *name == heading);
    known.map_or(Look::Words, |(_, look)| *look)
}

/// How most of the filled cells of a column look.
fn most(rows: &[RawRow], place: usize) -> Option<Look> {
    let cells = rows.iter().filter_map(|row| row.cells.get(place));
    let looks: Vec<Look> = cells.filter(|cell| !cell.is_empty()).map(look).collect();
    let is_most = |one: &Look| looks.iter().filter(|other| *other == one).count() * 2 > looks.len();
    ALL.into_iter().find(is_most)
}

fn look(cell: &str) -> Look {
    let all = |is: fn(char) -> bool| cell.chars().all(is);
    let is_of_a_number = |sign: char| sign.is_ascii_digit() || "-#/".contains(sign);
    let is_kana = |sign: char| matches!(sign, 'ぁ'..='ゖ' | 'ー' | '・' | ' ' | '　');
    if cell.starts_with("http") {
        Look::Address
    } else if all(is_of_a_number) {
        let is_date = cell.starts_with("19") || cell.starts_with("20");
        if is_date { Look::Date } else { Look::Number }
    } else if all(|sign| sign.is_ascii_alphanumeric() || "-_".contains(sign)) {
        Look::Id
    } else if all(is_kana) {
        Look::Kana
    } else {
        Look::Words
    }
}
