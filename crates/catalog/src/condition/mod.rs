//! Conditions as staff write them: `年れい=65歳以上 かつ (世帯=18歳未満の子ども または 困りごと=c01/c04)`.
//!
//! Two steps: the text by its grammar, which knows no word, and then its words by the vocabulary of the sheets.

mod fault;
mod grammar;
mod read;
mod sense;
mod tree;
mod vocabulary;

pub use fault::ConditionFault;
pub use grammar::is_name;
pub use read::{condition_or_always, read_condition};
pub use sense::can_hold;
pub use vocabulary::Vocabulary;
