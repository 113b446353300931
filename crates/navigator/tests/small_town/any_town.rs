//! Towns thrown by dice, larger than one can see whole: what the navigator works out quickly is what the plain
//! definition says, and what holds of every town holds of these.

use super::town::{DANGER, TODAY, TOGETHER, Town, VIOLENCE, has_need, is, not, option, troubles};
use navigator::{
    Answer, Answers, Ask, EntryId, Expr, Field, KindId, Level, NeedId, OptionSet, Outcome,
    QuestionId, RuleSort, Standing, Step, Suggestion, Truth, VISIBLE_ROWS, Via, read_knowledge,
    read_town, suggest, weigh_questions, write_both,
};
use std::collections::BTreeSet;

/// The same numbers in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    /// 0 to one less than the sides.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn some_of(&mut self, items: &[String], least: usize, most: usize) -> Vec<String> {
        let count = least + self.roll(most - least + 1);
        let mut chosen: Vec<String> = Vec::new();
        for _ in 0..count {
            let item = &items[self.roll(items.len())];
            if !chosen.contains(item) {
                chosen.push(item.clone());
            }
        }
        chosen
    }
}

fn any_town(dice: &mut Dice) -> Town {
    let mut town = Town::new();
    town.catalog.fields = vec![Field::default()];
    town.catalog.kind_fields = vec![String::new(); 2];
    let mut kinds: Vec<String> = (0..4 + dice.roll(9))
        .map(|kind| format!("kind {kind}"))
        .collect();
    for number in 0..3 + dice.roll(3) {
        let id = format!("question {number}");
        let question = town.question(&id, &["option"; 4][..2 + dice.roll(3)]);
        let row = town.question_mut(question);
        row.cost = u8::try_from(1 + dice.roll(4)).unwrap();
        row.multiple = dice.one_in(3);
        row.options[1].alone = dice.one_in(2);
        if number > 0 && dice.one_in(3) {
            row.ask_when = is(QuestionId(0), 0);
        }
    }
    for kind in &kinds {
        let field = u8::try_from(dice.roll(2)).unwrap();
        town.field(kind, field);
        if dice.one_in(4) {
            let fits = any_condition(dice, &town);
            town.fits(kind, fits);
        }
    }
    kinds.push(TOGETHER.to_owned());
    for need in 0..4 {
        let first = dice.some_of(&kinds, 1, 3);
        let also = dice.some_of(&kinds, 0, 3);
        town.need(&format!("need {need}"), &words(&first), &words(&also));
        town.catalog.needs[need].compound = dice.one_in(8);
    }
    for _ in 0..2 + dice.roll(4) {
        let sorts = [
            RuleSort::Gate,
            RuleSort::Urgent,
            RuleSort::Compound,
            DANGER,
            VIOLENCE,
        ];
        let sort = sorts[dice.roll(sorts.len())];
        let when = any_condition(dice, &town);
        let (first, also) = (dice.some_of(&kinds, 0, 2), dice.some_of(&kinds, 0, 2));
        town.rule(sort, when, &words(&first), &words(&also));
    }
    let windows = 3 + dice.roll(60);
    for number in 0..windows {
        any_window(dice, &mut town, number, &kinds);
    }
    let fallback = town.kind(&kinds[0]);
    town.catalog.fallback.push(fallback);
    town
}

fn any_window(dice: &mut Dice, town: &mut Town, number: usize, kinds: &[String]) {
    let id = format!("window {number}");
    let roles = dice.some_of(kinds, 1, 3);
    let fits = dice.one_in(6).then(|| any_condition(dice, town));
    let entry = town.window(&id, &words(&roles));
    entry.fits = fits.unwrap_or_default();
    entry.level = [Level::Town, Level::Shared, Level::Prefecture, Level::Nation][dice.roll(4)];
    entry.via = [Via::Direct, Via::Direct, Via::Switchboard][dice.roll(3)];
    match dice.roll(4) {
        // The first is the switchboard.
        0 if number > 0 => entry.channels.phone.clear(),
        1 => entry.channels.phone = format!("shared {}", dice.roll(4)),
        _ => {}
    }
    entry.valid_until = dice.one_in(9).then(|| TODAY.plus(-1));
    if dice.one_in(5) {
        town.area(&format!("area {number}"), &id);
    }
}

