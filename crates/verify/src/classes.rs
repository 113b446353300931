//! Which answers mean the same, given the troubles.
//!
//! A condition reads an answer only through «does it meet these options». Once the troubles are told,
//! many conditions are decided and read no answer any more. Two answers to a question that every
//! condition left reads alike lead to the same suggestions and the same next questions for ever; only
//! the words of the reasons differ. So one of them stands for all, and nothing is lost.

use navigator::{Answer, Answers, AreaId, Catalog, EntryId, Expr, NeedSet, OptionSet, QuestionId};

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
    pub fn code(&self, question: QuestionId, answer: Answer<OptionSet>) -> u64 {
        match answer {
            Answer::Open => 0,
            Answer::Unknown | Answer::Declined => 1,
            Answer::Chosen(chosen) => {
                let sets = self.read[question.index()].iter();
                sets.fold(1, |code, set| code * 2 + u64::from(chosen.meets(*set))) + 2
            }
        }
    }

    /// The first part of town with the same windows in charge as this one.
    pub fn like(&self, area: AreaId) -> usize {
        let same = |other: &Vec<EntryId>| *other == self.areas[area.index()];
        self.areas.iter().position(same).unwrap_or(0)
    }

    /// The whole state in these terms.
    pub fn key(&self, catalog: &Catalog, answers: &Answers) -> Vec<u64> {
        let area = match answers.area {
            Answer::Open => 0,
            Answer::Unknown | Answer::Declined => 1,
            Answer::Chosen(area) => 2 + self.like(area) as u64,
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
