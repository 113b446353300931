//! What the walks of one worker found; workers' tallies are put together at the end.
//!
//! Of everything the shortest is kept, and of equally short ones the first in the order of the sheets: the
//! result is the same with any number of workers, and a counter-example is a shortest one.

use crate::facts::Numbers;
use crate::promises::Promise;
use navigator::{Answers, Catalog, Day, Expr};
use std::collections::BTreeMap;

/// How long an example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Troubles told.
    pub needs: usize,
    /// Questions answered.
    pub asked: usize,
    /// Place of the start.
    pub place: usize,
}

/// The shortest answers at which something was seen.
#[derive(Clone, Debug)]
pub struct Witness {
    /// How long.
    pub rank: Rank,
    /// Answers that `catalog ask` takes.
    pub answers: Answers,
}

/// A broken promise.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The first answers that break it.
    pub witness: Witness,
    /// On this day.
    pub day: Day,
    /// What of it.
    pub what: String,
    /// How often it was broken.
    pub times: usize,
}

/// The shortest witness of each thing of a list.
#[derive(Clone, Debug)]
pub struct Seen(Vec<Option<Witness>>);

impl Seen {
    fn none_of(count: usize) -> Self {
        Self(vec![None; count])
    }

    /// True if it was seen.
    pub fn has(&self, place: usize) -> bool {
        self.witness(place).is_some()
    }

    /// Where it is seen with the fewest answers.
    pub fn witness(&self, place: usize) -> Option<&Witness> {
        self.0.get(place)?.as_ref()
    }

    /// True if this would be a shorter way than the one known.
    pub fn is_new(&self, place: usize, rank: Rank) -> bool {
        self.witness(place).is_none_or(|seen| rank < seen.rank)
    }

    /// Notes it, unless a shorter way is known.
    pub fn note(&mut self, place: usize, rank: Rank, answers: &Answers) {
        if self.is_new(place, rank)
            && let Some(seen) = self.0.get_mut(place)
        {
            let answers = answers.clone();
            *seen = Some(Witness { rank, answers });
        }
    }

    /// The places of what was never seen.
    pub fn missing(&self) -> impl Iterator<Item = usize> + '_ {
        let places = self.0.iter().enumerate();
        places
            .filter(|(_, seen)| seen.is_none())
            .map(|(place, _)| place)
    }
}

/// Everything found so far.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Different states walked through.
    pub states: usize,
    /// Steps between them, each judged.
    pub steps: usize,
    /// The longest interview: its number of questions, and the answers.
    pub longest: Option<(usize, Witness)>,
    /// By promise.
    pub failures: BTreeMap<Promise, Failure>,
    /// Questions put.
    pub questions: Seen,
    /// Rules that held.
    pub rules: Seen,
    /// Entries on a card.
    pub entries: Seen,
    /// By question: the troubles that its condition names, denials left out.
    pub raised_by: Vec<Numbers>,
    /// By question: those of them by which alone it was put.
    pub asked_by: Vec<Numbers>,
    /// By question and option: it once led to other cards than before, or than 「わからない」.
    pub changes: Vec<Vec<bool>>,
    /// By question and two options: they once led to different cards.
    pub apart: Vec<Vec<Vec<bool>>>,
}

impl Tally {
    /// Nothing yet.
    pub fn empty(catalog: &Catalog) -> Self {
        let options = |question: &navigator::Question| question.options.len();
        let counts: Vec<usize> = catalog.questions.iter().map(options).collect();
        Self {
            states: 0,
            steps: 0,
            longest: None,
            failures: BTreeMap::new(),
            questions: Seen::none_of(catalog.questions.len()),
            rules: Seen::none_of(catalog.rules.len()),
            entries: Seen::none_of(catalog.entries.len()),
            raised_by: catalog
                .questions
                .iter()
                .map(|question| raised_by(catalog, &question.ask_when))
                .collect(),
            asked_by: vec![Numbers::with_room(catalog.needs.len()); catalog.questions.len()],
            changes: counts.iter().map(|&count| vec![false; count]).collect(),
            apart: counts
                .iter()
                .map(|&count| vec![vec![false; count]; count])
                .collect(),
        }
    }

    /// Notes a broken promise.
    pub fn fail(
        &mut self,
        promise: Promise,
        what: String,
        rank: Rank,
        answers: &Answers,
        day: Day,
    ) {
        let answers = answers.clone();
        let witness = Witness { rank, answers };
        self.put(
            promise,
            Failure {
                witness,
                day,
                what,
                times: 1,
            },
        );
    }

    /// Notes an interview that ended here.
    pub fn end(&mut self, rank: Rank, answers: &Answers) {
        let answers = answers.clone();
        self.put_longest(rank.asked, Witness { rank, answers });
    }

    fn put_longest(&mut self, asked: usize, witness: Witness) {
        let longer = |(most, first): &(usize, Witness)| {
            asked > *most || (asked == *most && witness.rank < first.rank)
        };
        if self.longest.as_ref().is_none_or(longer) {
            self.longest = Some((asked, witness));
        }
    }

    fn put(&mut self, promise: Promise, failure: Failure) {
        match self.failures.get_mut(&promise) {
            None => {
                self.failures.insert(promise, failure);
            }
            Some(first) => {
                let times = first.times + failure.times;
                if failure.witness.rank < first.witness.rank {
                    *first = failure;
                }
                first.times = times;
            }
        }
    }

    /// Puts what another worker found beside one's own.
    pub fn join(&mut self, other: Self) {
        self.join_changes(&other);
        self.states += other.states;
        self.steps += other.steps;
        if let Some((asked, witness)) = other.longest {
            self.put_longest(asked, witness);
        }
        for (promise, failure) in other.failures {
            self.put(promise, failure);
        }
        for (own, its) in [
            (&mut self.questions, other.questions),
            (&mut self.rules, other.rules),
            (&mut self.entries, other.entries),
        ] {
            for (place, witness) in its.0.into_iter().enumerate() {
                if let Some(witness) = witness {
                    own.note(place, witness.rank, &witness.answers);
                }
            }
        }
    }

    /// Which answers were seen to change something.
    fn join_changes(&mut self, other: &Self) {
        for (own, its) in self.asked_by.iter_mut().zip(&other.asked_by) {
            own.insert_all(its);
        }
        for (own, its) in self
            .changes
            .iter_mut()
            .flatten()
            .zip(other.changes.iter().flatten())
        {
            *own |= its;
        }
        let its = other.apart.iter().flatten().flatten();
        for (own, its) in self.apart.iter_mut().flatten().flatten().zip(its) {
            *own |= its;
        }
    }
}

fn raised_by(catalog: &Catalog, when: &Expr) -> Numbers {
    fn collect(when: &Expr, needs: &mut Numbers) {
        match when {
            Expr::Needs(set) => set.iter().for_each(|need| needs.insert(need.index())),
            Expr::All(parts) | Expr::Any(parts) => {
                parts.iter().for_each(|part| collect(part, needs));
            }
            Expr::Not(_)
            | Expr::Always
            | Expr::Within(..)
            | Expr::Includes(..)
            | Expr::Asker(_) => {}
        }
    }
    let mut needs = Numbers::with_room(catalog.needs.len());
    collect(when, &mut needs);
    needs
}
