//! What must be right in every state and on every step between two, in meanings and not in texts.

use crate::cards::judge_cards;
use crate::facts::Facts;
pub use crate::promise::Promise;
use navigator::{
    Answer, Answers, Ask, Catalog, NeedSet, Outcome, QuestionId, Reason, Rule, RuleSort,
    Suggestion, Truth, Via,
};
use std::collections::BTreeMap;

/// The troubles and the part of town counted in.
pub const MOST_QUESTIONS: usize = 12;

/// What is wrong in one state.
pub fn judge_state(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    next: Option<Ask>,
    fault: &mut dyn FnMut(Promise, String),
) {
    let cards = &outcome.suggestions;
    let channels = |card: &Suggestion| &catalog.entry(card.entry).channels;
    judge_next(catalog, answers, next, fault);
    if outcome.stop && next.is_some() {
        fault(Promise::StopMeansStop, String::new());
    }
    if !cards.iter().any(|card| !channels(card).phone.is_empty()) {
        fault(Promise::Phone, String::new());
    }
    if !cards.iter().any(|card| channels(card).without_phone()) {
        fault(Promise::WithoutPhone, String::new());
    }
    judge_danger(catalog, answers, outcome, fault);
    judge_silence(catalog, outcome, fault);
    judge_urgency(catalog, answers, outcome, fault);
    judge_cards(catalog, answers, outcome, fault);
    judge_joined_up(cards, fault);
    judge_numbers(catalog, cards, fault);
}

/// The window that hears several troubles leads whatever is not in haste, and stands once.
fn judge_joined_up(cards: &[Suggestion], fault: &mut dyn FnMut(Promise, String)) {
    let joined = cards.iter().filter(|card| card.joined_up).count();
    let mut calm = cards.iter().filter(|card| !card.crisis && !card.urgent);
    let leading = calm.next();
    let before = |card: &Suggestion| card.crisis || card.urgent;
    let leads = cards.iter().any(|card| before(card) && card.joined_up)
        || leading.is_some_and(|card| card.joined_up);
    if joined > 1 || (joined == 1 && !leads) {
        fault(Promise::JoinedUpLeads, format!("{joined}枚"));
    }
}

/// No number stands on two cards.
fn judge_numbers(catalog: &Catalog, cards: &[Suggestion], fault: &mut dyn FnMut(Promise, String)) {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, card) in cards.iter().enumerate() {
        for id in card.windows() {
            let phone = catalog.entry(id).channels.phone.as_str();
            if !phone.is_empty() && *numbers.entry(phone).or_insert(place) != place {
                fault(Promise::OnePhoneOnce, phone.to_owned());
            }
        }
    }
}

/// What is asked next: not too much, nothing twice, nothing of whom it does not concern.
fn judge_next(
    catalog: &Catalog,
    answers: &Answers,
    next: Option<Ask>,
    fault: &mut dyn FnMut(Promise, String),
) {
    let asked = answers.asked() + usize::from(next.is_some());
    if asked > MOST_QUESTIONS {
        fault(Promise::AskingEnds, format!("{asked}問目"));
    }
    match next {
        Some(Ask::Question(id)) => {
            let applies = catalog.question(id).ask_when.read(catalog, answers);
            if answers.circumstance(id).is_closed() || applies != Truth::Yes {
                fault(Promise::AskingEnds, catalog.question(id).id.clone());
            }
            if !bears_on_what_was_said(catalog, answers, id) {
                fault(Promise::Bearing, catalog.question(id).id.clone());
            }
        }
        Some(Ask::Area) if answers.area.is_closed() => {
            fault(Promise::AskingEnds, "area".to_owned())
        }
        Some(Ask::Needs) if answers.needs.is_closed() => {
            fault(Promise::AskingEnds, "needs".to_owned())
        }
        _ => {}
    }
}

/// True if the condition of a question names a trouble that was told or an answer that was given.
fn bears_on_what_was_said(catalog: &Catalog, answers: &Answers, id: QuestionId) -> bool {
    let when = &catalog.question(id).ask_when;
    let told: NeedSet = answers.chosen_needs().collect();
    let mut named = false;
    when.each_need_set(&mut |set| named |= set.meets(&told));
    when.each_circumstance(&mut |of, options| {
        if let Answer::Chosen(chosen) = answers.circumstance(of) {
            named |= chosen.meets(options);
        }
    });
    named
}

