//! A municipality, its parts and its plan.

use super::ids::{EntryId, PlanItemId};

/// A municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Town {
    /// Id of its folder of sheets.
    pub id: String,
    /// 朝霞市.
    pub name: String,
    /// 埼玉県.
    pub prefecture: String,
    /// The city hall's switchboard.
    pub switchboard: EntryId,
    /// Title of the plan that the measures come from.
    pub plan_title: String,
    /// Whose data this is built from, one sentence each.
    pub credits: Vec<String>,
}

/// A part of town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its name, as 岩戸北.
    pub name: String,
    /// Its reading.
    pub reading: String,
    /// The district it belongs to.
    pub district: String,
}

/// Depth in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanItem {
    /// Id in the sheet.
    pub id: String,
    /// Goal, direction or measure.
    pub level: PlanLevel,
    /// What it stands under.
    pub parent: Option<PlanItemId>,
    /// The plan's words.
    pub name: String,
    /// 市 or 社協, where the plan says.
    pub owner: String,
}
