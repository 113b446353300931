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

type Sight = (BTreeSet<EntryId>, BTreeSet<KindId>);

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
        let before = sight(catalog, &state.answers, &state.outcome);
        for id in catalog.question_ids() {
            if !could_be_asked(catalog, &state.answers, id) {
                continue;
            }
            for chosen in each_choice(catalog.question(id), false) {
                let then = state.answers.with(id, Answer::Chosen(chosen));
                self.tally.steps += 1;
                if sight(catalog, &then, &suggest(catalog, &then, day)) != before {
                    self.fail(Promise::SightStays, id, rank, &state.answers);
                }
            }
        }
    }

    /// A promise about a question that these answers break.
    fn fail(&mut self, promise: Promise, id: QuestionId, rank: Rank, answers: &Answers) {
        let what = self.catalog.question(id).id.clone();
        self.tally
            .fail(promise, what, rank, answers, self.start.day);
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
        self.note_asked_by(&state.answers, id);
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
                self.judge_alike(id, stands_for, &then, rank);
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

    /// Where one trouble alone raises a question, it is that which asks.
    fn note_asked_by(&mut self, answers: &Answers, id: QuestionId) {
        let raising = &self.tally.raised_by[id.index()];
        let mut needs = answers.chosen_needs();
        let mut raising = needs.by_ref().filter(|need| raising.has(need.index()));
        if let (Some(need), None) = (raising.next(), raising.next()) {
            self.tally.asked_by[id.index()].insert(need.index());
        }
    }

    /// Answers that no condition tells apart lead to the same cards.
    fn judge_alike(&mut self, id: QuestionId, one: &State, other: &State, rank: Rank) {
        self.tally.steps += 1;
        if one.facts.cards != other.facts.cards {
            self.fail(Promise::AlikeIsAlike, id, rank, &other.answers);
        }
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
            self.fail(Promise::BackIsIdentity, id, rank, &then.answers);
        }
    }

    /// 「わからない」 takes nothing away, and 「答えたくない」 is the same in effect.
    fn judge_refusal(&mut self, before: &State, id: QuestionId, unknown: &State, rank: Rank) {
        self.judge(before, id, unknown, unknown, rank);
        self.tally.steps += 1;
        let declined = before.answers.with(id, Answer::Declined);
        if suggest(self.catalog, &declined, self.start.day) != unknown.outcome {
            self.fail(Promise::UnknownExcludesNothing, id, rank, &declined);
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

    /// Follows every part of town that some window tells apart.
    fn tell_area(&mut self, state: &State) {
        let rank = self.rank(&state.answers);
        let unknown = self.in_area(state, Answer::Unknown);
        for area in self.areas() {
            let then = self.in_area(state, Answer::Chosen(area));
            self.judge_area(&then, &unknown, rank);
            self.go(then);
        }
        self.judge_no_area(state, &unknown, rank);
        self.go(unknown);
    }

    /// The parts of town that are followed from here.
    fn areas(&self) -> Vec<AreaId> {
        let each = |area: &AreaId| self.classes.like(*area) == area.index();
        match self.start.breadth {
            Breadth::Every => self.catalog.area_ids().filter(each).collect(),
            Breadth::Options | Breadth::Two => Vec::new(),
        }
    }

    fn in_area(&self, state: &State, area: Answer<AreaId>) -> State {
        let mut answers = state.answers.clone();
        answers.area = area;
        State::of(self.catalog, answers, self.start.day)
    }

    /// No part of town has a window that who does not tell theirs has not.
    fn judge_area(&mut self, then: &State, unknown: &State, rank: Rank) {
        self.tally.steps += 1;
        if let Some(entry) = then.facts.entries.first_not_in(&unknown.facts.entries) {
            let what = &self.catalog.entries[entry].id;
            self.fail_in_area(what, rank, &then.answers);
        }
    }

    /// 「答えたくない」 is the same in effect as 「わからない」.
    fn judge_no_area(&mut self, state: &State, unknown: &State, rank: Rank) {
        self.tally.steps += 2;
        let declined = self.in_area(state, Answer::Declined);
        if declined.outcome != unknown.outcome {
            self.fail_in_area(catalog::answers::AREA_ID, rank, &unknown.answers);
        }
    }

    fn fail_in_area(&mut self, what: &str, rank: Rank, answers: &Answers) {
        let (promise, day) = (Promise::UnknownExcludesNothing, self.start.day);
        self.tally
            .fail(promise, what.to_owned(), rank, answers, day);
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

/// The windows that stand on the page without a tap, and their kinds.
fn sight(catalog: &Catalog, answers: &Answers, outcome: &Outcome) -> Sight {
    let visible = outcome.visible(catalog, answers);
    let entries = visible.entries().into_iter().collect();
    let kinds = visible.kinds(catalog).into_iter().collect();
    (entries, kinds)
}

fn could_be_asked(catalog: &Catalog, answers: &Answers, id: QuestionId) -> bool {
    let applies = catalog.question(id).ask_when.read(catalog, answers);
    applies == Truth::Yes && !answers.circumstance(id).is_closed()
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