fn judge_danger(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    fault: &mut dyn FnMut(Promise, String),
) {
    let cards = &outcome.suggestions;
    let late = cards.windows(2).any(|two| two[1].crisis && !two[0].crisis);
    if late || outcome.crisis != cards.first().is_some_and(|card| card.crisis) {
        fault(Promise::CrisisFirst, String::new());
    }
    for rule in &catalog.rules {
        if let RuleSort::Crisis { private, .. } = rule.sort
            && holds(catalog, answers, rule)
        {
            judge_lines(catalog, rule, private, cards, fault);
        }
    }
}

/// Among the lines for danger, and among what cannot wait, those that need no voice lead whoever cannot speak.
fn judge_silence(catalog: &Catalog, outcome: &Outcome, fault: &mut dyn FnMut(Promise, String)) {
    let needs_a_voice = |card: &Suggestion| catalog.entry(card.entry).channels.needs_a_voice();
    let is_danger = |card: &&Suggestion| card.crisis;
    let cannot_wait = |card: &&Suggestion| card.urgent;
    let cards = outcome.suggestions.iter();
    let dangers = cards.clone().filter(is_danger).map(needs_a_voice);
    let urgent = cards.filter(cannot_wait).map(needs_a_voice);
    if outcome.silent && !(dangers.is_sorted() && urgent.is_sorted()) {
        fault(Promise::SilentFirst, String::new());
    }
}

/// What cannot wait stands behind danger and before all others, and is there if something cannot wait.
fn judge_urgency(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    fault: &mut dyn FnMut(Promise, String),
) {
    judge_order(&outcome.suggestions, fault);
    judge_lead(catalog, outcome, fault);
    let mut any = false;
    let urgent = catalog
        .rules
        .iter()
        .filter(|rule| rule.sort == RuleSort::Urgent);
    for rule in urgent.filter(|rule| holds(catalog, answers, rule)) {
        any = true;
        let leads = |card: &Suggestion| (card.crisis || card.urgent) && speaks(rule, card);
        if !outcome.suggestions.iter().any(leads) {
            fault(Promise::UrgentNext, rule.id.clone());
        }
    }
    if any != outcome.urgent {
        fault(Promise::UrgentNext, "urgent".to_owned());
    }
}

/// Danger, then what cannot wait, then all others; no card is both of the first two.
fn judge_order(cards: &[Suggestion], fault: &mut dyn FnMut(Promise, String)) {
    let places: Vec<Option<u8>> = cards.iter().map(place).collect();
    if places.contains(&None) || !places.is_sorted() {
        fault(Promise::UrgentNext, String::new());
    }
}

fn place(card: &Suggestion) -> Option<u8> {
    match (card.crisis, card.urgent) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        (false, false) => Some(2),
        (true, true) => None,
    }
}

/// Of the cards that cannot wait, one with a number of its own leads whoever can speak, if there is any.
fn judge_lead(catalog: &Catalog, outcome: &Outcome, fault: &mut dyn FnMut(Promise, String)) {
    let cards = outcome.suggestions.iter();
    let urgent: Vec<&Suggestion> = cards.filter(|card| card.urgent).collect();
    let direct = urgent.iter().position(|card| has_own_number(catalog, card));
    if !outcome.silent && direct > Some(0) {
        let lead = &catalog.entry(urgent[0].entry).id;
        fault(Promise::UrgentNext, lead.clone());
    }
}

fn has_own_number(catalog: &Catalog, card: &Suggestion) -> bool {
    let entry = catalog.entry(card.entry);
    !entry.channels.phone.is_empty() && entry.via != Via::Switchboard
}

/// The lines of a rule on danger that holds: there are some, and against violence none is a switchboard.
fn judge_lines(
    catalog: &Catalog,
    rule: &Rule,
    private: bool,
    cards: &[Suggestion],
    fault: &mut dyn FnMut(Promise, String),
) {
    let lines = cards.iter().filter(|card| card.crisis);
    let mut lines = lines.filter(|card| speaks(rule, card));
    if lines.clone().next().is_none() {
        fault(Promise::CrisisFirst, rule.id.clone());
    }
    let connected = |card: &&Suggestion| catalog.entry(card.entry).via == Via::Switchboard;
    if private
        && let Some(card) = lines.find(|card| is_because_of(catalog, rule, card) && connected(card))
    {
        fault(Promise::NoSwitchboard, catalog.entry(card.entry).id.clone());
    }
}

fn holds(catalog: &Catalog, answers: &Answers, rule: &Rule) -> bool {
    rule.when.read(catalog, answers) == Truth::Yes
}

/// True if a card is of a kind that the rule puts first.
fn speaks(rule: &Rule, card: &Suggestion) -> bool {
    card.kinds.iter().any(|kind| rule.first.contains(kind))
}

