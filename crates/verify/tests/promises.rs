//! What the navigator promises, held against both towns with answers of every sort: given, unknown,
//! declined, not asked, and left over from troubles that were taken back.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use navigator::{
    Answer, Answers, Ask, Asker, Catalog, Day, EntryId, Expr, KindId, Level, Moment, NeedId,
    NeedSet, OptionSet, Outcome, QuestionId, Reason, Rule, RuleSort, Suggestion, Truth, Via,
    next_step, read_knowledge, read_town, suggest,
};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

fn towns() -> &'static [Catalog] {
    static TOWNS: OnceLock<Vec<Catalog>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let towns = tiny::real_towns();
        towns.into_iter().map(|town| town.catalog).collect()
    })
}

/// A town as a phone reads it.
fn loaded(town: &Compiled) -> Catalog {
    let knowledge = read_knowledge(&town.knowledge_file).expect("is whole");
    read_town(&town.town_file, &knowledge).expect("is whole")
}

/// A town, what somebody there said, and the day.
#[derive(Clone)]
struct Case {
    town: &'static Catalog,
    answers: Answers,
    day: Day,
}

impl Case {
    fn outcome(&self) -> Outcome {
        self.of(&self.answers)
    }

    fn of(&self, answers: &Answers) -> Outcome {
        suggest(self.town, answers, self.day)
    }

    fn next(&self) -> Option<Ask> {
        next_step(self.town, &self.answers, self.day)
    }

    /// Without what is left over.
    fn that_applies(self) -> Self {
        let answers = self.answers.that_apply(self.town);
        Self { answers, ..self }
    }

    fn given(&self) -> Vec<QuestionId> {
        let closed = |id: &QuestionId| self.answers.circumstance(*id).is_closed();
        self.town.question_ids().filter(closed).collect()
    }
}

/// In the sheets' own ids, so that a case that fails can be put to `catalog ask`.
impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { town, answers, day } = self;
        let mut given = BTreeMap::new();
        for id in self.given() {
            let question = town.question(id);
            let said = match answers.circumstance(id) {
                Answer::Chosen(set) => set
                    .iter()
                    .map(|o| question.options[o].id.as_str())
                    .collect(),
                Answer::Unknown => vec!["unknown"],
                _ => vec!["declined"],
            };
            given.insert(question.id.as_str(), said);
        }
        let needs: Vec<&str> = answers
            .chosen_needs()
            .map(|id| town.need(id).id.as_str())
            .collect();
        write!(
            f,
            "{} {:?} needs {:?} {needs:?} area {:?} {given:?} on {:?}",
            town.town.id,
            answers.asker,
            matches!(answers.needs, Answer::Chosen(_)),
            answers.area,
            day.civil()
        )
    }
}

fn cases() -> impl Strategy<Value = Case> {
    (0..towns().len()).prop_flat_map(|town| {
        let town = &towns()[town];
        let questions: Vec<_> = town.question_ids().map(|id| answer_to(town, id)).collect();
        let days = 18_000..24_000i32;
        (needs_of(town), questions, area_of(town), askers(), days).prop_map(
            move |(needs, given, area, asker, day)| {
                let mut answers = Answers::default();
                answers.asker = asker;
                answers.needs = needs;
                answers.area = area;
                for (id, answer) in town.question_ids().zip(given) {
                    answers.set(id, answer);
                }
                let day = Day(day);
                Case { town, answers, day }
            },
        )
    })
}

fn askers() -> impl Strategy<Value = Asker> {
    prop::sample::select(&Asker::ALL[..])
}

fn needs_of(town: &'static Catalog) -> impl Strategy<Value = Answer<NeedSet>> {
    let all: Vec<NeedId> = town.need_ids().collect();
    prop_oneof![
        1 => Just(Answer::Open),
        1 => Just(Answer::Unknown),
        1 => Just(Answer::Declined),
        30 => subsequence(all, 0..=5).prop_map(|needs| Answer::Chosen(needs.into_iter().collect())),
    ]
}

fn area_of(town: &'static Catalog) -> BoxedStrategy<Answer<navigator::AreaId>> {
    let areas: Vec<_> = town.area_ids().collect();
    let refused = prop_oneof![
        Just(Answer::Open),
        Just(Answer::Unknown),
        Just(Answer::Declined)
    ];
    if areas.is_empty() {
        return refused.boxed();
    }
    prop_oneof![
        refused,
        prop::sample::select(areas).prop_map(Answer::Chosen)
    ]
    .boxed()
}

