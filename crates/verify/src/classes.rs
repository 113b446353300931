//! Which answers mean the same, given the troubles.
//!
//! A condition reads an answer only through «does it meet these options». Once the troubles are told,
//! many conditions are decided and read no answer any more. Two answers to a question that every
//! condition left reads alike lead to the same suggestions and the same next questions for ever; only
//! the words of the reasons differ. So one of them stands for all, and nothing is lost.

use navigator::{Answer, Answers, AreaId, Catalog, EntryId, Expr, NeedSet, OptionSet, QuestionId};

/// What is learnt from an answer: nothing, a refusal, or by a bit a set of options whether it meets them.
pub type Code = u128;

/// A code has room for this many sets. Where a question is read in more ways each answer stands for itself, by a bit an
/// option: more is walked then, and nothing is merged that is not the same.
const MOST_SETS: usize = 120;

/// How the conditions of one catalog still read each question, once the troubles are told.
pub struct Classes {
    /// The sets of options that some undecided condition asks for, by question.
    read: Vec<Vec<OptionSet>>,
    /// The entries in charge of each part of town: parts with the same ones are one.
    areas: Vec<Vec<EntryId>>,
}

impl Classes {
    /// For these troubles.
    pub fn of(catalog: &Catalog, needs: &Answer<NeedSet>) -> Self {
        let mut read: Vec<Vec<OptionSet>> = vec![Vec::new(); catalog.questions.len()];
        let conditions = (catalog.rules.iter().map(|rule| &rule.when))
            .chain(catalog.kinds.iter().map(|kind| &kind.fits))
            .chain(catalog.entries.iter().map(|entry| &entry.fits))
            .chain(catalog.questions.iter().map(|question| &question.ask_when));
        for condition in conditions {
            undecided(condition, needs, &mut |question, options| {
                let sets = &mut read[question.index()];
                if !sets.contains(&options) {
                    sets.push(options);
                }
            });
        }
        let in_charge = |area: AreaId| {
            let ids = catalog.entry_ids();
            ids.filter(|&id| catalog.entry(id).areas.contains(&area))
                .collect()
        };
        let areas = catalog.area_ids().map(in_charge).collect();
        Self { read, areas }
    }

    /// What any condition can still learn from an answer: equal for answers that mean the same.
    /// 「わからない」 and 「答えたくない」 are one.
    pub fn code(&self, question: QuestionId, answer: Answer<OptionSet>) -> Code {
        match answer {
            Answer::Open => 0,
            Answer::Unknown | Answer::Declined => 1,
            Answer::Chosen(chosen) => {
                let sets = &self.read[question.index()];
                if sets.len() > MOST_SETS {
                    return 2 + chosen.iter().map(|place| 1 << place).sum::<Code>();
                }
                let read = |code, set: &OptionSet| code * 2 + Code::from(chosen.meets(*set));
                2 + sets.iter().fold(0, read)
            }
        }
    }

    /// The first part of town with the same windows in charge as this one.
    pub fn like(&self, area: AreaId) -> usize {
        let same = |other: &Vec<EntryId>| *other == self.areas[area.index()];
        self.areas.iter().position(same).unwrap_or(0)
    }

    /// The whole state in these terms.
    pub fn key(&self, catalog: &Catalog, answers: &Answers) -> Vec<Code> {
        let area = match answers.area {
            Answer::Open => 0,
            Answer::Unknown | Answer::Declined => 1,
            Answer::Chosen(area) => 2 + self.like(area) as Code,
        };
        let codes = catalog
            .question_ids()
            .map(|id| self.code(id, answers.circumstance(id)));
        std::iter::once(area).chain(codes).collect()
    }
}

/// Whether the troubles alone decide a condition; what is left to read is told to `visit`.
fn undecided(
    when: &Expr,
    needs: &Answer<NeedSet>,
    visit: &mut impl FnMut(QuestionId, OptionSet),
) -> Option<bool> {
    fn decide(
        when: &Expr,
        needs: &Answer<NeedSet>,
        found: &mut Vec<(QuestionId, OptionSet)>,
    ) -> Option<bool> {
        match when {
            Expr::Always => Some(true),
            Expr::Needs(set) => match needs {
                Answer::Chosen(told) => Some(told.meets(set)),
                _ => None,
            },
            Expr::Asker(_) => None,
            Expr::Within(question, options) | Expr::Includes(question, options) => {
                found.push((*question, *options));
                None
            }
            Expr::Not(inner) => decide(inner, needs, found).map(|holds| !holds),
            Expr::All(parts) => join(parts, needs, found, false),
            Expr::Any(parts) => join(parts, needs, found, true),
        }
    }
    /// One part that is `settling` decides all; then nothing else is read.
    fn join(
        parts: &[Expr],
        needs: &Answer<NeedSet>,
        found: &mut Vec<(QuestionId, OptionSet)>,
        settling: bool,
    ) -> Option<bool> {
        let before = found.len();
        let mut all_decided = true;
        for part in parts {
            match decide(part, needs, found) {
                Some(holds) if holds == settling => {
                    found.truncate(before);
                    return Some(settling);
                }
                Some(_) => {}
                None => all_decided = false,
            }
        }
        all_decided.then_some(!settling)
    }
    let mut found = Vec::new();
    let decided = decide(when, needs, &mut found);
    for (question, options) in found {
        visit(question, options);
    }
    decided
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Choice, Question, Rule};

    /// A question of eight options that is read in this many ways. Only the first tells the first two options apart.
    fn read_in(ways: usize) -> Classes {
        let question = Question {
            options: vec![Choice::default(); 8],
            ..Question::default()
        };
        let set = |bits: usize| (0..8).filter(|place| bits & (1 << place) != 0).collect();
        let alike = (4..256).filter(|bits| [0, 3].contains(&(bits & 3)));
        let sets = std::iter::once(1).chain(alike).take(ways);
        let rule = |bits| Rule {
            when: Expr::Within(QuestionId(0), set(bits)),
            ..Rule::default()
        };
        let catalog = Catalog {
            questions: vec![question],
            rules: sets.map(rule).collect(),
            ..Catalog::default()
        };
        Classes::of(&catalog, &Answer::Open)
    }

    #[test]
    fn answers_that_some_condition_tells_apart_are_never_one_however_many_there_are() {
        for ways in [1, 62, 63, 64, 65, 119, 120, 121, 126] {
            let classes = read_in(ways);
            let code = |option| {
                let chosen = Answer::Chosen(OptionSet::of(option));
                classes.code(QuestionId(0), chosen)
            };
            assert_ne!(code(0), code(1), "{ways}");
            assert_ne!(code(0), classes.code(QuestionId(0), Answer::Unknown));
        }
    }

    #[test]
    fn answers_that_no_condition_tells_apart_are_one() {
        let classes = read_in(1);
        let code = |option| classes.code(QuestionId(0), Answer::Chosen(OptionSet::of(option)));
        assert_eq!(code(1), code(7));
    }
}
