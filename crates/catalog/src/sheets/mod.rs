//! CSV as Excel writes it: headings in Japanese, a mark at the start, blanks around cells, cells of
//! several lines.

use crate::fault::Faults;
use crate::sources::Sources;
use std::collections::HashMap;

/// A sheet: its rows.
pub struct Sheet {
    /// In the sheet's order.
    pub rows: Vec<Row>,
}

/// One row; cells are trimmed.
pub struct Row {
    sheet: String,
    /// The row as Excel counts it.
    pub number: usize,
    cells: HashMap<&'static str, String>,
}

impl Row {
    /// The cell of a column; empty if the sheet lacks it.
    #[must_use]
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// An own copy of the cell.
    #[must_use]
    pub fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// The parts of a cell with several values.
    pub fn list(&self, column: &str) -> Vec<String> {
        self.cell(column)
            .split([';', '；'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Notes a fault in one cell. A column that the sheet lacks is one fault of its heading, not one
    /// of every row.
    pub fn fault(
        &self,
        faults: &mut Faults,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        if self.cells.contains_key(column) {
            faults.add(&self.sheet, self.number, column, what, mend);
        }
    }

    /// Looks a cell's word up in a list of allowed ones; a word that is not in it is a fault.
    pub fn choice<T: Copy>(
        &self,
        faults: &mut Faults,
        column: &str,
        allowed: &[(&str, T)],
    ) -> Option<T> {
        let cell = self.cell(column);
        let found = allowed.iter().find(|(word, _)| *word == cell);
        if found.is_none() {
            let words: Vec<String> = allowed
                .iter()
                .map(|(word, _)| format!("「{word}」"))
                .collect();
            self.fault(
                faults,
                column,
                format!("「{cell}」は使えません"),
                format!("{}のどれかにします", words.join("")),
            );
        }
        found.map(|&(_, value)| value)
    }
}

impl Sheet {
    /// Reads a sheet that must have exactly these columns (in any order).
    pub fn read(
        sources: &Sources,
        name: &str,
        columns: &[&'static str],
        faults: &mut Faults,
    ) -> Self {
        let mut sheet = Self { rows: Vec::new() };
        let Some(bytes) = sources.get(name) else {
            faults.add(
                name,
                0,
                "",
                "表を読めません（見つかりません）",
                "この名前の表を置きます。行がなくても見出しは要ります",
            );
            return sheet;
        };
        let Ok(text) = std::str::from_utf8(bytes) else {
            faults.add(
                name,
                0,
                "",
                "文字の形式が UTF-8 ではありません",
                "Excel では「CSV UTF-8（コンマ区切り）」を選んで保存します",
            );
            return sheet;
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rows = split_rows(text)
            .into_iter()
            .filter_map(|row| Some((row.number, row.cells()?, row.broken)));
        let Some((top, headings, _)) = rows.next() else {
            faults.add(name, 1, "", "表が空です", "1行目に見出しを書きます");
            return sheet;
        };
        let at = columns_at(name, top, &headings, columns, faults);
        for (number, cells, broken) in rows {
            if let Some(what) = broken {
                faults.add(name, number, "", what, QUOTES_MEND);
            } else if cells.len() < headings.len()
                || cells
                    .iter()
                    .skip(headings.len())
                    .any(|cell| !cell.is_empty())
            {
                faults.add(
                    name,
                    number,
                    "",
                    format!(
                        "欄が{}個あります（見出しは{}個）",
                        cells.len(),
                        headings.len()
                    ),
                    "「,」を含む文は「\"」で囲みます。Excel で開いて保存すると直ります",
                );
            } else if let Some((_, cell)) = headings
                .iter()
                .zip(&cells)
                .find(|(heading, cell)| heading.is_empty() && !cell.is_empty())
            {
                faults.add(
                    name,
                    number,
                    "",
                    format!("見出しのない列に「{cell}」があります"),
                    "見出しのある列に書くか、消します",
                );
            }
            let cell = |place: usize| cells.get(place).cloned().unwrap_or_default();
            sheet.rows.push(Row {
                sheet: name.to_owned(),
                number,
                cells: at
                    .iter()
                    .map(|&(place, column)| (column, cell(place)))
                    .collect(),
            });
        }
        sheet
    }

    /// Notes ids that stand twice, are empty, or have signs that ids may not have.
    pub fn check_ids(&self, column: &str, faults: &mut Faults) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for row in &self.rows {
            let id = row.cell(column);
            if id.is_empty() {
                row.fault(faults, column, "空です", "ほかと重ならない id を書きます");
            } else if !id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
            {
                row.fault(
                    faults,
                    column,
                    format!("「{id}」は id に使えません"),
                    "半角の小文字、数字、「-」「_」だけで書きます",
                );
            } else if let Some(first) = seen.insert(id, row.number) {
                row.fault(
                    faults,
                    column,
                    format!("「{id}」は{first}行にもあります"),
                    "どちらかの id を変えるか、1行にまとめます",
                );
            }
        }
    }
}

/// Where each column stands; headings that are missing, unknown or there twice are faults.
fn columns_at(
    name: &str,
    row: usize,
    headings: &[String],
    columns: &[&'static str],
    faults: &mut Faults,
) -> Vec<(usize, &'static str)> {
    let mut at = Vec::new();
    for &column in columns {
        let mut places = headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| *heading == column);
        match places.next() {
            Some((place, _)) => at.push((place, column)),
            None => faults.add(
                name,
                row,
                column,
                "この見出しがありません",
                "1行目に見出しを足します。見出しの名前は変えません",
            ),
        }
        if places.next().is_some() {
            faults.add(
                name,
                row,
                column,
                "この見出しが2つあります",
                "どちらかの列を消します",
            );
        }
    }
    for heading in headings {
        if !heading.is_empty() && !columns.contains(&heading.as_str()) {
            faults.add(
                name,
                row,
                heading,
                "知らない見出しです",
                format!("見出しは {} です", columns.join("、")),
            );
        }
    }
    at
}

/// One row as it stands in the file.
struct RawRow<'a> {
    /// As Excel counts it.
    number: usize,
    text: &'a str,
    /// What is wrong with its quotes.
    broken: Option<&'static str>,
}

impl RawRow<'_> {
    /// Its cells, trimmed; `None` if there is nothing in them.
    fn cells(&self) -> Option<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        let record = reader.records().next()?.ok()?;
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        cells.iter().any(|cell| !cell.is_empty()).then_some(cells)
    }
}

const QUOTES_MEND: &str =
    "「\"」で始めた欄は「\"」で閉じ、欄の中の「\"」は2つ重ねます。Excel で書くと自動でそうなります";

/// Cuts a sheet into rows as Excel counts them: an empty line is a row, a line break between quotes is
/// none. A row whose quotes do not close ends with its line, so that it does not swallow the others.
fn split_rows(text: &str) -> Vec<RawRow<'_>> {
    let mut rows = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let (end, broken) = row_end(text.as_bytes(), start);
        let line_break = if text[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
        rows.push(RawRow {
            number: rows.len() + 1,
            text: &text[start..end],
            broken,
        });
        start = end + line_break;
    }
    rows
}