fn answer_to(town: &'static Catalog, id: QuestionId) -> BoxedStrategy<Answer<OptionSet>> {
    let question = town.question(id);
    let count = question.options.len();
    let chosen = if question.multiple {
        let together: Vec<usize> = (0..count).filter(|&o| !question.options[o].alone).collect();
        let most = together.len().min(3);
        subsequence(together, 1..=most)
            .prop_map(|set| set.into_iter().collect())
            .boxed()
    } else {
        (0..count).prop_map(OptionSet::of).boxed()
    };
    prop_oneof![
        4 => Just(Answer::Open),
        3 => chosen.prop_map(Answer::Chosen),
        1 => Just(Answer::Unknown),
        1 => Just(Answer::Declined),
    ]
    .boxed()
}

/// Everything on a card.
fn on_card(card: &Suggestion) -> impl Iterator<Item = EntryId> + '_ {
    let others = card.same_phone.iter().chain(&card.alternatives);
    let others = others.chain(&card.passed_on);
    std::iter::once(card.entry).chain(others.copied())
}

fn kinds(outcome: &Outcome) -> BTreeSet<KindId> {
    outcome
        .suggestions
        .iter()
        .flat_map(|card| card.kinds.iter().copied())
        .collect()
}

fn entries(outcome: &Outcome) -> BTreeSet<EntryId> {
    outcome.suggestions.iter().flat_map(on_card).collect()
}

fn is_private(rule: &Rule) -> bool {
    matches!(rule.sort, RuleSort::Crisis { private: true, .. })
}

fn needs_in(when: &Expr) -> NeedSet {
    let mut needs = NeedSet::default();
    when.each_need_set(&mut |set| set.iter().for_each(|need| needs.insert(need)));
    needs
}

