//! A typed word finds troubles, kinds and windows. Which trouble a real word must lead to is told in the tests of
//! the catalog; here stands what weighs more than what, so that the best comes first.

use super::town::Town;
use navigator::{search_entries, search_kinds, search_needs};

/// The troubles that the text finds, best first, where each goes by one word and they stand in this order.
fn found<'a>(words: &[&'a str], typed: &str) -> Vec<&'a str> {
    let mut town = Town::new();
    for word in words {
        let need = town.need(word, &[], &[]);
        (*word).clone_into(&mut town.catalog.needs[need.index()].text.myself);
    }
    let found = search_needs(&town.catalog, typed, words.len());
    found.iter().map(|id| words[id.index()]).collect()
}

#[test]
fn what_is_typed_in_whole_comes_before_a_part_of_it() {
    let words = ["母が認知", "母が認知症"];
    assert_eq!(found(&words, "母が認知症"), ["母が認知症", "母が認知"]);
}

#[test]
fn a_long_part_comes_before_a_short_one() {
    let words = ["相談", "家賃", "家賃の督促"];
    assert_eq!(found(&words, "家賃の督促が来た"), ["家賃の督促", "家賃"]);
}

#[test]
fn a_long_part_comes_before_a_short_word_in_whole() {
    // Without hiragana, what is typed and 「金借り」 are the same two letters.
    let words = ["金借り", "お金を借り"];
    assert_eq!(found(&words, "お金を借りたい"), ["お金を借り", "金借り"]);
}

#[test]
fn a_word_that_holds_what_is_typed_comes_before_a_short_part_of_it() {
    let words = ["家賃", "家賃滞納中の人"];
    assert_eq!(found(&words, "家賃滞納中"), ["家賃滞納中の人", "家賃"]);
}

#[test]
fn one_letter_is_part_of_everything_and_finds_nothing() {
    assert_eq!(found(&["家賃", "家"], "賃"), [""; 0]);
    assert_eq!(found(&["家"], "家賃"), [""; 0]);
    // Unless it is the whole word.
    assert_eq!(found(&["孫"], "孫"), ["孫"]);
}

#[test]
fn what_is_alike_in_three_pairs_of_five_is_found() {
    // Pairs in common: 2 of 3, 3 of 5, 2 of 4.
    assert_eq!(found(&["カイカク"], "イカイ"), ["カイカク"]);
    assert_eq!(found(&["アイウエオカ"], "アイウエキ"), ["アイウエオカ"]);
    assert_eq!(found(&["アイウエオ"], "アイウキ"), [""; 0]);
    // Too short to be alike.
    assert_eq!(found(&["イチイ"], "チイチ"), [""; 0]);
    assert_eq!(found(&["カイカク"], "カク"), ["カイカク"]);
}

#[test]
fn the_more_alike_the_earlier() {
    let words = ["アイウエオカ", "アイウエオキ"];
    assert_eq!(
        found(&words, "アイウエオクキ"),
        ["アイウエオカ", "アイウエオキ"]
    );
    let words = ["アイウエカ", "アイウエオカ"];
    assert_eq!(
        found(&words, "アイウエオキ"),
        ["アイウエオカ", "アイウエカ"]
    );
    // Eight pairs in common come before a part of two letters.
    let words = ["サシ", "アイウエオカキクケコ"];
    let typed = "アイウエオカキクケサシ";
    assert_eq!(found(&words, typed), ["アイウエオカキクケコ", "サシ"]);
}

#[test]
fn of_equal_ones_the_first_in_the_sheet_comes_first_and_the_limit_is_kept() {
    let mut town = Town::new();
    for word in ["家賃", "借金", "家賃", "家賃"] {
        let need = town.need(word, &[], &[]);
        word.clone_into(&mut town.catalog.needs[need.index()].text.myself);
    }
    let found = |limit| {
        let found = search_needs(&town.catalog, "家賃", limit);
        found.iter().map(|id| id.index()).collect::<Vec<_>>()
    };
    assert_eq!(found(9), [0, 2, 3]);
    assert_eq!(found(2), [0, 2]);
    assert_eq!(found(0), [0; 0]);
}

#[test]
fn a_trouble_is_found_by_each_of_its_words() {
    let mut town = Town::new();
    town.need("other", &[], &[]);
    let need = town.need("need", &[], &[]);
    let row = &mut town.catalog.needs[need.index()];
    "家賃・部屋代".clone_into(&mut row.text.myself);
    "へやの おかね".clone_into(&mut row.plain);
    row.search = vec!["滞納".to_owned(), "督促".to_owned()];
    for typed in ["家賃", "部屋代", "へやのおかね", "滞納", "督促"] {
        assert_eq!(search_needs(&town.catalog, typed, 5), [need], "{typed}");
    }
    assert_eq!(search_needs(&town.catalog, "認知症", 5), []);
}

#[test]
fn kinds_are_found_by_the_names_that_residents_know() {
    let mut town = Town::new();
    let [one, other] = ["jiritsu", "houkatsu"].map(|kind| town.kind(kind));
    "お金の相談・くらしの窓口".clone_into(&mut town.catalog.kinds[one.index()].plain);
    "お年寄りの相談".clone_into(&mut town.catalog.kinds[other.index()].plain);
    assert_eq!(search_kinds(&town.catalog, "くらしの窓口", 5), [one]);
    assert_eq!(search_kinds(&town.catalog, "お年寄り", 5), [other]);
    assert_eq!(search_kinds(&town.catalog, "jiritsu", 5), []);
    assert_eq!(search_kinds(&town.catalog, "相談", 5), [one, other]);
    assert_eq!(search_kinds(&town.catalog, "相談", 1), [one]);
}

#[test]
fn windows_are_found_by_plain_name_official_name_and_reading() {
    let mut town = Town::new();
    town.window("other", &["a"]);
    let entry = town.window("own", &["a"]);
    "福祉の窓口".clone_into(&mut entry.plain);
    "地域共生課".clone_into(&mut entry.name);
    "ちいききょうせいか".clone_into(&mut entry.reading);
    let own = town.entry("own");
    for typed in ["福祉", "地域共生課", "きょうせい"] {
        assert_eq!(search_entries(&town.catalog, typed, 5), [own], "{typed}");
        assert_eq!(search_entries(&town.catalog, typed, 0), []);
    }
    assert_eq!(search_entries(&town.catalog, "年金", 5), []);
}
