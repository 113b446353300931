//! Answers in, next question and suggestions out.
//!
//! Everything here is a pure function of `(catalog, answers, day)`: no DOM, no files, no clock, no
//! randomness, no panic. The app and the CLI are two skins over the same calls.

#![forbid(unsafe_code)]

mod alphabet;
mod ask;
mod call;
mod hours;
mod layout;
mod logic;
mod model;
mod order;
mod pack;
mod search;
mod share;
mod suggest;

pub use ask::{Ask, Step, next_step, weigh_questions};
pub use call::dial_address;
pub use hours::{Doubt, OpenStatus};
pub use logic::Truth;
pub use model::{
    Answer, Answers, Area, AreaId, Asker, Catalog, Channels, Choice, Closure, Confidence, Day,
    Entry, EntryId, Expr, Form, Holidays, Hours, Kind, KindId, Level, Moment, Need, NeedId,
    NeedSet, Needs, OnHolidays, OptionSet, PerAsker, PlanItem, PlanItemId, PlanLevel, Question,
    QuestionId, Rule, RuleId, RuleSort, Span, Town, Via, Weekday,
};
pub use pack::{FORMAT_VERSION, PackFault, pack, unpack};
pub use search::{search_entries, search_kinds, search_needs};
pub use suggest::{Outcome, Reason, Standing, Suggestion, suggest};
