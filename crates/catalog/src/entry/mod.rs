//! A window, service, facility or line: a row of a town's `entries.csv` or of the country's `lines.csv`.

mod contact;
mod hours;
mod place;
mod read;
mod row;
mod source;
mod text;
mod words;

pub use contact::{Numbers, StaleNumbers, VIAS, YES, read_number};
pub use hours::NamedHours;
pub use read::{ASKERS, CONFIDENCES, FORMS, Known, SHOWN, STATES, read_entry};
pub use row::EntryRow;
pub use source::{KnownSources, SourceRow};
pub use text::EntryText;
