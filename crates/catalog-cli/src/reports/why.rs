//! `catalog why`: why a window is offered for these answers, or why it is not.
//!
//! What stands in its way is found by asking the navigator itself: each obstacle is taken away alone,
//! each answer changed alone, and what comes of it is told. So this can never tell another story than
//! the suggestions do.

use super::opening::{status_value, status_words};
use super::views::{When, reasons};
use super::why_words::as_text;
use super::words::{answer_words, condition_words, truth_id};
use catalog::answers::write_answers;
use catalog::moment::day_text;
use navigator::{
    Answer, Answers, Catalog, Entry, EntryId, Expr, KindId, NeedSet, OptionSet, Outcome,
    QuestionId, RuleSort, Standing, Suggestion, Truth, Via,
};
use serde_json::{Value, json};

/// One person's answers and the day, in one town.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The town.
    pub catalog: &'a Catalog,
    /// What was said.
    pub answers: &'a Answers,
    /// When.
    pub when: When,
}

impl Situation<'_> {
    fn outcome(&self) -> Outcome {
        self.when.suggest(self.catalog, self.answers)
    }

    fn with<'b>(&'b self, answers: &'b Answers) -> Situation<'b> {
        Situation { answers, ..*self }
    }
}

/// The answer to «why», as JSON and as lines.
///
/// # Errors
/// If there is no such entry.
pub fn why(situation: Situation<'_>, entry: &str) -> Result<(Value, String), String> {
    let catalog = situation.catalog;
    let id = catalog
        .entry_ids()
        .find(|&id| catalog.entry(id).id == entry)
        .ok_or_else(|| {
            let name = &catalog.town.name;
            format!("「{entry}」という公開の窓口は、{name}にありません。entries.csv か lines.csv の id を書きます。")
        })?;
    let value = tell(situation, id);
    let text = as_text(&value);
    Ok((value, text))
}

fn tell(situation: Situation<'_>, id: EntryId) -> Value {
    let Situation {
        catalog,
        answers,
        when,
    } = situation;
    let entry = catalog.entry(id);
    let outcome = situation.outcome();
    let first_cards = outcome.first_cards().count();
    let shown = Shown::of(&outcome, id);
    let card = shown.rank.map(|rank| &outcome.suggestions[rank]);
    let status = |now| entry.hours.status(now, &catalog.holidays);
    json!({
        "entry": entry.id,
        "name": entry.name,
        "said": write_answers(catalog, answers),
        "suggested": card.is_some(),
        "always": catalog.always.contains(&id),
        "as": shown.part,
        "rank": shown.rank.map(|rank| rank + 1),
        "first_card": shown.rank.is_some_and(|rank| rank < first_cards),
        "card": card.map(|card| json!({
            "entry": catalog.entry(card.entry).id,
            "name": catalog.entry(card.entry).name,
            "phone": catalog.entry(card.entry).channels.phone,
        })),
        "standing": card.map(|card| standing_id(card.standing)),
        "crisis": card.is_some_and(|card| card.crisis),
        "joined_up": card.is_some_and(|card| card.joined_up),
        "reasons": card.map(|card| reasons(catalog, answers, card)).unwrap_or_default(),
        "unknown": card.map(|card| unknown(catalog, answers, card)).unwrap_or_default(),
        "kinds": kinds_of(catalog, id).map(|kind| tell_kind(situation, &outcome, id, kind)).collect::<Vec<_>>(),
        "own_line": line(situation, &entry.fits),
        "valid": {
            "from": entry.valid_from.map(day_text),
            "until": entry.valid_until.map(day_text),
            "day": day_text(when.day),
            "holds": entry.is_valid_on(when.day),
        },
        "area": area(catalog, answers, entry),
        "switchboard": entry.via == Via::Switchboard,
        "private": outcome.private,
        "open": when.now.map(|now| status_value(status(now))),
        "open_words": when.now.map(|now| status_words(status(now), now)),
        "in_the_way": if card.is_none() { obstacles(situation, id) } else { Vec::new() },
        "changed_by": changes(situation, id, &shown),
    })
}

