//! What speaks for which kinds: danger, patterns, troubles, what may hold, and what everybody is offered.
//!
//! Says nothing of windows. Kinds that nothing speaks for do not occur here, however many there are.

use super::outcome::Reason;
use crate::model::{
    Answers, Catalog, Expr, KindId, NeedId, NeedSet, OptionSet, QuestionId, Rule, RuleId, RuleSort,
};

/// A need speaks for its first kinds with these weights, in order.
const NEED_FIRST: [u32; 3] = [24, 22, 20];
/// A need speaks for its other kinds with these.
const NEED_ALSO: [u32; 4] = [10, 9, 8, 7];
/// One answer that lifts a kind outweighs the need that it belongs to.
const GATE: (u32, u32) = (30, 10);
/// A pattern of several answers.
const COMPOUND: (u32, u32) = (30, 6);
/// A rule that a 「わからない」 or a refusal left open.
const LEFT_OPEN: u32 = 4;
/// Offered to everybody at the end.
const FALLBACK: u32 = 1;

/// What speaks for one kind.
#[derive(Clone, Copy, Default)]
pub struct Demand {
    pub weight: u32,
    /// Place among the lines for danger.
    pub crisis: Option<u16>,
    /// Place among what cannot wait.
    pub urgent: Option<u16>,
    /// A line for danger, be it only a possible one: then the age line of a window is its own business,
    /// not a reason to hide it.
    pub danger: bool,
    /// A need or a rule speaks for it, and not only the possibility of one.
    pub sure: bool,
    /// Whether something asks for it that has nothing to do with violence or abuse.
    pub beside: Beside,
    /// A rule against violence leads to it: never by a switchboard, whatever else asks for it.
    pub guarded: bool,
    /// A rule against abuse leads to it: by a switchboard only behind all others, whatever else asks for it.
    pub behind: bool,
    /// There is a reason to tell: it is not only offered to everybody.
    pub reasoned: bool,
}

/// What asks for a kind has nothing to do with …
#[derive(Clone, Copy, Default)]
pub struct Beside {
    /// … violence: then a switchboard may be told.
    pub violence: bool,
    /// … abuse of any sort, violence too: then a switchboard may be told first.
    pub abuse: bool,
}

impl Beside {
    fn add(&mut self, other: Self) {
        self.violence |= other.violence;
        self.abuse |= other.abuse;
    }
}

/// All that the answers say of kinds.
#[derive(Default)]
pub struct Demands {
    /// In the order of the sheet.
    pub kinds: Vec<(KindId, Demand)>,
    /// Why, in the order in which it is told; the same may stand here twice.
    pub reasons: Vec<(KindId, Reason)>,
    /// Somebody may be in danger.
    pub crisis: bool,
    /// Something cannot wait for days.
    pub urgent: bool,
    /// No further question may stand between the person and the line.
    pub stop: bool,
    /// Violence, or somebody in the home who is feared.
    pub private: bool,
    /// Speaking is not safe, or not possible.
    pub silent: bool,
    /// Violence, or the possibility of it: its kinds are kept off the switchboard.
    pub guarded: bool,
    /// Abuse of any sort, or the possibility of it: a switchboard for it stands behind all other windows.
    pub abuse: bool,
    /// The troubles hang together.
    pub compound: bool,
}

impl Demands {
    /// What these rules, which hold or may hold, and the needs say.
    pub fn of(
        catalog: &Catalog,
        answers: &Answers,
        rules: &[RuleId],
        left_open: &[RuleId],
    ) -> Self {
        let some = |ids: &[RuleId], is: fn(RuleSort) -> bool| {
            ids.iter().any(|&id| is(catalog.rule(id).sort))
        };
        let private = some(rules, is_private);
        let marked = |is: fn(&Rule) -> bool| rules.iter().any(|&id| is(catalog.rule(id)));
        let mut demands = Self {
            crisis: some(rules, is_crisis),
            urgent: some(rules, |sort| sort == RuleSort::Urgent),
            stop: some(rules, |sort| {
                matches!(sort, RuleSort::Crisis { stop: true, .. })
            }),
            private: private || marked(|rule| rule.traceless),
            silent: marked(|rule| rule.silent),
            guarded: private || some(left_open, is_private),
            abuse: is_abuse(catalog, answers, rules) || is_abuse(catalog, answers, left_open),
            compound: is_compound(catalog, answers, rules),
            ..Self::default()
        };
        let mut harm = Harm::default();
        harm.add(catalog, rules);
        harm.add_needs(catalog, answers);
        demands.hear_rules(catalog, rules, &harm);
        demands.hear_needs(catalog, answers, &harm);
        demands.keep_to_direct_lines(catalog, rules);
        let none = harm.is_beside(|violence| violence.is_none());
        let heard = harm.is_beside(|violence| {
            let mut needs = answers.chosen_needs();
            needs.any(|need| !violence.needs.has(need))
        });
        // What may hold is seen in the light of what may be violence, too.
        harm.add(catalog, left_open);
        demands.hear_left_open(catalog, left_open, &harm, heard);
        for &kind in &catalog.fallback {
            let demand = demands.of_kind(kind);
            demand.weight = demand.weight.max(FALLBACK);
            demand.beside.add(none);
        }
        demands
    }