proptest! {
    #![proptest_config(tiny::cases(500))]

    /// 「わからない」 and 「答えたくない」 take nothing away that an answer would have given.
    #[test]
    fn unknown_never_excludes(case in cases(), veil in any::<[u8; 32]>(), area in any::<bool>()) {
        let case = case.that_applies();
        let said = case.outcome();
        let mut veiled = case.answers.clone();
        for id in case.given() {
            match veil[id.index() % veil.len()] % 4 {
                0 => veiled.set(id, Answer::Unknown),
                1 => veiled.set(id, Answer::Declined),
                _ => {}
            }
        }
        if area && veiled.area.is_closed() {
            veiled.area = Answer::Unknown;
        }
        let unsaid = case.of(&veiled);
        let name = |id: &KindId| case.town.kind(*id).id.clone();
        let lost: Vec<String> = kinds(&said).difference(&kinds(&unsaid)).map(name).collect();
        prop_assert!(lost.is_empty(), "kinds lost: {:?} by {:?}", lost, Case { answers: veiled, ..case });
        let name = |id: &EntryId| case.town.entry(*id).id.clone();
        let lost: Vec<String> = entries(&said).difference(&entries(&unsaid)).map(name).collect();
        prop_assert!(lost.is_empty(), "entries lost: {:?} by {:?}", lost, Case { answers: veiled, ..case });
    }

    /// Be it an answer of danger: the trouble because of which it was asked was taken back.
    #[test]
    fn an_answer_to_a_question_that_does_not_apply_changes_nothing(case in cases()) {
        let without = case.clone().that_applies();
        prop_assert_eq!(without.outcome(), case.outcome());
        prop_assert_eq!(without.next(), case.next());
        prop_assert_eq!(without.answers.that_apply(case.town), without.answers);
    }

    /// Whoever cannot speak is led by what needs no voice, at any hour; and the answer only reorders.
    #[test]
    fn who_cannot_speak_is_led_by_what_needs_no_voice(case in cases(), minute in 0..1440u16) {
        let mut outcome = case.outcome();
        outcome.lead_with_open_lines(case.town, Moment { day: case.day, minute });
        let lines = outcome.suggestions.iter().filter(|card| card.crisis);
        let voices: Vec<bool> = lines.map(|card| case.town.entry(card.entry).channels.needs_a_voice()).collect();
        prop_assert!(!outcome.silent || voices.is_sorted(), "{voices:?}");
    }

    #[test]
    fn permutation_of_answers_changes_nothing(case in cases(), order in any::<[Index; 24]>()) {
        let mut steps: Vec<QuestionId> = case.town.question_ids().collect();
        let mut again = Answers::default();
        if let Answer::Chosen(needs) = &case.answers.needs {
            let mut needs: Vec<NeedId> = needs.iter().collect();
            let mut set = NeedSet::default();
            for at in order {
                if !needs.is_empty() {
                    set.insert(needs.swap_remove(at.index(needs.len())));
                }
            }
            again.needs = Answer::Chosen(set);
        } else {
            again.needs = case.answers.needs.clone();
        }
        for at in order.iter().cycle() {
            if steps.is_empty() {
                break;
            }
            let id = steps.swap_remove(at.index(steps.len()));
            again.set(id, case.answers.circumstance(id));
        }
        again.area = case.answers.area;
        again.asker = case.answers.asker;
        prop_assert_eq!(&again, &case.answers);
        prop_assert_eq!(case.of(&again), case.outcome());
    }

    /// Nor does the way through the file, as on another machine.
    #[test]
    fn same_input_same_output(case in cases()) {
        static OTHERS: OnceLock<Vec<Catalog>> = OnceLock::new();
        let others = OTHERS.get_or_init(|| {
            tiny::real_towns().iter().map(loaded).collect()
        });
        let other = others.iter().find(|other| other.town.id == case.town.town.id).expect("a town");
        prop_assert_eq!(suggest(other, &case.answers, case.day), case.outcome());
        prop_assert_eq!(next_step(other, &case.answers, case.day), case.next());
    }

    /// Nothing that is said later, be it one more trouble, takes a line for danger out of the front.
    #[test]
    fn more_answers_never_lose_a_crisis_line(case in cases(), early in any::<[bool; 32]>(), needs in any::<[bool; 5]>()) {
        let case = case.that_applies();
        let mut before = case.answers.clone();
        for id in case.given() {
            if !early[id.index() % early.len()] {
                before.set(id, Answer::Open);
            }
        }
        if let Answer::Chosen(all) = &case.answers.needs {
            before.needs = Answer::Chosen(all.iter().zip(needs).filter(|(_, said)| *said).map(|(need, _)| need).collect());
        }
        let after = case.outcome();
        let kept: Vec<EntryId> = after.suggestions.iter().filter(|card| card.crisis).flat_map(on_card).collect();
        for card in case.of(&before).suggestions.iter().filter(|card| card.crisis) {
            let mut same = std::iter::once(&card.entry).chain(&card.alternatives);
            prop_assert!(same.any(|id| kept.contains(id)), "lost {} of {:?}", case.town.entry(card.entry).id, Case { answers: before, ..case });
        }
    }

    #[test]
    fn never_empty(case in cases()) {
        let cards = case.outcome().suggestions;
        let channels = |card: &Suggestion| &case.town.entry(card.entry).channels;
        prop_assert!(cards.iter().any(|card| !channels(card).phone.is_empty()), "no phone");
        prop_assert!(cards.iter().any(|card| channels(card).without_phone()), "no way without a phone");
        let always = case.town.always.iter().map(|&id| case.town.entry(id));
        prop_assert!(always.clone().count() >= 2);
        for entry in always {
            prop_assert!(!entry.channels.phone.is_empty(), "{}", entry.id);
        }
    }

    #[test]
    fn crisis_comes_first(case in cases()) {
        let outcome = case.outcome();
        let danger: Vec<bool> = outcome.suggestions.iter().map(|card| card.crisis).collect();
        prop_assert!(danger.is_sorted_by(|one, next| one >= next), "{danger:?}");
        prop_assert_eq!(outcome.crisis, danger.first() == Some(&true));
        let first = danger.iter().filter(|danger| **danger).count();
        prop_assert!(outcome.first_cards().filter(|card| card.crisis).count() == first);
    }

    /// The person may be listened to: a desk that somebody must connect to is offered only where a
    /// trouble or a rule that has nothing to do with the violence asks for it.
    #[test]
    fn violence_shows_no_switchboard(case in cases()) {
        let Case { town, answers, .. } = &case;
        let outcome = case.outcome();
        if !outcome.private {
            return Ok(());
        }
        let applying = |rule: &&Rule| is_private(rule) && rule.when.read(town, answers) == Truth::Yes;
        let violence: Vec<&Rule> = town.rules.iter().filter(applying).collect();
        let is_violence = |need: NeedId| violence.iter().any(|rule| needs_in(&rule.when).has(need));
        let number = &town.entry(town.town.switchboard).channels.phone;
        for card in &outcome.suggestions {
            let entry = town.entry(card.entry);
            if entry.via != Via::Switchboard && entry.channels.phone != *number {
                continue;
            }
            let harmless = card.reasons.iter().any(|reason| match reason {
                Reason::Need(need) => !is_violence(*need),
                Reason::Rule(id) | Reason::Perhaps(id) => {
                    let rule = town.rule(*id);
                    !is_private(rule) && !needs_in(&rule.when).iter().any(is_violence)
                }
                Reason::Circumstance(..) => false,
            });
            prop_assert!(harmless, "{} for {:?}", entry.id, card.reasons);
        }
    }

    /// Abuse of somebody alone brings no switchboard to the front, whatever else was answered.
    #[test]
    fn abuse_shows_no_switchboard_first(case in cases()) {
        let Case { town, answers, .. } = &case;
        let mut needs = answers.chosen_needs();
        if answers.chosen_needs().next().is_none() || !needs.all(|need| town.need(need).direct) {
            return Ok(());
        }
        let direct = |rule: &Rule| rule.direct || is_private(rule);
        let beside = |reason: &Reason| match *reason {
            Reason::Rule(id) | Reason::Perhaps(id) => !direct(town.rule(id)),
            Reason::Need(_) | Reason::Circumstance(..) => false,
        };
        for card in case.outcome().first_cards().filter(|card| !card.reasons.iter().any(beside)) {
            let entry = town.entry(card.entry);
            prop_assert!(entry.via != Via::Switchboard, "{} for {:?}", entry.id, card.reasons);
        }
    }

    #[test]
    fn one_phone_once(case in cases()) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (place, card) in case.outcome().suggestions.iter().enumerate() {
            for id in std::iter::once(&card.entry).chain(&card.alternatives) {
                let phone = &case.town.entry(*id).channels.phone;
                let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
                if !digits.is_empty() {
                    let first = *seen.entry(digits).or_insert(place);
                    prop_assert!(first == place, "{phone} on cards {} and {}", first + 1, place + 1);
                }
            }
        }
    }

    #[test]
    fn one_entry_once(case in cases()) {
        let cards = case.outcome().suggestions;
        let count: usize = cards.iter().map(|card| on_card(card).count()).sum();
        let distinct: BTreeSet<EntryId> = cards.iter().flat_map(on_card).collect();
        prop_assert_eq!(count, distinct.len());
    }

    /// And the reasons are the person's own answers.
    #[test]
    fn every_suggestion_has_a_reason(case in cases()) {
        let Case { town, answers, .. } = &case;
        for card in &case.outcome().suggestions {
            let fallback = card.kinds.iter().all(|kind| town.fallback.contains(kind));
            prop_assert!(fallback || !card.reasons.is_empty(), "{}", town.entry(card.entry).id);
            for reason in &card.reasons {
                let true_of_them = match reason {
                    Reason::Need(need) => answers.chosen_needs().any(|chosen| chosen == *need),
                    Reason::Rule(id) => town.rule(*id).when.read(town, answers) == Truth::Yes,
                    Reason::Perhaps(id) => town.rule(*id).when.read(town, answers) == Truth::Unknown,
                    Reason::Circumstance(id, set) => answers.circumstance(*id) == Answer::Chosen(*set),
                };
                prop_assert!(true_of_them, "{reason:?}");
            }
            for id in &card.unknown {
                prop_assert!(!matches!(answers.circumstance(*id), Answer::Chosen(_)), "{}", town.question(*id).id);
            }
        }
    }

    #[test]
    fn back_is_identity(case in cases(), at in any::<Index>(), other in any::<Index>()) {
        let ids: Vec<QuestionId> = case.town.question_ids().collect();
        let id = ids[at.index(ids.len())];
        let option = OptionSet::of(other.index(case.town.question(id).options.len()));
        let before = case.answers.circumstance(id);
        let mut changed = case.answers.clone();
        for answer in [Answer::Chosen(option), Answer::Unknown, Answer::Declined, Answer::Open] {
            changed.set(id, answer);
        }
        prop_assert_eq!(&changed, &case.answers.with(id, Answer::Open));
        changed.set(id, before);
        prop_assert_eq!(&changed, &case.answers);
        prop_assert_eq!(changed.asked(), case.answers.asked());

        if let Answer::Chosen(needs) = &case.answers.needs {
            let need = NeedId(u16::try_from(other.index(case.town.needs.len())).expect("small"));
            let mut set = needs.clone();
            if !needs.has(need) {
                set.insert(need);
                set.remove(need);
            }
            prop_assert_eq!(&set, needs);
        }
    }

    #[test]
    fn stop_means_no_question(case in cases()) {
        if case.outcome().stop && case.answers.needs.is_closed() {
            prop_assert_eq!(case.next(), None);
        }
    }
}

