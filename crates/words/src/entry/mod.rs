//! What an entry says of itself: how it is reached, what to say there, what is known and what is not, and from where.

mod facts;
mod number;
mod origin;
mod report;
mod source;
mod ways;

pub use facts::{Fact, facts, unknown, unknown_sentence};
pub use number::{call_label, number_label, number_note, other_call_label, say_lines, whose};
pub use origin::{Origin, origin, origin_of};
pub use report::report_about;
pub use source::{askers, card_mark, measures, source};
pub use ways::{Sort, WayTo, ways_to};
