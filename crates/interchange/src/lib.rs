//! What comes into the catalog from other programs and goes out to them: workbooks, review sheets, open-data standards.
//! Bytes in, bytes out: no file, no clock and no printing, so that it runs in a browser too. A town is the set of its
//! sheets, as the catalog reads them; what is told of it are values with a place and a mend.

mod note;
pub mod review;
mod table;
pub mod workbook;

pub use note::Note;
pub use table::Table;