/// The troubles and the part of town counted in. Among 20,000 people with up to five troubles who answer
/// at random, 10 questions were the most.
const MOST_QUESTIONS: usize = 12;

#[test]
fn asking_ends_and_asks_nothing_twice() {
    use proptest::test_runner::TestRunner;
    use std::sync::Mutex;
    let longest = Mutex::new((0usize, String::new()));
    let mut runner = TestRunner::new(tiny::cases(1500));
    let walks = (cases(), any::<[u8; 32]>());
    let result = runner.run(&walks, |(start, script)| {
        let town = start.town;
        let mut answers = Answers::default();
        answers.asker = start.answers.asker;
        let mut case = Case {
            answers,
            ..start.clone()
        };
        let mut asked: Vec<Ask> = Vec::new();
        while let Some(ask) = case.next() {
            prop_assert!(!asked.contains(&ask), "{ask:?} twice after {case:?}");
            prop_assert!(
                asked.is_empty() == (ask == Ask::Needs),
                "the troubles come first"
            );
            let turn = usize::from(script[asked.len() % script.len()]);
            asked.push(ask);
            match ask {
                Ask::Needs => {
                    case.answers.needs = match start.answers.needs.clone() {
                        Answer::Open => Answer::Unknown,
                        said => said,
                    };
                }
                Ask::Area => {
                    case.answers.area = match start.answers.area {
                        Answer::Open => Answer::Declined,
                        said => said,
                    };
                }
                Ask::Question(id) => {
                    let question = town.question(id);
                    prop_assert_eq!(question.ask_when.read(town, &case.answers), Truth::Yes);
                    let answer = match turn % (question.options.len() + 2) {
                        0 => Answer::Unknown,
                        1 => Answer::Declined,
                        option => Answer::Chosen(OptionSet::of(option - 2)),
                    };
                    case.answers.set(id, answer);
                }
            }
            prop_assert_eq!(case.answers.asked(), asked.len());
        }
        let mut longest = longest.lock().expect("one thread");
        if asked.len() > longest.0 {
            *longest = (asked.len(), format!("{case:?}"));
        }
        prop_assert!(
            asked.len() <= MOST_QUESTIONS,
            "{} questions: {asked:?}",
            asked.len()
        );
        Ok(())
    });
    let (most, who) = longest.into_inner().expect("one thread");
    println!("at most {most} questions: {who}");
    if let Err(failure) = result {
        panic!("{failure}");
    }
}

