//! `needs.csv`: troubles in the residents' own words, and which kinds of windows hear them.

use super::fields::{FIELDS, FieldRow};
use crate::fault::{Faults, Missed};
use crate::kinds::Kinds;
use crate::sheets::{Columns, Place, Row, Seen, Sheet, list};
use crate::sources::Sources;
use crate::wording::{check_length, check_once, check_word};
use navigator::{KindId, PerAsker};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The sheet.
pub const NEEDS: &str = "knowledge/needs.csv";

const COLUMNS: Columns = Columns {
    without: &[],
    optional: &["家族の言葉", "支える人の言葉"],
};

/// A row of `needs.csv`.
#[derive(Clone, Debug)]
pub struct NeedRow {
    /// The row as Excel counts it.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Fields of trouble in which somebody looks for it, the main one first.
    pub fields: Vec<String>,
    /// The words of each asker; empty where the first fits.
    pub text: PerAsker,
    /// The same in やさしい日本語.
    pub plain: String,
    /// Kinds to go to first.
    pub first: Vec<KindId>,
    /// Kinds that may help too.
    pub also: Vec<KindId>,
    /// Needs several offices by nature.
    pub compound: bool,
    /// A matter for one desk, whatever else somebody is troubled by.
    pub errand: bool,
    /// No trouble but the wish to help.
    pub giving: bool,
    /// What wears out those who help.
    pub strain: bool,
    /// Hard to say before others: stays out of links unless it is put in on purpose.
    pub sensitive: bool,
    /// Abuse of somebody: a switchboard stands behind the lines that answer themselves.
    pub direct: bool,
    /// Cannot wait.
    pub urgent: bool,
    /// Search words.
    pub search: Vec<String>,
}

impl NeedRow {
    /// Tells of a cell of this row; of one that could not be read nothing more is told.
    pub fn tell(&self, column: &str, what: String, mend: &str, faults: &mut Faults) {
        if !faults.are_at(NEEDS, self.row, column) {
            faults.add(NEEDS, self.row, column, what, mend);
        }
    }

