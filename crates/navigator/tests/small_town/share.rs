//! Answers as one text: all of them come back, old texts say what they can, and what is hard to say stays out.

use crate::town::{DANGER, Town, has_need, is, option, options, troubles};
use navigator::{Answer, Answers, Asker, Expr, NeedId, QuestionId, RuleSort};

/// A town with two troubles, a question of each sort and two parts.
struct Said {
    town: Town,
    rent: NeedId,
    fear: NeedId,
    deadline: QuestionId,
    household: QuestionId,
}

fn said() -> Said {
    let mut town = Town::new();
    town.window("desk", &["desk"]);
    town.area("Kita", "desk");
    town.area("Minami", "desk");
    let rent = town.need("m01", &["desk"], &[]);
    let fear = town.need("f01", &["desk"], &[]);
    let deadline = town.question("deadline", &["soon", "later"]);
    let household = town.question("household", &["child", "elder", "none"]);
    town.question_mut(household).multiple = true;
    town.question_mut(household).options[2].alone = true;
    Said {
        town,
        rent,
        fear,
        deadline,
        household,
    }
}

fn text(said: &Said, answers: &Answers) -> String {
    answers.to_text(&said.town.catalog)
}

fn read(said: &Said, text: &str) -> Option<Answers> {
    Answers::from_text(&said.town.catalog, text)
}

#[test]
fn each_sort_of_answer_has_its_words_and_comes_back() {
    let said = said();
    let area = |area| {
        let mut answers = Answers::default();
        answers.area = area;
        answers
    };
    let needs = |needs| {
        let mut answers = Answers::default();
        answers.needs = needs;
        answers
    };
    let nothing = Answers::default;
    let both = troubles(&[said.rent, said.fear]);
    for (answers, expected) in [
        (both, "1;n=m01.f01"),
        (needs(Answer::Unknown), "1;n=-"),
        (needs(Answer::Declined), "1;n=--"),
        (area(Answer::Chosen(navigator::AreaId(1))), "1;t=Minami"),
        (area(Answer::Unknown), "1;t=-"),
        (area(Answer::Declined), "1;t=--"),
        (nothing().with(said.deadline, option(1)), "1;deadline=later"),
        (
            nothing().with(said.deadline, Answer::Unknown),
            "1;deadline=-",
        ),
        (
            nothing().with(said.household, Answer::Declined),
            "1;household=--",
        ),
        (
            nothing().with(said.household, Answer::Chosen(options(&[0, 1]))),
            "1;household=child.elder",
        ),
    ] {
        assert_eq!(text(&said, &answers), expected);
        assert_eq!(read(&said, expected), Some(answers), "{expected}");
    }
}

#[test]
fn who_asks_comes_along() {
    let said = said();
    for (asker, expected) in [
        (Asker::Myself, "1;n=m01"),
        (Asker::Family, "1;a=family;n=m01"),
        (Asker::Supporter, "1;a=supporter;n=m01"),
    ] {
        let mut answers = troubles(&[said.rent]);
        answers.asker = asker;
        assert_eq!(text(&said, &answers), expected);
        assert_eq!(read(&said, expected), Some(answers));
    }
}

#[test]
fn what_this_town_does_not_know_is_left_out() {
    let said = said();
    let rent = troubles(&[said.rent]);
    for known in [
        "1;n=m01.z99",
        "1;n=m01;deadline=never",
        "1;n=m01;other=soon",
        "1;n=m01;t=Nishi",
        "1;n=m01;a=stranger",
        "1;noise;n=m01",
    ] {
        assert_eq!(read(&said, known).as_ref(), Some(&rent), "{known}");
    }
    for nothing in ["", "1", "2;n=m01", "n=m01", "1;n=z99", "1;n="] {
        assert_eq!(read(&said, nothing), None, "{nothing}");
    }
}

#[test]
fn answers_that_nobody_could_give_are_left_out() {
    let said = said();
    // Two answers to a question with one; 「どれもない」 and something else.
    assert_eq!(read(&said, "1;deadline=soon.later"), None);
    assert_eq!(read(&said, "1;household=child.none"), None);
    let alone = Answers::default().with(said.household, option(2));
    assert_eq!(read(&said, "1;household=none"), Some(alone));
}

#[test]
fn where_somebody_lives_stays_out() {
    let said = said();
    let mut answers = troubles(&[said.rent]);
    answers.area = Answer::Chosen(navigator::AreaId(0));
    let left = answers.without_sensitive(&said.town.catalog);
    assert_eq!(left, troubles(&[said.rent]));
}

#[test]
fn what_the_sheet_marks_and_what_danger_rests_on_stays_out() {
    let left = |change: fn(&mut Said)| {
        let mut said = said();
        change(&mut said);
        let answers = troubles(&[said.rent, said.fear]).with(said.deadline, option(0));
        let answers = answers.with(said.household, option(0));
        text(&said, &answers.without_sensitive(&said.town.catalog))
    };
    assert_eq!(left(|_| {}), "1;n=m01.f01;deadline=soon;household=child");
    let marked = left(|said| said.town.catalog.needs[1].sensitive = true);
    assert_eq!(marked, "1;n=m01;deadline=soon;household=child");
    let dangerous = left(|said| {
        let when = has_need(said.fear);
        said.town.rule(DANGER, when, &["line"], &[]);
    });
    assert_eq!(dangerous, "1;n=m01;deadline=soon;household=child");
    let asked = left(|said| {
        let when = is(said.deadline, 0);
        said.town.rule(DANGER, when, &["line"], &[]);
    });
    assert_eq!(asked, "1;n=m01.f01;household=child");
    let pattern = left(|said| {
        let when = has_need(said.fear);
        said.town.rule(RuleSort::Compound, when, &["desk"], &[]);
    });
    assert_eq!(pattern, "1;n=m01.f01;deadline=soon;household=child");
    let costly = left(|said| {
        said.town.question_mut(said.deadline).cost = 3;
        said.town.question_mut(said.household).cost = 2;
    });
    assert_eq!(costly, "1;n=m01.f01;household=child");
}

#[test]
fn what_was_asked_because_of_what_is_hard_to_say_stays_out_too() {
    let mut said = said();
    said.town.catalog.needs[1].sensitive = true;
    // Asked because of the fear; and because of that answer.
    said.town.question_mut(said.deadline).ask_when = has_need(said.fear);
    said.town.question_mut(said.household).ask_when = is(said.deadline, 0);
    let answers = troubles(&[said.rent, said.fear]).with(said.deadline, option(0));
    let answers = answers.with(said.household, option(0));
    let left =
        |answers: &Answers, said: &Said| text(said, &answers.without_sensitive(&said.town.catalog));
    assert_eq!(left(&answers, &said), "1;n=m01");
    // Asked because of the rent as well: it tells nothing of the fear.
    let either = Expr::Any(vec![has_need(said.fear), has_need(said.rent)]);
    said.town.question_mut(said.deadline).ask_when = either;
    assert_eq!(
        left(&answers, &said),
        "1;n=m01;deadline=soon;household=child"
    );
}

#[test]
fn with_nothing_left_the_troubles_count_as_not_said() {
    let mut said = said();
    said.town.catalog.needs[1].sensitive = true;
    let left = troubles(&[said.fear]).without_sensitive(&said.town.catalog);
    assert_eq!(left, Answers::default());
}
