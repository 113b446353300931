//! Unknown never excludes: it lowers the standing, and the card says what is not known. Each card says why it is
//! there, in the person's own answers.

use super::town::{Town, has_need, is, not, option, options, troubles};
use navigator::{Answer, Answers, Expr, QuestionId, Reason, RuleSort, Standing};

/// One window for the old, and somebody with the trouble that it is for.
fn for_the_old() -> (Town, Answers, QuestionId) {
    let mut town = Town::new();
    town.window("a", &["a"]);
    let age = town.question("age", &["young", "old"]);
    town.fits("a", is(age, 1));
    let need = town.need("need", &["a"], &[]);
    (town, troubles(&[need]), age)
}

#[test]
fn unknown_never_excludes() {
    let (town, said, age) = for_the_old();
    for open in [Answer::Open, Answer::Unknown, Answer::Declined] {
        let card = town.card(&said.with(age, open), "a");
        assert_eq!(card.standing, Standing::Maybe);
        assert_eq!(card.unknown, [age]);
    }
    let card = town.card(&said.with(age, option(1)), "a");
    assert_eq!((card.standing, card.unknown), (Standing::Fits, vec![]));
    assert!(town.cards(&said.with(age, option(0))).is_empty());
}

#[test]
fn a_window_of_its_own_age_line_keeps_it() {
    let (mut town, said, age) = for_the_old();
    town.fits("a", Expr::Always);
    town.entry_mut("a").fits = is(age, 1);
    let card = town.card(&said, "a");
    assert_eq!((card.standing, card.unknown), (Standing::Maybe, vec![age]));
    let old = town.card(&said.with(age, option(1)), "a");
    assert_eq!((old.standing, old.unknown), (Standing::Fits, vec![]));
    assert!(town.cards(&said.with(age, option(0))).is_empty());
}

#[test]
fn what_is_unknown_of_one_window_is_not_told_of_its_neighbour() {
    let (mut town, said, age) = for_the_old();
    town.fits("a", Expr::Always);
    town.window("second", &["a"]).fits = is(age, 1);
    town.desk("third", &["a"]);
    let unknown = |window| town.card(&said, window).unknown;
    assert_eq!(unknown("a"), []);
    assert_eq!(unknown("second"), [age]);
    assert_eq!(unknown("third"), []);
}

#[test]
fn a_window_keeps_the_age_line_of_its_main_role_in_its_side_roles() {
    let (mut town, _, age) = for_the_old();
    town.window("both", &["a", "b"]);
    let need = town.need("other", &["b"], &[]);
    let said = troubles(&[need]);
    let card = town.card(&said, "both");
    assert_eq!((card.standing, card.unknown), (Standing::Maybe, vec![age]));
    let old = town.card(&said.with(age, option(1)), "both");
    assert_eq!((old.standing, old.unknown), (Standing::Fits, vec![]));
    assert!(town.cards(&said.with(age, option(0))).is_empty());
}

#[test]
fn the_surest_of_several_roles_counts() {
    let (mut town, _, age) = for_the_old();
    town.window("both", &["b", "a"]);
    let need = town.need("other", &["a", "b"], &[]);
    let card = town.card(&troubles(&[need]), "both");
    assert_eq!(card.standing, Standing::Fits);
    assert_eq!(card.kinds, [town.kind("a"), town.kind("b")]);
    assert_eq!(card.unknown, [age]);
}

#[test]
fn a_trouble_is_told_as_the_reason() {
    let mut town = Town::new();
    town.window("a", &["a"]);
    let need = town.need("need", &["a"], &["a"]);
    let said = troubles(&[need]);
    assert_eq!(town.reasons(&said, "a"), [Reason::Need(need)]);
}

#[test]
fn a_rule_is_told_as_the_reason_before_the_troubles() {
    let (mut town, said, age) = for_the_old();
    let rule = town.rule(RuleSort::Gate, is(age, 1), &["a"], &[]);
    let reasons = town.reasons(&said.with(age, option(1)), "a");
    let need = said.chosen_needs().next().unwrap();
    let circumstance = Reason::Circumstance(age, options(&[1]));
    assert_eq!(
        reasons,
        [Reason::Rule(rule), Reason::Need(need), circumstance]
    );
}

#[test]
fn only_answers_that_speak_for_it_are_told_as_reasons() {
    let (mut town, said, age) = for_the_old();
    let home = town.question("home", &["alone", "together"]);
    // Old, or alone and no longer working.
    let work = town.question("work", &["yes", "no"]);
    town.fits(
        "a",
        Expr::Any(vec![
            is(age, 1),
            Expr::All(vec![is(home, 0), is(work, 1), is(home, 0)]),
        ]),
    );
    let need = Reason::Need(said.chosen_needs().next().unwrap());
    let home_said = |said: &Answers| said.with(home, option(0));
    let both = home_said(&said).with(work, option(1));
    let told = |question, option| Reason::Circumstance(question, options(&[option]));
    assert_eq!(
        town.reasons(&both, "a"),
        [need, told(home, 0), told(work, 1)]
    );
    // While it is open whether it fits, nothing is told as settled, and each question is named once.
    let card = town.card(&home_said(&said), "a");
    assert_eq!((card.reasons, card.unknown), (vec![need], vec![age, work]));
    // An answer that speaks against it is no reason, and it is known.
    let card = town.card(&said.with(age, option(0)), "a");
    assert_eq!((card.reasons, card.unknown), (vec![need], vec![home, work]));
}

