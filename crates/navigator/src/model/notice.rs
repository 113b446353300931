//! What holds in a town from one day to another: a call for comments on a plan, a day of advice out of turn.

use super::day::Day;
use super::ids::SourceId;
use serde::{Deserialize, Serialize};

/// A notice of a town, shown from its first day to its last and then gone. Empty texts mean: no source gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// What it is, in one line.
    #[serde(skip)]
    pub title: String,
    /// What it is about.
    #[serde(skip)]
    pub text: String,
    /// Who may.
    #[serde(skip)]
    pub who: String,
    /// How.
    #[serde(skip)]
    pub how: String,
    /// Where to read it, or where it is.
    #[serde(skip)]
    pub place: String,
    /// Official page.
    #[serde(skip)]
    pub url: String,
    /// The number to call.
    #[serde(skip)]
    pub phone: String,
    /// Mail address.
    #[serde(skip)]
    pub mail: String,
    /// The first day on which it holds.
    pub first: Day,
    /// The last one.
    pub last: Day,
    /// Where it comes from.
    pub source: Option<SourceId>,
    /// The day on which a person checked it.
    pub checked: Option<Day>,
}

impl Notice {
    /// True on its first day, its last, and those between.
    #[must_use]
    pub fn is_shown_on(&self, today: Day) -> bool {
        self.first <= today && today <= self.last
    }
}
