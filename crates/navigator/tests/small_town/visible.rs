//! What stands on the page without a tap.

use crate::town::*;
use navigator::{Answers, By, VISIBLE_ROWS, Visible, WHOLE_CARDS};

fn names(town: &Town, answers: &Answers) -> (Vec<String>, Vec<String>, Vec<String>) {
    let outcome = town.outcome(answers);
    let Visible {
        cards,
        rows,
        folded,
        ..
    } = outcome.visible(&town.catalog, answers);
    let name = |entry| town.name(entry).to_owned();
    (
        cards.iter().map(|card| name(card.entry)).collect(),
        rows.iter().map(|row| name(row.entry)).collect(),
        folded.iter().map(|row| name(row.entry)).collect(),
    )
}

/// A trouble for so many windows, each of a role and a number of its own.
fn with_windows(count: usize) -> (Town, Answers) {
    let mut town = Town::new();
    let kinds: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
    for kind in &kinds {
        town.window(kind, &[kind]);
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let need = town.need("need", &kinds, &[]);
    (town, troubles(&[need]))
}

#[test]
fn two_cards_stand_whole_then_seven_rows_and_the_rest_folds() {
    let (town, said) = with_windows(12);
    let (cards, rows, folded) = names(&town, &said);
    assert_eq!(cards.len(), WHOLE_CARDS);
    assert_eq!(rows.len(), VISIBLE_ROWS);
    assert_eq!(folded, ["w9", "w10", "w11"]);
    assert_eq!(rows[0], "w2");
}

#[test]
fn what_the_first_number_reaches_too_is_a_row_among_the_others() {
    let (mut town, said) = with_windows(4);
    for role in ["w2", "w3"] {
        town.entry_mut(role).channels.phone = "00".to_owned();
    }
    let outcome = town.outcome(&said);
    let visible = outcome.visible(&town.catalog, &said);
    let rows: Vec<_> = visible
        .rows
        .iter()
        .map(|row| (town.name(row.entry), row.by))
        .collect();
    assert_eq!(rows, [("w2", By::SamePhone), ("w3", By::SamePhone)]);
    assert_eq!(visible.rows[0].of.entry, town.entry("w0"));
}

#[test]
fn a_role_that_nothing_in_sight_plays_comes_before_another_window_of_one() {
    let mut town = Town::new();
    for number in 0..12 {
        town.desk(&format!("a {number}"), &["a"]);
    }
    town.window("b", &["b"]);
    town.window("c", &["c"]);
    town.window("d", &["d"]);
    let need = town.need("need", &["a"], &["b", "c", "d"]);
    let (cards, rows, folded) = names(&town, &troubles(&[need]));
    assert_eq!(cards, ["a 0", "b"]);
    assert_eq!(rows.len(), VISIBLE_ROWS);
    assert!(rows.contains(&"d".to_owned()) && rows.contains(&"c".to_owned()));
    assert!(folded.iter().all(|name| name.starts_with('a')));
}

#[test]
fn what_the_switchboard_is_asked_for_is_a_row_of_its_own() {
    let (mut town, _) = with_windows(2);
    town.hall();
    let need = town.need("more", &["w0", "w1"], &["missing"]);
    let said = troubles(&[need]);
    let outcome = town.outcome(&said);
    let visible = outcome.visible(&town.catalog, &said);
    let missing = town.kind("missing");
    let rows: Vec<_> = visible.rows.iter().map(|row| row.by).collect();
    assert_eq!(rows, [By::Asking(missing)]);
    assert!(visible.kinds(&town.catalog).contains(&missing));
}

#[test]
fn a_switchboard_that_abuse_leads_to_is_never_in_sight_beside_others() {
    let (mut town, _) = with_windows(2);
    town.hall();
    town.by_switchboard("abuse desk", &["abuse"]);
    let need = town.need("hurt", &["w0", "w1", "abuse"], &[]);
    town.catalog.needs[need.index()].direct = true;
    let (cards, rows, folded) = names(&town, &troubles(&[need]));
    assert_eq!((cards.len(), rows.len()), (2, 0));
    assert_eq!(folded, ["abuse desk"]);
}

#[test]
fn windows_of_all_parts_of_town_are_in_sight_while_the_part_is_not_known() {
    let mut town = Town::new();
    for window in ["north", "south"] {
        town.window(window, &["a"]);
        town.area(window, window);
    }
    let need = town.need("need", &["a"], &[]);
    let said = troubles(&[need]);
    let outcome = town.outcome(&said);
    let entries = outcome.visible(&town.catalog, &said).entries();
    assert_eq!(entries, [town.entry("north"), town.entry("south")]);
}
