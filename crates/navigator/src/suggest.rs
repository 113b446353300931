//! Which windows to offer, in which order, and why.
//!
//! Needs and rules speak for kinds; kinds lead to entries; entries with one phone become one
//! suggestion. Nothing that is unknown takes a suggestion away. The order is fixed: danger, the
//! joined-up window, then by weight, then by the order of the sheets.

use crate::answers::{Answer, Answers};
use crate::bits::{NeedSet, OptionSet};
use crate::catalog::{
    Catalog, Entry, EntryId, KindId, Level, NeedId, QuestionId, RuleId, RuleSort, Via,
};
use crate::day::{Day, Moment};
use crate::logic::{Expr, Truth};
use crate::open::OpenStatus;
use crate::order::by_key;

/// How far the answers speak for a suggestion. There is no third value: nobody is told that they
/// do not qualify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 「相談できます」.
    Fits,
    /// 「聞いてみる価値があります」.
    Maybe,
}

/// One answer that led to a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// This trouble was chosen.
    Need(NeedId),
    /// This circumstance of several answers together.
    Rule(RuleId),
    /// This circumstance may hold: 「わからない」 or a refusal left it open.
    Perhaps(RuleId),
    /// These options of one question.
    Circumstance(QuestionId, OptionSet),
}

/// An entry offered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Suggestion {
    /// The entry to show.
    pub entry: EntryId,
    /// Other entries that the same phone reaches.
    pub roles: Vec<EntryId>,
    /// The same window of other parts of town, while the part is not known.
    pub alternatives: Vec<EntryId>,
    /// The roles that the answers asked for.
    pub kinds: Vec<KindId>,
    /// How far the answers speak for it.
    pub standing: Standing,
    /// Comes before everything else.
    pub crisis: bool,
    /// Hears several troubles in one place.
    pub joined_up: bool,
    /// Why it is offered.
    pub reasons: Vec<Reason>,
    /// What is not known and would make it surer.
    pub unknown: Vec<QuestionId>,
}

/// What the answers lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The suggestions, best first.
    pub suggestions: Vec<Suggestion>,
    /// Somebody may be in danger.
    pub crisis: bool,
    /// No further question may stand between the person and the line.
    pub stop: bool,
    /// Violence: leave no trace in titles, history or links.
    pub private: bool,
}

impl Outcome {
    /// The cards that asking is about: all lines for danger and the first three others.
    pub fn first_cards(&self) -> impl Iterator<Item = &Suggestion> {
        let danger = self.suggestions.iter().filter(|s| s.crisis).count();
        self.suggestions.iter().take(danger + FIRST_CARDS)
    }

    /// At night the lines that answer lead: where the first line for danger is closed now, or its hours
    /// are out of date, those that are surely open come before it. Otherwise the order stays.
    pub fn lead_with_open_lines(&mut self, catalog: &Catalog, now: Moment) {
        let lateness = |card: &Suggestion| {
            let hours = &catalog.entry(card.entry).hours;
            match hours.status(now, &catalog.holidays) {
                _ if !card.crisis => 3,
                OpenStatus::Closed { .. } | OpenStatus::OutOfDate => 2,
                OpenStatus::Unknown { .. } => 1,
                OpenStatus::Open { .. } => 0,
            }
        };
        if self
            .suggestions
            .first()
            .is_some_and(|card| lateness(card) == 2)
        {
            self.suggestions = by_key(std::mem::take(&mut self.suggestions), lateness, |_| 0);
        }
    }
}

/// How many cards are open at first, besides those for danger.
const FIRST_CARDS: usize = 3;

/// A need speaks for its first kinds with these weights, in order.
const NEED_FIRST: [u32; 3] = [24, 22, 20];
/// A need speaks for its other kinds with these.
const NEED_ALSO: [u32; 4] = [10, 9, 8, 7];
/// One answer that lifts a kind outweighs the need that it belongs to.
const GATE: (u32, u32) = (30, 10);
/// A pattern of several answers.
const COMPOUND: (u32, u32) = (30, 6);
/// A rule that a 「わからない」 or a refusal left open.
const PERHAPS: u32 = 4;
/// Offered to everybody at the end.
const FALLBACK: u32 = 1;

