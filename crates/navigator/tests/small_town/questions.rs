//! Few questions: the next one is what changes the first cards most for what it costs; where there may be danger it
//! comes first; and where no answer changes anything, asking ends.

use super::town::{DANGER, TODAY, Town, has_need, is, option, troubles};
use navigator::{
    Answer, Answers, Ask, Expr, NeedId, OptionSet, QuestionId, RuleSort, Step, next_step,
    weigh_questions,
};

/// A trouble that asks for «a», and the windows «a», «b» and «line».
fn calm() -> (Town, NeedId) {
    let mut town = Town::new();
    for kind in ["a", "b", "line"] {
        town.window(kind, &[kind]);
    }
    let need = town.need("need", &["a"], &[]);
    (town, need)
}

/// A question with so many options, of which the first leads to these kinds before all others.
fn lifts(town: &mut Town, options: usize, sort: RuleSort, kind: &str) -> QuestionId {
    let question = town.question(kind, &vec!["option"; options]);
    town.rule(sort, is(question, 0), &[kind], &[]);
    question
}

fn steps(town: &Town, answers: &Answers) -> Vec<Step> {
    weigh_questions(&town.catalog, answers, TODAY)
}

fn weighed(town: &Town, answers: &Answers) -> Vec<(Ask, u32)> {
    let steps = steps(town, answers).into_iter();
    steps.map(|step| (step.ask, step.gain)).collect()
}

fn next(town: &Town, answers: &Answers) -> Option<Ask> {
    next_step(&town.catalog, answers, TODAY)
}

#[test]
fn the_troubles_are_asked_first() {
    let (mut town, need) = calm();
    let age = lifts(&mut town, 2, RuleSort::Gate, "b");
    assert_eq!(next(&town, &Answers::default()), Some(Ask::Needs));
    assert_eq!(next(&town, &troubles(&[need])), Some(Ask::Question(age)));
    // Whoever refuses is not asked for them again.
    let mut refused = Answers::default();
    refused.needs = Answer::Declined;
    assert_eq!(next(&town, &refused), Some(Ask::Question(age)));
}

#[test]
fn a_question_is_worth_how_much_its_options_change_on_average() {
    let (mut town, need) = calm();
    let said = troubles(&[need]);
    let age = lifts(&mut town, 2, RuleSort::Gate, "b");
    // «b» comes (2) and «a» moves (1), with one option of two.
    let step = Step {
        ask: Ask::Question(age),
        gain: 150,
        cost: 1,
        danger: false,
        urgent: false,
    };
    assert_eq!(steps(&town, &said), std::slice::from_ref(&step));
    assert_eq!((step.worth(), step.urgency()), (150, (false, false, 150)));
    // With one of six, and hard to say.
    let rare = lifts(&mut town, 6, RuleSort::Gate, "b");
    town.question_mut(rare).cost = 4;
    let step = &steps(&town, &said)[1];
    assert_eq!(
        (step.gain, step.worth(), step.urgency()),
        (50, 12, (false, false, 12))
    );
}

#[test]
fn a_card_that_comes_one_that_goes_and_each_that_moves_count() {
    let (mut town, _) = calm();
    for kind in ["c", "d"] {
        town.window(kind, &[kind]);
    }
    let need = town.need("other", &["a", "b", "c"], &[]);
    let age = lifts(&mut town, 1, RuleSort::Gate, "d");
    // From a, b, c to d, a, b.
    let said = troubles(&[need]);
    assert_eq!(weighed(&town, &said), [(Ask::Question(age), 700)]);
}

#[test]
fn a_surer_standing_is_a_change_too() {
    let (mut town, need) = calm();
    let age = town.question("age", &["old", "young"]);
    town.fits("a", is(age, 0));
    // The old are surer of the only card (1), the young lose it (2).
    assert_eq!(
        weighed(&town, &troubles(&[need])),
        [(Ask::Question(age), 150)]
    );
}

