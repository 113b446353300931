//! Golden residents: people in trouble for whom a social worker has written down what must be right, and the visits at
//! which it is judged.

mod judge;
mod report;
mod resident;
mod visit;

pub use report::{Visit, Visits};
pub use resident::{Resident, read_residents};
pub use visit::{receive, rules_lived};
