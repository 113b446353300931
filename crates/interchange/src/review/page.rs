//! The page: a line for each cell that differs, with room for an answer, a name and a day. It can be printed.

use super::changes::Change;
use crate::note::Note;
use crate::workbook::export::{blank, problem};
use crate::workbook::look;
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

const SHEET: &str = "確かめる";
const COLUMNS: [(&str, u16); 10] = [
    ("シート", 10),
    ("id", 20),
    ("名前", 24),
    ("項目", 16),
    ("前", 36),
    ("今", 36),
    ("答え", 12),
    ("正しくは", 30),
    ("確かめた人", 14),
    ("日付", 13),
];
/// What is answered.
const ANSWERS: [&str; 3] = ["合っている", "ちがう", "わからない"];
/// Where it is answered.
const ANSWER: u16 = 6;

/// A workbook of one sheet. The same changes give the same bytes.
///
/// # Errors
/// That none can be made of them.
pub fn page(changes: &[Change]) -> Result<Vec<u8>, Vec<Note>> {
    write(changes).map_err(|why| problem(&why))
}

fn write(changes: &[Change]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = blank()?;
    let sheet = workbook.add_worksheet();
    heads(sheet)?;
    for (row, change) in (1..).zip(changes) {
        line(sheet, row, change)?;
    }
    let last = u32::try_from(changes.len().max(1)).unwrap_or(1);
    let answers = DataValidation::new().allow_list_strings(&ANSWERS)?;
    sheet.add_data_validation(1, ANSWER, last, ANSWER, &answers)?;
    sheet.autofilter(0, 0, last, 9)?;
    sheet.set_freeze_panes(1, 0)?;
    for_paper(sheet)?;
    workbook.save_to_buffer()
}

fn heads(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(SHEET)?;
    for (at, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
        sheet.set_column_format(at, &look::wide())?;
        sheet.write_string_with_format(0, at, heading, &look::heading(false))?;
    }
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, change: &Change) -> Result<(), XlsxError> {
    let words = [
        change.sheet,
        &change.id,
        &change.name,
        &change.heading,
        &change.before,
        &change.after,
    ];
    for (at, word) in (0..).zip(words).filter(|(_, word)| !word.is_empty()) {
        sheet.write_string_with_format(row, at, word, &look::wide())?;
    }
    Ok(())
}

/// Sideways, as wide as the paper, with lines to write between, the headings on each page.
fn for_paper(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0).set_print_gridlines(true);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
