//! Two headings that changed places while the columns below them stayed: the sheet would be read whole and mean something
//! else. Columns may stand in any order, but two that stand for each other are a slip until what stands below says otherwise.

use super::cut::RawRow;
use super::head::{Head, Wanted};

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Id,
    Kana,
    Number,
    Date,
    Address,
    Mail,
    Words,
}

const ALL: [Look; 7] = [
    Look::Id,
    Look::Kana,
    Look::Number,
    Look::Date,
    Look::Address,
    Look::Mail,
    Look::Words,
];

/// How the cells of a column look, where they all look alike.
const LOOKS: [(&str, Look); 11] = [
    ("id", Look::Id),
    ("よみ", Look::Kana),
    ("電話", Look::Number),
    ("FAX", Look::Number),
    ("URL", Look::Address),
    ("フォーム", Look::Address),
    ("メール", Look::Mail),
    ("出典日", Look::Date),
    ("確認日", Look::Date),
    ("有効開始", Look::Date),
    ("有効終了", Look::Date),
];

/// What is wrong with two headings, of which each stands where the other belongs. `columns` are all that the sheet may have, in
/// the order of the docs. Where what stands below cannot tell whether the columns came along, only whoever moved them can.
pub fn swapped(head: &Head, rows: &[RawRow], columns: &Wanted) -> Option<(String, &'static str)> {
    // A column that a sheet may do without was put where somebody found room for it.
    let own: Vec<&str> = head.headings.iter().collect();
    let usual = columns.needed.iter();
    let known = own.iter().enumerate();
    let known = known.filter(|(_, heading)| columns.needed.iter().any(|column| column == *heading));
    let moved = known.zip(usual);
    let moved = moved.filter(|((_, heading), column)| **heading != column.as_str());
    let moved: Vec<usize> = moved.map(|((place, _), _)| place).collect();
    let &[one, other] = moved.as_slice() else {
        return None;
    };
    let (looks, below) = (
        [one, other].map(|place| look_of(own[place])),
        [one, other].map(|place| most(rows, place)),
    );
    let both = format!("見出し「{}」と「{}」", own[one], own[other]);
    if looks[0] != looks[1] && below == looks.map(Some) {
        return None;
    }
    if looks[0] != looks[1] && below == [looks[1], looks[0]].map(Some) {
        return Some((
            format!("{both}が入れかわっています"),
            "下の列に合う見出しにもどします",
        ));
    }
    let mend = "見出しだけが入れかわっていないかを見ます。列ごと動かしたなら、もとの順にもどします";
    Some((format!("{both}の順が、もとの表と逆です"), mend))
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
    } else if cell.contains('@') {
        Look::Mail
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
