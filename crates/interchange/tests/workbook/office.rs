//! A real spreadsheet program stands between: LibreOffice opens the workbook and saves it again, and the sheets are still
//! the same. It is large to install and slow to start, so that these run only when they are asked for:
//! `cargo test -p interchange --test workbook -- --ignored`. Where it is not installed they say so and fail.

use crate::books::{book, file, read, real};
use std::path::{Path, PathBuf};
use std::process::Command;

const XLSX: &str = "xlsx:Calc MS Excel 2007 XML";

/// The file of a workbook, as LibreOffice saves it in another form.
fn saved_again(folder: &Path, name: &str, form: &str) -> PathBuf {
    let out = folder.join(format!("from-{name}"));
    let profile = folder.join("profile");
    let done = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", form, "--outdir"])
        .args([&out, &folder.join(name)])
        .output()
        .expect("soffice (Debian: libreoffice-calc)");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    let extension = form.split(':').next().unwrap_or(form);
    out.join(Path::new(name).with_extension(extension))
}

fn assert_same(bytes: &[u8], town: &str, by: &str) {
    let sources = real();
    let read = read(bytes, &sources, town).expect("sheets");
    for name in read.files.keys() {
        let before = sources.get(&format!("towns/{town}/{name}"));
        let before = std::str::from_utf8(before.expect("a file")).expect("text");
        assert!(file(&read, name) == before, "{town}/{name} by {by}");
    }
    assert_eq!(read.files.len(), book_files(&sources, town), "{town}");
}

fn book_files(sources: &catalog::Sources, town: &str) -> usize {
    let folder = format!("towns/{town}/");
    let of_town = |path: &&str| path.starts_with(&folder);
    sources.paths().filter(of_town).count()
}

fn assert_survives(town: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{town}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("book.xlsx"), book(&real(), town)).expect("a file");
    let again = saved_again(&folder, "book.xlsx", XLSX);
    assert_same(&std::fs::read(again).expect("a workbook"), town, "xlsx");
    let own = saved_again(&folder, "book.xlsx", "ods");
    let told = read(&std::fs::read(&own).expect("a file"), &real(), town).expect_err("ods");
    assert_eq!(
        told,
        [
            "LibreOffice の形（ods）のブックです。→ Excel か LibreOffice で開き、「Excel ブック（.xlsx）」で保存しなおします。"
        ]
    );
    std::fs::copy(own, folder.join("own.ods")).expect("a copy");
    let back = saved_again(&folder, "own.ods", XLSX);
    assert_same(
        &std::fs::read(back).expect("a workbook"),
        town,
        "ods and xlsx",
    );
}

#[test]
#[ignore = "needs LibreOffice (Debian: libreoffice-calc) and half a minute"]
fn what_libreoffice_saved_of_asaka_is_the_same_town() {
    assert_survives("asaka");
}

#[test]
#[ignore = "needs LibreOffice (Debian: libreoffice-calc) and half a minute"]
fn what_libreoffice_saved_of_komae_is_the_same_town() {
    assert_survives("komae");
}
