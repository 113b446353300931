//! What must be right of the cards themselves: nobody is led to a switchboard first for abuse, to a card that leads nowhere,
//! through a flood of branches, or to a line that is there for something else.

use crate::promise::Promise;
use navigator::{
    Answers, Asks, Catalog, Entry, Form, Level, NeedSet, Outcome, Reason, Rule, RuleSort,
    Suggestion, Truth, Via,
};

/// Where nobody may be led first by way of abuse.
const FIRST: usize = 3;

/// What is wrong with the cards of one outcome.
pub fn judge_cards(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    fault: &mut dyn FnMut(Promise, String),
) {
    judge_abuse(catalog, answers, outcome, fault);
    judge_lacks(catalog, answers, outcome, fault);
    judge_branches(catalog, outcome, fault);
    for card in &outcome.suggestions {
        let entry = catalog.entry(card.entry);
        if entry.passed_on_by.is_some() {
            fault(Promise::CardHasAWay, entry.id.clone());
        }
        if desk_is_hidden(catalog, card) {
            fault(Promise::DeskLeads, entry.id.clone());
        }
    }
    let first = outcome.suggestions.first();
    if let Some(card) = first.filter(|card| !is_asked_for(catalog, card)) {
        fault(Promise::LineIsForIt, catalog.entry(card.entry).id.clone());
    }
}

fn is_direct(rule: &Rule) -> bool {
    rule.direct || matches!(rule.sort, RuleSort::Crisis { private: true, .. })
}

fn needs_in(rule: &Rule) -> NeedSet {
    let mut needs = NeedSet::default();
    rule.when.each_need_set(&mut |set| needs.add(set));
    needs
}

/// No switchboard is among the first cards unless something beside the abuse asks for it.
fn judge_abuse(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    fault: &mut dyn FnMut(Promise, String),
) {
    let mut abuse: NeedSet = answers
        .chosen_needs()
        .filter(|&need| catalog.need(need).direct)
        .collect();
    let mut rules = catalog.rules.iter().filter(|rule| is_direct(rule));
    let mut found = !abuse.is_empty();
    rules.by_ref().for_each(|rule| {
        if rule.when.read(catalog, answers) == Truth::Yes {
            abuse.add(&needs_in(rule));
            found = true;
        }
    });
    let beside = |reason: &Reason| match *reason {
        Reason::Need(need) => !abuse.has(need),
        Reason::Rule(id) | Reason::Perhaps(id) => {
            let rule = catalog.rule(id);
            !is_direct(rule) && !needs_in(rule).meets(&abuse)
        }
        Reason::Circumstance(..) => false,
    };
    let hall = &catalog.entry(catalog.town.switchboard).channels.phone;
    let first = outcome.first_cards().count().max(FIRST);
    for card in outcome.suggestions.iter().take(first) {
        let entry = catalog.entry(card.entry);
        let connected = entry.via == Via::Switchboard || entry.channels.phone == *hall;
        let alone = outcome.suggestions.len() <= FIRST && card.behind;
        if found && connected && !alone && !card.reasons.iter().any(beside) {
            fault(Promise::NoSwitchboardForAbuse, entry.id.clone());
        }
    }
}

/// What a trouble asks for and the town lacks is asked of the switchboard.
fn judge_lacks(
    catalog: &Catalog,
    answers: &Answers,
    outcome: &Outcome,
    fault: &mut dyn FnMut(Promise, String),
) {
    let violence = |rule: &Rule| {
        matches!(rule.sort, RuleSort::Crisis { private: true, .. })
            && (rule.when.read(catalog, answers) == Truth::Yes
                || rule.when.may_hold(catalog, answers))
    };
    if catalog.rules.iter().any(violence) {
        return;
    }
    for need in answers.chosen_needs().map(|id| catalog.need(id)) {
        for &id in need.first.iter().chain(&need.also) {
            let kind = catalog.kind(id);
            let lacks = kind.entries.is_empty() && !kind.direct;
            let asked = |card: &Suggestion| card.asks.iter().any(|asks| asks.kind == id);
            if lacks
                && kind.fits.read(catalog, answers) != Truth::No
                && !outcome.suggestions.iter().any(asked)
            {
                fault(Promise::LackIsAsked, kind.id.clone());
            }
        }
    }
}

/// Two windows of the town with the same main role, for the same people and each with its own number, are one card.
fn judge_branches(catalog: &Catalog, outcome: &Outcome, fault: &mut dyn FnMut(Promise, String)) {
    let mut known: Vec<&Entry> = Vec::new();
    for card in outcome.suggestions.iter().filter(|card| !card.crisis) {
        let entry = catalog.entry(card.entry);
        let Some(main) = entry.kinds.first() else {
            continue;
        };
        let is_branch = card.kinds.contains(main)
            && entry.level == Level::Town
            && entry.form != Form::Hotline
            && entry.areas.is_empty()
            && (entry.via == Via::Direct || entry.channels.phone.is_empty());
        let same = |other: &&Entry| other.kinds.first() == Some(main) && other.fits == entry.fits;
        if is_branch && known.iter().any(same) {
            fault(Promise::BranchesTogether, entry.id.clone());
        }
        if is_branch {
            known.push(entry);
        }
    }
}

/// The city hall as such stands before a desk that was asked for. Where it is asked for what the town lacks, only a desk of
/// its own role is one.
fn desk_is_hidden(catalog: &Catalog, card: &Suggestion) -> bool {
    let hall = catalog.entry(catalog.town.switchboard);
    let lacks = |asks: &Asks| !hall.kinds.contains(&asks.kind);
    let hall_is_asked = card.asks.iter().any(lacks);
    let mut desks = card.same_phone.iter().map(|&id| catalog.entry(id));
    let asked = |entry: &Entry| {
        let main = entry.kinds.first();
        let named = |reason: &Reason| match *reason {
            Reason::Need(id) => {
                let need = catalog.need(id);
                let mut kinds = need.first.iter().chain(&need.also);
                kinds.any(|kind| Some(kind) == main)
            }
            _ => false,
        };
        let fits = if main == hall.kinds.first() {
            entry.form == Form::Window
        } else {
            entry.form != Form::Facility && !hall_is_asked
        };
        fits && card.reasons.iter().any(named)
    };
    card.entry == catalog.town.switchboard && desks.any(asked)
}

/// A number that means one thing, as 189 or #8103, leads only those who need what it is for.
fn is_asked_for(catalog: &Catalog, card: &Suggestion) -> bool {
    let entry = catalog.entry(card.entry);
    let number = &entry.channels.phone;
    let means_one_thing = number.starts_with('#') || (1..=3).contains(&number.len());
    let main = entry.kinds.first();
    !means_one_thing || main.is_none_or(|main| card.kinds.contains(main))
}
