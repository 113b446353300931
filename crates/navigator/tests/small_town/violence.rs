//! Violence shows no switchboard: a desk that somebody must connect to is offered only where something that has
//! nothing to do with the violence asks for it.

use super::town::{DANGER, TOGETHER, Town, VIOLENCE, has_need, is, option, troubles};
use navigator::{Answer, Expr, NeedId, QuestionId, RuleSort, Via};

/// A line against violence, a desk behind the switchboard that stands for the same kind, and a trouble that is
/// violence.
fn beaten() -> (Town, NeedId) {
    let mut town = Town::new();
    town.window("line", &["line"]);
    town.window("desk", &["desk"]);
    behind_the_switchboard(&mut town, "hall", &["line"]);
    let beaten = town.need("beaten", &["line"], &[]);
    (town, beaten)
}

fn behind_the_switchboard(town: &mut Town, id: &str, kinds: &[&str]) {
    town.window(id, kinds).via = Via::Switchboard;
}

#[test]
fn violence_shows_no_switchboard() {
    let (mut town, beaten) = beaten();
    let said = troubles(&[beaten]);
    assert_eq!(town.cards(&said), ["line", "hall"]);
    let rule = town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    assert_eq!(town.cards(&said), ["line"]);
    assert!(town.outcome(&said).private);
    // What the operator of a desk answers is no switchboard.
    town.entry_mut("hall").via = Via::Operator;
    assert_eq!(town.cards(&said), ["line", "hall"]);
    // Another danger is no violence.
    town.entry_mut("hall").via = Via::Switchboard;
    town.catalog.rules[rule.index()].sort = DANGER;
    assert_eq!(town.cards(&said), ["line", "hall"]);
    assert!(!town.outcome(&said).private);
}

#[test]
fn a_rule_may_leave_no_trace_and_yet_be_no_alarm() {
    let (mut town, beaten) = beaten();
    let rule = town.rule(RuleSort::Gate, has_need(beaten), &[], &["desk"]);
    town.catalog.rules[rule.index()].traceless = true;
    let outcome = town.outcome(&troubles(&[beaten]));
    assert!(outcome.private && !outcome.crisis && !outcome.stop);
    assert!(town.cards(&troubles(&[beaten])).contains(&"hall"));
}

#[test]
fn not_even_where_another_trouble_asks_for_the_line() {
    let (mut town, beaten) = beaten();
    town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    let rent = town.need("rent", &["line"], &[]);
    assert_eq!(town.cards(&troubles(&[beaten, rent])), ["line"]);
    assert_eq!(town.cards(&troubles(&[rent])), ["line", "hall"]);
}

#[test]
fn other_troubles_of_the_same_person_keep_their_windows() {
    let (mut town, beaten) = beaten();
    behind_the_switchboard(&mut town, "rent desk", &["rent"]);
    behind_the_switchboard(&mut town, "after", &["after"]);
    town.rule(VIOLENCE, has_need(beaten), &["line"], &["after"]);
    let rent = town.need("rent", &["rent"], &[]);
    assert_eq!(
        town.cards(&troubles(&[beaten, rent])),
        ["line", "rent desk"]
    );
    // Asked for by the other trouble too, what the rule only also names is open.
    let both = town.need("both", &["rent"], &["after"]);
    let said = troubles(&[beaten, both]);
    assert_eq!(town.cards(&said), ["line", "rent desk", "after"]);
}

#[test]
fn what_else_the_violent_trouble_asks_for_is_not_by_a_switchboard() {
    let (mut town, _) = beaten();
    behind_the_switchboard(&mut town, "divorce", &["divorce"]);
    behind_the_switchboard(&mut town, "money", &["money"]);
    let beaten = town.need("beaten too", &["line", "divorce"], &["money"]);
    let said = troubles(&[beaten]);
    assert_eq!(town.cards(&said), ["line", "divorce", "money", "hall"]);
    town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    assert_eq!(town.cards(&said), ["line"]);
}

#[test]
fn a_rule_that_rests_on_the_same_answer_leads_to_no_switchboard() {
    let (mut town, _) = beaten();
    let partner = town.question("partner", &["kind", "hits", "shouts"]);
    behind_the_switchboard(&mut town, "talk", &["talk"]);
    let calm = town.need("calm", &["desk"], &[]);
    town.rule(VIOLENCE, is(partner, 1), &["line"], &[]);
    let talk = town.rule(RuleSort::Gate, is(partner, 1), &["talk"], &[]);
    let hit = troubles(&[calm]).with(partner, option(1));
    assert_eq!(town.cards(&hit), ["line", "desk"]);
    // Resting on another option of the question, or on another question, it has nothing to do with it.
    let when = &mut town.catalog.rules[talk.index()].when;
    *when = Expr::Any(vec![is(partner, 2), has_need(calm)]);
    assert_eq!(town.cards(&hit), ["line", "talk", "desk"]);
    let other = town.question("other", &["kind", "hits"]);
    town.catalog.rules[talk.index()].when = is(other, 1);
    let said = hit.with(other, option(1));
    assert_eq!(town.cards(&said), ["line", "talk", "desk"]);
    // A trouble that the rule against violence names besides is violence as well.
    town.catalog.rules[0].when = Expr::All(vec![is(partner, 1), has_need(calm)]);
    town.catalog.rules[talk.index()].when = has_need(calm);
    assert_eq!(town.cards(&said), ["line", "desk"]);
}

