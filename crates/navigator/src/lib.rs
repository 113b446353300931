//! Answers in, next question and suggestions out.
//!
//! Everything here is a pure function of `(catalog, answers, day)`: no DOM, no files, no clock, no
//! randomness, no panic. The app and the CLI are two skins over the same calls.

#![forbid(unsafe_code)]

mod alphabet;
mod answers;
mod ask;
mod bits;
mod call;
mod cards;
mod catalog;
mod day;
mod hall;
mod holidays;
mod hours;
mod layout;
mod logic;
mod number;
mod open;
mod order;
mod pack;
mod search;
mod share;
mod suggest;
mod voice;

pub use answers::{Answer, Answers, Asker};
pub use ask::{Ask, Step, next_step, weigh_questions};
pub use bits::{NeedSet, Needs, OptionSet};
pub use call::dial_address;
pub use catalog::{
    Area, AreaId, Catalog, Channels, Choice, Confidence, Entry, EntryId, Form, Kind, KindId, Level,
    Need, NeedId, PerAsker, PlanItem, PlanItemId, PlanLevel, Question, QuestionId, Rule, RuleId,
    RuleSort, Town, Via,
};
pub use day::{Day, Moment, Weekday};
pub use holidays::Holidays;
pub use hours::{Closure, Hours, OnHolidays, Span};
pub use logic::{Expr, Truth};
pub use open::{Doubt, OpenStatus};
pub use pack::{FORMAT_VERSION, PackFault, pack, unpack};
pub use search::{search_entries, search_kinds, search_needs};
pub use suggest::{Outcome, Reason, Standing, Suggestion, suggest};
