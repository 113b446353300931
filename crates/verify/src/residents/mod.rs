//! Golden residents: people in trouble for whom a social worker has written down what must be right, and the visits at
//! which it is judged.

mod judge;
mod met;
mod report;
mod resident;
mod shares;
mod visit;

pub use met::{Seen, Visit};
pub use report::Visits;
pub use resident::{Resident, read_residents};
pub use shares::{Shares, Worst};
pub use visit::{receive, rules_lived};
