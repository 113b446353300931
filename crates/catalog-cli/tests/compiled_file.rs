//! The file that the app loads: the same bytes every time, and refused when it is not whole.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use navigator::{
    Answers, Catalog, Day, FORMAT_VERSION, FileFault, Knowledge, read_knowledge, read_town,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use tiny::Sheets;

fn tiny_town() -> &'static Compiled {
    static TOWN: OnceLock<Compiled> = OnceLock::new();
    TOWN.get_or_init(|| {
        let towns = Sheets::tiny().compile().expect("no faults");
        towns.into_iter().next().expect("a town")
    })
}

fn real_towns() -> &'static [Compiled] {
    static TOWNS: OnceLock<Vec<Compiled>> = OnceLock::new();
    TOWNS.get_or_init(tiny::real_towns)
}

fn knowledge_of(town: &Compiled) -> Knowledge {
    read_knowledge(&town.knowledge_file).expect("is whole")
}

/// What a reader says of a file, whatever it would have held.
type Refusal = fn(&[u8]) -> Result<(), FileFault>;

fn as_knowledge(file: &[u8]) -> Result<(), FileFault> {
    read_knowledge(file).map(drop)
}

fn as_tiny_town(file: &[u8]) -> Result<(), FileFault> {
    read_town(file, &knowledge_of(tiny_town())).map(drop)
}