/// What speaks for one kind.
#[derive(Clone, Default)]
struct Voice {
    weight: u32,
    /// Place among the lines for danger.
    crisis: Option<u16>,
    /// A line for danger, be it only a possible one: then the age line of a window is its own business,
    /// not a reason to hide it.
    danger: bool,
    /// A need or a rule speaks for it, and not only the possibility of one.
    sure: bool,
    /// Something that has nothing to do with violence asks for it.
    open: bool,
    /// A rule against violence leads to it: never by a switchboard, whatever else asks for it.
    guarded: bool,
    reasons: Vec<Reason>,
}

/// One entry on its way to becoming a suggestion.
struct Candidate {
    entry: EntryId,
    alternatives: Vec<EntryId>,
    kinds: Vec<KindId>,
    weight: u32,
    crisis: Option<u16>,
    joined_up: bool,
    standing: Standing,
    reasons: Vec<Reason>,
    unknown: Vec<QuestionId>,
}

/// Works out the suggestions for these answers on this day.
#[must_use]
pub fn suggest(catalog: &Catalog, answers: &Answers, today: Day) -> Outcome {
    let mut rules: Vec<RuleId> = Vec::new();
    let mut perhaps: Vec<RuleId> = Vec::new();
    for id in catalog.rule_ids() {
        let when = &catalog.rule(id).when;
        if when.read(catalog, answers) == Truth::Yes {
            rules.push(id);
        } else if when.may_hold(answers) {
            perhaps.push(id);
        }
    }
    let some =
        |ids: &[RuleId], is: fn(RuleSort) -> bool| ids.iter().any(|&id| is(catalog.rule(id).sort));
    let crisis = some(&rules, |sort| matches!(sort, RuleSort::Crisis { .. }));
    let stop = some(&rules, |sort| {
        matches!(sort, RuleSort::Crisis { stop: true, .. })
    });
    let private = some(&rules, is_private);
    let compound = is_compound(catalog, answers, &rules);
    let voices = voices(catalog, answers, &rules, &perhaps, compound);
    // Where violence is only possible, its own kinds are already kept off the switchboard.
    let guarded = private || some(&perhaps, is_private);
    let candidates = candidates(catalog, answers, today, &voices, guarded, compound);
    let candidates = in_order(candidates);
    Outcome {
        suggestions: spread_roles(merge_by_phone(catalog, candidates)),
        crisis,
        stop,
        private,
    }
}

/// True if the troubles lie in several fields, or hang together by nature or by pattern.
fn is_compound(catalog: &Catalog, answers: &Answers, rules: &[RuleId]) -> bool {
    let field = |need: NeedId| {
        let first = catalog.need(need).first.first()?;
        Some(catalog.kind(*first).field)
    };
    let mut fields = answers
        .chosen_needs()
        .filter(|&need| !catalog.need(need).first.contains(&catalog.joined_up))
        .filter_map(field);
    let first = fields.next();
    fields.any(|field| Some(field) != first)
        || answers
            .chosen_needs()
            .any(|need| catalog.need(need).compound)
        || rules
            .iter()
            .any(|&id| catalog.rule(id).sort == RuleSort::Compound)
}

fn is_private(sort: RuleSort) -> bool {
    matches!(sort, RuleSort::Crisis { private: true, .. })
}

/// What the rules against violence that apply rest on: nothing that rests on the same may lead to a
/// switchboard.
#[derive(Default)]
struct Violence {
    needs: NeedSet,
    circumstances: Vec<(QuestionId, OptionSet)>,
}

