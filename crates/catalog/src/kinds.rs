//! The kinds of windows: the joint at which knowledge and towns meet.

use crate::fault::{Faults, Missed};
use crate::sheets::{Columns, Row, Seen, Sheet};
use crate::sources::Sources;
use crate::wording::{check_length, check_line, check_once, check_sentence, check_word};
use navigator::KindId;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// The sheet.
pub const KINDS: &str = "knowledge/kinds.csv";

/// The name of a kind stands over a card.
const LONGEST: usize = 40;
/// Fields of windows: a fold of the results each.
const FIELDS: [(&str, ()); 9] = [
    ("緊急", ()),
    ("総合", ()),
    ("高齢", ()),
    ("障害", ()),
    ("こころ・からだ", ()),
    ("子ども・家族", ()),
    ("お金・住まい・仕事", ()),
    ("安全・人権", ()),
    ("地域", ()),
];
/// How wide windows of a kind mostly reach.
const REACHES: [(&str, ()); 4] = [("市", ()), ("地域", ()), ("都県", ()), ("国", ())];

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Urgent,
    QuickExit,
    /// For whoever reads the sheet.
    Remark,
}

const MARKS: [(&str, Mark); 5] = [
    ("urgent", Mark::Urgent),
    ("quick_exit", Mark::QuickExit),
    ("compound", Mark::Remark),
    ("24h", Mark::Remark),
    ("language", Mark::Remark),
];
/// Columns that it may lack.
const MAY_LACK: Columns = Columns {
    without: &[],
    optional: &["代表番号", "代表で言うこと"],
};

/// The rows of `kinds.csv`, in its order.
#[derive(Clone, Debug, Default)]
pub struct Kinds(Seen<Vec<KindRow>>);

/// A row of `kinds.csv`.
#[derive(Clone, Debug)]
pub struct KindRow {
    /// The row as Excel counts it.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Field of windows.
    pub field: String,
    /// Plain name.
    pub plain: String,
    /// Answers a danger.
    pub urgent: bool,
    /// Whoever looks for it may have to close the page at once.
    pub quick_exit: bool,
    /// No switchboard stands in for it.
    pub direct: bool,
    /// What to say to a switchboard for it, without a reason.
    pub say: String,
}

/// A row as text. What the compiled file does not hold is for whoever reads the sheet.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct KindText {
    id: String,
    #[serde(rename = "分野")]
    field: String,
    #[serde(rename = "名前")]
    name: String,
    #[serde(rename = "やさしい名前")]
    plain: String,
    #[serde(rename = "だれのため")]
    who: String,
    #[serde(rename = "すること")]
    what: String,
    #[serde(rename = "根拠")]
    basis: String,
    #[serde(rename = "根拠の確かさ")]
    certainty: String,
    #[serde(rename = "広さ")]
    reach: String,
    #[serde(rename = "印")]
    marks: String,
    #[serde(rename = "代表番号")]
    switchboard: String,
    #[serde(rename = "代表で言うこと")]
    say: String,
}

/// What stands in 代表番号: whether the switchboard stands in where a town has no such window.
const SWITCHBOARD: [(&str, bool); 2] = [("", false), ("出さない", true)];

impl Deref for Kinds {
    type Target = [KindRow];

    fn deref(&self) -> &[KindRow] {
        &self.0
    }
}

impl Kinds {
    /// Reads `kinds.csv`.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let mut sheet = Sheet::read_with(MAY_LACK, sources, KINDS, faults);
        sheet.must_have_rows(faults);
        sheet.check_ids("id", |kind: &KindText| &kind.id, faults);
        sheet.check_unlike("名前", |kind| &kind.name, faults);
        sheet.check_unlike("やさしい名前", |kind| &kind.plain, faults);
        let kinds = sheet.rows().map(|row| read_kind(&row, faults)).collect();
        Self(sheet.seen(kinds, &["id"], faults))
    }

    /// True if all kinds that there are could be read.
    #[must_use]
    pub fn are_whole(&self) -> bool {
        self.0.whole().is_some()
    }

    /// The kinds of a list; for an id that is none `tell` gets what is missed, what is wrong and what to do.
    pub fn of(&self, ids: &[String], tell: &mut dyn FnMut(Missed, (String, &str))) -> Vec<KindId> {
        let mut known = Vec::new();
        for id in ids {
            match self.iter().position(|kind| kind.id == *id) {
                Some(place) => known.extend(u16::try_from(place).ok().map(KindId)),
                None if !self.are_whole() => {}
                None => tell(
                    Missed {
                        sheet: KINDS.to_owned(),
                        column: "id",
                        id: id.clone(),
                    },
                    (
                        format!("「{id}」という種類はありません"),
                        "kinds.csv の id を書きます",
                    ),
                ),
            }
        }
        known
    }
}

fn read_kind(row: &Row<KindText>, faults: &mut Faults) -> KindRow {
    let cells = row.cells;
    let filled = [
        ("分野", cells.field.as_str()),
        ("名前", &cells.name),
        ("やさしい名前", &cells.plain),
        ("だれのため", &cells.who),
        ("すること", &cells.what),
        ("根拠", &cells.basis),
        ("根拠の確かさ", &cells.certainty),
    ];
    row.place.filled(faults, &filled, "言葉を書きます");
    check_length(row.place, ("やさしい名前", &cells.plain), LONGEST, faults);
    if !cells.field.is_empty() {
        row.place.choice(faults, "分野", &cells.field, &FIELDS);
    }
    for (column, words) in [("名前", &cells.name), ("やさしい名前", &cells.plain)] {
        check_word(row.place, (column, words), faults);
        check_line(row.place, (column, words), faults);
    }
    check_sentence(row.place, ("代表で言うこと", &cells.say), faults);
    row.place.choice(faults, "広さ", &cells.reach, &REACHES);
    let marks = row.place.choices(faults, "印", &cells.marks, &MARKS);
    check_once(row.place, ("印", &cells.marks), faults);
    let direct = row
        .place
        .choice(faults, "代表番号", &cells.switchboard, &SWITCHBOARD);
    KindRow {
        row: row.place.row,
        id: cells.id.clone(),
        field: cells.field.clone(),
        plain: cells.plain.clone(),
        urgent: marks.contains(&Mark::Urgent),
        quick_exit: marks.contains(&Mark::QuickExit),
        direct: direct.unwrap_or(false),
        say: cells.say.clone(),
    }
}