/// Both files of the tiny town, and who reads them.
fn tiny_files() -> [(&'static [u8], Refusal); 2] {
    let town = tiny_town();
    [
        (&town.knowledge_file, as_knowledge),
        (&town.town_file, as_tiny_town),
    ]
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
    let mut rows = table.lines().filter_map(|line| line.split_once(' '));
    let (first, name) = rows.next().expect("a line");
    assert_eq!(first, "knowledge", "{table}");
    let knowledge = read_knowledge(&files[name]).expect("is whole");
    let towns: Vec<(&str, &str)> = rows.collect();
    assert_eq!(towns.len(), 2, "{table}");
    for (town, name) in towns {
        let read = read_town(&files[name], &knowledge).expect("is whole");
        assert_eq!(read.town.id, town);
    }
    let bins = files.keys().filter(|name| name.ends_with(".bin"));
    assert_eq!(bins.count(), 3, "{:?}", files.keys());
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
    for unchanged in ["komae", "knowledge"] {
        assert_eq!(names(&before, unchanged), names(&after, unchanged));
    }
}

#[test]
fn a_whole_file_is_read_back() {
    for town in real_towns() {
        let read = read_town(&town.town_file, &knowledge_of(town));
        assert!(read == Ok(town.catalog.for_phones()));
    }
}

#[test]
fn a_town_is_refused_with_any_other_knowledge() {
    let [tiny, real] = [tiny_town(), &real_towns()[0]];
    for (own, other) in [(tiny, real), (real, tiny)] {
        let refused = read_town(&own.town_file, &knowledge_of(other));
        assert!(refused == Err(FileFault::OtherKnowledge));
    }
}

#[test]
fn the_towns_share_one_knowledge_and_none_of_their_rows_stand_in_it() {
    let [one, other] = real_towns() else {
        panic!("two towns");
    };
    assert_eq!(one.knowledge_file, other.knowledge_file);
    for town in real_towns() {
        let name: Vec<u8> = town
            .catalog
            .town
            .name
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let holds = |file: &[u8]| file.windows(name.len()).any(|part| part == name);
        assert!(holds(&town.town_file) && !holds(&town.knowledge_file));
    }
}

#[test]
fn a_file_cut_short_is_refused_at_every_length() {
    for (file, read) in tiny_files() {
        for length in 0..file.len() {
            let expected = if length < 4 {
                FileFault::NotACatalog
            } else {
                FileFault::Damaged
            };
            assert_eq!(read(&file[..length]), Err(expected), "{length}");
        }
    }
    for town in real_towns() {
        let [knowledge, own] =
            [&*town.knowledge_file, &*town.town_file].map(|file| &file[..file.len() - 1]);
        assert_eq!(as_knowledge(knowledge), Err(FileFault::Damaged));
        assert!(read_town(own, &knowledge_of(town)) == Err(FileFault::Damaged));
    }
}

#[test]
fn a_file_with_something_behind_it_is_refused() {
    for (file, read) in tiny_files() {
        assert_eq!(read(&[file, b"\n"].concat()), Err(FileFault::Damaged));
    }
}

#[test]
fn a_file_of_another_version_is_named_as_that() {
    for version in [0, FORMAT_VERSION.wrapping_add(1), u16::MAX] {
        for (file, read) in tiny_files() {
            let mut file = file.to_vec();
            file[4..6].copy_from_slice(&version.to_le_bytes());
            assert_eq!(read(&file), Err(FileFault::OtherVersion(version)));
        }
    }
}

#[test]
fn a_page_of_a_server_is_not_a_catalog_and_neither_file_is_the_other() {
    let [(knowledge, _), (own, _)] = tiny_files();
    for page in [
        "",
        "<!doctype html><title>404</title>",
        "MDG",
        "version https://git-lfs",
    ] {
        assert_eq!(as_knowledge(page.as_bytes()), Err(FileFault::NotACatalog));
        assert_eq!(as_tiny_town(page.as_bytes()), Err(FileFault::NotACatalog));
    }
    assert_eq!(as_knowledge(own), Err(FileFault::NotACatalog));
    assert_eq!(as_tiny_town(knowledge), Err(FileFault::NotACatalog));
}

/// A changed body under a right checksum: what only a broken compiler could write. `like` is the file before.
fn forged(like: &[u8], body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    [&like[..6], &sum.to_le_bytes(), body].concat()
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
    for (file, _) in tiny_files() {
        assert_eq!(forged(file, &file[14..]), file);
    }
}

proptest! {
    #![proptest_config(tiny::cases(500))]

    #[test]
    fn one_changed_byte_is_noticed(at in any::<prop::sample::Index>(), flip in 1..=255u8, which in 0..2usize) {
        let (file, read) = tiny_files()[which];
        let mut file = file.to_vec();
        let at = at.index(file.len());
        file[at] ^= flip;
        let expected = match at {
            0..4 => FileFault::NotACatalog,
            4..6 => FileFault::OtherVersion(u16::from_le_bytes([file[4], file[5]])),
            _ => FileFault::Damaged,
        };
        prop_assert_eq!(read(&file), Err(expected));
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (file, read) in tiny_files() {
            prop_assert!(read(&bytes).is_err());
            let _ = read(&forged(file, &bytes));
        }
    }

    #[test]
    fn a_catalog_that_is_read_can_be_used(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), in_town in any::<bool>()) {
        let town = tiny_town();
        let before: &[u8] = if in_town { &town.town_file } else { &town.knowledge_file };
        let mut body = before[14..].to_vec();
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        let file = forged(before, &body);
        if in_town {
            if let Ok(catalog) = read_town(&file, &knowledge_of(town)) {
                use_it(&catalog);
            }
        } else {
            let knowledge = read_knowledge(&file).expect("its checksum is right");
            // A town's part begins with the checksum of its knowledge, at most ten bytes of seven bits each.
            let checksum = town.town_file[14..].iter().take_while(|byte| **byte >= 0x80).count() + 1;
            let mut named = Vec::new();
            let mut rest = knowledge.checksum();
            while rest >= 0x80 {
                named.push(rest.to_le_bytes()[0] | 0x80);
                rest >>= 7;
            }
            named.push(rest.to_le_bytes()[0]);
            let own = [&named, &town.town_file[14 + checksum..]].concat();
            if let Ok(catalog) = read_town(&forged(&town.town_file, &own), &knowledge) {
                use_it(&catalog);
            }
        }
    }
}
