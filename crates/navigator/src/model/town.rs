//! A municipality, its parts and its plan.

use super::entry::Entry;
use super::ids::{EntryId, PlanItemId};
use super::notice::Notice;
use super::source::Source;
use super::spelling::Spelling;
use serde::{Deserialize, Serialize};

/// A municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// Id of its folder of sheets.
    #[serde(skip)]
    pub id: String,
    /// 朝霞市.
    #[serde(skip)]
    pub name: String,
    /// 埼玉県.
    #[serde(skip)]
    pub prefecture: String,
    /// The city hall's switchboard.
    pub switchboard: EntryId,
    /// Title of the plan that the measures come from.
    #[serde(skip)]
    pub plan_title: String,
    /// Who publishes the site for it; empty while that is not settled.
    #[serde(skip)]
    pub operator: String,
    /// Whom to tell of a fault: a page, a mail address or a number; empty while that is not settled.
    #[serde(skip)]
    pub contact: String,
    /// Whose data this is built from, one sentence each.
    pub credits: Vec<String>,
}

/// A part of town.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its name, as 岩戸北; in a town of wards with the ward before it, as 中央区本町. No two parts share it, and links
    /// carry it.
    #[serde(skip)]
    pub name: String,
    /// The ward that it lies in, which is asked first; empty in a town without wards.
    #[serde(skip)]
    pub ward: String,
    /// Its reading.
    #[serde(skip)]
    pub reading: String,
    /// The district it belongs to.
    pub district: String,
}

impl Area {
    /// Its name within its ward, as 本町.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let name = self.name.strip_prefix(self.ward.as_str());
        name.filter(|name| !name.is_empty()).unwrap_or(&self.name)
    }
}

/// Depth in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanLevel {
    /// 基本目標.
    #[default]
    Goal,
    /// 方向性.
    Direction,
    /// 施策.
    Measure,
}

/// One line of the plan, in the plan's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// Id in the sheet.
    #[serde(skip)]
    pub id: String,
    /// Goal, direction or measure.
    pub level: PlanLevel,
    /// What it stands under.
    pub parent: Option<PlanItemId>,
    /// The plan's words.
    #[serde(skip)]
    pub name: String,
    /// 市 or 社協, where the plan says.
    #[serde(skip)]
    pub owner: String,
}

/// What a town adds to the knowledge: a file of its own ([`crate::read_town`]).
///
/// Entries are named by their places in the joined catalog: the town's own, then the lines, those of its prefecture (and
/// those that it shares with towns nearby) at the places that are given here and the country's around them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TownPart {
    /// The checksum of the knowledge that it was compiled with.
    pub knowledge: u64,
    /// The newest date that a source of a shown row carries, `YYYY-MM-DD`.
    #[serde(skip)]
    pub version: String,
    /// The town itself.
    pub town: Town,
    /// How the town writes what the knowledge says.
    pub spelling: Spelling,
    /// Windows and services of the town, then the lines that it shares and those of its prefecture.
    pub entries: Vec<Entry>,
    /// The places of these lines, which are the last of [`TownPart::entries`]; the first place first.
    pub lines: Vec<EntryId>,
    /// To each kind its entries, best first.
    pub by_kind: Vec<Vec<EntryId>>,
    /// Entries that stand on every page.
    pub always: Vec<EntryId>,
    /// Where its facts come from; entries count them after those of the knowledge.
    pub sources: Vec<Source>,
    /// Parts of town.
    pub areas: Vec<Area>,
    /// The plan.
    pub plan: Vec<PlanItem>,
    /// What holds in it from one day to another.
    pub notices: Vec<Notice>,
}
