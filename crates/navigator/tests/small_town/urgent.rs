//! What cannot wait comes after danger and before everything else, with whoever answers directly in front.

use super::town::{DANGER, TOGETHER, Town, has_need, troubles};
use navigator::{NeedId, RuleSort};

/// A trouble of two fields that asks for «a» and «b», and one that cannot wait and asks for «desk» by a rule.
fn calm_and_urgent(town: &mut Town) -> [NeedId; 2] {
    town.field("b", 1);
    town.window("together", &[TOGETHER]);
    for kind in ["a", "b"] {
        town.window(kind, &[kind]);
    }
    let calm = town.need("calm", &["a"], &[]);
    let other = town.need("other", &["b"], &[]);
    [calm, other]
}

#[test]
fn it_comes_after_danger_and_before_the_joined_up_window() {
    let mut town = Town::new();
    let [calm, other] = calm_and_urgent(&mut town);
    town.window("desk", &["desk"]);
    town.window("line", &["line"]);
    town.rule(RuleSort::Urgent, has_need(other), &["desk"], &["a"]);
    let said = troubles(&[calm, other]);
    assert_eq!(town.cards(&said)[..2], ["desk", "together"]);
    let outcome = town.outcome(&said);
    assert!(outcome.urgent && !outcome.crisis && outcome.suggestions[0].urgent);
    assert!(outcome.suggestions[1..].iter().all(|card| !card.urgent));
    town.rule(DANGER, has_need(other), &["line"], &[]);
    assert_eq!(town.cards(&said)[..3], ["line", "desk", "together"]);
    let outcome = town.outcome(&troubles(&[calm]));
    assert!(!outcome.urgent && outcome.suggestions.iter().all(|card| !card.urgent));
}

#[test]
fn a_line_for_danger_is_not_marked_urgent_too() {
    let mut town = Town::new();
    let life = town.need("life", &[], &[]);
    town.window("line", &["line"]);
    town.rule(DANGER, has_need(life), &["line"], &[]);
    town.rule(RuleSort::Urgent, has_need(life), &["line"], &[]);
    let outcome = town.outcome(&troubles(&[life]));
    assert!(outcome.crisis && outcome.urgent);
    assert!(outcome.suggestions[0].crisis && !outcome.suggestions[0].urgent);
}

#[test]
fn the_one_to_call_is_the_first_that_answers_itself() {
    let mut town = Town::new();
    town.hall();
    let need = town.need("need", &["other"], &[]);
    town.window("other", &["other"]);
    town.by_switchboard("by the hall", &["desk"]);
    town.desk("itself", &["desk"]);
    town.rule(RuleSort::Urgent, has_need(need), &["desk"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said)[0], "itself");
    assert!(town.card(&said, "itself").urgent && !town.card(&said, "by the hall").urgent);
}

#[test]
fn a_kind_that_cannot_wait_brings_the_one_window_to_call() {
    let mut town = Town::new();
    let need = town.need("need", &["other"], &[]);
    town.window("other", &["other"]);
    town.desk("first", &["desk"]);
    town.desk("second", &["desk"]);
    town.rule(RuleSort::Urgent, has_need(need), &["desk"], &[]);
    let outcome = town.outcome(&troubles(&[need]));
    let urgent: Vec<bool> = outcome.suggestions.iter().map(|card| card.urgent).collect();
    assert_eq!(urgent, [true, false, false]);
}

#[test]
fn a_switchboard_leads_it_only_where_nobody_answers_directly() {
    let mut town = Town::new();
    town.hall();
    let need = town.need("need", &[], &[]);
    town.by_switchboard("welfare", &["welfare"]);
    let direct = town.rule(RuleSort::Urgent, has_need(need), &["welfare", "desk"], &[]);
    assert_eq!(town.cards(&troubles(&[need])), ["welfare"]);
    assert!(town.outcome(&troubles(&[need])).suggestions[0].urgent);
    town.window("desk", &["desk"]);
    assert_eq!(town.cards(&troubles(&[need])), ["desk", "welfare"]);
    // What nobody in town does is asked of the switchboard: there is no other way.
    town.catalog.rules[direct.index()].first = vec![town.kind("nobody")];
    town.catalog.rules[direct.index()].also.clear();
    let outcome = town.outcome(&troubles(&[need]));
    assert!(outcome.urgent && outcome.suggestions[0].urgent);
}
