//! Where the town has no window of a kind, its switchboard is asked who is in charge, with the words for just this trouble.

use crate::town::*;
use navigator::{Answer, Asks, KindId, NeedId, Standing};

/// A trouble whose first kind has no window.
fn town() -> (Town, NeedId, KindId) {
    let mut town = Town::new();
    town.hall();
    town.window("other", &["other"]);
    let need = town.need("need", &["missing"], &["other"]);
    let missing = town.kind("missing");
    (town, need, missing)
}

#[test]
fn what_the_town_lacks_is_asked_of_its_switchboard() {
    let (town, need, kind) = town();
    let said = troubles(&[need]);
    let card = town.card(&said, "hall");
    assert_eq!(card.kinds, [kind]);
    assert_eq!(card.standing, Standing::Maybe);
    assert_eq!(
        card.asks,
        [Asks {
            kind,
            need: Some(need)
        }]
    );
    assert_eq!(town.card(&said, "other").asks, []);
}

#[test]
fn a_window_of_its_own_takes_its_place() {
    let (mut town, need, _) = town();
    town.window("own", &["missing"]);
    assert_eq!(town.cards(&troubles(&[need])), ["own", "other"]);
    town.entry_mut("own").valid_until = Some(TODAY.plus(-1));
    assert!(town.cards(&troubles(&[need])).contains(&"hall"));
}

#[test]
fn what_stands_in_takes_its_place_once_it_surely_helps() {
    let (mut town, need, kind) = town();
    let age = town.question("age", &["young", "old"]);
    town.window("stands in", &["of the old"]);
    town.fits("of the old", is(age, 1));
    let stands_in = town.entry("stands in");
    town.catalog.kinds[kind.index()].entries.push(stands_in);
    let cards = |answer| {
        let said = troubles(&[need]).with(age, answer);
        let cards = town.cards(&said).into_iter();
        cards
            .filter(|card| *card != "other")
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(cards(option(1)), ["stands in"]);
    assert_eq!(cards(option(0)), ["hall"]);
    assert_eq!(cards(Answer::Unknown), ["stands in", "hall"]);
}

#[test]
fn a_part_of_town_that_nobody_is_in_charge_of_has_the_switchboard() {
    let (mut town, need, _) = town();
    town.window("north", &["missing"]);
    town.area("Kita", "north");
    town.area("Minami", "other");
    let mut said = troubles(&[need]);
    for (area, first) in town.catalog.area_ids().zip(["north", "hall"]) {
        said.area = Answer::Chosen(area);
        assert!(town.cards(&said).contains(&first));
    }
    said.area = Answer::Unknown;
    assert!(
        ["north", "hall"]
            .iter()
            .all(|one| town.cards(&said).contains(one))
    );
}

#[test]
fn for_what_only_lines_that_answer_themselves_are_there_for_it_never_stands_in() {
    let (mut town, need, kind) = town();
    town.catalog.kinds[kind.index()].direct = true;
    assert_eq!(town.cards(&troubles(&[need])), ["other"]);
}

#[test]
fn against_violence_it_never_stands_in() {
    let (mut town, need, _) = town();
    town.rule(VIOLENCE, has_need(need), &["other"], &["missing"]);
    assert_eq!(town.cards(&troubles(&[need])), ["other"]);
}

#[test]
fn it_is_no_line_for_danger() {
    let (mut town, need, _) = town();
    town.rule(DANGER, has_need(need), &["missing", "other"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["other", "hall"]);
    assert!(!town.card(&said, "hall").crisis);
}

#[test]
fn what_is_hard_to_say_is_not_said() {
    for hide in 0..3 {
        let (mut town, need, kind) = town();
        match hide {
            0 => town.catalog.needs[need.index()].sensitive = true,
            1 => town.catalog.needs[need.index()].direct = true,
            _ => town.catalog.kinds[kind.index()].say = "担当の係につないでください。".to_owned(),
        }
        let card = town.card(&troubles(&[need]), "hall");
        assert_eq!(card.asks, [Asks { kind, need: None }], "{hide}");
    }
}

#[test]
fn a_desk_that_was_asked_for_gives_a_shared_switchboard_its_name() {
    let mut town = Town::new();
    town.hall();
    town.by_switchboard("desk", &["desk"]);
    let need = town.need("need", &["general"], &["desk"]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["desk"]);
    assert_eq!(town.card(&said, "desk").same_phone, [town.entry("hall")]);
    // Asked for what the town lacks, it keeps its own name, unless a desk has the same role.
    let other = town.need("other", &["general", "missing"], &["desk"]);
    assert_eq!(town.cards(&troubles(&[other])), ["hall"]);
    town.by_switchboard("citizens' desk", &["general"]);
    assert_eq!(town.cards(&troubles(&[other])), ["citizens' desk"]);
    town.entry_mut("citizens' desk").form = navigator::Form::Facility;
    assert_eq!(town.cards(&troubles(&[other])), ["hall"]);
}
