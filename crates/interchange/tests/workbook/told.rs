//! What the catalog finds fault with is told with the workbook's cell, and marked in a workbook that is written.

use crate::books::{Put, book, changed, column, put, read, real};
use catalog::{Sources, compile_all};
use interchange::workbook::{Imported, export};

/// The catalog with a town's sheets in the place of its own.
fn with(sources: &Sources, town: &str, read: &Imported) -> Sources {
    let mut all = sources.clone();
    for (name, bytes) in &read.files {
        all.insert(format!("towns/{town}/{name}"), bytes.clone());
    }
    all
}

#[test]
fn a_fault_of_the_catalog_is_told_with_the_cell_of_the_workbook() {
    let sources = real();
    let bytes = book(&sources, "asaka");
    let (state, phone) = (
        column(&bytes, "窓口", "状態"),
        column(&bytes, "窓口", "電話"),
    );
    let bytes = changed(&bytes, |name, sheet| {
        if name == "窓口" {
            // Between them an empty row: what is told is the workbook's row and not the file's.
            put(sheet, (4, state), &Put::Text("公開中"));
            put(sheet, (9, phone), &Put::Text("048-463-11"));
        }
        if name == "設定" {
            put(sheet, (4, 2), &Put::Text("さいたま"));
        }
    });
    let read = read(&bytes, &sources, "asaka").expect("sheets");
    let faults = compile_all(&with(&sources, "asaka", &read))
        .map(|_| ())
        .expect_err("faults")
        .sorted();
    let told: Vec<String> = faults
        .iter()
        .map(|fault| read.places.tell(fault).to_string())
        .collect();
    let has = |place: &str| told.iter().any(|note| note.starts_with(place));
    assert!(
        has("窓口!")
            && told
                .iter()
                .any(|note| note.contains("5「状態」: 「公開中」は使えません")),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|note| note.contains("10「電話」: ")),
        "{told:#?}"
    );
    assert!(has("設定!C5「prefecture」: 「さいたま」"), "{told:#?}");
    assert!(
        told.iter().all(|note| !note.contains("towns/asaka")),
        "{told:#?}"
    );
}

#[test]
fn a_cell_that_is_wrong_is_marked_with_its_mend() {
    let mut sources = real();
    let sheet = sources
        .get("towns/asaka/entries.csv")
        .expect("a sheet")
        .to_vec();
    let sheet = String::from_utf8(sheet)
        .expect("text")
        .replacen("公開", "公開中", 1);
    sources.insert("towns/asaka/entries.csv", sheet);
    let faults = compile_all(&sources)
        .map(|_| ())
        .expect_err("a fault")
        .sorted();
    let (marked, plain) = (
        export(&sources, "asaka", &faults),
        export(&sources, "asaka", &[]),
    );
    assert!(marked.expect("a workbook").len() > plain.expect("a workbook").len());
}