fn words(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

fn any_condition(dice: &mut Dice, town: &Town) -> Expr {
    let question = QuestionId(u16::try_from(dice.roll(town.catalog.questions.len())).unwrap());
    match dice.roll(6) {
        0 => has_need(NeedId(u16::try_from(dice.roll(4)).unwrap())),
        1 => not(is(question, dice.roll(2))),
        2 => Expr::All(vec![any_condition(dice, town), any_condition(dice, town)]),
        3 => Expr::Any(vec![any_condition(dice, town), is(question, 0)]),
        4 => Expr::Includes(question, OptionSet::of(dice.roll(2))),
        _ => is(question, dice.roll(2)),
    }
}

fn any_answers(dice: &mut Dice, town: &Town) -> Answers {
    let mut answers = Answers::default();
    let needs = (0..4).filter(|_| dice.one_in(2)).map(NeedId);
    answers.needs = Answer::Chosen(needs.collect());
    answers.area = match (dice.roll(4), town.catalog.area_ids().next()) {
        (0, Some(area)) => Answer::Chosen(area),
        (1, _) => Answer::Declined,
        _ => Answer::Open,
    };
    for id in town.catalog.question_ids() {
        let options = town.catalog.question(id).options.len();
        answers.set(
            id,
            match dice.roll(6) {
                0 => Answer::Unknown,
                1 => Answer::Declined,
                2 | 3 => Answer::Chosen(OptionSet::of(dice.roll(options))),
                _ => Answer::Open,
            },
        );
    }
    answers
}

/// Towns, and what somebody said there.
fn throws(count: u64) -> impl Iterator<Item = (u64, Town, Answers)> {
    (0..count).map(|seed| {
        let mut dice = Dice(seed);
        let town = any_town(&mut dice);
        let answers = any_answers(&mut dice, &town);
        (seed, town, answers)
    })
}

/// What of a card is compared: the same window in another role is another card.
#[derive(PartialEq)]
struct Seen {
    window: EntryId,
    standing: Standing,
    mark: Mark,
    kinds: Vec<KindId>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Danger,
    Urgent,
    None,
}

fn seen(outcome: &Outcome) -> Vec<Seen> {
    let card = |card: &Suggestion| Seen {
        window: card.entry,
        standing: card.standing,
        mark: match (card.crisis, card.urgent) {
            (true, _) => Mark::Danger,
            (false, true) => Mark::Urgent,
            (false, false) => Mark::None,
        },
        kinds: card.kinds.clone(),
    };
    outcome.first_cards().map(card).collect()
}

fn marked(cards: &[Seen], mark: Mark) -> BTreeSet<EntryId> {
    let cards = cards.iter().filter(|card| card.mark == mark);
    cards.map(|card| card.window).collect()
}

/// How different two sets of first cards are, whether a line for danger came, and whether something that cannot wait.
type Change = (u32, bool, bool);

fn change(one: &[Seen], other: &[Seen]) -> Change {
    let there = |cards: &[Seen], card: &Seen| cards.iter().any(|have| have.window == card.window);
    let mut distance = 0;
    for (from, of) in [(one, other), (other, one)] {
        for card in of.iter().filter(|card| !there(from, card)) {
            distance += match card.mark {
                Mark::Danger => 6,
                Mark::Urgent => 4,
                Mark::None => 2,
            };
        }
    }
    if marked(one, Mark::Danger).is_empty() != marked(other, Mark::Danger).is_empty() {
        distance += 6;
    }
    for (before, after) in one.iter().zip(other) {
        distance += u32::from(before != after);
    }
    let came = |mark| !marked(other, mark).is_subset(&marked(one, mark));
    (distance, came(Mark::Danger), came(Mark::Urgent))
}

/// All that may be said to a question: each option and, of several, all that go together.
fn choices(town: &Town, id: QuestionId) -> Vec<OptionSet> {
    let question = town.catalog.question(id);
    let options = || 0..question.options.len();
    let mut choices: Vec<OptionSet> = options().map(OptionSet::of).collect();
    if question.multiple {
        choices.push(
            options()
                .filter(|&option| !question.options[option].alone)
                .collect(),
        );
    }
    choices
}

fn open_questions(town: &Town, answers: &Answers) -> Vec<QuestionId> {
    let ids = town.catalog.question_ids();
    let is_open = |id: &QuestionId| {
        let applies = town.read(&town.catalog.question(*id).ask_when, answers) == Truth::Yes;
        !answers.circumstance(*id).is_closed() && applies
    };
    ids.filter(is_open).collect()
}

fn hang_together(town: &Town, first: QuestionId, second: QuestionId) -> bool {
    let names = |when: &Expr, id: QuestionId| {
        let mut named = false;
        when.each_circumstance(&mut |question, _| named |= question == id);
        named
    };
    let rules = &town.catalog.rules;
    rules
        .iter()
        .any(|rule| names(&rule.when, first) && names(&rule.when, second))
        || names(&town.catalog.question(second).ask_when, first)
}

/// The windows and the roles in sight, and the place of the first suggestion that the part of town divides.
fn sight(town: &Town, answers: &Answers) -> (BTreeSet<EntryId>, BTreeSet<KindId>, Option<usize>) {
    let outcome = town.outcome(answers);
    let visible = outcome.visible(&town.catalog, answers);
    let rows = visible.rows.iter().map(|row| row.of);
    let mut seen = visible
        .danger
        .iter()
        .chain(&visible.cards)
        .copied()
        .chain(rows);
    let divided = seen.position(|one| one.is_by_area(&town.catalog, answers));
    let kinds = visible.kinds(&town.catalog).into_iter().collect();
    (visible.entries().into_iter().collect(), kinds, divided)
}

fn area_step(answers: &Answers, divided: Option<usize>) -> Option<Step> {
    let place = divided.filter(|_| answers.area == Answer::Open)?;
    Some(Step {
        ask: Ask::Area,
        gain: 500 / u32::try_from(place + 1).unwrap(),
        cost: 1,
        danger: false,
        urgent: false,
    })
}

/// What each question is worth, by the definition: every answer is tried, and all cards are made anew.
fn by_definition(town: &Town, answers: &Answers) -> Vec<Step> {
    let now = town.outcome(answers);
    let cards = seen(&now);
    let mut steps = Vec::new();
    if now.stop {
        return steps;
    }
    let divided = now
        .first_cards()
        .position(|card| card.is_by_area(&town.catalog, answers));
    steps.extend(area_step(answers, divided));
    let first = |answers: &Answers| change(&cards, &seen(&town.outcome(answers)));
    weigh(town, answers, &|_, answered| first(answered), &mut steps);
    if !steps.is_empty() {
        return steps;
    }
    let (entries, kinds, divided) = sight(town, answers);
    steps.extend(area_step(answers, divided));
    let all = |answers: &Answers| {
        let (then, roles, _) = sight(town, answers);
        let (distance, danger, urgent) = first(answers);
        let others = entries.symmetric_difference(&then).count()
            + kinds.symmetric_difference(&roles).count();
        (distance + u32::try_from(others).unwrap(), danger, urgent)
    };
    weigh(town, answers, &|_, answered| all(answered), &mut steps);
    let with_another = |first, answered: &Answers| {
        let mut most = Change::default();
        for second in open_questions(town, answered) {
            if hang_together(town, first, second) {
                for choice in choices(town, second) {
                    most = most.max(all(&answered.with(second, Answer::Chosen(choice))));
                }
            }
        }
        most
    };
    if steps.is_empty() {
        weigh(town, answers, &with_another, &mut steps);
    }
    steps
}

fn weigh(
    town: &Town,
    answers: &Answers,
    change: &dyn Fn(QuestionId, &Answers) -> Change,
    steps: &mut Vec<Step>,
) {
    for id in open_questions(town, answers) {
        let choices = choices(town, id);
        let changes = choices
            .iter()
            .map(|&choice| change(id, &answers.with(id, Answer::Chosen(choice))));
        let changes: Vec<Change> = changes.collect();
        let sum: u32 = changes.iter().map(|change| change.0).sum();
        let question = town.catalog.question(id);
        let options = u32::try_from(question.options.len()).unwrap();
        if sum > 0 {
            steps.push(Step {
                ask: Ask::Question(id),
                gain: (sum * 100 / options).max(1),
                cost: u32::from(question.cost),
                danger: changes.iter().any(|change| change.1),
                urgent: changes.iter().any(|change| change.2),
            });
        }
    }
}

#[test]
fn every_question_is_worth_what_the_definition_says() {
    let (mut alone, mut in_pairs) = (0, 0);
    for (seed, town, answers) in throws(150) {
        let steps = weigh_questions(&town.catalog, &answers, TODAY);
        assert_eq!(steps, by_definition(&town, &answers), "{seed}");
        alone += usize::from(!steps.is_empty());
        in_pairs += usize::from(steps.is_empty());
    }
    // The dice throw both.
    assert!(alone > 30 && in_pairs > 10, "{alone} {in_pairs}");
}

/// The first cards are looked for among the likeliest windows; a role of its own may stand far behind them.
#[test]
fn a_role_behind_many_windows_of_another_is_found_all_the_same() {
    let mut town = Town::new();
    for number in 0..40 {
        let window = town.window(&format!("desk {number}"), &["desk"]);
        window.via = Via::Operator;
    }
    let far = town.window("far", &["far"]);
    far.level = Level::Nation;
    far.channels.phone.clear();
    town.window("own", &["far"]);
    let need = town.need("need", &["desk"], &["b", "c", "d", "far"]);
    let [age, home] = ["age", "home"].map(|id| town.question(id, &["yes", "no"]));
    town.fits("far", Expr::Any(vec![is(age, 0), is(home, 0)]));
    town.entry_mut("own").valid_until = Some(TODAY.plus(-1));
    let said = troubles(&[need]).with(home, option(1));
    let first = |outcome: &Outcome| {
        let cards = outcome.first_cards();
        cards
            .map(|card| town.name(card.entry).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(first(&town.outcome(&said)), ["desk 0", "far", "desk 1"]);
    let steps = weigh_questions(&town.catalog, &said, TODAY);
    assert_eq!(steps, by_definition(&town, &said));
    assert_eq!(steps.len(), 1);
}

#[test]
fn whatever_the_town_the_first_cards_are_in_sight_and_nothing_is_left_out() {
    for (seed, town, answers) in throws(300) {
        let outcome = town.outcome(&answers);
        let visible = outcome.visible(&town.catalog, &answers);
        assert!(visible.rows.len() <= VISIBLE_ROWS, "{seed}");
        let mut shown: Vec<EntryId> = visible.entries();
        for card in outcome.first_cards() {
            assert!(shown.contains(&card.entry), "{seed}: a first card folds");
        }
        shown.extend(visible.folded.iter().map(|row| row.entry));
        for card in &outcome.suggestions {
            for entry in [card.entry]
                .iter()
                .chain(&card.same_phone)
                .chain(&card.passed_on)
            {
                assert!(
                    shown.contains(entry),
                    "{seed}: {} is nowhere",
                    town.name(*entry)
                );
            }
        }
    }
}

#[test]
fn whatever_the_town_danger_leads_and_nothing_is_shown_twice() {
    for (seed, town, answers) in throws(300) {
        let outcome = town.outcome(&answers);
        let danger: Vec<bool> = outcome.suggestions.iter().map(|card| card.crisis).collect();
        assert!(danger.is_sorted_by(|one, next| one >= next), "{seed}");
        let mut phones = BTreeSet::new();
        for card in &outcome.suggestions {
            let shown = std::iter::once(card.entry).chain(card.alternatives.iter().copied());
            let own: BTreeSet<&str> = shown
                .map(|id| town.catalog.entry(id).channels.phone.as_str())
                .collect();
            for phone in own.into_iter().filter(|phone| !phone.is_empty()) {
                assert!(phones.insert(phone.to_owned()), "{seed}: {phone}");
            }
        }
    }
}

#[test]
fn whatever_the_town_unknown_never_excludes() {
    for (seed, town, answers) in throws(300) {
        let kinds = |answers: &Answers| -> BTreeSet<KindId> {
            let cards = town.outcome(answers).suggestions;
            cards.iter().flat_map(|card| card.kinds.clone()).collect()
        };
        // What is left over is read nowhere until its question applies again.
        let answers = answers.that_apply(&town.catalog);
        let said = kinds(&answers);
        for id in town.catalog.question_ids() {
            if answers.circumstance(id).is_closed() {
                let unsaid = kinds(&answers.with(id, Answer::Declined));
                assert!(unsaid.is_superset(&said), "{seed}");
            }
        }
    }
}

/// Nor does the way through the file change anything, as on another machine.
#[test]
fn whatever_the_town_same_input_same_output() {
    for (seed, town, answers) in throws(60) {
        let (knowledge, file) = write_both(&town.catalog).expect("is sound");
        let knowledge = read_knowledge(&knowledge).expect("is whole");
        let other = read_town(&file, &knowledge).expect("is whole");
        assert_eq!(
            suggest(&other, &answers, TODAY),
            town.outcome(&answers),
            "{seed}"
        );
        let steps = weigh_questions(&town.catalog, &answers, TODAY);
        assert_eq!(weigh_questions(&other, &answers, TODAY), steps, "{seed}");
    }
}
