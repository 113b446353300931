//! A workbook's cells as they are found in the file, sheet by sheet. Only what holds something is kept, so that a lone cell
//! far below costs nothing. What a cell means is read by others.

use crate::note::Note;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use catalog::Sources;
use std::collections::BTreeMap;
use std::io::Cursor;

/// The most rows and columns of a sheet: the catalog takes no more either.
const ROWS: u32 = 20_001;
const COLUMNS: u32 = 500;

/// The cells of a sheet that hold anything, by row and column from 0.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The sheet's name.
    pub name: String,
    /// Its rows.
    pub rows: BTreeMap<u32, BTreeMap<u32, Value>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, as year, month and day.
    Day(u16, u8, u8),
    /// A time, or a day with one.
    Time,
    /// TRUE or FALSE.
    Logical(bool),
    /// A formula that fails, with what is shown for it.
    Failed(String),
    /// A formula of which the file holds no value.
    Formula,
}

const SAVE: &str = "Excel か LibreOffice で開き、「Excel ブック（.xlsx）」で保存しなおします";

/// The sheets of a workbook, in its order.
///
/// # Errors
/// What the bytes are instead of a workbook, or which sheet is too large.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Vec<Note>> {
    let refuse = |what: &str, mend: &str| vec![Note::new("", what, mend)];
    if bytes.len() > Sources::MOST_BYTES {
        return Err(refuse(
            "ブックが10メガバイトをこえています",
            "絵や、いらないシートを消します",
        ));
    }
    if !bytes.starts_with(b"PK") || is_of_libreoffice(bytes) {
        return Err(refuse(what_it_is(bytes), SAVE));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|problem| match problem {
        XlsxError::Password => refuse(
            "パスワードがかかっています",
            "パスワードを外して保存しなおします",
        ),
        _ => refuse("Excel のブック（xlsx）として読めません", SAVE),
    })?;
    let names = book.sheet_names();
    names.iter().map(|name| grid(&mut book, name)).collect()
}

/// Such a file begins with its kind, not packed.
fn is_of_libreoffice(bytes: &[u8]) -> bool {
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    bytes.get(30..).is_some_and(|rest| rest.starts_with(kind))
}

fn what_it_is(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        "古い Excel のブック（xls）か、パスワードのかかったブックです"
    } else if is_of_libreoffice(bytes) {
        "LibreOffice の形（ods）のブックです"
    } else {
        "Excel のブック（xlsx）ではありません"
    }
}

fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Grid, Vec<Note>> {
    let mut grid = Grid {
        name: name.to_owned(),
        ..Grid::default()
    };
    let refuse = |what: &str, mend: &str| vec![Note::new(name, what, mend)];
    // A sheet that is a chart has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Ok(grid);
    };
    loop {
        let read = cells.next_cell_with_formula();
        let Some(cell) = read.map_err(|_| refuse("シートを読めません", SAVE))? else {
            return Ok(grid);
        };
        let Some(value) = value(cell.value, cell.formula.is_some()) else {
            continue;
        };
        let (row, column) = cell.pos;
        if row >= ROWS || column >= COLUMNS {
            let what = format!(
                "2万行か500列をこえた所（{}行）に、何かが書いてあります",
                row + 1
            );
            return Err(refuse(&what, "いらない行と列を、行ごと・列ごと消します"));
        }
        grid.rows.entry(row).or_default().insert(column, value);
    }
}

/// What a cell holds; nothing where it holds nothing that can be seen.
fn value(data: DataRef, is_formula: bool) -> Option<Value> {
    Some(match data {
        DataRef::String(text) => words(&text)?,
        DataRef::SharedString(text) => words(text)?,
        DataRef::Int(number) => Value::Number(number as f64),
        DataRef::Float(number) => Value::Number(number),
        DataRef::Bool(is) => Value::Logical(is),
        DataRef::DateTime(day) => moment(day),
        DataRef::DateTimeIso(text) => iso(&text),
        DataRef::DurationIso(_) => Value::Time,
        DataRef::Error(shown) => Value::Failed(shown.to_string()),
        DataRef::Empty => is_formula.then_some(Value::Formula)?,
    })
}

/// Words without the spaces around them, with the line ends of the catalog.
fn words(text: &str) -> Option<Value> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

fn moment(at: ExcelDateTime) -> Value {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    let is_day = at.is_datetime() && at.as_f64() >= 1.0 && at.as_f64().fract() == 0.0;
    if is_day {
        Value::Day(year, month, day)
    } else {
        Value::Time
    }
}

/// `2026-07-27`, with midnight behind it or without.
fn iso(text: &str) -> Value {
    let day = text.strip_suffix("T00:00:00").unwrap_or(text);
    let mut parts = day.split('-').map(|part| part.parse::<u16>().ok());
    let mut next = || parts.next().flatten();
    let (year, month, date) = (next(), next(), next());
    let small = |number: u16| u8::try_from(number).ok();
    match (year, month.and_then(small), date.and_then(small)) {
        (Some(year), Some(month), Some(date)) => Value::Day(year, month, date),
        _ => Value::Time,
    }
}
