//! Answers in a link: the same answers come back, old links still say something, and what is hard to say
//! before others stays out.

#![allow(clippy::expect_used)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use navigator::{Answer, Answers, AreaId, Asker, Catalog, NeedId, NeedSet, OptionSet};
use std::sync::OnceLock;

fn towns() -> &'static [Catalog] {
    static TOWNS: OnceLock<Vec<Catalog>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let towns = tiny::real_towns();
        towns.into_iter().map(|town| town.catalog).collect()
    })
}

fn need(town: &Catalog, id: &str) -> NeedId {
    let mut ids = town.need_ids();
    ids.find(|&it| town.need(it).id == id).expect("a need")
}

fn with_needs(town: &Catalog, ids: &[&str]) -> Answers {
    let mut needs = NeedSet::default();
    ids.iter().for_each(|id| needs.insert(need(town, id)));
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(needs);
    answers
}

/// Every option of every question, both ways of not answering, every part of town, every need.
#[test]
fn the_same_answers_come_back() {
    for town in towns() {
        let mut all = vec![with_needs(town, &["m01", "e01", "k01"])];
        for answer in [Answer::Unknown, Answer::Declined] {
            let mut answers = Answers::default();
            answers.needs = answer;
            all.push(answers);
        }
        for (asker, id) in Asker::ALL.into_iter().cycle().zip(town.need_ids()) {
            let mut answers = with_needs(town, &[&town.need(id).id]);
            answers.asker = asker;
            all.push(answers);
        }
        for id in town.question_ids() {
            let options = 0..town.question(id).options.len();
            let chosen = options.map(|option| Answer::Chosen(OptionSet::of(option)));
            for answer in chosen.chain([Answer::Unknown, Answer::Declined]) {
                all.push(with_needs(town, &["b03"]).with(id, answer));
            }
        }
        for area in (0..).map(AreaId).take(town.areas.len()) {
            let mut answers = with_needs(town, &["e01"]);
            answers.area = Answer::Chosen(area);
            all.push(answers);
        }
        for answers in all {
            let text = answers.to_text(town);
            assert_eq!(Answers::from_text(town, &text), Some(answers), "{text}");
        }
    }
}

#[test]
fn several_options_come_back_and_none_of_them_only_alone() {
    let town = &towns()[0];
    let mut questions = town.question_ids();
    let household = questions
        .find(|&id| town.question(id).id == "household")
        .expect("the question");
    let read = |text: &str| {
        let answers = Answers::from_text(town, text).unwrap_or_default();
        answers.circumstance(household)
    };
    let both = OptionSet::of(0).union(OptionSet::of(1));
    assert_eq!(read("1;household=child.elder"), Answer::Chosen(both));
    assert_eq!(read("1;household=child.none"), Answer::Open);
    // A question with one answer takes no two.
    assert_eq!(Answers::from_text(town, "1;age=a15.a18"), None);
}

#[test]
fn a_link_of_another_catalog_says_what_this_one_knows() {
    let town = &towns()[0];
    let known = with_needs(town, &["m01"]);
    for text in [
        "1;n=m01.z99",
        "1;n=m01;no_such_question=yes",
        "1;n=m01;age=a200",
        "1;n=m01;t=どこにもない町",
        "1;;=;n=m01;x",
    ] {
        assert_eq!(
            Answers::from_text(town, text).as_ref(),
            Some(&known),
            "{text}"
        );
    }
}

#[test]
fn what_says_nothing_is_refused() {
    let town = &towns()[0];
    for text in [
        "", "1", "1;", "2;n=m01", "n=m01", "1;n=z99", "<script>", "1;n=",
    ] {
        assert_eq!(Answers::from_text(town, text), None, "{text}");
    }
}

/// Danger, what is marked as hard to say, what is hard to answer, and where somebody lives.
#[test]
fn what_is_hard_to_say_stays_out() {
    for town in towns() {
        let said = ["m01", "k01", "f01", "x04", "m05"];
        let mut answers = with_needs(town, &said);
        if !town.areas.is_empty() {
            answers.area = Answer::Chosen(AreaId(0));
        }
        for id in town.question_ids() {
            answers.set(id, Answer::Chosen(OptionSet::of(0)));
        }
        let left = answers.without_sensitive(town);
        let mut kept = left.chosen_needs().map(|id| &*town.need(id).id);
        assert_eq!((kept.next(), kept.next()), (Some("m01"), None));
        assert_eq!(left.area, Answer::Open);
        let text = left.to_text(town);
        for id in ["suicidal", "fear", "hand_out", "forced", "tonight"] {
            assert!(!text.contains(id), "{text}");
        }
        assert!(text.contains("rent_deadline=days"), "{text}");
    }
}

#[test]
fn with_nothing_left_the_troubles_count_as_not_said() {
    let town = &towns()[0];
    let left = with_needs(town, &["k01"]).without_sensitive(town);
    assert_eq!(left, Answers::default());
}
