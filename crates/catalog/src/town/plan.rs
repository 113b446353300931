//! `plan.csv`: the plan that the town answers to, from goals to measures.

use crate::fault::{Faults, Missed};
use crate::sheets::{Place, Seen, Sheet};
use crate::sources::Sources;
use crate::wording::{check_line, check_word};
use navigator::PlanLevel;
use serde::{Deserialize, Serialize};

/// A row of `plan.csv`.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// The sheet's row.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Goal, direction or measure.
    pub level: PlanLevel,
    /// Id of what it stands under.
    pub parent: String,
    /// The plan's words.
    pub name: String,
    /// 市 or 社協.
    pub owner: String,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct PlanText {
    id: String,
    #[serde(rename = "種別")]
    level: String,
    #[serde(rename = "親")]
    parent: String,
    #[serde(rename = "名前")]
    name: String,
    #[serde(rename = "担当")]
    owner: String,
    #[serde(rename = "説明")]
    paragraph: String,
}

/// What a row of the plan is.
pub const LEVELS: [(&str, PlanLevel); 3] = [
    ("基本目標", PlanLevel::Goal),
    ("方向性", PlanLevel::Direction),
    ("施策", PlanLevel::Measure),
];

/// Who carries out a measure.
pub const OWNERS: [(&str, ()); 3] = [("", ()), ("市", ()), ("社協", ())];

/// Reads the sheet.
pub fn read(sources: &Sources, folder: &str, faults: &mut Faults) -> Seen<Vec<PlanRow>> {
    let name = format!("{folder}/plan.csv");
    let sheet = Sheet::read(sources, &name, faults);
    sheet.check_ids("id", |item: &PlanText| &item.id, faults);
    let mut plan: Vec<PlanRow> = Vec::new();
    for row in sheet.rows() {
        let (cells, place) = (row.cells, row.place);
        let level = place.choice(faults, "種別", &cells.level, &LEVELS);
        let above = sheet.seen(plan.as_slice(), &["id"], faults);
        check_parent(cells, place, level, (&name, &above), faults);
        check_owner(cells, place, level, faults);
        place.filled(faults, &[("名前", &cells.name)], "計画の言葉のまま書きます");
        check_word(place, ("名前", &cells.name), faults);
        check_line(place, ("名前", &cells.name), faults);
        // A word that cannot be read is one fault, and not one of every row that names this one.
        let otherwise = if cells.parent.is_empty() {
            PlanLevel::Goal
        } else {
            PlanLevel::Measure
        };
        plan.push(PlanRow {
            row: place.row,
            id: cells.id.clone(),
            level: level.unwrap_or(otherwise),
            parent: cells.parent.clone(),
            name: cells.name.clone(),
            owner: cells.owner.clone(),
        });
    }
    sheet.seen(plan, &["id", "種別"], faults)
}

/// A goal has no parent; what else has one stands below it.
fn check_parent(
    cells: &PlanText,
    place: Place,
    level: Option<PlanLevel>,
    (sheet, above): (&str, &Seen<&[PlanRow]>),
    faults: &mut Faults,
) {
    let parent = &cells.parent;
    let goes_without = level.map_or(parent.is_empty(), |level| level == PlanLevel::Goal);
    if goes_without != parent.is_empty() {
        let mend = "上にある行の id を書きます（基本目標では空にします）";
        place.fault(faults, "親", "基本目標だけが親を持ちません", mend);
    } else if !parent.is_empty()
        && above
            .whole()
            .is_some_and(|above| above.iter().all(|item| item.id != *parent))
    {
        let what = format!("「{parent}」という行が上にありません");
        let missed = Missed {
            sheet: sheet.to_owned(),
            column: "id",
            id: parent.clone(),
        };
        place.miss(faults, "親", missed, (what, "上にある行の id を書きます"));
    } else if let Some(level) = level
        && let Some(item) = above.iter().find(|item| item.id == *parent)
        && item.level as u8 >= level as u8
    {
        let what = format!("「{}」の下に「{}」は置けません", item.name, cells.level);
        let mend = "方向性の親は基本目標、施策の親は方向性か基本目標です";
        place.fault(faults, "親", what, mend);
    }
}

/// Who carries out a measure; what stands above the measures has nobody of its own.
fn check_owner(cells: &PlanText, place: Place, level: Option<PlanLevel>, faults: &mut Faults) {
    place.choice(faults, "担当", &cells.owner, &OWNERS);
    if level.is_some_and(|level| level != PlanLevel::Measure) && !cells.owner.is_empty() {
        let what = "施策でない行に担当があります";
        place.fault(faults, "担当", what, "空にします。担当は施策に書きます");
    }
}