#[test]
fn a_line_for_danger_counts_most() {
    let (mut town, need) = calm();
    let safe = lifts(&mut town, 2, DANGER, "line");
    // The line comes (6), danger shows (6) and «a» moves (1).
    let step = Step {
        ask: Ask::Question(safe),
        gain: 650,
        cost: 1,
        danger: true,
        urgent: false,
    };
    assert_eq!(
        steps(&town, &troubles(&[need])),
        std::slice::from_ref(&step)
    );
    assert_eq!(step.urgency(), (true, false, 650));
}

#[test]
fn where_there_may_be_danger_is_asked_first_whatever_it_costs() {
    let (mut town, need) = calm();
    lifts(&mut town, 1, RuleSort::Gate, "b");
    let rare = lifts(&mut town, 8, DANGER, "line");
    let hard = lifts(&mut town, 4, DANGER, "line");
    town.question_mut(hard).cost = 4;
    let said = troubles(&[need]);
    let gains: Vec<u32> = steps(&town, &said).iter().map(Step::worth).collect();
    assert_eq!(gains, [300, 162, 81]);
    assert_eq!(next(&town, &said), Some(Ask::Question(hard)));
    assert_eq!(
        next(&town, &said.with(hard, option(1))),
        Some(Ask::Question(rare))
    );
}

#[test]
fn what_may_not_wait_is_asked_after_danger_and_before_what_changes_more() {
    let (mut town, need) = calm();
    let much = lifts(&mut town, 1, RuleSort::Gate, "b");
    let urgent = lifts(&mut town, 8, RuleSort::Urgent, "a");
    let danger = lifts(&mut town, 8, DANGER, "line");
    let mut said = troubles(&[need]);
    for question in [danger, urgent, much] {
        assert_eq!(next(&town, &said), Some(Ask::Question(question)));
        said = said.with(question, option(1));
    }
}

#[test]
fn a_danger_that_already_shows_is_not_asked_for_again() {
    let (mut town, need) = calm();
    town.rule(DANGER, has_need(need), &["line"], &[]);
    let again = lifts(&mut town, 2, DANGER, "line");
    let said = troubles(&[need]);
    assert_eq!(weighed(&town, &said), []);
    // Another line is, and of a line that only moves there is no news.
    town.window("line 2", &["line 2"]);
    let other = lifts(&mut town, 2, DANGER, "line 2");
    let found: Vec<_> = steps(&town, &said)
        .iter()
        .map(|step| (step.ask, step.danger))
        .collect();
    assert_eq!(found, [(Ask::Question(other), true)]);
    let both = lifts(&mut town, 2, RuleSort::Gate, "b");
    let found: Vec<_> = steps(&town, &said.with(other, option(1)))
        .iter()
        .map(|step| (step.ask, step.danger))
        .collect();
    assert_eq!(found, [(Ask::Question(both), false)]);
    assert!(!said.circumstance(again).is_closed());
}

#[test]
fn what_is_cheap_to_say_is_asked_before_what_is_hard() {
    let (mut town, need) = calm();
    let hard = lifts(&mut town, 2, RuleSort::Gate, "b");
    let light = lifts(&mut town, 3, RuleSort::Gate, "b");
    town.question_mut(hard).cost = 2;
    assert_eq!(next(&town, &troubles(&[need])), Some(Ask::Question(light)));
}

#[test]
fn of_the_same_worth_the_first_in_the_sheet_is_asked() {
    let (mut town, need) = calm();
    let first = lifts(&mut town, 2, RuleSort::Gate, "b");
    let second = lifts(&mut town, 2, RuleSort::Gate, "b");
    let said = troubles(&[need]);
    assert_eq!(next(&town, &said), Some(Ask::Question(first)));
    let said = said.with(first, Answer::Unknown);
    assert_ne!(next(&town, &said), Some(Ask::Question(first)));
    assert!(
        weighed(&town, &said)
            .iter()
            .all(|(ask, _)| *ask == Ask::Question(second))
    );
}

#[test]
fn where_no_answer_changes_the_first_cards_asking_ends() {
    let (mut town, need) = calm();
    town.question("idle", &["yes", "no"]);
    let said = troubles(&[need]);
    assert_eq!(weighed(&town, &said), []);
    assert_eq!(next(&town, &said), None);
}