    /// What a condition may call it: its id, and its main field with all others of it.
    pub fn word(&self) -> (String, String) {
        let main = self.fields.first().cloned();
        (self.id.clone(), main.unwrap_or_default())
    }
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct NeedText {
    id: String,
    #[serde(rename = "分野")]
    fields: String,
    #[serde(rename = "言葉")]
    words: String,
    #[serde(rename = "家族の言葉")]
    family: String,
    #[serde(rename = "支える人の言葉")]
    supporter: String,
    #[serde(rename = "やさしい言葉")]
    plain: String,
    #[serde(rename = "最初の窓口")]
    first: String,
    #[serde(rename = "ほかの窓口")]
    also: String,
    #[serde(rename = "確かめること")]
    to_check: String,
    #[serde(rename = "印")]
    marks: String,
    #[serde(rename = "聞く人")]
    askers: String,
    #[serde(rename = "検索の言葉")]
    search: String,
}

impl NeedText {
    /// The words of an asker, where they are others than the first.
    fn said_to<'n>(&'n self, own: &'n str) -> &'n str {
        if own == self.words { "" } else { own }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Compound,
    Errand,
    Giving,
    Strain,
    Sensitive,
    Direct,
    Urgent,
}

/// A misspelt mark would put into a link what is hard to say before others.
const MARKS: [(&str, Mark); 9] = [
    ("compound", Mark::Compound),
    ("errand", Mark::Errand),
    ("giving", Mark::Giving),
    ("strain", Mark::Strain),
    ("sensitive", Mark::Sensitive),
    ("safety", Mark::Sensitive),
    ("direct", Mark::Direct),
    ("urgent", Mark::Urgent),
    ("soon", Mark::Urgent),
];
const ASKERS: [(&str, ()); 3] = [("本人", ()), ("家族", ()), ("支える人", ())];

/// What the sheet says.
pub struct Needs {
    /// The troubles.
    pub rows: Seen<Vec<NeedRow>>,
    /// The kinds that are said to hear them.
    pub kinds: Seen<HashSet<KindId>>,
}

/// A trouble is a button.
const LONGEST: usize = 60;

/// Reads the sheet.
pub fn read(
    sources: &Sources,
    kinds: &Kinds,
    fields: &Seen<Vec<FieldRow>>,
    faults: &mut Faults,
) -> Needs {
    let mut sheet = Sheet::read_with(COLUMNS, sources, NEEDS, faults);
    sheet.must_have_rows(faults);
    sheet.check_ids("id", |need: &NeedText| &need.id, faults);
    sheet.check_unlike("言葉", |need| &need.words, faults);
    sheet.check_unlike("やさしい言葉", |need| &need.plain, faults);
    sheet.check_unlike("家族の言葉", |need| need.said_to(&need.family), faults);
    sheet.check_unlike(
        "支える人の言葉",
        |need| need.said_to(&need.supporter),
        faults,
    );
    let read = |row: Row<NeedText>| {
        check(row.cells, row.place, fields, faults);
        read_need(row.cells, row.place, kinds, faults)
    };
    let needs: Vec<NeedRow> = sheet.rows().map(read).collect();
    let kinds = needs
        .iter()
        .flat_map(|need| need.first.iter().chain(&need.also));
    Needs {
        kinds: sheet.seen(
            kinds.copied().collect(),
            &["最初の窓口", "ほかの窓口"],
            faults,
        ),
        rows: sheet.seen(needs, &["id", "分野"], faults),
    }
}

fn read_need(cells: &NeedText, place: Place, kinds: &Kinds, faults: &mut Faults) -> NeedRow {
    let marks = place.choices(faults, "印", &cells.marks, &MARKS);
    let mut kinds_in = |column: &str, cell: &str| {
        let mut tell = |missed, told: (String, &str)| place.miss(faults, column, missed, told);
        kinds.of(&list(cell), &mut tell)
    };
    NeedRow {
        row: place.row,
        id: cells.id.clone(),
        fields: list(&cells.fields),
        text: PerAsker {
            myself: cells.words.clone(),
            family: cells.family.clone(),
            supporter: cells.supporter.clone(),
        },
        plain: cells.plain.clone(),
        first: kinds_in("最初の窓口", &cells.first),
        also: kinds_in("ほかの窓口", &cells.also),
        compound: marks.contains(&Mark::Compound),
        errand: marks.contains(&Mark::Errand),
        giving: marks.contains(&Mark::Giving),
        strain: marks.contains(&Mark::Strain),
        sensitive: marks.contains(&Mark::Sensitive),
        direct: marks.contains(&Mark::Direct),
        urgent: marks.contains(&Mark::Urgent),
        search: list(&cells.search),
    }
}

fn check(cells: &NeedText, place: Place, fields: &Seen<Vec<FieldRow>>, faults: &mut Faults) {
    let filled = [
        ("分野", cells.fields.as_str()),
        ("言葉", &cells.words),
        ("やさしい言葉", &cells.plain),
    ];
    place.filled(faults, &filled, "言葉を書きます");
    let own = [
        ("家族の言葉", cells.family.as_str()),
        ("支える人の言葉", &cells.supporter),
    ];
    for (column, words) in filled.into_iter().chain(own) {
        check_word(place, (column, words), faults);
        check_length(place, (column, words), LONGEST, faults);
    }
    if list(&cells.first).is_empty() {
        place.fault(
            faults,
            "最初の窓口",
            "空です",
            "いちばん先に行く種類を書きます",
        );
    }
    check_fields(cells, place, fields, faults);
    place.choices(faults, "聞く人", &cells.askers, &ASKERS);
    check_once(place, ("分野", &cells.fields), faults);
    let named = [&cells.first, &cells.also].map(String::as_str).join(";");
    check_once(place, ("ほかの窓口", &named), faults);
    check_once(place, ("印", &cells.marks), faults);
    check_once(place, ("聞く人", &cells.askers), faults);
}

fn check_fields(cells: &NeedText, place: Place, fields: &Seen<Vec<FieldRow>>, faults: &mut Faults) {
    let Some(known) = fields.whole() else {
        return;
    };
    let named = list(&cells.fields).into_iter();
    for field in named.filter(|field| !known.iter().any(|known| known.id == *field)) {
        let what = format!("「{field}」という分野は fields.csv にありません");
        let mend = "fields.csv の分野を書くか、fields.csv に行を足します";
        let missed = Missed {
            sheet: FIELDS.to_owned(),
            column: "分野",
            id: field,
        };
        place.miss(faults, "分野", missed, (what, mend));
    }
}
