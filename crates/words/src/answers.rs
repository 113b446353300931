//! Answers told back: each question with what was said, in the person's words.

use crate::phrases::{common, results};
use navigator::{Answer, Answers, Ask, Catalog, Reason};

/// A question and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which question it is.
    pub ask: Ask,
    /// The question in words.
    pub asked: String,
    /// The answer in words.
    pub said: String,
}

/// All that was answered, in the order in which it is asked.
#[must_use]
pub fn said(catalog: &Catalog, answers: &Answers) -> Vec<Said> {
    let questions = catalog.question_ids().map(Ask::Question);
    [Ask::Needs, Ask::Area]
        .into_iter()
        .chain(questions)
        .filter_map(|ask| {
            Some(Said {
                ask,
                asked: asked(catalog, answers, ask).to_owned(),
                said: answer(catalog, answers, ask)?,
            })
        })
        .collect()
}

fn asked<'a>(catalog: &'a Catalog, answers: &Answers, ask: Ask) -> &'a str {
    match ask {
        Ask::Needs => results::SAID_NEEDS.text(),
        Ask::Area => results::SAID_AREA.text(),
        Ask::Question(id) => catalog.question(id).text.to(answers.asker),
    }
}

fn answer(catalog: &Catalog, answers: &Answers, ask: Ask) -> Option<String> {
    match ask {
        Ask::Needs => in_words(&answers.needs, &|needs| {
            let needs = needs.iter().map(|need| catalog.need(need));
            listed(needs.map(|need| need.text.to(answers.asker)).collect())
        }),
        Ask::Area => in_words(&answers.area, &|area| {
            let area = catalog.areas.get(area.index());
            area.map_or_else(String::new, |area| area.name.clone())
        }),
        Ask::Question(id) => in_words(&answers.circumstance(id), &|&options| {
            reason(catalog, answers, Reason::Circumstance(id, options))
        }),
    }
}

fn in_words<S>(answer: &Answer<S>, chosen: &dyn Fn(&S) -> String) -> Option<String> {
    match answer {
        Answer::Open => None,
        Answer::Unknown => Some(common::UNKNOWN.text().to_owned()),
        Answer::Declined => Some(common::DECLINED.text().to_owned()),
        Answer::Chosen(set) => Some(chosen(set)).filter(|said| !said.is_empty()),
    }
}

/// One reason, as the person said it; empty for what was only left open, since nobody said that.
#[must_use]
pub fn reason(catalog: &Catalog, answers: &Answers, reason: Reason) -> String {
    match reason {
        Reason::Need(need) => catalog.need(need).text.to(answers.asker).to_owned(),
        Reason::Rule(rule) => catalog.rule(rule).words.clone(),
        Reason::Perhaps(_) => String::new(),
        Reason::Circumstance(question, chosen) => {
            let options = &catalog.question(question).options;
            let chosen = chosen.iter().filter_map(|option| options.get(option));
            listed(chosen.map(|option| option.text.to(answers.asker)).collect())
        }
    }
}

fn listed(words: Vec<&str>) -> String {
    words.join(common::LIST_BETWEEN.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{
        Area, AreaId, Asker, Choice, Need, NeedId, OptionSet, PerAsker, Question, QuestionId,
        RuleId,
    };

    fn words(myself: &str, family: &str) -> PerAsker {
        PerAsker {
            myself: myself.to_owned(),
            family: family.to_owned(),
            ..PerAsker::default()
        }
    }

    fn catalog() -> Catalog {
        let option = |myself, family| Choice {
            text: words(myself, family),
            ..Choice::default()
        };
        let need = |myself, family| Need {
            text: words(myself, family),
            ..Need::default()
        };
        Catalog {
            needs: vec![
                need("お金がない", ""),
                need("親の物忘れがひどい", "ご家族の物忘れがひどい"),
            ],
            questions: vec![Question {
                text: words("働いていますか", "その方は働いていますか"),
                options: vec![option("はい", "はい"), option("休んでいる", "休んでいる")],
                ..Question::default()
            }],
            areas: vec![Area {
                name: "岩戸北".to_owned(),
                ..Area::default()
            }],
            ..Catalog::default()
        }
    }

    fn told(answers: &Answers) -> Vec<(String, String)> {
        let told = said(&catalog(), answers).into_iter();
        told.map(|one| (one.asked, one.said)).collect()
    }

    #[test]
    fn what_was_not_asked_is_not_told() {
        assert_eq!(told(&Answers::default()), []);
    }

    #[test]
    fn answers_are_told_in_the_words_and_the_order_of_the_questions() {
        let mut answers = Answers::default();
        answers.asker = Asker::Family;
        answers.area = Answer::Chosen(AreaId(0));
        answers.needs = Answer::Chosen([NeedId(0), NeedId(1)].into_iter().collect());
        answers.set(QuestionId(0), Answer::Chosen(OptionSet::of(1)));
        let expected = [
            ("困っていること", "お金がない、ご家族の物忘れがひどい"),
            ("お住まいの町", "岩戸北"),
            ("その方は働いていますか", "休んでいる"),
        ]
        .map(|(asked, said)| (asked.to_owned(), said.to_owned()));
        assert_eq!(told(&answers), expected);
    }

    #[test]
    fn a_reason_names_the_trouble_as_the_asker_says_it() {
        let mut answers = Answers::default();
        for (asker, expected) in [
            (Asker::Myself, "親の物忘れがひどい"),
            (Asker::Family, "ご家族の物忘れがひどい"),
            (Asker::Supporter, "親の物忘れがひどい"),
        ] {
            answers.asker = asker;
            let told = reason(&catalog(), &answers, Reason::Need(NeedId(1)));
            assert_eq!(told, expected);
        }
    }

    #[test]
    fn not_knowing_and_not_saying_are_answers_too() {
        let mut answers = Answers::default();
        answers.needs = Answer::Unknown;
        answers.set(QuestionId(0), Answer::Declined);
        let said: Vec<String> = told(&answers).into_iter().map(|(_, said)| said).collect();
        assert_eq!(said, ["わからない", "答えたくない"]);
    }

    #[test]
    fn what_nobody_said_is_no_reason() {
        let open = Reason::Perhaps(RuleId(0));
        assert_eq!(reason(&catalog(), &Answers::default(), open), "");
    }
}