/// What one trouble leads to, with each answer to each question that it raises.
fn reachable(town: &Catalog, day: Day) -> BTreeSet<EntryId> {
    let mut reached = BTreeSet::new();
    for need in town.need_ids() {
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(std::iter::once(need).collect());
        reached.extend(entries(&suggest(town, &answers, day)));
        for id in town.question_ids() {
            if town.question(id).ask_when.read(town, &answers) != Truth::Yes {
                continue;
            }
            for option in 0..town.question(id).options.len() {
                let said = answers.with(id, Answer::Chosen(OptionSet::of(option)));
                reached.extend(entries(&suggest(town, &said, day)));
            }
        }
    }
    reached
}

#[test]
fn every_entry_and_every_measure_is_reached_by_some_trouble() {
    for town in towns() {
        let days = town
            .entries
            .iter()
            .filter_map(|entry| entry.valid_from.or(entry.valid_until));
        let mut days: Vec<Day> = days.chain(Day::from_civil(2026, 11, 21)).collect();
        days.dedup();
        let reached: BTreeSet<EntryId> = days
            .into_iter()
            .flat_map(|day| reachable(town, day))
            .collect();
        let missed: Vec<&str> = town
            .entry_ids()
            .filter(|id| !reached.contains(id) && !town.always.contains(id))
            .filter(|id| town.entry(*id).level == Level::Town)
            .map(|id| town.entry(id).id.as_str())
            .collect();
        assert!(missed.is_empty(), "{}: {missed:?}", town.town.id);
        for (place, item) in town.plan.iter().enumerate() {
            let realises =
                |id: &EntryId| town.entry(*id).measures.iter().any(|m| m.index() == place);
            let is_measure = item.level == navigator::PlanLevel::Measure;
            assert!(
                !is_measure || reached.iter().any(realises),
                "{} {}",
                town.town.id,
                item.id
            );
        }
    }
}
