//! Towns to write, and books to spoil.

use calamine::{Data, Reader, Xlsx};
use catalog::Sources;
use interchange::workbook::{Imported, export, import};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::Cursor;
use std::path::Path;
use std::sync::OnceLock;

/// The real catalog.
pub fn real() -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let mut sources = Sources::default();
    for folder in ["knowledge", "towns/asaka", "towns/komae"] {
        for item in std::fs::read_dir(root.join(folder)).expect("a folder") {
            let item = item.expect("a file");
            let name = format!("{folder}/{}", item.file_name().to_string_lossy());
            sources.insert(name, std::fs::read(item.path()).expect("bytes"));
        }
    }
    sources
}

/// The workbook of a town.
pub fn book(sources: &Sources, town: &str) -> Vec<u8> {
    export(sources, town, &[]).expect("a workbook")
}

/// The catalog and the workbook of 朝霞市, which most tests spoil: made once.
pub fn asaka() -> (&'static Sources, &'static [u8]) {
    static MADE: OnceLock<(Sources, Vec<u8>)> = OnceLock::new();
    let made = || {
        let sources = real();
        let bytes = book(&sources, "asaka");
        (sources, bytes)
    };
    let (sources, bytes) = MADE.get_or_init(made);
    (sources, bytes)
}

/// A cell that somebody puts in the place of another.
pub enum Put<'p> {
    Text(&'p str),
    Number(f64),
    Day(f64),
    Time(f64),
    Logical(bool),
    Formula(&'p str, &'p str),
}

/// The same workbook as somebody else's program would write it: other forms, other styles, the same words; then changed.
pub fn changed(bytes: &[u8], change: impl Fn(&str, &mut Worksheet)) -> Vec<u8> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut copy = Workbook::new();
    for name in book.sheet_names() {
        let sheet = copy.add_worksheet();
        sheet.set_name(&name).expect("a name");
        let range = book.worksheet_range(&name).expect("a sheet");
        for (row, column, value) in range.used_cells() {
            if let Data::String(text) = value {
                let row = u32::try_from(row).expect("a row");
                let column = u16::try_from(column).expect("a column");
                sheet.write_string(row, column, text).expect("a cell");
            }
        }
        change(&name, sheet);
    }
    copy.save_to_buffer().expect("bytes")
}

/// Puts something into a cell.
pub fn put(sheet: &mut Worksheet, (row, column): (u32, u16), put: &Put) {
    use rust_xlsxwriter::{Format, Formula};
    let day = Format::new().set_num_format("yyyy/m/d");
    let time = Format::new().set_num_format("h:mm");
    let done = match put {
        Put::Text(text) => sheet.write_string(row, column, *text).is_ok(),
        Put::Number(number) => sheet.write_number(row, column, *number).is_ok(),
        Put::Day(serial) => sheet
            .write_number_with_format(row, column, *serial, &day)
            .is_ok(),
        Put::Time(serial) => sheet
            .write_number_with_format(row, column, *serial, &time)
            .is_ok(),
        Put::Logical(is) => sheet.write_boolean(row, column, *is).is_ok(),
        Put::Formula(formula, gave) => {
            let formula = Formula::new(formula).set_result(*gave);
            sheet.write_formula(row, column, formula).is_ok()
        }
    };
    assert!(done);
}

/// Where a heading stands in a sheet.
pub fn column(bytes: &[u8], sheet: &str, heading: &str) -> u16 {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("a sheet");
    let mut heads = range.rows().next().expect("headings").iter();
    let at = heads.position(|cell| *cell == Data::String(heading.to_owned()));
    u16::try_from(at.unwrap_or_else(|| panic!("no {heading}"))).expect("a column")
}

/// What a workbook gives, or what is told of it.
pub fn read(bytes: &[u8], sources: &Sources, town: &str) -> Result<Imported, Vec<String>> {
    import(bytes, sources, town).map_err(|notes| notes.iter().map(ToString::to_string).collect())
}

/// A file of what was read, as text.
pub fn file(read: &Imported, name: &str) -> String {
    String::from_utf8(read.files[name].clone()).expect("text")
}