#[test]
fn what_cannot_be_asked_of_this_person_is_not_named_as_unknown() {
    let (mut town, said, age) = for_the_old();
    let child = town.question("child", &["yes", "no"]);
    let school = town.question("school", &["yes", "no"]);
    town.question_mut(school).ask_when = is(child, 0);
    town.fits("a", Expr::Any(vec![is(age, 1), is(school, 0)]));
    assert_eq!(town.card(&said, "a").unknown, [age, school]);
    let no_child = said.with(child, option(1));
    assert_eq!(town.card(&no_child, "a").unknown, [age]);
}

#[test]
fn what_a_refusal_left_open_is_worth_asking_about() {
    let mut town = Town::new();
    town.window("a", &["a"]);
    town.window("b", &["b"]);
    town.window("c", &["c"]);
    let need = town.need("need", &["a"], &[]);
    let care = town.question("care", &["yes", "no"]);
    let work = town.question("work", &["yes", "no"]);
    let both = Expr::All(vec![is(care, 0), not(is(work, 1)), is(care, 0)]);
    let rule = town.rule(RuleSort::Gate, both, &["b"], &["c"]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["a"]);
    for refused in [Answer::Unknown, Answer::Declined] {
        let said = said.with(care, refused).with(work, option(0));
        // Behind what is sure, and as 「聞いてみる価値があります」.
        assert_eq!(town.cards(&said), ["a", "b", "c"]);
        for window in ["b", "c"] {
            let card = town.card(&said, window);
            assert_eq!(card.standing, Standing::Maybe);
            assert_eq!(card.reasons, [Reason::Perhaps(rule)]);
            assert_eq!(card.unknown, [care]);
        }
    }
    assert_eq!(town.cards(&said.with(care, option(1))), ["a"]);
}

#[test]
fn what_is_sure_is_not_told_as_a_possibility() {
    let mut town = Town::new();
    town.window("a", &["a"]);
    town.window("b", &["b"]);
    let need = town.need("need", &["a"], &["b"]);
    let care = town.question("care", &["yes", "no"]);
    town.rule(RuleSort::Gate, is(care, 0), &["b", "a"], &[]);
    let said = troubles(&[need]).with(care, Answer::Unknown);
    assert_eq!(town.cards(&said), ["a", "b"]);
    let card = town.card(&said, "b");
    assert_eq!((card.standing, card.unknown), (Standing::Fits, vec![]));
    assert_eq!(card.reasons, [Reason::Need(need)]);
}

#[test]
fn a_pattern_that_a_refusal_left_open_offers_the_joined_up_window_too() {
    let mut town = Town::new();
    town.window("together", &[super::town::TOGETHER]);
    town.window("a", &["a"]);
    let need = town.need("need", &["a"], &[]);
    let care = town.question("care", &["yes", "no"]);
    let rule = town.rule(RuleSort::Compound, is(care, 0), &[], &[]);
    let said = troubles(&[need]).with(care, Answer::Declined);
    assert_eq!(town.cards(&said), ["a", "together"]);
    let card = town.card(&said, "together");
    assert_eq!(card.reasons, [Reason::Perhaps(rule)]);
    assert!(!card.joined_up);
    // Another sort of rule does not.
    town.catalog.rules[0].sort = RuleSort::Gate;
    assert_eq!(town.cards(&said), ["a"]);
}

#[test]
fn several_possibilities_are_several_reasons_and_weigh_no_more() {
    let mut town = Town::new();
    town.window("b", &["b"]);
    town.window("a", &["a"]);
    let need = town.need("need", &["c"], &[]);
    let care = town.question("care", &["yes", "no"]);
    let one = town.rule(RuleSort::Gate, is(care, 0), &["a"], &[]);
    let other = town.rule(RuleSort::Gate, has_need(need), &[], &[]);
    let third = town.rule(RuleSort::Gate, not(is(care, 1)), &["a", "b"], &[]);
    let said = troubles(&[need]).with(care, Answer::Unknown);
    assert_eq!(town.cards(&said), ["b", "a"]);
    let expected = [Reason::Perhaps(one), Reason::Perhaps(third)];
    assert_eq!(town.reasons(&said, "a"), expected);
    assert!(!expected.contains(&Reason::Perhaps(other)));
}