#[test]
fn only_what_applies_to_this_person_is_asked() {
    let (mut town, need) = calm();
    let child = town.question("child", &["yes", "no"]);
    let school = lifts(&mut town, 2, RuleSort::Gate, "b");
    town.question_mut(school).ask_when = is(child, 0);
    let said = troubles(&[need]);
    let asked = |said: &Answers| {
        let found = weighed(&town, said);
        found.contains(&(Ask::Question(school), 150))
    };
    assert!(asked(&said.with(child, option(0))));
    for answer in [option(1), Answer::Unknown, Answer::Declined, Answer::Open] {
        assert!(!asked(&said.with(child, answer)), "{answer:?}");
    }
    // What was answered is not asked again.
    for answer in [option(1), Answer::Unknown, Answer::Declined] {
        assert!(!asked(&said.with(child, option(0)).with(school, answer)));
    }
}

#[test]
fn a_question_that_leads_to_one_that_matters_is_asked() {
    let (mut town, need) = calm();
    let child = town.question("child", &["yes", "no"]);
    let school = lifts(&mut town, 2, RuleSort::Gate, "b");
    town.question_mut(school).ask_when = is(child, 0);
    let said = troubles(&[need]);
    // «b» comes (2), «a» moves (1), and one more window with a role of its own is in sight (2).
    assert_eq!(weighed(&town, &said), [(Ask::Question(child), 250)]);
    assert_eq!(next(&town, &said.with(child, option(1))), None);
}

#[test]
fn two_answers_that_only_matter_together_are_asked_for() {
    let (mut town, need) = calm();
    let [one, other] = ["one", "other"].map(|id| town.question(id, &["yes", "no"]));
    let both = Expr::All(vec![is(one, 0), is(other, 0)]);
    town.rule(RuleSort::Gate, both, &["b"], &[]);
    let said = troubles(&[need]);
    let expected = [(Ask::Question(one), 250), (Ask::Question(other), 250)];
    assert_eq!(weighed(&town, &said), expected);
    assert_eq!(next(&town, &said.with(one, option(1))), None);
    // As soon as one answer alone matters, pairs are not looked at.
    let third = lifts(&mut town, 2, RuleSort::Gate, "b");
    assert_eq!(weighed(&town, &said), [(Ask::Question(third), 150)]);
}

#[test]
fn answers_that_only_add_up_are_not_asked_for_in_pairs() {
    let (mut town, _) = calm();
    for kind in ["c", "d"] {
        town.window(kind, &[kind]);
    }
    let need = town.need("other", &["a", "b", "c"], &["d"]);
    let [one, other] = ["one", "other"].map(|id| town.question(id, &["yes", "no"]));
    for question in [one, other] {
        town.rule(RuleSort::Gate, is(question, 0), &[], &["d"]);
    }
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["a", "b", "c", "d"]);
    let both = said.with(one, option(0)).with(other, option(0));
    assert_eq!(town.cards(&both), ["d", "a", "b", "c"]);
    assert_eq!(weighed(&town, &said), []);
}

#[test]
fn of_several_answers_all_at_once_are_tried_too() {
    let (mut town, need) = calm();
    let home = town.question("home", &["child", "elder", "nobody"]);
    town.question_mut(home).options[2].alone = true;
    let includes = |option| Expr::Includes(home, OptionSet::of(option));
    let rule = town.rule(
        RuleSort::Gate,
        Expr::All(vec![includes(0), includes(1)]),
        &["b"],
        &[],
    );
    let said = troubles(&[need]);
    // With one answer only, the pattern cannot show.
    assert_eq!(weighed(&town, &said), []);
    town.question_mut(home).multiple = true;
    assert_eq!(weighed(&town, &said), [(Ask::Question(home), 100)]);
    // 「どれもない」 goes with nothing else.
    town.catalog.rules[rule.index()].when = Expr::All(vec![includes(0), includes(2)]);
    assert_eq!(weighed(&town, &said), []);
}

