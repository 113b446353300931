//! One walk: everything that can be answered from one set of troubles on, state by state, shortest first.

use crate::classes::{Classes, Code};
use crate::facts::{Facts, on_card};
use crate::promises::{Promise, comes_back, judge_state, judge_step};
use crate::starts::{Breadth, Start};
use crate::tally::{Rank, Tally};
use navigator::{
    Answer, Answers, AreaId, Ask, Catalog, Day, EntryId, KindId, OptionSet, Outcome, Question,
    QuestionId, Truth, next_step, suggest,
};
use std::collections::{BTreeSet, HashSet, VecDeque};

/// Walks from one start; `check_alike` also follows, one step far, the answers that others stand for.
pub fn explore(
    catalog: &Catalog,
    start: &Start,
    place: usize,
    check_alike: bool,
    tally: &mut Tally,
) {
    let mut answers = Answers::default();
    answers.needs.clone_from(&start.needs);
    let classes = Classes::of(catalog, &answers.needs);
    let mut walk = Walk {
        catalog,
        start,
        place,
        seen: HashSet::from([classes.key(catalog, &answers)]),
        classes,
        queue: VecDeque::from([State::of(catalog, answers, start.day)]),
        check_alike,
        tally,
    };
    while let Some(state) = walk.queue.pop_front() {
        walk.visit(&state);
    }
    let seen = walk.seen.len();
    tally.states += seen;
}

struct State {
    answers: Answers,
    outcome: Outcome,
    facts: Facts,
}

impl State {
    fn of(catalog: &Catalog, answers: Answers, day: Day) -> Self {
        let outcome = suggest(catalog, &answers, day);
        let facts = Facts::of(catalog, &outcome);
        Self {
            answers,
            outcome,
            facts,
        }
    }
}

struct Walk<'a> {
    catalog: &'a Catalog,
    start: &'a Start,
    place: usize,
    classes: Classes,
    seen: HashSet<Vec<Code>>,
    queue: VecDeque<State>,
    check_alike: bool,
    tally: &'a mut Tally,
}

