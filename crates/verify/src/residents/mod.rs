//! Golden residents: people in trouble for whom a social worker has written down what must be right, and the visits at
//! which it is judged.

mod resident;
mod visit;

pub use resident::{Resident, read_residents};
pub use visit::{Visit, as_json, as_text, percentile, receive, rules_lived};
