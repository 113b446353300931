//! A town's sheets as a workbook.

use super::book::Book;
use super::guide;
use super::layout::SHEETS;
use super::shared::Lists;
use super::sheet::Page;
use crate::note::Note;
use catalog::{Fault, Sources};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The workbook of a town, with what is wrong in its sheets marked. A town of which nothing is there yet gives one to be
/// filled. The same sheets give the same bytes.
///
/// # Errors
/// What no workbook can be made of.
pub fn export(sources: &Sources, town: &str, faults: &[Fault]) -> Result<Vec<u8>, Vec<Note>> {
    let book = Book::read(sources, town)?;
    write(sources, town, &book, faults).map_err(|why| problem(&why))
}

/// That no workbook can be made.
pub fn problem(why: &XlsxError) -> Vec<Note> {
    let what = format!("ブックを作れません（{why}）");
    vec![Note::new("", what, "作った人に知らせます")]
}

/// A workbook without a sheet, which names no day of its own.
///
/// # Errors
/// As the writer's.
pub fn blank() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // The crate would write the clock's day.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(workbook)
}

fn write(
    sources: &Sources,
    town: &str,
    book: &Book,
    faults: &[Fault],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = blank()?;
    guide::guide(workbook.add_worksheet(), town, &book.settings)?;
    let mut lists = Lists::default();
    for (name, file) in SHEETS {
        let path = format!("towns/{town}/{file}");
        let page = Page {
            name,
            file,
            book,
            faults: faults.iter().filter(|fault| fault.sheet == path).collect(),
        };
        page.write(workbook.add_worksheet(), &mut lists)?;
    }
    guide::settings(workbook.add_worksheet(), &book.settings)?;
    guide::kinds(workbook.add_worksheet(), sources)?;
    guide::needs(workbook.add_worksheet(), sources)?;
    lists.write(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}