/// Two windows that share the first kind by parts of town.
fn by_parts() -> (Town, Answers) {
    let (mut town, _) = calm();
    for (area, window) in [("Kita", "north"), ("Minami", "south")] {
        town.window(window, &["parts"]);
        town.area(area, window);
    }
    let need = town.need("parts", &["parts"], &["a", "b", "line"]);
    (town, troubles(&[need]))
}

#[test]
fn the_part_of_town_is_asked_where_it_chooses_the_window() {
    let (mut town, mut said) = by_parts();
    let step = Step {
        ask: Ask::Area,
        gain: 500,
        cost: 1,
        danger: false,
        urgent: false,
    };
    assert_eq!(steps(&town, &said), [step]);
    assert_eq!(next(&town, &said), Some(Ask::Area));
    let calm = troubles(&[NeedId(0)]);
    assert_eq!(next(&town, &calm), None);
    // As much as another window on that card, and no more: a question that changes more goes before it.
    let age = lifts(&mut town, 1, RuleSort::Gate, "d");
    town.window("d", &["d"]);
    assert_eq!(next(&town, &said), Some(Ask::Question(age)));
    let said_age = said.with(age, Answer::Unknown);
    assert_eq!(next(&town, &said_age), Some(Ask::Area));
    for closed in [
        Answer::Unknown,
        Answer::Declined,
        Answer::Chosen(navigator::AreaId(0)),
    ] {
        said.area = closed;
        assert!(steps(&town, &said).iter().all(|step| step.ask != Ask::Area));
    }
}

#[test]
fn the_part_of_town_is_worth_less_for_a_card_further_behind() {
    let (mut town, _) = by_parts();
    for (first, gain) in [(&["a", "parts", "b"], 250), (&["a", "b", "parts"], 166)] {
        let need = town.need("behind", first, &[]);
        assert_eq!(weighed(&town, &troubles(&[need])), [(Ask::Area, gain)]);
    }
}

#[test]
fn the_part_of_town_is_asked_for_a_window_in_sight_when_nothing_else_changes_the_first_cards() {
    let (mut town, _) = by_parts();
    let need = town.need("far", &["a", "b", "line"], &["parts"]);
    let age = lifts(&mut town, 2, RuleSort::Gate, "b");
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said).len(), 4);
    assert_eq!(next(&town, &said), Some(Ask::Question(age)));
    let said = said.with(age, option(1));
    assert_eq!(weighed(&town, &said), [(Ask::Area, 125)]);
    // Nobody sees what is folded.
    let kinds: Vec<String> = (0..9).map(|kind| format!("role {kind}")).collect();
    for kind in &kinds {
        town.desk(kind, &[kind]);
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let need = town.need("farther", &["a", "b", "line"], &kinds);
    let home = town.question("home", &["yes", "no"]);
    town.rule(RuleSort::Gate, is(home, 0), &["parts"], &[]);
    let said = troubles(&[need]).with(age, option(1));
    let said = said.with(home, Answer::Unknown);
    let outcome = town.outcome(&said);
    let sight = outcome.visible(&town.catalog, &said);
    assert!(!sight.kinds(&town.catalog).contains(&town.kind("parts")));
    assert_eq!(next(&town, &said), None);
}

#[test]
fn asking_goes_on_while_another_window_could_come_in_sight() {
    let (mut town, _) = calm();
    for kind in ["c", "d", "e"] {
        town.window(kind, &[kind]);
    }
    let need = town.need("other", &["a", "b", "c"], &["d"]);
    let age = town.question("age", &["young", "old"]);
    // Four cards stand before it: no first card changes, and a role comes in sight all the same (the window and the role).
    town.rule(RuleSort::Gate, is(age, 0), &[], &["e"]);
    let said = troubles(&[need]);
    assert_eq!(weighed(&town, &said), [(Ask::Question(age), 100)]);
    assert_eq!(next(&town, &said.with(age, option(1))), None);
    // What changes the first cards is asked before.
    let home = lifts(&mut town, 2, RuleSort::Gate, "line");
    assert_eq!(next(&town, &said), Some(Ask::Question(home)));
}
