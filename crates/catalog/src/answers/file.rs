//! What a file of answers holds, in the sheets' own ids and not yet compared with any catalog.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The input of `catalog ask`.
#[derive(Clone, Debug, Default)]
pub struct AnswersFile {
    /// Id of the town; may be left out where the command line names it.
    pub town: Option<String>,
    /// Name of the part of town.
    pub area: Option<String>,
    /// `self`, `family` or `supporter`.
    pub asker: Option<String>,
    /// `2026-11-21` or `2026-11-21T10:30`, in Japan.
    pub now: Option<String>,
    /// Question id → option ids, `"unknown"` or `"declined"`.
    pub answers: BTreeMap<String, Given>,
}

/// One answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// `"unknown"`, `"declined"` or one option.
    Word(String),
    /// Options.
    Options(Vec<String>),
}

/// The id under which the troubles are asked.
pub const NEEDS_ID: &str = "needs";
/// The id under which the part of town is asked.
pub const AREA_ID: &str = "area";
