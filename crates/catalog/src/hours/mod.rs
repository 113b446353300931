//! Opening hours: the strict grammar of the sheets, other ways of writing, for which the mend is the exact text, and the
//! holidays of the law.

mod agreement;
mod belief;
mod cells;
mod days;
mod fault;
mod holidays;
mod loose;
mod season;
mod strict;
mod times;

pub use agreement::check_agreement;
pub use belief::known_until;
pub use cells::hours_of_cells;
pub use fault::HoursFault;
pub use holidays::{holidays, holidays_of};
pub use loose::{Loose, read_loose};
pub use strict::{read_closures, read_spans};