    /// The kinds that rules against violence and abuse lead to.
    fn keep_to_direct_lines<'c>(&mut self, catalog: &'c Catalog, rules: &[RuleId]) {
        let rules = rules.iter().map(|&id| catalog.rule(id));
        let first = |rule: &'c Rule| rule.first.iter().map(move |&kind| (rule, kind));
        for (rule, kind) in rules.flat_map(first) {
            let demand = self.of_kind(kind);
            demand.guarded |= is_private(rule.sort);
            demand.behind |= is_direct(rule);
        }
    }

    fn of_kind(&mut self, kind: KindId) -> &mut Demand {
        let place = self.kinds.partition_point(|&(known, _)| known < kind);
        if self
            .kinds
            .get(place)
            .is_none_or(|&(known, _)| known != kind)
        {
            self.kinds.insert(place, (kind, Demand::default()));
        }
        &mut self.kinds[place].1
    }

    fn speak(&mut self, kind: KindId, weight: u32, reason: Reason, beside: Beside) -> &mut Demand {
        self.reasons.push((kind, reason));
        let demand = self.of_kind(kind);
        demand.weight = demand.weight.saturating_add(weight);
        demand.sure = true;
        demand.reasoned = true;
        demand.beside.add(beside);
        demand
    }

    /// Danger first, so that its order of lines is the one that counts.
    fn hear_rules(&mut self, catalog: &Catalog, rules: &[RuleId], harm: &Harm) {
        let mut line = 0u16;
        for &id in rules {
            let rule = catalog.rule(id);
            let beside = harm.is_beside_rule(rule);
            let (first, also) = match rule.sort {
                RuleSort::Compound => COMPOUND,
                RuleSort::Gate | RuleSort::Urgent | RuleSort::Crisis { .. } => GATE,
            };
            for (place, &kind) in rule.first.iter().enumerate() {
                let place = u32::try_from(place).unwrap_or(u32::MAX);
                line = line.saturating_add(1);
                let weight = first.saturating_sub(place.saturating_mul(2));
                let demand = self.speak(kind, weight, Reason::Rule(id), beside);
                if is_crisis(rule.sort) {
                    demand.crisis = demand.crisis.or(Some(line));
                    demand.danger = true;
                }
                if rule.sort == RuleSort::Urgent {
                    demand.urgent = demand.urgent.or(Some(line));
                }
            }
            for &kind in &rule.also {
                self.speak(kind, also, Reason::Rule(id), beside);
            }
        }
    }

    fn hear_needs(&mut self, catalog: &Catalog, answers: &Answers, harm: &Harm) {
        for id in answers.chosen_needs() {
            let need = catalog.need(id);
            let beside = harm.is_beside(|grounds| !grounds.needs.has(id));
            for (&kind, weight) in need.first.iter().zip(falling(&NEED_FIRST)) {
                self.speak(kind, weight, Reason::Need(id), beside);
            }
            for (&kind, weight) in need.also.iter().zip(falling(&NEED_ALSO)) {
                self.speak(kind, weight, Reason::Need(id), beside);
            }
            if self.compound {
                self.speak(catalog.joined_up, 1, Reason::Need(id), beside);
            }
        }
    }

    fn hear_left_open(
        &mut self,
        catalog: &Catalog,
        left_open: &[RuleId],
        suspected: &Harm,
        heard: Beside,
    ) {
        for &id in left_open {
            let rule = catalog.rule(id);
            let beside = suspected.is_beside_rule(rule);
            if is_crisis(rule.sort) {
                for &kind in &rule.first {
                    self.of_kind(kind).danger = true;
                }
            }
            // If the pattern holds, the joined-up window hears what each of the troubles is.
            let together = (rule.sort == RuleSort::Compound).then_some((&catalog.joined_up, heard));
            let kinds = rule
                .first
                .iter()
                .chain(&rule.also)
                .map(|kind| (kind, beside));
            for (&kind, beside) in kinds.chain(together) {
                let demand = self.of_kind(kind);
                // Of what abuse surely asks for, a possibility beside it brings no switchboard to the front.
                demand.beside.add(Beside {
                    abuse: beside.abuse && !demand.sure,
                    ..beside
                });
                if !demand.sure {
                    demand.weight = LEFT_OPEN;
                    demand.reasoned = true;
                    self.reasons.push((kind, Reason::Perhaps(id)));
                }
            }
        }
    }
}