impl Walk<'_> {
    fn visit(&mut self, state: &State) {
        let catalog = self.catalog;
        let answers = &state.answers;
        let rank = self.rank(answers);
        let next = next_step(catalog, answers, self.start.day);
        let tally = &mut *self.tally;
        judge_state(
            catalog,
            answers,
            &state.outcome,
            next,
            &mut |promise, what| {
                tally.fail(promise, what, rank, answers, self.start.day);
            },
        );
        self.cover(state, rank);
        match next {
            Some(Ask::Question(id)) => self.answer(state, id, rank),
            Some(Ask::Area) => self.tell_area(state),
            // Troubles are told already; `judge_state` says so if they are asked for again.
            Some(Ask::Needs) => self.tally.end(rank, answers),
            None => {
                self.judge_end(state, rank);
                self.tally.end(rank, answers);
            }
        }
    }

    /// Where asking ends, each answer that was not asked for is tried.
    fn judge_end(&mut self, state: &State, rank: Rank) {
        let (catalog, day) = (self.catalog, self.start.day);
        if state.outcome.stop {
            return;
        }
        let sight = |answers: &Answers, outcome: &Outcome| {
            let visible = outcome.visible(catalog, answers);
            let entries: BTreeSet<EntryId> = visible.entries().into_iter().collect();
            let kinds: BTreeSet<KindId> = visible.kinds(catalog).into_iter().collect();
            (entries, kinds)
        };
        let before = sight(&state.answers, &state.outcome);
        for id in catalog.question_ids() {
            let question = catalog.question(id);
            if state.answers.circumstance(id).is_closed()
                || question.ask_when.read(catalog, &state.answers) != Truth::Yes
            {
                continue;
            }
            for chosen in each_choice(question, false) {
                let then = state.answers.with(id, Answer::Chosen(chosen));
                self.tally.steps += 1;
                if sight(&then, &suggest(catalog, &then, day)) != before {
                    let what = question.id.clone();
                    self.tally
                        .fail(Promise::SightStays, what, rank, &state.answers, day);
                }
            }
        }
    }

    fn rank(&self, answers: &Answers) -> Rank {
        Rank {
            needs: answers.chosen_needs().count(),
            asked: answers.asked(),
            place: self.place,
        }
    }

    fn cover(&mut self, state: &State, rank: Rank) {
        let catalog = self.catalog;
        let tally = &mut *self.tally;
        for id in state.outcome.suggestions.iter().flat_map(on_card) {
            tally.entries.note(id.index(), rank, &state.answers);
        }
        for id in catalog.rule_ids() {
            if tally.rules.is_new(id.index(), rank)
                && catalog.rule(id).when.read(catalog, &state.answers) == Truth::Yes
            {
                tally.rules.note(id.index(), rank, &state.answers);
            }
        }
    }

    /// Follows every answer to a question.
    fn answer(&mut self, state: &State, id: QuestionId, rank: Rank) {
        let (catalog, day) = (self.catalog, self.start.day);
        let question = catalog.question(id);
        self.tally.questions.note(id.index(), rank, &state.answers);
        let raising = &self.tally.raised_by[id.index()];
        let mut raising = state
            .answers
            .chosen_needs()
            .filter(|need| raising.has(need.index()));
        if let (Some(need), None) = (raising.next(), raising.next()) {
            self.tally.asked_by[id.index()].insert(need.index());
        }
        let unknown = State::of(catalog, state.answers.with(id, Answer::Unknown), day);
        self.judge_refusal(state, id, &unknown, rank);
        let mut after: Vec<(Code, OptionSet, State)> = Vec::new();
        for chosen in self.choices(state, question) {
            let answer = Answer::Chosen(chosen);
            let code = self.classes.code(id, answer);
            let alike = after.iter().find(|(other, ..)| *other == code);
            if alike.is_some() && !self.check_alike {
                continue;
            }
            let then = State::of(catalog, state.answers.with(id, answer), day);
            if let Some((.., stands_for)) = alike {
                self.tally.steps += 1;
                if stands_for.facts.cards != then.facts.cards {
                    self.tally.fail(
                        Promise::AlikeIsAlike,
                        question.id.clone(),
                        rank,
                        &then.answers,
                        day,
                    );
                }
                continue;
            }
            self.judge(state, id, &then, &unknown, rank);
            after.push((code, chosen, then));
        }
        self.note_options(state, id, &after, &unknown);
        for (.., then) in after {
            self.go(then);
        }
        self.go(unknown);
    }

    /// The answers to a question that are followed from here.
    fn choices(&self, state: &State, question: &Question) -> Vec<OptionSet> {
        let all = each_choice(question, self.start.breadth == Breadth::Every);
        if self.start.breadth != Breadth::Two || all.len() <= 2 {
            return all;
        }
        let first = (self.place + state.answers.asked()) % all.len();
        let second = (first + all.len() / 2) % all.len();
        vec![all[first], all[second]]
    }

    fn judge(&mut self, before: &State, id: QuestionId, then: &State, unknown: &State, rank: Rank) {
        let day = self.start.day;
        self.tally.steps += 1;
        let tally = &mut *self.tally;
        judge_step(
            self.catalog,
            &before.facts,
            &then.facts,
            &unknown.facts,
            &mut |promise, what| {
                tally.fail(promise, what, rank, &then.answers, day);
            },
        );
        if !comes_back(&before.answers, &then.answers, id) {
            let what = self.catalog.question(id).id.clone();
            self.tally
                .fail(Promise::BackIsIdentity, what, rank, &then.answers, day);
        }
    }

    /// 「わからない」 takes nothing away, and 「答えたくない」 is the same in effect.
    fn judge_refusal(&mut self, before: &State, id: QuestionId, unknown: &State, rank: Rank) {
        let day = self.start.day;
        self.judge(before, id, unknown, unknown, rank);
        self.tally.steps += 1;
        let declined = before.answers.with(id, Answer::Declined);
        let outcome = suggest(self.catalog, &declined, day);
        if outcome != unknown.outcome {
            let what = self.catalog.question(id).id.clone();
            self.tally
                .fail(Promise::UnknownExcludesNothing, what, rank, &declined, day);
        }
    }

    /// Which options change something, and which two are ever told apart.
    fn note_options(
        &mut self,
        before: &State,
        id: QuestionId,
        after: &[(Code, OptionSet, State)],
        unknown: &State,
    ) {
        let options = self.catalog.question(id).options.len();
        let effect = |option: usize| {
            let code = self.classes.code(id, Answer::Chosen(OptionSet::of(option)));
            let same = after.iter().find(|(other, ..)| *other == code);
            same.map(|(.., then)| then.facts.cards)
        };
        let effects: Vec<Option<u64>> = (0..options).map(effect).collect();
        let followed = |(option, effect): (usize, &Option<u64>)| Some((option, (*effect)?));
        let effects: Vec<(usize, u64)> = effects.iter().enumerate().filter_map(followed).collect();
        for &(one, effect) in &effects {
            let changes = effect != unknown.facts.cards || effect != before.facts.cards;
            self.tally.changes[id.index()][one] |= changes;
            for &(other, its) in &effects {
                self.tally.apart[id.index()][one][other] |= effect != its;
            }
        }
    }

    fn tell_area(&mut self, state: &State) {
        let catalog = self.catalog;
        let day = self.start.day;
        let rank = self.rank(&state.answers);
        let with = |area| {
            let mut answers = state.answers.clone();
            answers.area = area;
            State::of(catalog, answers, day)
        };
        let unknown = with(Answer::Unknown);
        let each = |area: &AreaId| self.classes.like(*area) == area.index();
        let areas = catalog.area_ids().filter(each);
        let areas: Vec<AreaId> = match self.start.breadth {
            Breadth::Every => areas.collect(),
            Breadth::Options | Breadth::Two => Vec::new(),
        };
        for area in areas {
            let then = with(Answer::Chosen(area));
            self.tally.steps += 1;
            if let Some(entry) = then.facts.entries.first_not_in(&unknown.facts.entries) {
                let what = catalog.entries[entry].id.clone();
                self.tally.fail(
                    Promise::UnknownExcludesNothing,
                    what,
                    rank,
                    &then.answers,
                    day,
                );
            }
            self.go(then);
        }
        self.tally.steps += 2;
        if with(Answer::Declined).outcome != unknown.outcome {
            let what = catalog::answers::AREA_ID.to_owned();
            self.tally.fail(
                Promise::UnknownExcludesNothing,
                what,
                rank,
                &unknown.answers,
                day,
            );
        }
        self.go(unknown);
    }

    fn go(&mut self, then: State) {
        if self
            .seen
            .insert(self.classes.key(self.catalog, &then.answers))
        {
            self.queue.push_back(then);
        }
    }
}

/// Everything that can be chosen: one option or, where several may be, sets of them.
fn each_choice(question: &Question, every_set: bool) -> Vec<OptionSet> {
    let count = question.options.len();
    let mut choices: Vec<OptionSet> = (0..count).map(OptionSet::of).collect();
    if question.multiple {
        let is_alone = |option: usize| question.options[option].alone;
        let together: Vec<usize> = (0..count).filter(|&option| !is_alone(option)).collect();
        let all = (1u64 << together.len()) - 1;
        for bits in 1..=all {
            if bits.count_ones() == 2 || (bits.count_ones() > 2 && (every_set || bits == all)) {
                let chosen = together.iter().enumerate();
                let chosen = chosen.filter(|(place, _)| bits >> place & 1 == 1);
                choices.push(chosen.map(|(_, &option)| option).collect());
            }
        }
    }
    choices
}
