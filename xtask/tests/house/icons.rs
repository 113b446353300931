//! The pictures: where they are named, by whatever stands without or with the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where pictures are named, from the workspace's root.
const PLACES: [&str; 4] = ["index.html", "src", "crates/pages/src", "public"];
/// What stands before a name.
const BEFORE: [&str; 3] = ["#i-", "<Icon name=\"", "picture(\""];
/// The sheet with a picture a field, and the column.
const FIELDS: (&str, &str) = ("catalog/knowledge/fields.csv", "絵");

/// Each picture that is named, with a place of that.
pub fn named(top: &Path) -> BTreeMap<String, String> {
    let mut found = of_the_fields(top);
    for file in PLACES.iter().flat_map(|place| files(&top.join(place))) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for after in BEFORE.iter().flat_map(|before| text.split(before).skip(1)) {
            let in_a_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
            let name: String = after.chars().take_while(|&sign| in_a_name(sign)).collect();
            if !name.is_empty() {
                found.insert(name, file.display().to_string());
            }
        }
    }
    found
}

/// The names of the list.
pub fn listed(top: &Path) -> Vec<String> {
    let list = fs::read_to_string(top.join("styles/icons.txt")).expect("the list of pictures");
    list.lines().map(str::to_owned).collect()
}

fn of_the_fields(top: &Path) -> BTreeMap<String, String> {
    let (sheet, column) = FIELDS;
    let text = fs::read_to_string(top.join(sheet)).expect("the sheet of fields");
    let mut rows = text.trim_start_matches('\u{feff}').lines();
    let heads = rows.next().unwrap_or_default().split(',');
    let Some(place) = heads.into_iter().position(|head| head == column) else {
        return BTreeMap::new();
    };
    let names = rows.filter_map(|row| row.split(',').nth(place));
    names
        .map(|name| (name.to_owned(), sheet.to_owned()))
        .collect()
}

fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(inside) = fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let inside = inside.map(|entry| entry.expect("readable").path());
    inside.flat_map(|path| files(&path)).collect()
}
