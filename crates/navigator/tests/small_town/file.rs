//! The compiled files: what goes in comes out, and what is not whole is refused.

use super::sound::{dialled, full, smallest};
use super::town::not;
use navigator::{
    Catalog, Day, Entry, EntryId, Expr, FORMAT_VERSION, FileFault, Holidays, Kind, KnowledgePart,
    Level, Spelling, TownPart, join, read_knowledge, read_town, write_both, write_knowledge,
    write_town,
};

/// Where the body begins, behind mark, version and checksum.
const BODY: usize = 14;

/// A changed body under a right checksum (FNV-1a of 64 bits): what only a broken compiler could write.
fn forged(mark: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let head = [mark, &FORMAT_VERSION.to_le_bytes()[..], &sum.to_le_bytes()];
    [&head.concat(), body].concat()
}

/// Both files of a catalog, read back.
fn sent(catalog: &Catalog) -> Option<Catalog> {
    let (knowledge, own) = write_both(catalog)?;
    let knowledge = read_knowledge(&knowledge).expect("is whole");
    Some(read_town(&own, &knowledge).expect("is whole"))
}

/// Who reads a file.
type Reader = Box<dyn Fn(&[u8]) -> Result<(), FileFault>>;

/// The files of a catalog, their marks and their readers. Knowledge is taken apart together with the least of all towns.
fn files(catalog: &Catalog) -> [(Vec<u8>, &'static [u8; 4], Reader); 2] {
    let (knowledge, own) = write_both(catalog).expect("is sound");
    let known = read_knowledge(&knowledge).expect("is whole");
    let least = least_town(catalog.kinds.len());
    let with_a_town = move |file: &[u8]| {
        let knowledge = read_knowledge(file)?;
        let part = TownPart {
            knowledge: knowledge.checksum(),
            ..least.clone()
        };
        let own = write_town(&part).expect("comes back");
        read_town(&own, &knowledge).map(drop)
    };
    [
        (knowledge, b"MDGK", Box::new(with_a_town)),
        (
            own,
            b"MDGT",
            Box::new(move |file| read_town(file, &known).map(drop)),
        ),
    ]
}

/// A town with a switchboard and no window of any kind.
fn least_town(kinds: usize) -> TownPart {
    TownPart {
        entries: vec![dialled()],
        by_kind: vec![Vec::new(); kinds],
        ..TownPart::default()
    }
}

#[test]
fn every_value_of_a_catalog_comes_back() {
    let catalog = full();
    assert!(sent(&catalog) == Some(catalog.for_phones()));
    assert!(sent(&smallest()) == Some(smallest()));
}

#[test]
fn a_file_begins_with_mark_version_and_checksum() {
    for (file, mark, _) in files(&full()) {
        assert_eq!(file, forged(mark, &file[BODY..]));
    }
}

#[test]
fn a_file_that_is_not_whole_is_refused() {
    for (file, _, read) in files(&full()) {
        for length in 0..file.len() {
            let expected = match length {
                0..4 => FileFault::NotACatalog,
                _ => FileFault::Damaged,
            };
            assert_eq!(read(&file[..length]), Err(expected), "{length}");
        }
        let more = [&file[..], b"\n"].concat();
        assert_eq!(read(&more), Err(FileFault::Damaged));
        assert_eq!(read(b"<!doctype html>"), Err(FileFault::NotACatalog));
    }
}

#[test]
fn a_file_of_another_version_is_named_as_that() {
    for (mut file, _, read) in files(&full()) {
        let other = FORMAT_VERSION + 1;
        file[4..6].copy_from_slice(&other.to_le_bytes());
        assert_eq!(read(&file), Err(FileFault::OtherVersion(other)));
    }
}

#[test]
fn a_town_names_the_knowledge_that_it_was_compiled_with() {
    let (_, own) = write_both(&full()).expect("is sound");
    let mut catalog = full();
    catalog.needs[0].text.myself.push('！');
    let (other, _) = write_both(&catalog).expect("is sound");
    let other = read_knowledge(&other).expect("is whole");
    assert_eq!(read_town(&own, &other), Err(FileFault::OtherKnowledge));
}

#[test]
fn numbers_or_texts_that_nobody_reads_are_not_whole_either() {
    for (file, mark, read) in files(&smallest()) {
        let body = &file[BODY..];
        assert_eq!(read(&forged(mark, body)), Ok(()));
        assert_eq!(
            read(&forged(mark, &[body, &[0]].concat())),
            Err(FileFault::Damaged)
        );
        // The texts come last, behind their length; of the smallest catalog they are nothing but a number and their ends.
        let is_length = |at: &usize| usize::from(body[*at]) == body.len() - at - 1;
        let length = (0..body.len() - 1).rev().find(is_length).expect("a length");
        let mut one_more = [body, &[0, 0]].concat();
        one_more[length] += 2;
        assert_eq!(read(&forged(mark, &one_more)), Err(FileFault::Damaged));
    }
}

#[test]
fn holidays_out_of_order_are_refused() {
    let mut catalog = smallest();
    let days = [19_001, 19_002].map(Day);
    catalog.holidays = Holidays::new(days[0], days[1], days.to_vec());
    let [(file, mark, read), _] = files(&catalog);
    // Two days of three bytes each come last, before the texts and their length.
    let texts = file.iter().rev().take_while(|byte| **byte == 0).count();
    let days = file.len() - texts - 1 - 6;
    let mut turned = file[BODY..].to_vec();
    turned[days - BODY..][..6].rotate_left(3);
    assert_eq!(read(&forged(mark, &turned)), Err(FileFault::Damaged));
}

#[test]
fn what_is_cut_short_under_a_right_checksum_is_refused() {
    for (file, mark, read) in files(&full()) {
        for length in 0..file.len() - BODY {
            let short = forged(mark, &file[BODY..BODY + length]);
            assert_eq!(read(&short), Err(FileFault::Damaged), "{length}");
        }
    }
}

#[test]
fn a_list_longer_than_the_file_is_refused_before_room_is_made_for_it() {
    // How many fields of trouble there are comes first; a town's part begins with a checksum and a text.
    let long = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    let lists: [&[u8]; 2] = [&long, &[0xff, 0xff, 0xff, 0xff, 0x0f]];
    for (_, mark, read) in files(&full()) {
        for list in lists {
            for before in 0..40 {
                let body = [&vec![0; before], list].concat();
                assert_eq!(read(&forged(mark, &body)), Err(FileFault::Damaged));
            }
        }
    }
}

#[test]
fn what_would_not_come_back_as_it_went_is_not_written() {
    let with_name = |name: &str| {
        let mut catalog = full();
        catalog.town.name = name.to_owned();
        write_both(&catalog).is_some()
    };
    assert!(with_name("朝霞市"));
    assert!(!with_name("朝霞\0市"));
}

#[test]
fn what_is_not_sound_is_not_written() {
    let mut catalog = full();
    catalog.needs.clear();
    assert_eq!(write_both(&catalog), None);
    let mut catalog = full();
    catalog.always.push(EntryId(u32::MAX));
    assert_eq!(write_both(&catalog), None);
}

#[test]
fn conditions_come_back_up_to_a_depth_that_nobody_writes() {
    let nest: [fn(Expr) -> Expr; 3] = [
        not,
        |inner| Expr::All(vec![Expr::Always, inner]),
        |inner| Expr::Any(vec![inner]),
    ];
    for wrap in nest {
        let sent = |depth: usize| {
            let mut catalog = Catalog::clone(&full());
            let innermost = Expr::Asker(navigator::Asker::Family);
            catalog.kinds[0].fits = (0..depth).fold(innermost, |inner, _| wrap(inner));
            sent(&catalog).is_some()
        };
        assert!(sent(1) && sent(64));
        assert!(!sent(65) && !sent(200));
    }
}

/// A line of the country or a prefecture.
fn line(name: &str, level: Level) -> Entry {
    Entry {
        name: name.to_owned(),
        what: format!("{name}は障害者の話を聞きます"),
        level,
        ..dialled()
    }
}

/// The country's knowledge with two lines, and a town with one window and its prefecture's line in between.
fn parts() -> (KnowledgePart, TownPart) {
    let knowledge = KnowledgePart {
        kind_fields: vec!["障害".to_owned()],
        kinds: vec![Kind::default()],
        lines: vec![line("国の一", Level::Nation), line("国の二", Level::Nation)],
        ..KnowledgePart::default()
    };
    let part = TownPart {
        spelling: Spelling {
            replace: vec![("障害".to_owned(), "障がい".to_owned())],
            keep: vec!["障害者".to_owned()],
        },
        entries: vec![line("町", Level::Town), line("県", Level::Prefecture)],
        lines: vec![EntryId(2)],
        by_kind: vec![vec![EntryId(3), EntryId(0)]],
        always: vec![EntryId(1)],
        ..TownPart::default()
    };
    (knowledge, part)
}

#[test]
fn a_prefectures_line_stands_among_the_countrys_where_the_sheet_has_it() {
    let (knowledge, part) = parts();
    let catalog = join(knowledge, part).expect("is sound");
    let names: Vec<&str> = catalog.entries.iter().map(|entry| &*entry.name).collect();
    assert_eq!(names, ["町", "国の一", "県", "国の二"]);
    assert_eq!(catalog.kinds[0].entries, [EntryId(3), EntryId(0)]);
}

#[test]
fn the_countrys_words_are_spelt_as_the_town_writes_and_its_own_stay() {
    let (knowledge, mut part) = parts();
    part.spelling.keep.clear();
    let catalog = join(knowledge, part).expect("is sound");
    assert_eq!(catalog.kind_fields, ["障がい"]);
    assert_eq!(catalog.entries[1].what, "国の一は障がい者の話を聞きます");
    assert_eq!(catalog.entries[0].what, "町は障害者の話を聞きます");
    let (knowledge, part) = parts();
    let kept = join(knowledge, part).expect("is sound");
    assert_eq!(kept.entries[1].what, "国の一は障害者の話を聞きます");
}

#[test]
fn a_part_that_does_not_fit_the_knowledge_is_not_joined() {
    let broken: [fn(&mut TownPart); 4] = [
        |part| part.by_kind.clear(),
        |part| part.by_kind[0].push(EntryId(4)),
        |part| part.lines = vec![EntryId(4)],
        |part| part.lines = vec![EntryId(0); 3],
    ];
    for break_it in broken {
        let (knowledge, mut part) = parts();
        break_it(&mut part);
        assert_eq!(join(knowledge, part), None);
    }
}

#[test]
fn both_parts_come_back_as_they_went() {
    let (shared, mut part) = parts();
    let file = write_knowledge(&shared).expect("comes back");
    let knowledge = read_knowledge(&file).expect("is whole");
    part.knowledge = knowledge.checksum();
    let own = write_town(&part).expect("comes back");
    assert_eq!(read_town(&own, &knowledge).ok(), join(shared, part));
}

#[test]
fn half_a_letter_is_no_text() {
    for (file, mark, read) in files(&smallest()) {
        let body = &file[BODY..];
        let texts = body.iter().rev().take_while(|byte| **byte == 0).count();
        let length = body.len() - texts - 1;
        // Half of one letter, and the first half of a pair.
        let mut half = body[..body.len() - 1].to_vec();
        half[length] -= 1;
        assert_eq!(read(&forged(mark, &half)), Err(FileFault::Damaged));
        let mut surrogate = body.to_vec();
        surrogate[length + 1] = 0xd8;
        assert_eq!(read(&forged(mark, &surrogate)), Err(FileFault::Damaged));
    }
}