impl Violence {
    fn of<'a>(catalog: &Catalog, rules: impl Iterator<Item = &'a RuleId>) -> Self {
        let mut violence = Self::default();
        for rule in rules.map(|&id| catalog.rule(id)) {
            if is_private(rule.sort) {
                rule.when.each_need_set(&mut |set| {
                    set.iter().for_each(|need| violence.needs.insert(need))
                });
                rule.when.each_circumstance(&mut |question, options| {
                    violence.circumstances.push((question, options));
                });
            }
        }
        violence
    }

    fn is_none(&self) -> bool {
        self.needs.is_empty() && self.circumstances.is_empty()
    }

    fn is_in(&self, when: &Expr) -> bool {
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

fn voices(
    catalog: &Catalog,
    answers: &Answers,
    rules: &[RuleId],
    perhaps: &[RuleId],
    compound: bool,
) -> Vec<Voice> {
    let violence = Violence::of(catalog, rules.iter());
    let mut voices = vec![Voice::default(); catalog.kinds.len()];
    let mut speak = |kind: KindId, weight: u32, reason: Reason, open: bool, crisis: Option<u16>| {
        let voice = &mut voices[kind.index()];
        voice.weight = voice.weight.saturating_add(weight);
        voice.sure = true;
        voice.open |= open;
        voice.crisis = voice.crisis.or(crisis);
        voice.danger |= crisis.is_some();
        if !voice.reasons.contains(&reason) {
            voice.reasons.push(reason);
        }
    };
    // Danger first, so that its order of lines is the one that counts.
    let mut line = 0u16;
    let mut guarded: Vec<KindId> = Vec::new();
    for &id in rules {
        let rule = catalog.rule(id);
        let danger = matches!(rule.sort, RuleSort::Crisis { .. });
        let open = !is_private(rule.sort) && !violence.is_in(&rule.when);
        let (first, also) = match rule.sort {
            RuleSort::Compound => COMPOUND,
            RuleSort::Gate | RuleSort::Crisis { .. } => GATE,
        };
        for (place, &kind) in rule.first.iter().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            line = line.saturating_add(1);
            let weight = first.saturating_sub(place.saturating_mul(2));
            let crisis = danger.then_some(line);
            speak(kind, weight, Reason::Rule(id), open, crisis);
        }
        guarded.extend(rule.first.iter().filter(|_| is_private(rule.sort)));
        for &kind in &rule.also {
            speak(kind, also, Reason::Rule(id), open, None);
        }
    }
    for id in answers.chosen_needs() {
        let need = catalog.need(id);
        let open = !violence.needs.has(id);
        for (&kind, weight) in need.first.iter().zip(falling(&NEED_FIRST)) {
            speak(kind, weight, Reason::Need(id), open, None);
        }
        for (&kind, weight) in need.also.iter().zip(falling(&NEED_ALSO)) {
            speak(kind, weight, Reason::Need(id), open, None);
        }
        if compound {
            speak(catalog.joined_up, 1, Reason::Need(id), open, None);
        }
    }
    for kind in guarded {
        voices[kind.index()].guarded = true;
    }
    let suspected = Violence::of(catalog, rules.iter().chain(perhaps));
    for &id in perhaps {
        let rule = catalog.rule(id);
        let open = !is_private(rule.sort) && !suspected.is_in(&rule.when);
        if matches!(rule.sort, RuleSort::Crisis { .. }) {
            for kind in &rule.first {
                voices[kind.index()].danger = true;
            }
        }
        // If the pattern holds, the joined-up window hears what each of the troubles is.
        let together = (rule.sort == RuleSort::Compound).then_some(&catalog.joined_up);
        let heard =
            together.is_some() && answers.chosen_needs().any(|need| !violence.needs.has(need));
        let kinds = rule.first.iter().chain(&rule.also).map(|kind| (kind, open));
        for (kind, open) in kinds.chain(together.map(|kind| (kind, heard))) {
            let voice = &mut voices[kind.index()];
            voice.open |= open;
            if !voice.sure {
                voice.weight = PERHAPS;
                merge(&mut voice.reasons, &[Reason::Perhaps(id)]);
            }
        }
    }
    for &kind in &catalog.fallback {
        let voice = &mut voices[kind.index()];
        voice.weight = voice.weight.max(FALLBACK);
        voice.open |= violence.is_none();
    }
    voices
}

/// The weights in order; the last one goes on for whatever follows.
fn falling(weights: &[u32]) -> impl Iterator<Item = u32> + '_ {
    let last = weights.last().copied().unwrap_or(0);
    weights.iter().copied().chain(std::iter::repeat(last))
}

