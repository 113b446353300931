//! Abuse: lines that answer themselves lead, and a switchboard stands behind all others.

use crate::town::*;
use navigator::{Answer, NeedId, RuleSort};

/// Abuse of somebody old: a window behind the switchboard, a line that answers itself, and what everybody is offered.
fn town() -> (Town, NeedId) {
    let mut town = Town::new();
    town.hall();
    town.by_switchboard("abuse desk", &["abuse"]);
    town.window("line", &["abuse"]);
    town.window("police", &["police"]);
    town.window("for all", &["for all"]);
    let for_all = town.kind("for all");
    town.catalog.fallback.push(for_all);
    let need = town.need("hurt", &["abuse", "police"], &[]);
    (town, need)
}

fn first_cards(town: &Town, answers: &navigator::Answers) -> Vec<String> {
    let outcome = town.outcome(answers);
    let cards = outcome.first_cards();
    cards.map(|card| town.name(card.entry).to_owned()).collect()
}

#[test]
fn a_switchboard_leads_abuse_only_where_nothing_says_what_it_is() {
    let (mut town, need) = town();
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said)[0], "abuse desk");
    town.catalog.needs[need.index()].direct = true;
    assert_eq!(
        town.cards(&said),
        ["line", "police", "for all", "abuse desk"]
    );
    assert_eq!(first_cards(&town, &said), ["line", "police", "for all"]);
    assert!(town.card(&said, "abuse desk").behind);
}

#[test]
fn no_switchboard_is_among_the_first_cards_even_where_there_are_few() {
    let (mut town, need) = town();
    town.catalog.fallback.clear();
    town.catalog.needs[need.index()].direct = true;
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["line", "police", "abuse desk"]);
    assert_eq!(first_cards(&town, &said), ["line", "police"]);
}

#[test]
fn where_nothing_else_is_left_the_switchboard_is_all_there_is() {
    let mut town = Town::new();
    town.hall();
    town.by_switchboard("abuse desk", &["abuse"]);
    let need = town.need("hurt", &["abuse"], &[]);
    town.catalog.needs[need.index()].direct = true;
    assert_eq!(first_cards(&town, &troubles(&[need])), ["abuse desk"]);
}

#[test]
fn a_rule_against_abuse_makes_no_line_for_danger_of_a_switchboard() {
    let (mut town, need) = town();
    let id = town.rule(DANGER, has_need(need), &["abuse"], &["police"]);
    let said = troubles(&[need]);
    let crisis = |town: &Town| town.card(&said, "abuse desk").crisis;
    assert!(crisis(&town));
    town.catalog.rules[id.index()].direct = true;
    assert!(!crisis(&town));
    let expected = ["line", "police", "for all", "abuse desk"];
    assert_eq!(town.cards(&said), expected);
    assert!(town.card(&said, "line").crisis);
}

#[test]
fn what_another_trouble_asks_for_keeps_its_place() {
    let (mut town, need) = town();
    town.catalog.needs[need.index()].direct = true;
    town.by_switchboard("money", &["money"]);
    let money = town.need("money", &["money"], &[]);
    let said = troubles(&[need, money]);
    let card = town.card(&said, "money");
    assert!(!card.behind);
    assert_eq!(card.same_phone, [town.entry("abuse desk")]);
    assert!(first_cards(&town, &said).contains(&"money".to_owned()));
}

#[test]
fn a_joined_up_window_behind_the_switchboard_does_not_lead_to_two_sorts_of_abuse() {
    let (mut town, need) = town();
    town.by_switchboard(TOGETHER, &[TOGETHER]);
    town.window("other line", &["other"]);
    town.field("other", 1);
    let other = town.need("other", &["other"], &[]);
    for need in [need, other] {
        town.catalog.needs[need.index()].direct = true;
    }
    let said = troubles(&[need, other]);
    let cards = town.outcome(&said).suggestions;
    assert!(cards.iter().all(|card| !card.joined_up));
    assert!(cards.last().is_some_and(|card| card.behind));
}

#[test]
fn what_may_be_abuse_is_no_less_careful() {
    let (mut town, need) = town();
    let hand = town.question("hand", &["yes", "no"]);
    let rule = town.rule(RuleSort::Gate, is(hand, 0), &["abuse"], &[]);
    town.catalog.rules[rule.index()].direct = true;
    town.catalog.needs[need.index()].first.clear();
    let said = troubles(&[need]).with(hand, Answer::Unknown);
    assert!(town.card(&said, "abuse desk").behind);
}

#[test]
fn against_violence_a_switchboard_is_not_even_behind() {
    let (mut town, need) = town();
    town.rule(VIOLENCE, has_need(need), &["abuse"], &["police"]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["line", "police", "for all"]);
}
