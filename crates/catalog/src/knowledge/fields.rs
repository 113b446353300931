//! `fields.csv`: the fields of trouble, in the order in which they are shown.

use crate::fault::Faults;
use crate::sheets::{Seen, Sheet};
use crate::sources::Sources;
use serde::{Deserialize, Serialize};

const FIELDS: &str = "knowledge/fields.csv";

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct FieldText {
    #[serde(rename = "分野")]
    field: String,
    #[serde(rename = "見せる名前")]
    shown: String,
}

/// The name in the sheets, and the one that residents read.
pub fn read(sources: &Sources, faults: &mut Faults) -> Seen<Vec<(String, String)>> {
    let mut sheet: Sheet<FieldText> = Sheet::read(sources, FIELDS, faults);
    sheet.must_have_rows(faults);
    let mut fields = Vec::new();
    for row in sheet.rows() {
        let FieldText { field, shown } = row.cells;
        let filled = [("分野", field.as_str()), ("見せる名前", shown)];
        row.place.filled(faults, &filled, "言葉を書きます");
        fields.push((field.clone(), shown.clone()));
    }
    sheet.seen(fields, &["分野"], faults)
}
