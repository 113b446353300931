//! Several windows of one kind: one card tells them apart.

use crate::town::*;
use navigator::{Answer, Form, Level, NeedId};

type Change<'c> = &'c dyn Fn(&mut Town);

fn with_branches(count: usize) -> (Town, NeedId) {
    let mut town = Town::new();
    for number in 0..count {
        town.window(&format!("branch {number}"), &["desk"]);
    }
    town.window("other", &["other"]);
    let need = town.need("need", &["desk"], &["other"]);
    (town, need)
}

#[test]
fn branches_are_one_card_however_many_there_are() {
    let (town, need) = with_branches(24);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["branch 0", "other"]);
    let card = town.card(&said, "branch 0");
    assert_eq!(card.alternatives.len(), 23);
    assert_eq!(card.same_phone, []);
}

#[test]
fn who_reaches_further_or_helps_others_or_is_a_line_is_no_branch() {
    let cases: [(&str, Change); 4] = [
        ("for the old", &|town| {
            let age = town.question("age", &["young", "old"]);
            town.entry_mut("branch 1").fits = is(age, 1);
        }),
        ("of the country", &|town| {
            town.entry_mut("branch 1").level = Level::Nation;
        }),
        ("a line", &|town| {
            town.entry_mut("branch 1").form = Form::Hotline;
        }),
        ("in a side role", &|town| {
            let other = town.kind("other");
            town.entry_mut("branch 1").kinds.insert(0, other);
        }),
    ];
    for (name, change) in cases {
        let (mut town, need) = with_branches(2);
        change(&mut town);
        let cards = town.cards(&troubles(&[need])).len();
        assert!(
            cards == 3 || name == "in a side role" && cards >= 2,
            "{name}"
        );
        let card = town.card(&troubles(&[need]), "branch 0");
        assert_eq!(card.alternatives, [], "{name}");
    }
}

#[test]
fn lines_for_danger_are_told_one_by_one() {
    let (mut town, need) = with_branches(2);
    town.rule(DANGER, has_need(need), &["desk"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["branch 0", "branch 1", "other"]);
}

#[test]
fn the_branch_in_charge_of_the_persons_part_of_town_leads() {
    let (mut town, need) = with_branches(3);
    town.area("mountain", "branch 2");
    let mut said = troubles(&[need]);
    assert_eq!(town.cards(&said)[0], "branch 0");
    said.area = Answer::Chosen(town.catalog.area_ids().next().unwrap());
    assert_eq!(town.cards(&said)[0], "branch 2");
}

#[test]
fn the_part_of_town_is_not_asked_for_branches_that_serve_all_of_it() {
    let (mut town, need) = with_branches(3);
    let asks = |town: &Town| {
        let steps = navigator::weigh_questions(&town.catalog, &troubles(&[need]), TODAY);
        !steps.is_empty()
    };
    town.window("far", &["far"]);
    town.area("mountain", "far");
    assert!(!asks(&town));
    town.area("sea", "branch 1");
    town.area("river", "branch 2");
    assert!(asks(&town));
}
