//! Three-valued reading of conditions as staff write them: 「わからない」 and a refusal decide nothing.

#![allow(clippy::expect_used, clippy::panic)]

mod tiny;

use catalog::answers::{read_answers, read_answers_json};
use catalog::{Faults, Knowledge, Vocabulary, read_condition};
use navigator::{Answer, Answers, Asker, Catalog, Expr, NeedSet, OptionSet, QuestionId, Truth};
use proptest::prelude::*;
use std::sync::OnceLock;

/// The tiny catalog: 「年れい」 is asked about m01, 「ひとり」 of those of 65 and more.
fn tiny() -> &'static (Catalog, Vocabulary) {
    static TINY: OnceLock<(Catalog, Vocabulary)> = OnceLock::new();
    TINY.get_or_init(|| {
        let sheets = tiny::Sheets::tiny();
        let knowledge = Knowledge::read(&sheets.sources(), &mut Faults::default());
        let towns = sheets.compile().expect("no faults");
        let town = towns.into_iter().next().expect("a town");
        (town.catalog, knowledge.vocabulary)
    })
}

fn real() -> &'static Catalog {
    static REAL: OnceLock<Catalog> = OnceLock::new();
    REAL.get_or_init(|| {
        let towns = tiny::real_towns();
        towns.into_iter().next().expect("a town").catalog
    })
}

fn said(json: &str) -> Answers {
    let (file, faults) = read_answers_json(json).expect(json);
    assert!(faults.is_empty(), "{faults:?}");
    read_answers(&tiny().0, &file).expect(json).0
}