/// True if the troubles lie in several fields, or hang together by nature or by pattern.
fn is_compound(catalog: &Catalog, answers: &Answers, rules: &[RuleId]) -> bool {
    let field = |need: NeedId| {
        let first = catalog.need(need).first.first()?;
        Some(catalog.kind(*first).field)
    };
    let stands_for_itself = |&need: &NeedId| {
        let need = catalog.need(need);
        !need.errand && !need.first.contains(&catalog.joined_up)
    };
    let needs = answers.chosen_needs().filter(stands_for_itself);
    let mut fields = needs.filter_map(field);
    let first = fields.next();
    fields.any(|field| Some(field) != first)
        || answers
            .chosen_needs()
            .any(|need| catalog.need(need).compound)
        || rules
            .iter()
            .any(|&id| catalog.rule(id).sort == RuleSort::Compound)
}

fn is_crisis(sort: RuleSort) -> bool {
    matches!(sort, RuleSort::Crisis { .. })
}

fn is_private(sort: RuleSort) -> bool {
    matches!(sort, RuleSort::Crisis { private: true, .. })
}

fn is_direct(rule: &Rule) -> bool {
    rule.direct || is_private(rule.sort)
}

/// True if a trouble is abuse, or one of these rules is about it.
fn is_abuse(catalog: &Catalog, answers: &Answers, rules: &[RuleId]) -> bool {
    let mut rules = rules.iter().map(|&id| catalog.rule(id));
    let mut needs = answers.chosen_needs();
    rules.any(is_direct) || needs.any(|need| catalog.need(need).direct)
}

/// The weights in order; the last one goes on for whatever follows.
fn falling(weights: &[u32]) -> impl Iterator<Item = u32> + '_ {
    let last = weights.last().copied().unwrap_or(0);
    weights.iter().copied().chain(std::iter::repeat(last))
}

/// What speaks of violence, and what of abuse of any sort.
#[derive(Default)]
struct Harm {
    violence: Grounds,
    abuse: Grounds,
}

impl Harm {
    fn add(&mut self, catalog: &Catalog, rules: &[RuleId]) {
        for rule in rules.iter().map(|&id| catalog.rule(id)) {
            if is_private(rule.sort) {
                self.violence.add(&rule.when);
            }
            if is_direct(rule) {
                self.abuse.add(&rule.when);
            }
        }
    }

    /// Troubles that are abuse, whatever rule speaks of them.
    fn add_needs(&mut self, catalog: &Catalog, answers: &Answers) {
        for need in answers.chosen_needs() {
            if catalog.need(need).direct {
                self.abuse.needs.insert(need);
            }
        }
    }

    fn is_beside(&self, beside: impl Fn(&Grounds) -> bool) -> Beside {
        Beside {
            violence: beside(&self.violence),
            abuse: beside(&self.abuse),
        }
    }

    fn is_beside_rule(&self, rule: &Rule) -> Beside {
        Beside {
            violence: !is_private(rule.sort) && !self.violence.is_in(&rule.when),
            abuse: !is_direct(rule) && !self.abuse.is_in(&rule.when),
        }
    }
}

/// What the rules against violence, or against abuse, that apply rest on: nothing that rests on the same may lead to a
/// switchboard.
#[derive(Default)]
struct Grounds {
    needs: NeedSet,
    circumstances: Vec<(QuestionId, OptionSet)>,
}

impl Grounds {
    fn add(&mut self, when: &Expr) {
        when.each_need_set(&mut |set| {
            set.iter().for_each(|need| self.needs.insert(need));
        });
        when.each_circumstance(&mut |question, options| {
            self.circumstances.push((question, options));
        });
    }

    fn is_none(&self) -> bool {
        self.needs.is_empty() && self.circumstances.is_empty()
    }

    fn is_in(&self, when: &Expr) -> bool {
        if self.is_none() {
            return false;
        }
        let mut named = false;
        when.each_need_set(&mut |set| named |= set.meets(&self.needs));
        when.each_circumstance(&mut |question, options| {
            named |= self
                .circumstances
                .iter()
                .any(|&(of, those)| of == question && those.meets(options));
        });
        named
    }
}
