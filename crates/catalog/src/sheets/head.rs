//! The headings of a table: which columns it has and in which order. What is wrong with them is told as the one thing
//! that happened to the sheet: another separator, rows above, a heading that was changed.

use super::cut::RawRow;
use super::limits::COLUMNS;
use crate::fault::Faults;
use csv::StringRecord;
use encoding_rs::SHIFT_JIS;

/// The columns that a sheet may have.
pub struct Wanted {
    /// Those that it must have, in the order of the docs.
    pub needed: Vec<String>,
    /// These, and those that it may do without, in the order of the docs.
    pub all: Vec<String>,
}

/// What all rows of a sheet share.
pub struct Head {
    /// The sheet.
    pub name: String,
    /// The row in which the headings stand.
    pub row: usize,
    /// The headings in the order of the sheet; empty for a column that has none.
    pub headings: StringRecord,
}

/// How many rows may stand above the headings and still be found to do so.
const LOOKED_AT: usize = 20;
const KEEP: &str = "見出しの名前は変えません";

impl Wanted {
    fn is_known(&self, heading: &str) -> bool {
        self.all.iter().any(|column| column == heading)
    }

    /// How many of the needed columns stand in a row.
    fn found_in<'c>(&self, cells: impl Iterator<Item = &'c str> + Clone) -> usize {
        let stands = |column: &&String| cells.clone().any(|cell| cell == **column);
        self.needed.iter().filter(stands).count()
    }

    fn is_most(&self, found: usize) -> bool {
        found * 2 >= self.needed.len()
    }

    fn listed(&self) -> String {
        const SHOWN: usize = 5;
        let first: Vec<&str> = self.needed.iter().take(SHOWN).map(String::as_str).collect();
        let more = if self.needed.len() > SHOWN {
            " …"
        } else {
            ""
        };
        format!("{}{more}", first.join("、"))
    }
}

/// The headings of a table, from its first rows that hold anything. Nothing if the rows cannot be read by them; what is
/// wrong has been told then.
pub fn head(name: &str, rows: &[RawRow], columns: &Wanted, faults: &mut Faults) -> Option<Head> {
    let Some(top) = rows.first() else {
        let mend = format!("1行目に見出し（{}）を書きます", columns.listed());
        faults.add(name, 1, "", "表が空です", mend);
        return None;
    };
    let row = top.number;
    if top.cells.len() > COLUMNS {
        let what = format!("列が{}個あります（{COLUMNS}個まで）", top.cells.len());
        faults.add(name, row, "", what, "いらない列を消します");
        return None;
    }
    if !columns.is_most(columns.found_in(top.cells.iter())) {
        let (what, mend) = no_headings(rows, top, columns);
        faults.add(name, row, "", what, mend);
        return None;
    }
    let headings = Headings { top, columns };
    let wrong = headings.missing_and_doubled();
    for (column, what, mend) in &wrong {
        faults.add(name, row, column, what, mend);
    }
    if !wrong.is_empty() {
        return None;
    }
    for heading in headings.unknown() {
        let mend = format!("列を消すか、正しい見出しにします。{KEEP}");
        faults.add(name, row, heading, "知らない見出しです", mend);
    }
    Some(Head {
        name: name.to_owned(),
        row,
        headings: top.cells.clone(),
    })
}

/// What happened to a sheet whose first row holds no headings, and what to do.
fn no_headings(rows: &[RawRow], top: &RawRow, columns: &Wanted) -> (String, String) {
    let below = rows.iter().skip(1).take(LOOKED_AT);
    let found = |row: &&RawRow| columns.is_most(columns.found_in(row.cells.iter()));
    if let Some(row) = below.clone().find(found) {
        let what = format!("見出しが1行目ではなく{}行目にあります", row.number);
        return (what, "見出しより上の行を消します".to_owned());
    }
    let line = top.cells.iter().collect::<Vec<_>>().join(",");
    for (between, sign) in [
        ("タブ", '\t'),
        ("「;」", ';'),
        ("「、」", '、'),
        ("「，」", '，'),
        ("「|」", '|'),
    ] {
        let cells = line.split(sign).map(|cell| cell.trim().trim_matches('"'));
        if columns.is_most(columns.found_in(cells)) {
            let what = format!("区切りが「,」ではなく{between}です");
            return (what, SAVE.to_owned());
        }
    }
    if is_garbled(&top.cells, columns) {
        let mend = "前に保存したファイルにもどし、Excel では「データ」の「テキストまたは CSV から」で、UTF-8 として開きます";
        return (
            "文字化けしたまま保存されています".to_owned(),
            mend.to_owned(),
        );
    }
    let what = "1行目が、この表の見出しではありません".to_owned();
    let mend = format!(
        "1行目を見出し（{}）にします。別の表を保存していないかも見ます",
        columns.listed()
    );
    (what, mend)
}