/// Somebody who refuses to say whether the partner hits them.
fn refuses_to_say() -> (Town, NeedId, QuestionId) {
    let (mut town, _) = beaten();
    let partner = town.question("partner", &["kind", "hits"]);
    let calm = town.need("calm", &["desk"], &[]);
    town.rule(VIOLENCE, is(partner, 1), &["line"], &[]);
    (town, calm, partner)
}

#[test]
fn where_violence_is_possible_its_kinds_show_no_switchboard() {
    let (mut town, calm, partner) = refuses_to_say();
    behind_the_switchboard(&mut town, "talk", &["talk"]);
    town.rule(RuleSort::Gate, is(partner, 1), &["talk"], &[]);
    let said = troubles(&[calm]);
    for refused in [Answer::Unknown, Answer::Declined] {
        let said = said.with(partner, refused);
        assert_eq!(town.cards(&said), ["desk", "line"]);
        // It is not told as if it were so.
        assert!(!town.outcome(&said).private);
    }
    // What another trouble asks for stays.
    let rent = town.need("rent", &["talk"], &[]);
    let said = troubles(&[rent]).with(partner, Answer::Declined);
    assert_eq!(town.cards(&said), ["talk", "line"]);
}

#[test]
fn a_possibility_that_has_nothing_to_do_with_violence_keeps_its_switchboard() {
    let (mut town, calm, partner) = refuses_to_say();
    let money = town.question("money", &["enough", "none"]);
    behind_the_switchboard(&mut town, "food", &["food"]);
    town.rule(RuleSort::Gate, is(money, 1), &["food"], &[]);
    let said = troubles(&[calm]).with(partner, Answer::Declined);
    let said = said.with(money, Answer::Declined);
    assert_eq!(town.cards(&said), ["desk", "line", "food"]);
}

#[test]
fn the_fallback_is_no_switchboard_either_where_violence_shows() {
    let (mut town, beaten) = beaten();
    behind_the_switchboard(&mut town, "for all", &["for all"]);
    let for_all = town.kind("for all");
    town.catalog.fallback.push(for_all);
    let rule = town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    let said = troubles(&[beaten]);
    assert_eq!(town.cards(&said), ["line"]);
    town.catalog.rules[rule.index()].sort = DANGER;
    assert_eq!(town.cards(&said), ["line", "hall", "for all"]);
    // Where violence shows by an answer and not by a trouble, it is the same.
    let partner = town.question("partner", &["kind", "hits"]);
    town.catalog.rules[rule.index()].sort = VIOLENCE;
    town.catalog.rules[rule.index()].when = is(partner, 1);
    let calm = town.need("calm", &["desk"], &[]);
    let said = troubles(&[calm]).with(partner, option(1));
    assert_eq!(town.cards(&said), ["line", "desk"]);
    // Where it is only possible, the fallback stays.
    let said = said.with(partner, Answer::Declined);
    assert_eq!(town.cards(&said), ["desk", "line", "for all"]);
}

#[test]
fn the_joined_up_window_by_a_switchboard_hears_the_other_troubles_alone() {
    let (mut town, beaten) = beaten();
    behind_the_switchboard(&mut town, "together", &[TOGETHER]);
    let rent = town.need("rent", &["desk"], &[]);
    town.catalog.needs[beaten.index()].compound = true;
    town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    assert_eq!(town.cards(&troubles(&[beaten])), ["line"]);
    let both = troubles(&[beaten, rent]);
    assert_eq!(town.cards(&both), ["line", "together", "desk"]);
}

#[test]
fn a_pattern_left_open_brings_a_switchboard_for_other_troubles_alone() {
    let (mut town, beaten) = beaten();
    behind_the_switchboard(&mut town, "together", &[TOGETHER]);
    let care = town.question("care", &["yes", "no"]);
    let partner = town.question("partner", &["kind", "hits"]);
    town.rule(VIOLENCE, has_need(beaten), &["line"], &[]);
    // Whether the pattern holds hangs on the violence, and so says nothing for the switchboard.
    let when = Expr::All(vec![is(care, 0), is(partner, 1)]);
    town.rule(RuleSort::Compound, when, &[], &[]);
    town.rule(VIOLENCE, is(partner, 1), &["line"], &[]);
    let rent = town.need("rent", &["desk"], &[]);
    let refused = |needs: &[NeedId]| {
        let said = troubles(needs).with(care, Answer::Declined);
        said.with(partner, Answer::Declined)
    };
    assert_eq!(town.cards(&refused(&[beaten])), ["line"]);
    assert_eq!(
        town.cards(&refused(&[beaten, rent])),
        ["line", "desk", "together"]
    );
}