fn is_because_of(catalog: &Catalog, rule: &Rule, card: &Suggestion) -> bool {
    let because =
        |reason: &Reason| matches!(reason, Reason::Rule(id) if catalog.rule(*id).id == rule.id);
    card.reasons.iter().any(because)
}

/// What is wrong in a step: `after` by this answer, `unknown` by 「わからない」 instead.
pub fn judge_step(
    catalog: &Catalog,
    before: &Facts,
    after: &Facts,
    unknown: &Facts,
    fault: &mut dyn FnMut(Promise, String),
) {
    if let Some(kind) = after.kinds.first_not_in(&unknown.kinds) {
        fault(
            Promise::UnknownExcludesNothing,
            catalog.kinds[kind].id.clone(),
        );
    }
    if let Some(entry) = after.entries.first_not_in(&unknown.entries) {
        fault(
            Promise::UnknownExcludesNothing,
            catalog.entries[entry].id.clone(),
        );
    }
    if let Some(entry) = before.lines.first_not_in(&after.danger) {
        fault(Promise::DangerStays, catalog.entries[entry].id.clone());
    }
}

/// True if taking the answer back gives the very same answers.
pub fn comes_back(before: &Answers, after: &Answers, question: QuestionId) -> bool {
    let back = after.with(question, Answer::Open);
    back == *before && back.asked() == before.asked()
}

