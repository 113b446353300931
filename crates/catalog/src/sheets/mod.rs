//! CSV and TOML as rows of text: a type a sheet, whose names are the headings. What the rows mean is read above.

mod cut;
mod form;
mod head;
mod limits;
mod seen;
mod settings;
mod shape;
mod signs;
mod spoilt;
mod swapped;
mod table;
mod toml_words;

pub use cut::cells_under;
pub use form::plain_text;
pub use seen::Seen;
pub use settings::{Lines, read_toml, unique};
pub use table::{Columns, ID_MEND, Place, Row, Sheet, is_plain_id, list, not_an_id};
