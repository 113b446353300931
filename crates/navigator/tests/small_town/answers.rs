//! Answers are the only state: going back and changing one of them leaves no trace.

use super::town::{option, options, troubles};
use navigator::{Answer, Answers, AreaId, Asker, NeedId, QuestionId};

#[test]
fn back_is_identity() {
    let mut before = troubles(&[NeedId(1)]);
    before.set(QuestionId(2), option(1));
    let mut changed = before.clone();
    for answer in [option(0), Answer::Unknown, Answer::Declined, Answer::Open] {
        changed.set(QuestionId(7), answer);
        assert_eq!(changed.circumstance(QuestionId(7)), answer);
        assert_eq!(changed.circumstance(QuestionId(2)), option(1));
    }
    assert_eq!(changed, before);
    // One in the middle does not take those behind it along.
    changed.set(QuestionId(0), option(0));
    changed.set(QuestionId(0), Answer::Open);
    assert_eq!(changed, before);
    changed.set(QuestionId(2), Answer::Open);
    assert_eq!(changed, troubles(&[NeedId(1)]));
}

#[test]
fn one_changed_answer_leaves_the_others_and_the_original() {
    let mut before = troubles(&[NeedId(1)]);
    before.set(QuestionId(0), option(1));
    let after = before.with(QuestionId(1), Answer::Declined);
    assert_eq!(after.circumstance(QuestionId(0)), option(1));
    assert_eq!(after.circumstance(QuestionId(1)), Answer::Declined);
    assert_eq!(after.needs, before.needs);
    assert_eq!(before.circumstance(QuestionId(1)), Answer::Open);
}

#[test]
fn whoever_refuses_was_asked_all_the_same() {
    for answer in [
        Answer::Unknown,
        Answer::Declined,
        Answer::Chosen(options(&[])),
    ] {
        assert!(answer.is_closed());
    }
    assert!(!Answer::<AreaId>::Open.is_closed());
}

#[test]
fn troubles_and_the_part_of_town_count_as_one_question_each() {
    let mut answers = Answers::default();
    assert_eq!(answers.asked(), 0);
    answers.set(QuestionId(3), Answer::Declined);
    answers.set(QuestionId(5), option(0));
    assert_eq!(answers.asked(), 2);
    answers.area = Answer::Unknown;
    assert_eq!(answers.asked(), 3);
    answers.needs = troubles(&[NeedId(0), NeedId(1), NeedId(2)]).needs;
    assert_eq!(answers.asked(), 4);
}

#[test]
fn troubles_that_were_not_named_are_none() {
    let chosen = |answers: &Answers| answers.chosen_needs().collect::<Vec<_>>();
    let mut answers = troubles(&[NeedId(2), NeedId(70)]);
    assert_eq!(chosen(&answers), [NeedId(2), NeedId(70)]);
    for refused in [Answer::Open, Answer::Unknown, Answer::Declined] {
        answers.needs = refused;
        assert_eq!(chosen(&answers), []);
    }
}

#[test]
fn an_asker_keeps_the_id_that_files_and_staff_use() {
    assert_eq!(Asker::ALL.map(Asker::id), ["self", "family", "supporter"]);
}
