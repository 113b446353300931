//! Answers in, next question and suggestions out.
//!
//! Everything here is a pure function of `(catalog, answers, day)`: no DOM, no files, no clock, no
//! randomness, no panic. The app and the CLI are two skins over the same calls.

#![forbid(unsafe_code)]

mod ask;
mod call;
mod file;
mod hours;
mod logic;
mod model;
mod order;
mod search;
mod share;
mod suggest;

pub use ask::{Ask, Step, next_step, weigh_questions};
pub use call::dial_address;
pub use file::{
    FORMAT_VERSION, FileFault, Knowledge, join, read_knowledge, read_town, write_both,
    write_knowledge, write_town,
};
pub use hours::{Doubt, OpenStatus};
pub use logic::Truth;
pub use model::{
    Answer, Answers, Area, AreaId, Asker, Catalog, Channels, Choice, Closure, Confidence, Day,
    Entry, EntryId, Expr, Field, FieldSort, Form, Freshness, Holidays, Hours, IdSet, Inferred,
    Kind, KindId, KnowledgePart, LAST_OF_MONTH, Level, Moment, Need, NeedId, NeedSet, Needs,
    Notice, OnHolidays, OptionSet, OtherPhone, Part, PerAsker, PlanItem, PlanItemId, PlanLevel,
    Question, QuestionId, QuestionSet, Rule, RuleId, RuleSort, Season, Source, SourceId, Span,
    Spelling, Town, TownPart, Via, Weekday, questions_going_round,
};
pub use search::{Found, Place, Search, search_needs, who_hears_anything};
pub use suggest::{
    Asks, By, FIRST_CARDS, Outcome, Reason, Row, Standing, Suggestion, VISIBLE_ROWS, Visible,
    WHOLE_CARDS, suggest,
};
