//! With which troubles the walks begin: what is exhaustive and what is bounded is decided here.

use navigator::{Answer, Catalog, Day, Expr, NeedId, NeedSet, QuestionId};
use std::collections::BTreeSet;

/// Troubles, a day, and how broadly they are followed.
#[derive(Clone)]
pub struct Start {
    /// The troubles told.
    pub needs: Answer<NeedSet>,
    /// When.
    pub day: Day,
    /// Which answers are followed.
    pub breadth: Breadth,
}

/// Which answers to a question that is put are followed. 「わからない」 always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// Each option, each set of several, each part of town.
    Every,
    /// Each option; of several at once each two and all; no part of town.
    Options,
    /// Two of the options, other ones from start to start; no part of town.
    Two,
}

/// How far to go beyond single troubles.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Every how many-th pair of troubles: 1 is all of them, 0 none.
    pub every_pair: usize,
    /// Every how many-th triple of troubles of three fields.
    pub every_triple: usize,
}

impl Limits {
    /// What `catalog verify` covers.
    pub const FULL: Self = Self {
        every_pair: 1,
        every_triple: 1,
    };
}

/// All walks to be made, those with few troubles first.
pub struct Starts {
    /// In order.
    pub list: Vec<Start>,
    /// Singles on every stretch of days, no troubles and refusals among them.
    pub singles: usize,
    /// Pairs.
    pub pairs: usize,
    /// Of how many.
    pub all_pairs: usize,
    /// Triples.
    pub triples: usize,
    /// The stretches of days.
    pub days: usize,
}

impl Starts {
    /// Lays them out.
    pub fn of(catalog: &Catalog, today: Day, limits: Limits) -> Self {
        let days = stretches(catalog, today);
        let ids: Vec<NeedId> = catalog.need_ids().collect();
        let mut list = Vec::new();
        for &day in &days {
            list.extend(alone_on(day, &ids));
        }
        let singles = list.len();
        let one_a_rule = one_a_rule(catalog);
        let mut pairs = all_pairs(&ids);
        let all_pairs = pairs.len();
        let kept = |place: usize, every: usize| every > 0 && place.is_multiple_of(every);
        // Without all pairs, at least some by which each rule comes to hold are walked.
        let mut place = 0..;
        pairs.retain(|pair| {
            place
                .next()
                .is_some_and(|place| kept(place, limits.every_pair))
                || one_a_rule.contains(pair)
        });
        let needed = one_a_rule.into_iter().filter(|set| set.len() > 2);
        let fields = of_three_fields(catalog).into_iter().enumerate();
        let fields = fields.filter(|(place, _)| kept(*place, limits.every_triple));
        let triples: Vec<Vec<NeedId>> = needed.chain(fields.map(|(_, set)| set)).collect();
        let (pairs_count, triples_count) = (pairs.len(), triples.len());
        let pairs = pairs.into_iter().map(|set| (set, Breadth::Options));
        let triples = triples.into_iter().map(|set| (set, Breadth::Two));
        list.extend(pairs.chain(triples).map(|(set, breadth)| Start {
            needs: Answer::Chosen(set.into_iter().collect()),
            day: today,
            breadth,
        }));
        Self {
            list,
            singles,
            pairs: pairs_count,
            all_pairs,
            triples: triples_count,
            days: days.len(),
        }
    }
}

fn all_pairs(ids: &[NeedId]) -> Vec<Vec<NeedId>> {
    let mut pairs = Vec::new();
    for (place, &one) in ids.iter().enumerate() {
        pairs.extend(ids[place + 1..].iter().map(|&other| vec![one, other]));
    }
    pairs
}

/// One set for each rule, with and without its questions: after a trouble that stops the asking, the question that a
/// rule reads is not put any more.
fn one_a_rule(catalog: &Catalog) -> BTreeSet<Vec<NeedId>> {
    let alone = sets_by_rule(catalog, |_| Sets::new());
    let all = needed_sets(catalog).into_iter().chain(alone);
    all.filter_map(|sets| sets.into_iter().next()).collect()
}

/// Each trouble by itself on a day, and none of them.
fn alone_on(day: Day, ids: &[NeedId]) -> impl Iterator<Item = Start> {
    let refusals = [
        Answer::Unknown,
        Answer::Declined,
        Answer::Chosen(NeedSet::default()),
    ];
    let singles = ids
        .iter()
        .map(|&id| Answer::Chosen([id].into_iter().collect()));
    refusals.into_iter().chain(singles).map(move |needs| Start {
        needs,
        day,
        breadth: Breadth::Every,
    })
}

