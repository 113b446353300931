//! Three-valued: 「わからない」 and 「答えたくない」 decide nothing.

use super::town::{Town, has_need, is, not, option, options, troubles};
use navigator::{Answer, Answers, Asker, Expr, NeedId, OptionSet, QuestionId, Truth};

#[test]
fn one_answer_is_true_false_or_unknown() {
    let mut town = Town::new();
    let age = town.question("age", &["child", "adult", "elder"]);
    let grown = Expr::Within(age, options(&[1, 2]));
    let said = |answer| town.read(&grown, &Answers::default().with(age, answer));
    assert_eq!(said(option(1)), Truth::Yes);
    assert_eq!(said(Answer::Chosen(options(&[1, 2]))), Truth::Yes);
    assert_eq!(said(option(0)), Truth::No);
    // Two are still possible, and one of them lies outside.
    assert_eq!(said(Answer::Chosen(options(&[0, 1]))), Truth::Unknown);
    for open in [Answer::Unknown, Answer::Declined, Answer::Open] {
        assert_eq!(said(open), Truth::Unknown);
        assert_eq!(
            town.read(&not(grown.clone()), &Answers::default().with(age, open)),
            Truth::Unknown
        );
    }
}

#[test]
fn of_several_answers_one_is_enough() {
    let mut town = Town::new();
    let home = town.question("home", &["child", "elder", "nobody"]);
    let cares = Expr::Includes(home, options(&[0, 1]));
    let said = |answer| town.read(&cares, &Answers::default().with(home, answer));
    assert_eq!(said(Answer::Chosen(options(&[1, 2]))), Truth::Yes);
    assert_eq!(said(option(2)), Truth::No);
    for open in [Answer::Unknown, Answer::Declined, Answer::Open] {
        assert_eq!(said(open), Truth::Unknown);
    }
}

#[test]
fn a_question_that_does_not_apply_is_answered_with_none_of_its_options() {
    let mut town = Town::new();
    let child = town.question("child", &["yes", "no"]);
    let school = town.question("school", &["goes", "stays at home"]);
    town.question_mut(school).ask_when = is(child, 0);
    let goes = is(school, 0);
    let no_child = Answers::default().with(child, option(1));
    assert_eq!(town.read(&goes, &no_child), Truth::No);
    assert_eq!(town.read(&is(school, 1), &no_child), Truth::No);
    for open in [Answer::Open, Answer::Unknown, option(0)] {
        let answers = Answers::default().with(child, open);
        assert_eq!(town.read(&goes, &answers), Truth::Unknown);
    }
    // What was said to it before is not read any more, a refusal neither.
    for left_over in [Answer::Unknown, Answer::Declined, option(0)] {
        let said = no_child.with(school, left_over);
        assert_eq!(town.read(&goes, &said), Truth::No);
        assert!(!goes.may_hold(&town.catalog, &said));
        assert_eq!(said.said_to(&town.catalog, school), Answer::Open);
        assert_eq!(said.that_apply(&town.catalog), no_child);
    }
}

#[test]
fn troubles_that_were_not_named_are_not_ruled_out() {
    let town = Town::new();
    let rent = has_need(NeedId(0));
    assert_eq!(
        town.read(&rent, &troubles(&[NeedId(0), NeedId(4)])),
        Truth::Yes
    );
    assert_eq!(town.read(&rent, &troubles(&[NeedId(4)])), Truth::No);
    assert_eq!(town.read(&rent, &Answers::default()), Truth::Unknown);
}

#[test]
fn who_asks_is_always_known() {
    let town = Town::new();
    let mut answers = Answers::default();
    answers.asker = Asker::Family;
    for asker in Asker::ALL {
        let expected = Truth::from(asker == Asker::Family);
        assert_eq!(town.read(&Expr::Asker(asker), &answers), expected);
    }
}

#[test]
fn joints_follow_kleene() {
    let mut town = Town::new();
    let open = town.question("open", &["yes", "no"]);
    let truths = [Truth::No, Truth::Unknown, Truth::Yes];
    let all_of = [not(Expr::Always), is(open, 0), Expr::Always];
    let read = |expr: Expr| town.read(&expr, &Answers::default());
    for (one, first) in all_of.iter().zip(truths) {
        for (other, second) in all_of.iter().zip(truths) {
            let both = vec![one.clone(), other.clone()];
            assert_eq!(read(Expr::All(both.clone())), first.min(second));
            assert_eq!(read(Expr::Any(both)), first.max(second));
        }
    }
    assert_eq!(read(Expr::All(Vec::new())), Truth::Yes);
    assert_eq!(read(Expr::Any(Vec::new())), Truth::No);
}

#[test]
fn what_was_refused_may_hold_and_what_was_not_asked_may_not() {
    let mut town = Town::new();
    let age = town.question("age", &["child", "elder"]);
    let elder = is(age, 1);
    let may_hold = |answer| elder.may_hold(&town.catalog, &Answers::default().with(age, answer));
    assert!(may_hold(Answer::Unknown) && may_hold(Answer::Declined) && may_hold(option(1)));
    assert!(!may_hold(Answer::Open) && !may_hold(option(0)));
    // To refuse to name the trouble is not to have every trouble.
    let mut refused = Answers::default();
    refused.needs = Answer::Declined;
    assert!(!has_need(NeedId(0)).may_hold(&town.catalog, &refused));
}

#[test]
fn every_condition_inside_is_visited_in_the_order_in_which_it_is_written() {
    let within =
        |question| Expr::Within(QuestionId(question), OptionSet::of(usize::from(question)));
    let tree = Expr::All(vec![
        within(3),
        not(Expr::Any(vec![
            Expr::Includes(QuestionId(1), OptionSet::of(1)),
            has_need(NeedId(7)),
            Expr::Always,
        ])),
        Expr::Asker(Asker::Family),
        has_need(NeedId(2)),
        within(0),
    ]);
    let mut questions = Vec::new();
    tree.each_circumstance(&mut |question, options| {
        assert_eq!(options, OptionSet::of(question.index()));
        questions.push(question.0);
    });
    assert_eq!(questions, [3, 1, 0]);
    let mut needs = Vec::new();
    tree.each_need_set(&mut |set| needs.extend(set.iter().map(|need| need.0)));
    assert_eq!(needs, [7, 2]);
}