/// A judge that lets everything pass would be no judge: outcomes are spoilt by hand here.
#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Day, suggest};
    use std::collections::BTreeSet;

    fn town() -> Catalog {
        let towns = crate::tiny::real_towns().into_iter();
        towns.map(|town| town.catalog).next().unwrap_or_default()
    }

    fn with(catalog: &Catalog, ids: &[&str]) -> Answers {
        let needs = catalog.need_ids();
        let needs = needs.filter(|&id| ids.contains(&catalog.need(id).id.as_str()));
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(needs.collect());
        answers
    }

    fn judged(
        catalog: &Catalog,
        ids: &[&str],
        next: Option<Ask>,
        spoil: impl FnOnce(&mut Catalog, &mut Outcome),
    ) -> BTreeSet<Promise> {
        let answers = with(catalog, ids);
        let mut outcome = suggest(catalog, &answers, Day(20_781));
        let mut catalog = catalog.clone();
        spoil(&mut catalog, &mut outcome);
        let mut broken = BTreeSet::new();
        judge_state(&catalog, &answers, &outcome, next, &mut |promise, _| {
            broken.insert(promise);
        });
        broken
    }

    #[test]
    fn what_is_right_is_let_pass() {
        let town = town();
        for ids in [&["f01"][..], &["m01", "e01"], &["k01"], &[]] {
            assert_eq!(judged(&town, ids, None, |_, _| {}), BTreeSet::new());
        }
    }

    /// Spoils what these troubles lead to, and expects that the promise is seen to be broken.
    fn seen(
        promise: Promise,
        ids: &[&str],
        next: Option<Ask>,
        spoil: &dyn Fn(&mut Catalog, &mut Outcome),
    ) {
        let broken = judged(&town(), ids, next, spoil);
        assert!(broken.contains(&promise), "{promise:?}: {broken:?}");
    }

    #[test]
    fn outcomes_without_a_way_are_seen() {
        for promise in [Promise::Phone, Promise::WithoutPhone] {
            seen(promise, &["m01"], None, &|_, outcome| {
                outcome.suggestions.clear()
            });
        }
    }

    #[test]
    fn danger_that_is_late_lost_or_untold_is_seen() {
        let danger = |spoil: &dyn Fn(&mut Catalog, &mut Outcome)| {
            seen(Promise::CrisisFirst, &["k01"], None, spoil);
        };
        danger(&|_, outcome| outcome.suggestions.reverse());
        danger(&|_, outcome| outcome.crisis = false);
        danger(&|_, outcome| {
            outcome.suggestions.retain(|card| !card.crisis);
            outcome.crisis = false;
        });
    }

    #[test]
    fn questions_too_many_are_seen() {
        let asked = |promise, id, next| seen(promise, &[id], Some(next), &|_, _| {});
        asked(Promise::StopMeansStop, "k01", Ask::Area);
        asked(Promise::AskingEnds, "m01", Ask::Needs);
        asked(Promise::AskingEnds, "m01", Ask::Question(QuestionId(0)));
    }

    #[test]
    fn a_question_without_a_bearing_is_seen() {
        let ask = Ask::Question(QuestionId(0));
        seen(Promise::Bearing, &["b04"], Some(ask), &|town, _| {
            town.questions[0].ask_when = navigator::Expr::Always;
        });
    }

    #[test]
    fn what_cannot_wait_and_is_late_lost_or_untold_is_seen() {
        let always = |town: &mut Catalog| {
            let rule = town.rules.iter_mut();
            let mut rules = rule.filter(|rule| rule.sort == RuleSort::Urgent);
            if let Some(rule) = rules.next() {
                rule.when = navigator::Expr::Always;
            }
        };
        seen(Promise::UrgentNext, &["t01"], None, &|town, _| always(town));
        seen(Promise::UrgentNext, &["m01"], None, &|_, outcome| {
            if let Some(last) = outcome.suggestions.last_mut() {
                last.urgent = true;
            }
        });
        seen(Promise::UrgentNext, &["m01"], None, &|_, outcome| {
            outcome.urgent = true
        });
    }

    #[test]
    fn a_voice_before_what_needs_none_is_seen() {
        seen(Promise::SilentFirst, &["b08"], None, &|_, outcome| {
            outcome.suggestions[..3].reverse();
        });
    }

    #[test]
    fn a_switchboard_against_violence_is_seen() {
        seen(Promise::NoSwitchboard, &["f01"], None, &|town, _| {
            let entries = town.entries.iter_mut();
            entries.for_each(|entry| entry.via = Via::Switchboard);
        });
    }

    #[test]
    fn a_switchboard_first_for_abuse_is_seen() {
        for need in ["e10", "d06", "f03", "c02", "c03"] {
            seen(Promise::NoSwitchboardForAbuse, &[need], None, &|town, _| {
                let entries = town.entries.iter_mut();
                entries.for_each(|entry| entry.via = Via::Switchboard);
            });
        }
    }

    #[test]
    fn cards_that_lead_nowhere_or_elsewhere_are_seen() {
        seen(Promise::CardHasAWay, &["m01"], None, &|town, outcome| {
            let first = outcome.suggestions[0].entry;
            town.entries[first.index()].passed_on_by = Some(first);
        });
        seen(Promise::LineIsForIt, &["m01"], None, &|town, outcome| {
            let first = outcome.suggestions[0].entry;
            let entry = &mut town.entries[first.index()];
            entry.channels.phone = "#8103".to_owned();
            entry.kinds = vec![town.fallback[1]];
            outcome.suggestions[0].kinds.clear();
        });
        seen(Promise::BranchesTogether, &["m01"], None, &|_, outcome| {
            let again = outcome.suggestions[0].clone();
            outcome.suggestions.push(again);
        });
    }

    #[test]
    fn what_is_not_asked_of_the_switchboard_is_seen() {
        seen(Promise::LackIsAsked, &["m01"], None, &|town, outcome| {
            for kind in &outcome.suggestions[0].kinds {
                town.kinds[kind.index()].entries.clear();
            }
        });
        seen(Promise::DeskLeads, &["h07"], None, &|town, outcome| {
            let hall = town.town.switchboard;
            let phone = &town.entry(hall).channels.phone;
            let shared = |card: &&mut Suggestion| town.entry(card.entry).channels.phone == *phone;
            let mut cards = outcome.suggestions.iter_mut();
            let card = cards.find(shared).expect("asked for");
            card.same_phone.push(card.entry);
            card.entry = hall;
        });
    }

    #[test]
    fn cards_in_the_wrong_place_are_seen() {
        let joined = |spoil: &dyn Fn(&mut Catalog, &mut Outcome)| {
            seen(Promise::JoinedUpLeads, &["m01", "e01"], None, spoil);
        };
        joined(&|_, outcome| outcome.suggestions.rotate_left(1));
        joined(&|_, outcome| {
            let cards = outcome.suggestions.iter_mut();
            cards.for_each(|card| card.joined_up = true);
        });
        seen(Promise::OnePhoneOnce, &["m01"], None, &|_, outcome| {
            let again = outcome.suggestions.clone();
            outcome.suggestions.extend(again);
        });
    }

    #[test]
    fn a_step_that_loses_something_is_seen() {
        let town = town();
        let facts = |ids: &[&str]| {
            let outcome = suggest(&town, &with(&town, ids), Day(20_781));
            Facts::of(&town, &outcome)
        };
        let (danger, none) = (facts(&["k01"]), facts(&[]));
        let broken = |before: &Facts, after: &Facts, unknown: &Facts| {
            let mut broken = BTreeSet::new();
            judge_step(&town, before, after, unknown, &mut |promise, _| {
                broken.insert(promise);
            });
            broken
        };
        assert!(broken(&none, &danger, &danger).is_empty());
        assert!(broken(&danger, &none, &none).contains(&Promise::DangerStays));
        assert!(broken(&none, &danger, &none).contains(&Promise::UnknownExcludesNothing));
    }
}