/// Where an entry stands among the suggestions.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    rank: Option<usize>,
    part: Option<&'static str>,
    standing: Option<Standing>,
    crisis: bool,
}

impl Shown {
    fn of(outcome: &Outcome, id: EntryId) -> Self {
        let part = |card: &Suggestion| {
            if card.entry == id {
                Some("card")
            } else if card.roles.contains(&id) {
                Some("role")
            } else if card.alternatives.contains(&id) {
                Some("alternative")
            } else {
                None
            }
        };
        let place = |(rank, card): (usize, &Suggestion)| Some((rank, part(card)?));
        let found = outcome.suggestions.iter().enumerate().find_map(place);
        let card = found.map(|(rank, _)| &outcome.suggestions[rank]);
        Self {
            rank: found.map(|(rank, _)| rank),
            part: found.map(|(_, part)| part),
            standing: card.map(|card| card.standing),
            crisis: card.is_some_and(|card| card.crisis),
        }
    }

    /// What a person would notice: whether and how it is offered, not its exact place.
    fn differs(&self, other: &Self) -> bool {
        (self.standing, self.crisis) != (other.standing, other.crisis)
    }

    fn id(&self) -> &'static str {
        match self.standing {
            _ if self.crisis => "crisis",
            Some(standing) => standing_id(standing),
            None => "not_suggested",
        }
    }
}

fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Fits => "fits",
        Standing::Maybe => "maybe",
    }
}

fn unknown(catalog: &Catalog, answers: &Answers, card: &Suggestion) -> Vec<Value> {
    let one = |&id: &QuestionId| {
        json!({
            "question": catalog.question(id).id,
            "text": catalog.question(id).text.to(answers.asker),
        })
    };
    card.unknown.iter().map(one).collect()
}

/// The kinds that lead to an entry: its own, and those that it stands in for.
fn kinds_of(catalog: &Catalog, id: EntryId) -> impl Iterator<Item = KindId> + '_ {
    let own = &catalog.entry(id).kinds;
    let leads = move |kind: &KindId| catalog.kind(*kind).entries.contains(&id);
    let others = catalog
        .kind_ids()
        .filter(move |kind| leads(kind) && !own.contains(kind));
    own.iter().copied().chain(others)
}

fn tell_kind(situation: Situation<'_>, outcome: &Outcome, id: EntryId, kind_id: KindId) -> Value {
    let catalog = situation.catalog;
    let kind = catalog.kind(kind_id);
    let own = &catalog.entry(id).kinds;
    json!({
        "kind": kind.id,
        "name": kind.plain,
        "role": match own.iter().position(|&own| own == kind_id) {
            Some(0) => "main",
            Some(_) => "side",
            None => "stands_in",
        },
        "place": kind.entries.iter().position(|&other| other == id).map(|place| place + 1),
        "of": kind.entries.len(),
        "spoken_for_by": speakers(situation, outcome, kind_id),
        "would_be_by": silent(situation, kind_id),
        "line": line(situation, &kind.fits),
    })
}

/// What speaks for a kind now.
fn speakers(situation: Situation<'_>, outcome: &Outcome, kind: KindId) -> Vec<Value> {
    let Situation {
        catalog, answers, ..
    } = situation;
    let mut list = Vec::new();
    for id in answers.chosen_needs() {
        let need = catalog.need(id);
        if need.first.contains(&kind) || need.also.contains(&kind) {
            list.push(
                json!({"need": need.id, "words": need.words, "first": need.first.contains(&kind)}),
            );
        }
    }
    for rule in &catalog.rules {
        if !(rule.first.contains(&kind) || rule.also.contains(&kind)) {
            continue;
        }
        let truth = rule.when.read(catalog, answers);
        if truth == Truth::Yes || rule.when.may_hold(answers) {
            list.push(json!({
                "rule": rule.id, "words": rule.words, "first": rule.first.contains(&kind),
                "sort": sort_id(rule.sort), "sure": truth == Truth::Yes,
            }));
        }
    }
    if kind == catalog.joined_up && outcome.suggestions.iter().any(|card| card.joined_up) {
        list.push(json!({"joined_up": true, "words": "いくつもの困りごとがつながっている"}));
    }
    if catalog.fallback.contains(&kind) {
        list.push(json!({"fallback": true, "words": "だれにでも最後に案内する種類"}));
    }
    list
}