/// How to save a table so that it can be read.
pub const SAVE: &str = "Excel では「CSV UTF-8（コンマ区切り）」を選んで保存します";

/// UTF-8 that was opened as Shift_JIS and saved so: 「蜷榊燕」 for 「名前」.
fn is_garbled(cells: &StringRecord, columns: &Wanted) -> bool {
    let line = cells.iter().collect::<Vec<_>>().join(",");
    let (bytes, _, _) = SHIFT_JIS.encode(&line);
    let meant = String::from_utf8_lossy(&bytes);
    // What could not be written in it stands as 「&#…;」, and only the cells around it are lost.
    columns.found_in(meant.split(',')) * 4 >= columns.needed.len().max(4)
        && columns.found_in(meant.split(',')) > columns.found_in(cells.iter())
}

/// Headings most of which are right.
struct Headings<'t> {
    top: &'t RawRow,
    columns: &'t Wanted,
}

/// A column, what is wrong with its heading, and what to do.
type Wrong = (String, String, String);

impl<'t> Headings<'t> {
    fn missing_and_doubled(&self) -> Vec<Wrong> {
        let (mut wrong, mut missing): (Vec<Wrong>, Vec<&str>) = Default::default();
        for column in &self.columns.all {
            match self.top.cells.iter().filter(|cell| cell == column).count() {
                0 if self.columns.needed.contains(column) => missing.push(column),
                0 | 1 => {}
                count => {
                    let what = format!("この見出しが{count}つあります");
                    let mend = "1つをのこして、ほかの列を消します".to_owned();
                    wrong.push((column.clone(), what, mend));
                }
            }
        }
        for (written, right) in self.renamed(&mut missing) {
            let what = format!("見出しが「{written}」になっています");
            wrong.push((
                right.to_owned(),
                what,
                format!("「{right}」にもどします。{KEEP}"),
            ));
        }
        wrong.extend(missing_together(&missing));
        wrong
    }

    fn unknown(&self) -> Vec<&'t str> {
        let cells = self.top.cells.iter();
        cells
            .filter(|cell| !cell.is_empty() && !self.columns.is_known(cell))
            .collect()
    }

    /// Unknown headings that stand where a missing one belongs; those are no longer missing then.
    fn renamed<'m>(&self, missing: &mut Vec<&'m str>) -> Vec<(&'t str, &'m str)> {
        let unknown = self.unknown();
        if let ([written], [right]) = (unknown.as_slice(), missing.as_slice()) {
            let pair = (*written, *right);
            missing.clear();
            return vec![pair];
        }
        let cells: Vec<&str> = self.top.cells.iter().collect();
        let mut pairs = Vec::new();
        for written in unknown {
            let place = cells.iter().position(|cell| *cell == written).unwrap_or(0);
            let left = place.checked_sub(1).map(|left| cells[left]);
            let mut columns = missing.iter();
            if let Some(at) = columns.position(|column| self.comes_before(column) == left) {
                pairs.push((written, missing.remove(at)));
            }
        }
        pairs
    }

    /// The column that stands before another in the docs.
    fn comes_before(&self, column: &str) -> Option<&str> {
        let needed = &self.columns.needed;
        let place = needed.iter().position(|one| one == column)?;
        place.checked_sub(1).map(|before| needed[before].as_str())
    }
}

/// Many columns that are gone are one thing that happened.
fn missing_together(missing: &[&str]) -> Option<Wrong> {
    let mend = format!("1行目に見出しを足します。{KEEP}");
    match missing {
        [] => None,
        [one] => Some(((*one).to_owned(), "この見出しがありません".to_owned(), mend)),
        more => {
            let what = format!(
                "見出しが{}個ありません（「{}」）",
                more.len(),
                more.join("」「")
            );
            Some((String::new(), what, mend))
        }
    }
}
