//! The compiled file: what goes in comes out, and what is not whole is refused.

use super::sound::{full, smallest};
use super::town::not;
use navigator::{Catalog, Expr, FORMAT_VERSION, PackFault, pack, unpack};

/// Where the body begins, behind mark, version and checksum.
const BODY: usize = 14;

/// A changed body under a right checksum (FNV-1a of 64 bits): what only a broken compiler could write.
fn forged(body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let head = [
        b"MDGN",
        &FORMAT_VERSION.to_le_bytes()[..],
        &sum.to_le_bytes(),
    ];
    [&head.concat(), body].concat()
}

/// Numbers and texts as a body holds them.
fn body(numbers: &[u8], texts: &str) -> Vec<u8> {
    let length = u32::try_from(numbers.len()).unwrap().to_le_bytes();
    [&length, numbers, texts.as_bytes()].concat()
}

#[test]
fn every_value_of_a_catalog_comes_back() {
    let catalog = full();
    let file = pack(&catalog).expect("is sound");
    assert!(unpack(&file) == Ok(catalog.for_phones()));
    let nothing = pack(&smallest()).expect("is sound");
    assert!(unpack(&nothing) == Ok(smallest()));
}

#[test]
fn the_file_begins_with_mark_version_and_checksum() {
    let file = pack(&full()).expect("is sound");
    assert_eq!(file, forged(&file[BODY..]));
}

#[test]
fn a_file_that_is_not_whole_is_refused() {
    let file = pack(&full()).expect("is sound");
    for length in 0..file.len() {
        let expected = match length {
            0..4 => PackFault::NotACatalog,
            _ => PackFault::Damaged,
        };
        assert_eq!(unpack(&file[..length]), Err(expected), "{length}");
    }
    let more = [&file[..], b"\n"].concat();
    assert_eq!(unpack(&more), Err(PackFault::Damaged));
    assert_eq!(unpack(b"<!doctype html>"), Err(PackFault::NotACatalog));
}

#[test]
fn a_file_of_another_version_is_named_as_that() {
    let mut file = pack(&full()).expect("is sound");
    let other = FORMAT_VERSION + 1;
    file[4..6].copy_from_slice(&other.to_le_bytes());
    assert_eq!(unpack(&file), Err(PackFault::OtherVersion(other)));
}

#[test]
fn numbers_or_texts_that_nobody_reads_are_not_whole_either() {
    let file = pack(&smallest()).expect("is sound");
    let (length, rest) = file[BODY..].split_at(4);
    let length = u32::from_le_bytes(length.try_into().unwrap());
    let (numbers, texts) = rest.split_at(usize::try_from(length).unwrap());
    let texts = std::str::from_utf8(texts).unwrap();
    assert_eq!(unpack(&forged(&body(numbers, texts))), unpack(&file));
    let more_numbers = body(&[numbers, &[0]].concat(), texts);
    assert_eq!(unpack(&forged(&more_numbers)), Err(PackFault::Damaged));
    let more_texts = body(numbers, &format!("{texts}\0"));
    assert_eq!(unpack(&forged(&more_texts)), Err(PackFault::Damaged));
}

#[test]
fn holidays_out_of_order_are_refused() {
    let mut catalog = smallest();
    let days = [19_001, 19_002].map(navigator::Day);
    catalog.holidays = navigator::Holidays::new(days[0], days[1], days.to_vec());
    let file = pack(&catalog).expect("is sound");
    // The two days, three bytes each, are the last numbers, and the texts are nothing but their ends.
    let texts = file.iter().rev().take_while(|byte| **byte == 0).count();
    let days = file.len() - texts - 6;
    let mut turned = file[BODY..].to_vec();
    turned[days - BODY..][..6].rotate_left(3);
    assert_eq!(unpack(&forged(&turned)), Err(PackFault::Damaged));
}

#[test]
fn what_is_cut_short_under_a_right_checksum_is_refused() {
    let file = pack(&full()).expect("is sound");
    for length in 0..file.len() - BODY {
        let short = forged(&file[BODY..BODY + length]);
        assert_eq!(unpack(&short), Err(PackFault::Damaged), "{length}");
    }
}

#[test]
fn a_list_longer_than_the_file_is_refused_before_room_is_made_for_it() {
    // One letter, the end of texts; the switchboard; then how many sentences of thanks follow.
    let longest = [
        1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f,
    ];
    let long = [1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
    // How many letters there are is bounded as well.
    let letters = [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
    for numbers in [&longest[..], &long, &letters] {
        let file = forged(&body(numbers, "\0\0\0\0\0\0"));
        assert_eq!(unpack(&file), Err(PackFault::Damaged));
    }
}

#[test]
fn what_would_not_come_back_as_it_went_is_not_written() {
    let with_name = |name: &str| {
        let mut catalog = full();
        catalog.town.name = name.to_owned();
        pack(&catalog).is_some()
    };
    assert!(with_name("朝霞市"));
    assert!(!with_name("朝霞\0市"));
    let mut catalog = full();
    catalog.holidays = navigator::Holidays::new(navigator::Day(-5), navigator::Day(5), vec![]);
    assert_eq!(pack(&catalog), None);
}

#[test]
fn what_is_not_sound_is_not_written() {
    let mut catalog = full();
    catalog.needs.clear();
    assert_eq!(pack(&catalog), None);
}

#[test]
fn conditions_come_back_up_to_a_depth_that_nobody_writes() {
    let nest: [fn(Expr) -> Expr; 3] = [
        not,
        |inner| Expr::All(vec![Expr::Always, inner]),
        |inner| Expr::Any(vec![inner]),
    ];
    for wrap in nest {
        let packed = |depth: usize| {
            let mut catalog = Catalog::clone(&full());
            let innermost = Expr::Asker(navigator::Asker::Family);
            catalog.kinds[0].fits = (0..depth).fold(innermost, |inner, _| wrap(inner));
            pack(&catalog).is_some()
        };
        assert!(packed(1) && packed(64));
        assert!(!packed(65) && !packed(200));
    }
}
