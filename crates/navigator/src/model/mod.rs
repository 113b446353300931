//! The common types, at the bottom: what a catalog holds and what a person said.
//!
//! Data and look-ups only. What follows from them stands in the rooms above.
//!
//! What serde derives is the form in the compiled files: texts that each row has one of are left out there
//! (`serde(skip)`), because they stand together behind the numbers (`file::texts`). Something of each row stays, or a forged
//! list of nothing could be longer than the file.

mod answers;
mod asker;
mod catalog;
mod day;
mod entry;
mod expr;
mod holidays;
mod hours;
mod ids;
mod inferred;
mod knowledge;
mod notice;
mod phones;
mod sets;
mod sound;
mod source;
mod spelling;
mod town;

pub use answers::{Answer, Answers};
pub use asker::{Asker, PerAsker};
pub use catalog::Catalog;
pub use day::{Day, Moment, Weekday};
pub use entry::{Channels, Confidence, Entry, Form, Freshness, Level, OtherPhone, Via};
pub use expr::Expr;
pub use holidays::Holidays;
pub use hours::{Closure, DAY_MINUTES, Hours, LAST_OF_MONTH, OnHolidays, Season, Span};
pub use ids::{AreaId, EntryId, KindId, NeedId, PlanItemId, QuestionId, RuleId, SourceId};
pub use inferred::{Inferred, Part};
pub use knowledge::{
    Choice, Field, FieldSort, Kind, KnowledgePart, Need, Question, Rule, RuleSort,
};
pub use notice::Notice;
pub use sets::{IdSet, NeedSet, Needs, OptionSet, QuestionSet};
pub use sound::{gates, questions_going_round};
pub use source::Source;
pub use spelling::Spelling;
pub use town::{Area, PlanItem, PlanLevel, Town, TownPart};