#[track_caller]
fn check(condition: &str, answers: &str, expected: Truth) {
    let (catalog, vocabulary) = tiny();
    let expr = read_condition(condition, vocabulary).expect(condition);
    let answers = said(&format!(r#"{{"answers": {{{answers}}}}}"#));
    assert_eq!(expr.read(catalog, &answers), expected, "{condition}");
}

#[test]
fn a_condition_is_true_false_or_unknown() {
    let rent = r#""needs": ["m01"]"#;
    let with = |more: &str| format!("{rent}, {more}");
    check("", "", Truth::Yes);
    check("困りごと=m01", "", Truth::Unknown);
    check("困りごと=m01", r#""needs": "declined""#, Truth::Unknown);
    check("困りごと=m01", rent, Truth::Yes);
    check("困りごと=お金", rent, Truth::Yes);
    check("困りごと=k01", rent, Truth::No);
    check("年れい=65歳以上", rent, Truth::Unknown);
    check("年れい=65歳以上", &with(r#""age": "a65""#), Truth::Yes);
    check("年れい=65歳以上", &with(r#""age": "u65""#), Truth::No);
    check(
        "年れい=65歳以上",
        &with(r#""age": "unknown""#),
        Truth::Unknown,
    );
    check(
        "年れい=65歳以上",
        &with(r#""age": "declined""#),
        Truth::Unknown,
    );
    // Some of what is still possible, and all of it.
    check(
        "年れい=65歳以上",
        &with(r#""age": ["u65", "a65"]"#),
        Truth::Unknown,
    );
    check(
        "年れい=64歳まで/65歳以上",
        &with(r#""age": ["u65", "a65"]"#),
        Truth::Yes,
    );
    check("聞く人=本人", "", Truth::Yes);
    check("聞く人=家族/支える人", "", Truth::No);
}

#[test]
fn a_question_that_does_not_apply_is_answered_with_none_of_its_options() {
    check("年れい=65歳以上", r#""needs": ["k01"]"#, Truth::No);
    check("年れい=64歳まで/65歳以上", r#""needs": ["k01"]"#, Truth::No);
    check(
        "ひとり=はい",
        r#""needs": ["m01"], "age": "u65""#,
        Truth::No,
    );
    check(
        "ひとり=はい",
        r#""needs": ["m01"], "age": "a65""#,
        Truth::Unknown,
    );
    // Whether it applies is not known either.
    check(
        "ひとり=はい",
        r#""needs": ["m01"], "age": "unknown""#,
        Truth::Unknown,
    );
    check("ひとり=はい", "", Truth::Unknown);
    // What was said to it before, or refused, is read nowhere once it applies no more.
    for said in ["yes", "declined"] {
        let answers = format!(r#""needs": ["m01"], "age": "u65", "alone": "{said}""#);
        check("ひとり=はい", &answers, Truth::No);
    }
    // Who was asked, and refused, is somebody to whom it applies.
    check(
        "ひとり=はい",
        r#""needs": ["m01"], "age": "a65", "alone": "declined""#,
        Truth::Unknown,
    );
}

#[test]
fn joints_follow_kleene() {
    let conditions = [
        ("年れい=65歳以上", Truth::Unknown),
        ("困りごと=m01", Truth::Yes),
        ("困りごと=k01", Truth::No),
    ];
    let answers = r#""needs": ["m01"], "age": "unknown""#;
    for (one, first) in conditions {
        check(&format!("{one} でない"), answers, !first);
        check(&format!("{one} でない でない"), answers, first);
        for (other, second) in conditions {
            check(&format!("{one} かつ {other}"), answers, first.min(second));
            check(&format!("{one} または {other}"), answers, first.max(second));
            check(
                &format!("({one} かつ {other}) でない"),
                answers,
                (!first).max(!second),
            );
        }
    }
}

#[test]
fn what_was_not_asked_is_not_what_was_refused() {
    let (catalog, vocabulary) = tiny();
    let may_hold = |condition: &str, answers: &str| {
        let expr = read_condition(condition, vocabulary).expect(condition);
        expr.may_hold(catalog, &said(&format!(r#"{{"answers": {{{answers}}}}}"#)))
    };
    let rent = r#""needs": ["m01"]"#;
    let with = |more: &str| format!("{rent}, {more}");
    assert!(!may_hold("年れい=65歳以上", rent));
    assert!(may_hold("年れい=65歳以上", &with(r#""age": "unknown""#)));
    assert!(may_hold("年れい=65歳以上", &with(r#""age": "declined""#)));
    assert!(may_hold("年れい=65歳以上", &with(r#""age": "a65""#)));
    assert!(!may_hold("年れい=65歳以上", &with(r#""age": "u65""#)));
    assert!(!may_hold(
        "年れい=65歳以上 かつ 困りごと=k01",
        &with(r#""age": "unknown""#)
    ));
    assert!(may_hold(
        "年れい=65歳以上 または 困りごと=k01",
        &with(r#""age": "unknown""#)
    ));
    // To refuse to name the trouble is not to have every trouble.
    assert!(!may_hold("困りごと=m01", r#""needs": "declined""#));
}

fn exprs() -> impl Strategy<Value = Expr> {
    let town = real();
    let questions = 0..town.questions.len();
    let atom = prop_oneof![
        1 => Just(Expr::Always),
        1 => prop::sample::select(&Asker::ALL[..]).prop_map(Expr::Asker),
        3 => prop::collection::vec(0..town.needs.len(), 1..4).prop_map(|needs| {
            let id = |need| navigator::NeedId(u16::try_from(need).expect("small"));
            Expr::Needs(needs.into_iter().map(id).collect::<NeedSet>())
        }),
        5 => (questions, any::<u64>()).prop_map(|(question, bits)| {
            let options = 0..town.questions[question].options.len();
            let set: OptionSet = options.filter(|option| bits >> option & 1 == 1).collect();
            let id = QuestionId(u16::try_from(question).expect("small"));
            if town.questions[question].multiple {
                Expr::Includes(id, set)
            } else {
                Expr::Within(id, set)
            }
        }),
    ];
    atom.prop_recursive(4, 24, 4, |inner| {
        let parts = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
            parts.clone().prop_map(Expr::All),
            parts.prop_map(Expr::Any),
        ]
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    let town = real();
    let needs = prop::collection::vec(0..town.needs.len(), 0..4);
    let given = prop::collection::vec((0..3u8, any::<u8>()), town.questions.len());
    (needs, given).prop_map(move |(needs, given)| {
        let id = |need| navigator::NeedId(u16::try_from(need).expect("small"));
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(needs.into_iter().map(id).collect());
        for (question, (sort, option)) in town.question_ids().zip(given) {
            let options = town.question(question).options.len();
            match sort {
                0 => answers.set(question, Answer::Open),
                1 => answers.set(question, Answer::Unknown),
                _ => answers.set(
                    question,
                    Answer::Chosen(OptionSet::of(usize::from(option) % options)),
                ),
            }
        }
        answers
    })
}

proptest! {
    #![proptest_config(tiny::cases(2000))]

    /// A refusal may leave open what an answer settles; it never settles it the other way round.
    #[test]
    fn a_refusal_turns_nothing_round(expr in exprs(), answers in answers(), veil in any::<u64>()) {
        let answers = answers.that_apply(real());
        let mut veiled = answers.clone();
        for id in real().question_ids() {
            if answers.circumstance(id).is_closed() && veil >> id.index() & 1 == 1 {
                veiled.set(id, Answer::Declined);
            }
        }
        let (said, unsaid) = (expr.read(real(), &answers), expr.read(real(), &veiled));
        prop_assert!(unsaid == Truth::Unknown || unsaid == said, "{said:?} became {unsaid:?}");
        prop_assert!(said != Truth::Yes || expr.may_hold(real(), &veiled));
    }

    #[test]
    fn to_deny_twice_is_to_say(one in exprs(), other in exprs(), answers in answers()) {
        let not = |expr: &Expr| Expr::Not(Box::new(expr.clone()));
        let read = |expr: &Expr| expr.read(real(), &answers);
        prop_assert_eq!(read(&not(&not(&one))), read(&one));
        let both = Expr::All(vec![one.clone(), other.clone()]);
        let neither = Expr::Any(vec![not(&one), not(&other)]);
        prop_assert_eq!(read(&not(&both)), read(&neither));
        prop_assert_eq!(read(&both), read(&Expr::All(vec![other, one])));
    }
}