/// Where the row that starts here ends, and what is wrong with its quotes.
fn row_end(text: &[u8], start: usize) -> (usize, Option<&'static str>) {
    #[derive(Clone, Copy, PartialEq)]
    enum In {
        Start,
        Plain,
        Quotes,
        Closed,
    }
    let line_end = |from: usize| {
        let rest = text.iter().skip(from);
        from + rest
            .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
            .count()
    };
    let mut cell = In::Start;
    let mut opened = start;
    let mut at = start;
    while let Some(&byte) = text.get(at) {
        cell = match (cell, byte) {
            (In::Quotes, b'"') if text.get(at + 1) == Some(&b'"') => {
                at += 1;
                In::Quotes
            }
            (In::Quotes, b'"') => In::Closed,
            (In::Quotes, _) => In::Quotes,
            (_, b'\r' | b'\n') => return (at, None),
            (_, b',') => In::Start,
            (In::Start, b'"') => {
                opened = at;
                In::Quotes
            }
            (In::Closed, b' ') => In::Closed,
            (In::Closed, _) => return (line_end(opened), Some("「\"」が閉じた後に文字があります")),
            (In::Start | In::Plain, _) => In::Plain,
        };
        at += 1;
    }
    if cell == In::Quotes {
        (line_end(opened), Some("「\"」が閉じていません"))
    } else {
        (at, None)
    }
}