fn sort_id(sort: RuleSort) -> &'static str {
    match sort {
        RuleSort::Crisis { .. } => "crisis",
        RuleSort::Compound => "compound",
        RuleSort::Gate => "gate",
    }
}

/// What else could speak for a kind: troubles that were not told, and rules that do not hold.
fn silent(situation: Situation<'_>, kind: KindId) -> Value {
    let Situation {
        catalog, answers, ..
    } = situation;
    let told = |id| answers.chosen_needs().any(|told| told == id);
    let leads = |first: &[KindId], also: &[KindId]| first.contains(&kind) || also.contains(&kind);
    let needs = catalog
        .need_ids()
        .filter(|&id| !told(id))
        .map(|id| catalog.need(id));
    let needs = needs.filter(|need| leads(&need.first, &need.also));
    let rules = catalog
        .rules
        .iter()
        .filter(|rule| leads(&rule.first, &rule.also));
    let rules = rules.filter_map(|rule| {
        let truth = rule.when.read(catalog, answers);
        let speaks = truth == Truth::Yes || rule.when.may_hold(answers);
        (!speaks).then(|| {
            json!({
                "rule": rule.id, "words": rule.words,
                "truth": truth_id(truth), "when": condition_words(catalog, &rule.when),
            })
        })
    });
    json!({
        "needs": needs.map(|need| json!({"need": need.id, "words": need.words})).collect::<Vec<_>>(),
        "rules": rules.collect::<Vec<_>>(),
    })
}

/// A condition, whether it holds, and what was said to each question in it.
fn line(situation: Situation<'_>, fits: &Expr) -> Value {
    let Situation {
        catalog, answers, ..
    } = situation;
    let mut asked: Vec<QuestionId> = Vec::new();
    fits.each_circumstance(&mut |id, _| {
        if !asked.contains(&id) {
            asked.push(id);
        }
    });
    let told = |id: QuestionId| {
        let question = catalog.question(id);
        json!({
            "question": question.id,
            "text": question.text.to(answers.asker),
            "said": answer_words(catalog, answers, id),
            "asked_of_them": truth_id(question.ask_when.read(catalog, answers)),
        })
    };
    json!({
        "when": condition_words(catalog, fits),
        "truth": truth_id(fits.read(catalog, answers)),
        "questions": asked.into_iter().map(told).collect::<Vec<_>>(),
    })
}

fn area(catalog: &Catalog, answers: &Answers, entry: &Entry) -> Value {
    let names = entry
        .areas
        .iter()
        .map(|id| catalog.areas[id.index()].name.as_str());
    json!({
        "in_charge_of": names.collect::<Vec<_>>(),
        "said": match answers.area {
            Answer::Chosen(id) => Some(catalog.areas[id.index()].name.as_str()),
            _ => None,
        },
        "holds": match answers.area {
            _ if entry.areas.is_empty() => "yes",
            Answer::Chosen(id) if entry.areas.contains(&id) => "yes",
            Answer::Chosen(_) => "no",
            _ => "unknown",
        },
    })
}

