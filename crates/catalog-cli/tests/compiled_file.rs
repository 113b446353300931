//! The file that the app loads: the same bytes every time, and refused when it is not whole.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use navigator::{Answers, Catalog, Day, FORMAT_VERSION, PackFault, pack, unpack};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use tiny::Sheets;

fn tiny_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let towns = Sheets::tiny().compile().expect("no faults");
        pack(&towns[0].catalog).expect("is sound")
    })
}

fn real_files() -> &'static [Vec<u8>] {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(|| {
        let towns = tiny::real_towns();
        let files = towns.iter().map(|town| pack(&town.catalog));
        files.map(|file| file.expect("is sound")).collect()
    })
}

fn compile(sheets: &Path, out: &Path) -> BTreeMap<String, Vec<u8>> {
    let run = Command::new(env!("CARGO_BIN_EXE_catalog"))
        .args(["compile", "--catalog"])
        .arg(sheets)
        // The lists say when they were made.
        .args(["--day", "2026-11-21", "--out"])
        .arg(out)
        .output()
        .expect("runs");
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let mut files = BTreeMap::new();
    collect(out, "", &mut files);
    files
}

/// All files below a folder; each town has one of its own for its lists.
fn collect(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in std::fs::read_dir(folder).expect("a folder") {
        let file = file.expect("a file");
        let name = format!("{above}{}", file.file_name().to_string_lossy());
        if file.path().is_dir() {
            collect(&file.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, std::fs::read(file.path()).expect("bytes"));
        }
    }
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let sheets = Sheets::real();
    let out = |name: &str| sheets.root.join(name);
    let files = compile(&tiny::real_root(), &out("one"));
    assert_eq!(files, compile(&tiny::real_root(), &out("two")));
    // Not of the folder's name, of its files' times, or of an earlier run either.
    assert_eq!(files, compile(&sheets.root, &out("one")));

    let table = String::from_utf8(files["catalogs.txt"].clone()).expect("text");
    let towns: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    assert_eq!(towns.len(), 2, "{table}");
    let start = String::from_utf8(files["start.html"].clone()).expect("text");
    for (town, name) in towns {
        // The program learns from the page which file is a town's.
        let choice = format!("href=\"#{town}\" data-file=\"{name}\"");
        assert!(start.contains(&choice), "{choice} in {start}");
        assert_eq!(unpack(&files[name]).expect("is whole").town.id, town);
    }
    let bins = files.keys().filter(|name| name.ends_with(".bin"));
    assert_eq!(bins.count(), 2, "{:?}", files.keys());
}

#[test]
fn another_word_gives_another_file_name() {
    let sheets = Sheets::tiny();
    let before = compile(&sheets.root, &sheets.root.join("before"));
    sheets.swap(
        "towns/asaka/entries.csv",
        "話を聞きます。",
        "お話を聞きます。",
    );
    let after = compile(&sheets.root, &sheets.root.join("after"));
    let names = |files: &BTreeMap<String, Vec<u8>>, town: &str| -> Vec<String> {
        files
            .keys()
            .filter(|name| name.starts_with(town))
            .cloned()
            .collect()
    };
    assert_ne!(names(&before, "asaka"), names(&after, "asaka"));
    assert_eq!(names(&before, "komae"), names(&after, "komae"));
}

#[test]
fn a_whole_file_is_read_back() {
    for town in tiny::real_towns() {
        let file = pack(&town.catalog).expect("is sound");
        assert!(unpack(&file) == Ok(town.catalog.for_phones()));
    }
}

#[test]
fn a_file_cut_short_is_refused_at_every_length() {
    let file = tiny_file();
    for length in 0..file.len() {
        let refused = unpack(&file[..length]).expect_err("is cut short");
        let expected = if length < 4 {
            PackFault::NotACatalog
        } else {
            PackFault::Damaged
        };
        assert_eq!(refused, expected, "{length}");
    }
    for file in real_files() {
        assert_eq!(unpack(&file[..file.len() - 1]), Err(PackFault::Damaged));
    }
}

#[test]
fn a_file_with_something_behind_it_is_refused() {
    let file = [tiny_file(), b"\n"].concat();
    assert_eq!(unpack(&file), Err(PackFault::Damaged));
}

#[test]
fn a_file_of_another_version_is_named_as_that() {
    for version in [0, FORMAT_VERSION.wrapping_add(1), u16::MAX] {
        let mut file = tiny_file().to_vec();
        file[4..6].copy_from_slice(&version.to_le_bytes());
        assert_eq!(unpack(&file), Err(PackFault::OtherVersion(version)));
    }
}

#[test]
fn a_page_of_a_server_is_not_a_catalog() {
    for page in [
        "",
        "<!doctype html><title>404</title>",
        "MDG",
        "version https://git-lfs",
    ] {
        assert_eq!(unpack(page.as_bytes()), Err(PackFault::NotACatalog));
    }
}

/// A changed body under a right checksum: what only a broken compiler could write.
fn forged(body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    [&tiny_file()[..6], &sum.to_le_bytes(), body].concat()
}

/// Asks everything there is to ask of a catalog that was taken for whole.
fn use_it(catalog: &Catalog) {
    for need in catalog.need_ids() {
        let mut answers = Answers::default();
        answers.needs = navigator::Answer::Chosen(std::iter::once(need).collect());
        let _ = navigator::suggest(catalog, &answers, Day(20_000));
        let _ = navigator::next_step(catalog, &answers, Day(20_000));
    }
    let _ = navigator::search_needs(catalog, "やちん", 5);
}

#[test]
fn the_forgery_itself_is_right() {
    assert_eq!(forged(&tiny_file()[14..]), tiny_file());
}

proptest! {
    #![proptest_config(tiny::cases(500))]

    #[test]
    fn one_changed_byte_is_noticed(at in any::<prop::sample::Index>(), flip in 1..=255u8, town in 0..3usize) {
        let mut file = real_files().get(town).map_or_else(|| tiny_file().to_vec(), Clone::clone);
        let at = at.index(file.len());
        file[at] ^= flip;
        let refused = unpack(&file).expect_err("one byte is another");
        let expected = match at {
            0..4 => PackFault::NotACatalog,
            4..6 => PackFault::OtherVersion(u16::from_le_bytes([file[4], file[5]])),
            _ => PackFault::Damaged,
        };
        prop_assert_eq!(refused, expected);
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(unpack(&bytes).is_err());
        let _ = unpack(&forged(&bytes));
    }

    #[test]
    fn a_catalog_that_is_read_can_be_used(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut body = tiny_file()[14..].to_vec();
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        if let Ok(catalog) = unpack(&forged(&body)) {
            use_it(&catalog);
        }
    }
}