/// One day of each stretch in which the same entries are valid; today's first.
fn stretches(catalog: &Catalog, today: Day) -> Vec<Day> {
    let mut days = vec![today];
    for entry in &catalog.entries {
        days.extend(entry.valid_from);
        days.extend(entry.valid_until.map(|last| last.plus(1)));
        days.extend(entry.valid_from.map(|first| first.plus(-1)));
    }
    let valid = |day: Day| -> Vec<bool> {
        catalog
            .entries
            .iter()
            .map(|entry| entry.is_valid_on(day))
            .collect()
    };
    let mut seen: Vec<Vec<bool>> = Vec::new();
    days.retain(|&day| {
        let new = !seen.contains(&valid(day));
        if new {
            seen.push(valid(day));
        }
        new
    });
    days
}

/// By rule: the smallest sets of troubles by which it can come to hold, the questions that it reads being
/// raised by them.
pub fn needed_sets(catalog: &Catalog) -> Vec<Vec<Vec<NeedId>>> {
    sets_by_rule(catalog, |question| raising(catalog, question))
}

/// By which a question is put.
fn raising(catalog: &Catalog, question: QuestionId) -> Sets {
    let when = &catalog.question(question).ask_when;
    sets_of(when, &|question| raising(catalog, question))
}

type Sets = BTreeSet<BTreeSet<NeedId>>;

/// By rule: the smallest sets of troubles by which it comes to hold; `asked` gives those by which a question is answered.
fn sets_by_rule(catalog: &Catalog, asked: impl Fn(QuestionId) -> Sets) -> Vec<Vec<Vec<NeedId>>> {
    let of_rule = |rule: &navigator::Rule| {
        let sets = sets_of(&rule.when, &asked).into_iter();
        sets.map(|set| set.into_iter().collect()).collect()
    };
    catalog.rules.iter().map(of_rule).collect()
}

fn nothing() -> Sets {
    Sets::from([BTreeSet::new()])
}

fn sets_of(when: &Expr, asked: &dyn Fn(QuestionId) -> Sets) -> Sets {
    match when {
        Expr::Needs(needs) => needs.iter().map(|need| BTreeSet::from([need])).collect(),
        Expr::Within(question, _) | Expr::Includes(question, _) => asked(*question),
        Expr::Always | Expr::Asker(_) | Expr::Not(_) => nothing(),
        Expr::Any(parts) => {
            let parts = parts.iter().flat_map(|part| sets_of(part, asked));
            smallest(parts.collect())
        }
        Expr::All(parts) => parts.iter().fold(nothing(), |so_far, part| {
            let of_part = sets_of(part, asked);
            let both = so_far
                .iter()
                .flat_map(|one| of_part.iter().map(move |other| one | other));
            smallest(both.collect())
        }),
    }
}

fn smallest(sets: Sets) -> Sets {
    let is_smallest = |set: &&BTreeSet<NeedId>| {
        let smaller = |other: &BTreeSet<NeedId>| other != *set && other.is_subset(set);
        !sets.iter().any(smaller)
    };
    sets.iter().filter(is_smallest).cloned().collect()
}

/// Three troubles of three fields, each field by the trouble that raises most questions.
fn of_three_fields(catalog: &Catalog) -> Vec<Vec<NeedId>> {
    let raises = |id: NeedId| {
        let of = |question: &&navigator::Question| {
            let mut named = false;
            question
                .ask_when
                .each_need_set(&mut |set| named |= set.has(id));
            named
        };
        catalog.questions.iter().filter(of).count()
    };
    let mut leads: Vec<NeedId> = Vec::new();
    for field in 0..catalog.fields.len() {
        let of_field = catalog
            .need_ids()
            .filter(|&id| usize::from(catalog.need(id).field) == field);
        leads.extend(of_field.max_by_key(|&id| (raises(id), std::cmp::Reverse(id))));
    }
    let mut triples = Vec::new();
    for (first, &one) in leads.iter().enumerate() {
        for (second, &two) in leads.iter().enumerate().skip(first + 1) {
            triples.extend(
                leads[second + 1..]
                    .iter()
                    .map(|&three| vec![one, two, three]),
            );
        }
    }
    triples
}
