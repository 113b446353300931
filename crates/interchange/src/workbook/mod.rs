//! The workbook: all sheets of a town in one file for Excel and LibreOffice, and back. What is written comes back as it
//! was; what a spreadsheet program did to it is understood, or refused with sheet and cell.

pub(crate) mod book;
mod cell;
pub(crate) mod export;
mod grid;
mod guide;
mod import;
pub(crate) mod layout;
pub(crate) mod look;
mod names;
mod places;
pub(crate) mod settings;
mod shared;
mod sheet;

pub use export::export;
pub use import::{Imported, import};
pub use places::Places;