/// What keeps an entry away: each is taken away alone, with all of them gone as the last.
fn obstacles(situation: Situation<'_>, id: EntryId) -> Vec<Value> {
    let catalog = situation.catalog;
    let appears = |change: &dyn Fn(&mut Catalog)| {
        let mut changed = catalog.clone();
        change(&mut changed);
        let outcome = Situation {
            catalog: &changed,
            ..situation
        }
        .outcome();
        Shown::of(&outcome, id).rank.is_some()
    };
    let place = id.index();
    let timeless = |catalog: &mut Catalog| {
        let entry = &mut catalog.entries[place];
        (entry.valid_from, entry.valid_until) = (None, None);
    };
    let direct = |catalog: &mut Catalog| catalog.entries[place].via = Via::Direct;
    let everywhere = |catalog: &mut Catalog| catalog.entries[place].areas.clear();
    let for_all = |catalog: &mut Catalog| catalog.entries[place].fits = Expr::Always;
    let kinds: Vec<KindId> = kinds_of(catalog, id).collect();
    let all_kinds = |catalog: &mut Catalog| {
        for kind in &kinds {
            catalog.kinds[kind.index()].fits = Expr::Always;
        }
    };
    let mut list = Vec::new();
    let mut alone = |what: &str, words: &str, change: &dyn Fn(&mut Catalog)| {
        if appears(change) {
            list.push(json!({"what": what, "words": words}));
        }
    };
    alone("validity", "有効な期間の外です", &timeless);
    alone(
        "private",
        "暴力のきけんがあるので、代表番号の窓口は出しません",
        &direct,
    );
    alone("area", "ほかの町の担当です", &everywhere);
    alone("own_line", "窓口の条件にあてはまりません", &for_all);
    alone(
        "kind_line",
        "窓口の種類の条件にあてはまりません",
        &all_kinds,
    );
    if list.is_empty() {
        let all = |catalog: &mut Catalog| {
            let changes: [&dyn Fn(&mut Catalog); 5] =
                [&timeless, &direct, &everywhere, &for_all, &all_kinds];
            changes.into_iter().for_each(|change| change(catalog));
        };
        list.push(if appears(&all) {
            json!({"what": "several", "words": "上の条件の2つ以上が、いっしょに止めています"})
        } else {
            json!({"what": "no_voice", "words": "この窓口の種類を求める困りごとや答えがありません"})
        });
    }
    list
}

/// Every single answer that would change whether, or how, the entry is offered.
fn changes(situation: Situation<'_>, id: EntryId, now: &Shown) -> Value {
    let Situation {
        catalog, answers, ..
    } = situation;
    let after = |changed: &Answers| {
        let shown = Shown::of(&situation.with(changed).outcome(), id);
        shown.differs(now).then(|| shown.id())
    };
    let mut by_need = Vec::new();
    for need in catalog.need_ids() {
        let mut needs: NeedSet = answers.chosen_needs().collect();
        let told = needs.has(need);
        if told {
            needs.remove(need);
        } else {
            needs.insert(need);
        }
        let mut changed = answers.clone();
        changed.needs = Answer::Chosen(needs);
        if let Some(becomes) = after(&changed) {
            let need = catalog.need(need);
            by_need.push(json!({
                "need": need.id, "words": need.words,
                "change": if told { "taken_back" } else { "added" }, "becomes": becomes,
            }));
        }
    }
    let mut by_answer = Vec::new();
    for question in catalog.question_ids() {
        let asked = catalog.question(question);
        let applies = asked.ask_when.read(catalog, answers) != Truth::No;
        if !applies && !answers.circumstance(question).is_closed() {
            continue;
        }
        let each = (0..asked.options.len()).map(|option| Answer::Chosen(OptionSet::of(option)));
        for answer in each.chain([Answer::Unknown]) {
            let changed = answers.with(question, answer);
            if let Some(becomes) = after(&changed) {
                by_answer.push(json!({
                    "question": asked.id, "text": asked.text.to(answers.asker),
                    "answer": match answer {
                        Answer::Chosen(set) => set.iter().next().map_or("", |option| asked.options[option].id.as_str()),
                        _ => "unknown",
                    },
                    "answer_text": answer_words(catalog, &changed, question),
                    "becomes": becomes,
                }));
            }
        }
    }
    let mut by_area = Vec::new();
    for area in catalog.area_ids() {
        let mut changed = answers.clone();
        changed.area = Answer::Chosen(area);
        if let Some(becomes) = after(&changed) {
            by_area.push(json!({"area": catalog.areas[area.index()].name, "becomes": becomes}));
        }
    }
    json!({"needs": by_need, "answers": by_answer, "areas": by_area})
}