fn candidates(
    catalog: &Catalog,
    answers: &Answers,
    today: Day,
    voices: &[Voice],
    guarded: bool,
    compound: bool,
) -> Vec<Candidate> {
    let fits_of: Vec<Truth> = catalog
        .kinds
        .iter()
        .map(|kind| kind.fits.read(catalog, answers))
        .collect();
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut place_of: Vec<Option<u32>> = vec![None; catalog.entries.len()];
    for kind_id in catalog.kind_ids() {
        let voice = &voices[kind_id.index()];
        if voice.weight == 0 {
            continue;
        }
        let kind = catalog.kind(kind_id);
        let fits = fits_of[kind_id.index()];
        if fits == Truth::No && !voice.danger {
            continue;
        }
        let standing = if fits == Truth::Yes && voice.sure {
            Standing::Fits
        } else {
            Standing::Maybe
        };
        let (satisfied, mut unknown) = circumstances(catalog, answers, &kind.fits, fits);
        for reason in &voice.reasons {
            if let Reason::Perhaps(id) = reason {
                left_open(&catalog.rule(*id).when, answers, &mut unknown);
            }
        }
        let weight = if standing == Standing::Fits {
            voice.weight * 3
        } else {
            voice.weight * 2
        };
        let has_local_phone = kind.entries.iter().any(|&id| {
            let entry = catalog.entry(id);
            entry.level == Level::Town && !entry.channels.phone.is_empty()
        });
        let mut by_area: Option<u32> = None;
        let mut rank = 0;
        for &id in &kind.entries {
            let entry = catalog.entry(id);
            if !entry.is_valid_on(today)
                || (guarded && (voice.guarded || !voice.open) && entry.via == Via::Switchboard)
            {
                continue;
            }
            // A window keeps the age line of its main role in its side roles, and when it stands in
            // for a kind that the town does not have.
            let main = entry.kinds.first().copied().unwrap_or(kind_id);
            let own_fits = entry.fits.read(catalog, answers);
            let main_fits = fits_of[main.index()];
            let line = main_fits.min(own_fits);
            if line == Truth::No && !voice.danger {
                continue;
            }
            let standing = match line {
                Truth::Yes => standing,
                Truth::No | Truth::Unknown => Standing::Maybe,
            };
            if !entry.areas.is_empty() {
                match answers.area {
                    Answer::Chosen(area) if !entry.areas.contains(&area) => continue,
                    Answer::Chosen(_) => {}
                    _ => {
                        // All of them are offered, as one card that says how to tell.
                        if let Some(lead) = by_area {
                            let lead = &mut candidates[lead as usize];
                            if lead.entry != id && !lead.alternatives.contains(&id) {
                                lead.alternatives.push(id);
                            }
                            continue;
                        }
                    }
                }
            }
            let weight = weight_of_entry(weight, rank, entry, has_local_phone);
            let place = *place_of[id.index()].get_or_insert_with(|| {
                candidates.push(Candidate {
                    entry: id,
                    alternatives: Vec::new(),
                    kinds: Vec::new(),
                    weight: 0,
                    crisis: None,
                    joined_up: false,
                    standing: Standing::Maybe,
                    reasons: Vec::new(),
                    unknown: Vec::new(),
                });
                u32::try_from(candidates.len() - 1).unwrap_or(u32::MAX)
            });
            let candidate = &mut candidates[place as usize];
            candidate.weight = candidate.weight.max(weight);
            candidate.standing = candidate.standing.min(standing);
            candidate.joined_up |= compound && kind_id == catalog.joined_up && rank == 0;
            if rank < CRISIS_LINES_PER_KIND {
                candidate.crisis = match (candidate.crisis, voice.crisis) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
            candidate.kinds.push(kind_id);
            merge(&mut candidate.reasons, &voice.reasons);
            merge(&mut candidate.reasons, &satisfied);
            merge(&mut candidate.unknown, &unknown);
            merge(
                &mut candidate.unknown,
                &circumstances(catalog, answers, &entry.fits, own_fits).1,
            );
            if main != kind_id {
                let main = &catalog.kind(main).fits;
                merge(
                    &mut candidate.unknown,
                    &circumstances(catalog, answers, main, main_fits).1,
                );
            }
            if !entry.areas.is_empty() && !matches!(answers.area, Answer::Chosen(_)) {
                by_area = Some(place);
            }
            rank += 1;
        }
    }
    candidates
}

/// The second window of a kind weighs less than the first; so does one that cannot be called, and a
/// line of the prefecture or the country where the town has its own.
fn weight_of_entry(weight: u32, rank: u32, entry: &Entry, has_local_phone: bool) -> u32 {
    let by_rank = weight * 100 / (100 + 60 * rank);
    let far = has_local_phone && entry.level != Level::Town;
    let divisor = match (entry.channels.phone.is_empty(), far) {
        (true, true) => 4,
        (true, false) => 2,
        (false, true) => 2,
        (false, false) => 1,
    };
    by_rank / divisor
}

/// Danger first, in the order of its lines; then the joined-up window; then by weight; then by the
/// sheets' order.
fn in_order(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let key = |candidate: &Candidate| {
        let lightness = u64::from(u32::MAX - candidate.weight);
        match candidate.crisis {
            Some(line) => u64::from(line) << 32 | lightness,
            None => 1 << 62 | u64::from(!candidate.joined_up) << 61 | lightness,
        }
    };
    by_key(candidates, key, |candidate| candidate.entry.0)
}

/// A kind in danger brings this many of its lines to the front; the others follow behind.
const CRISIS_LINES_PER_KIND: u32 = 2;

fn merge<T: Copy + PartialEq>(into: &mut Vec<T>, more: &[T]) {
    for &item in more {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}

/// The answers that a condition rests on, and the questions that it still waits for.
fn circumstances(
    catalog: &Catalog,
    answers: &Answers,
    fits: &Expr,
    truth: Truth,
) -> (Vec<Reason>, Vec<QuestionId>) {
    let (mut satisfied, mut unknown) = (Vec::new(), Vec::new());
    fits.each_circumstance(
        &mut |question, options| match answers.circumstance(question) {
            Answer::Chosen(chosen) if chosen.meets(options) && truth == Truth::Yes => {
                let reason = Reason::Circumstance(question, chosen);
                if !satisfied.contains(&reason) {
                    satisfied.push(reason);
                }
            }
            Answer::Chosen(_) => {}
            _ if truth == Truth::Unknown
                && !unknown.contains(&question)
                && catalog.question(question).ask_when.read(catalog, answers) != Truth::No =>
            {
                unknown.push(question);
            }
            _ => {}
        },
    );
    (satisfied, unknown)
}

/// The questions of a condition that got a 「わからない」 or a refusal.
fn left_open(when: &Expr, answers: &Answers, unknown: &mut Vec<QuestionId>) {
    when.each_circumstance(&mut |question, _| {
        let refused = matches!(
            answers.circumstance(question),
            Answer::Unknown | Answer::Declined
        );
        if refused && !unknown.contains(&question) {
            unknown.push(question);
        }
    });
}

/// Each of the first cards brings a role of its own: a second window of the same role waits behind
/// them, so that one trouble does not push the other one out of sight.
fn spread_roles(suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
    let (mut spread, others): (Vec<Suggestion>, Vec<Suggestion>) =
        suggestions.into_iter().partition(|card| card.crisis);
    let mut open = FIRST_CARDS;
    let mut behind = Vec::new();
    for card in others {
        let known = |kind| spread.iter().any(|earlier| earlier.kinds.contains(kind));
        let brings = !card.reasons.is_empty() && !card.kinds.iter().all(known);
        // It leads even where a line for danger plays its role too: not all troubles are the danger.
        let brings = brings || card.joined_up;
        if open > 0 && brings {
            open -= 1;
            spread.push(card);
        } else {
            behind.push(card);
        }
    }
    spread.extend(behind);
    spread
}

/// One number is shown once: what it also reaches becomes a role of the first suggestion with it.
fn merge_by_phone(catalog: &Catalog, candidates: Vec<Candidate>) -> Vec<Suggestion> {
    let phone = |id: EntryId| catalog.entry(id).channels.phone.as_str();
    let mut suggestions: Vec<Suggestion> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let mut own: Vec<EntryId> = Vec::new();
        for id in std::iter::once(candidate.entry).chain(candidate.alternatives) {
            let earlier = suggestions.iter_mut().find(|suggestion| {
                let mut shown = std::iter::once(&suggestion.entry).chain(&suggestion.alternatives);
                !phone(id).is_empty() && shown.any(|&other| phone(other) == phone(id))
            });
            let Some(earlier) = earlier else {
                own.push(id);
                continue;
            };
            merge(&mut earlier.roles, &[id]);
            merge(&mut earlier.kinds, &candidate.kinds);
            merge(&mut earlier.reasons, &candidate.reasons);
            merge(&mut earlier.unknown, &candidate.unknown);
            earlier.standing = earlier.standing.min(candidate.standing);
            earlier.joined_up |= candidate.joined_up;
        }
        if let Some((&entry, alternatives)) = own.split_first() {
            suggestions.push(Suggestion {
                entry,
                roles: Vec::new(),
                alternatives: alternatives.to_vec(),
                kinds: candidate.kinds,
                standing: candidate.standing,
                crisis: candidate.crisis.is_some(),
                joined_up: candidate.joined_up,
                reasons: candidate.reasons,
                unknown: candidate.unknown,
            });
        }
    }
    suggestions
}
