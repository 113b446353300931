//! A person's answers in the sheets' own ids, as staff, tests and reports write them: read with all faults at once, and
//! written so that they are read back to the same.

mod file;
mod json;
mod read;
mod write;

pub use file::{AREA_ID, AnswersFile, Given, NEEDS_ID};
pub use json::read_answers_json;
pub use read::{Said, read_answers, read_said};
pub use write::write_answers;
