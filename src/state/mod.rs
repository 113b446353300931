//! What the program holds while somebody uses it: visits, what was said in them, and the steps gone so far. In memory alone.

mod left;
mod load;
mod screen;
mod session;
mod steps;
mod visit;

pub use screen::{Fault, List, Question, Screen};
pub use session::{Kept, Session, as_text, use_session};
pub use steps::Scene;
