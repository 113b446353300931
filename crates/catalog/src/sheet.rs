//! CSV as Excel writes it: headings in Japanese, a mark at the start, blanks around cells, cells of
//! several lines.

use crate::fault::Faults;
use std::collections::HashMap;
use std::path::Path;

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

    /// Notes a fault in one cell.
    pub fn fault(
        &self,
        faults: &mut Faults,
        column: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        faults.add(&self.sheet, self.number, column, what, mend);
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
    pub fn read(root: &Path, name: &str, columns: &[&'static str], faults: &mut Faults) -> Self {
        let mut sheet = Self { rows: Vec::new() };
        let bytes = match std::fs::read(root.join(name)) {
            Ok(bytes) => bytes,
            Err(problem) => {
                faults.add(
                    name,
                    0,
                    "",
                    format!("表を読めません（{problem}）"),
                    "この名前の表を置きます。行がなくても見出しは要ります",
                );
                return sheet;
            }
        };
        let Ok(text) = std::str::from_utf8(&bytes) else {
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
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let headings: Vec<String> = match reader.headers() {
            Ok(headings) => headings.iter().map(str::to_owned).collect(),
            Err(problem) => {
                faults.add(
                    name,
                    1,
                    "",
                    format!("見出しを読めません（{problem}）"),
                    "1行目に見出しを書きます",
                );
                return sheet;
            }
        };
        let mut at: Vec<(usize, &'static str)> = Vec::new();
        for &column in columns {
            match headings.iter().position(|heading| heading == column) {
                Some(place) => at.push((place, column)),
                None => faults.add(
                    name,
                    1,
                    column,
                    "この見出しがありません",
                    "1行目に見出しを足します。見出しの名前は変えません",
                ),
            }
        }
        for heading in &headings {
            if !heading.is_empty() && !columns.contains(&heading.as_str()) {
                faults.add(
                    name,
                    1,
                    heading,
                    "知らない見出しです",
                    format!("見出しは {} です", columns.join("、")),
                );
            }
        }
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(problem) => {
                    faults.add(
                        name,
                        0,
                        "",
                        format!("行を読めません（{problem}）"),
                        "その行の「\"」の数と「,」を確かめます",
                    );
                    continue;
                }
            };
            let number = record.position().map_or(0, |position| {
                usize::try_from(position.record()).unwrap_or(0)
            }) + 1;
            if record.iter().all(str::is_empty) {
                continue;
            }
            if record.len() != headings.len() {
                faults.add(
                    name,
                    number,
                    "",
                    format!(
                        "欄が{}個あります（見出しは{}個）",
                        record.len(),
                        headings.len()
                    ),
                    "「,」を含む文は「\"」で囲みます。Excel で開いて保存すると直ります",
                );
            }
            let cells = at
                .iter()
                .map(|&(place, column)| (column, record.get(place).unwrap_or("").trim().to_owned()))
                .collect();
            sheet.rows.push(Row {
                sheet: name.to_owned(),
                number,
                cells,
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
