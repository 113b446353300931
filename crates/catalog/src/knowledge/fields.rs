//! `fields.csv`: the fields of trouble, in the order in which they are shown. They are few and are met as tiles: a name, a
//! picture, a few everyday words.

use crate::fault::Faults;
use crate::sheets::{Columns, Row, Seen, Sheet};
use crate::sources::Sources;
use crate::wording::check_length;
use navigator::{Field, FieldSort};
use serde::{Deserialize, Serialize};

/// The sheet.
pub const FIELDS: &str = "knowledge/fields.csv";

const COLUMNS: Columns = Columns {
    without: &[],
    optional: &["例", "絵", "印"],
};

/// A row of `fields.csv`.
#[derive(Clone, Debug)]
pub struct FieldRow {
    /// The row as Excel counts it.
    pub row: usize,
    /// Its name in the sheets and in conditions.
    pub id: String,
    /// What residents meet.
    pub field: Field,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct FieldText {
    #[serde(rename = "分野")]
    id: String,
    #[serde(rename = "見せる名前")]
    shown: String,
    #[serde(rename = "例")]
    examples: String,
    #[serde(rename = "絵")]
    picture: String,
    #[serde(rename = "印")]
    mark: String,
}

/// The pictures that the page brings along (its symbols in index.html); a misspelt one would be a blank.
const PICTURES: [(&str, &str); 14] = [
    ("alert-triangle", "alert-triangle"),
    ("cash", "cash"),
    ("home", "home"),
    ("briefcase", "briefcase"),
    ("heart-handshake", "heart-handshake"),
    ("disabled", "disabled"),
    ("brain", "brain"),
    ("baby-carriage", "baby-carriage"),
    ("users-group", "users-group"),
    ("language", "language"),
    ("building-community", "building-community"),
    ("scale", "scale"),
    ("rainbow", "rainbow"),
    ("help-circle", "help-circle"),
];
const SORTS: [(&str, FieldSort); 2] =
    [("danger", FieldSort::Danger), ("unsure", FieldSort::Unsure)];

/// A tile is read at a glance.
const LONGEST_NAME: usize = 24;
const LONGEST_EXAMPLES: usize = 24;

/// Reads the sheet.
pub fn read(sources: &Sources, faults: &mut Faults) -> Seen<Vec<FieldRow>> {
    let mut sheet: Sheet<FieldText> = Sheet::read_with(COLUMNS, sources, FIELDS, faults);
    sheet.must_have_rows(faults);
    sheet.check_unlike("分野", |row: &FieldText| &row.id, faults);
    sheet.check_unlike("見せる名前", |row| &row.shown, faults);
    let fields: Vec<FieldRow> = sheet.rows().map(|row| read_field(&row, faults)).collect();
    check_sorts(&fields, faults);
    sheet.seen(fields, &["分野"], faults)
}

/// Where any field is of a sort of its own, each sort is that of one: of two fields of danger, one is none.
fn check_sorts(fields: &[FieldRow], faults: &mut Faults) {
    let is_marked = |row: &FieldRow| row.field.sort != FieldSort::default();
    if faults.are_of(FIELDS) || !fields.iter().any(is_marked) {
        return;
    }
    for (mark, sort) in &SORTS {
        let marked = fields.iter().filter(|row| row.field.sort == *sort);
        let names: Vec<&str> = marked.map(|row| &*row.id).collect();
        if names.len() != 1 {
            let (count, names) = (names.len(), names.join("、"));
            let what = format!("「{mark}」の印のある分野が{count}あります（{names}）");
            faults.add(FIELDS, 0, "印", what, "1つの分野だけに書きます");
        }
    }
}

fn read_field(row: &Row<FieldText>, faults: &mut Faults) -> FieldRow {
    let (cells, place) = (row.cells, row.place);
    let filled = [("分野", cells.id.as_str()), ("見せる名前", &cells.shown)];
    place.filled(faults, &filled, "言葉を書きます");
    check_length(place, ("見せる名前", &cells.shown), LONGEST_NAME, faults);
    check_length(place, ("例", &cells.examples), LONGEST_EXAMPLES, faults);
    let picture = place.choices(faults, "絵", &cells.picture, &PICTURES);
    let sort = place.choices(faults, "印", &cells.mark, &SORTS);
    FieldRow {
        row: place.row,
        id: cells.id.clone(),
        field: Field {
            name: cells.shown.clone(),
            examples: cells.examples.clone(),
            picture: picture.concat(),
            sort: sort.first().copied().unwrap_or_default(),
        },
    }
}
