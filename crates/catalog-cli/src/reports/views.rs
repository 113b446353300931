//! What the CLI prints of a catalog, as JSON values.

use super::opening::status_value;
use catalog::answers::{AREA_ID, NEEDS_ID};
use catalog::moment::{moment_text, read_moment};
use navigator::{
    Answers, Ask, Catalog, Day, EntryId, Moment, Outcome, PlanLevel, Reason, Standing, Suggestion,
    next_step, suggest,
};
use serde_json::{Value, json};

/// When it is, as far as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day on which entries have to be valid.
    pub day: Day,
    /// The moment, if it was said: without one nothing is open or closed.
    pub now: Option<Moment>,
}

impl When {
    /// The moment that was said or else, so that the same input gives the same output on any day, the
    /// day on which the sheets were last changed.
    #[must_use]
    pub fn of(catalog: &Catalog, now: Option<Moment>) -> Self {
        let changed = || read_moment(&catalog.version).map(|moment| moment.day);
        let day = now.map(|now| now.day).or_else(changed).unwrap_or_default();
        Self { day, now }
    }

    /// What the answers lead to then; at night with the open lines first.
    #[must_use]
    pub fn suggest(self, catalog: &Catalog, answers: &Answers) -> Outcome {
        let mut outcome = suggest(catalog, answers, self.day);
        if let Some(now) = self.now {
            outcome.lead_with_open_lines(catalog, now);
        }
        outcome
    }
}

/// The output of `catalog ask`.
#[must_use]
pub fn ask(catalog: &Catalog, answers: &Answers, when: When) -> Value {
    let outcome = when.suggest(catalog, answers);
    let next = next_step(catalog, answers, when.day);
    json!({
        "town": catalog.town.id,
        "now": when.now.map(moment_text),
        "next": next.map(|ask| question(catalog, answers, ask)),
        "asked": answers.asked(),
        "settled": next.is_none(),
        "crisis": outcome.crisis,
        "private": outcome.private,
        "suggestions": outcome
            .suggestions
            .iter()
            .enumerate()
            .map(|(place, one)| suggestion(catalog, answers, when.now, place + 1, one))
            .collect::<Vec<_>>(),
        "always": catalog.always.iter().map(|&id| {
            let entry = catalog.entry(id);
            json!({"entry": entry.id, "name": entry.name, "phone": entry.channels.phone})
        }).collect::<Vec<_>>(),
    })
}

/// One question as it is put to this asker.
#[must_use]
pub fn question(catalog: &Catalog, answers: &Answers, ask: Ask) -> Value {
    match ask {
        Ask::Needs => json!({
            "id": NEEDS_ID,
            "text": "困っていることを、すべて選んでください",
            "why": "困りごとに合う窓口を出すためです。いくつでも選べます。",
            "multiple": true,
            "options": catalog.needs.iter().map(|need| json!({
                "id": need.id,
                "text": need.words,
                "group": catalog.fields[usize::from(need.field)],
            })).collect::<Vec<_>>(),
        }),
        Ask::Area => json!({
            "id": AREA_ID,
            "text": "どの町にお住まいですか",
            "why": "町によって、担当の窓口がちがうためです。",
            "multiple": false,
            "options": catalog.areas.iter().map(|area| json!({
                "id": area.name,
                "text": area.name,
                "group": area.district,
            })).collect::<Vec<_>>(),
        }),
        Ask::Question(id) => {
            let asked = catalog.question(id);
            json!({
                "id": asked.id,
                "text": asked.text.to(answers.asker),
                "why": asked.why.to(answers.asker),
                "multiple": asked.multiple,
                "options": asked.options.iter().map(|option| json!({
                    "id": option.id,
                    "text": option.text.to(answers.asker),
                })).collect::<Vec<_>>(),
            })
        }
    }
}

fn suggestion(
    catalog: &Catalog,
    answers: &Answers,
    now: Option<Moment>,
    rank: usize,
    one: &Suggestion,
) -> Value {
    let entry = catalog.entry(one.entry);
    let ids = |entries: &[EntryId]| -> Vec<&str> {
        entries
            .iter()
            .map(|&id| catalog.entry(id).id.as_str())
            .collect()
    };
    json!({
        "rank": rank,
        "entry": entry.id,
        "name": entry.name,
        "roles": ids(&one.roles),
        "alternatives": ids(&one.alternatives),
        "kinds": one.kinds.iter().map(|&kind| catalog.kind(kind).id.as_str()).collect::<Vec<_>>(),
        "standing": match one.standing { Standing::Fits => "fits", Standing::Maybe => "maybe" },
        "crisis": one.crisis,
        "joined_up": one.joined_up,
        "phone": (!entry.channels.phone.is_empty()).then_some(&entry.channels.phone),
        "via": match entry.via {
            navigator::Via::Direct => "direct",
            navigator::Via::Operator => "operator",
            navigator::Via::Switchboard => "switchboard",
        },
        "without_phone": entry.channels.without_phone(),
        "hours": entry.hours.text,
        "open": now.map(|now| status_value(entry.hours.status(now, &catalog.holidays))),
        "reasons": reasons(catalog, answers, one),
        "unknown": one.unknown.iter().map(|&id| catalog.question(id).id.as_str()).collect::<Vec<_>>(),
    })
}

/// Why a card is there, in the person's words; never empty.
#[must_use]
pub fn reasons(catalog: &Catalog, answers: &Answers, one: &Suggestion) -> Vec<String> {
    let words = one
        .reasons
        .iter()
        .map(|&reason| reason_words(catalog, answers, reason));
    let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
    if words.is_empty() {
        return vec![FOR_EVERYBODY.to_owned()];
    }
    words
}

/// The reason for what is offered to everybody at the end.
const FOR_EVERYBODY: &str = "どんな困りごとでも話せる";

/// One reason in the person's words.
#[must_use]
pub fn reason_words(catalog: &Catalog, answers: &Answers, reason: Reason) -> String {
    match reason {
        Reason::Need(need) => catalog.need(need).words.clone(),
        Reason::Rule(rule) => catalog.rule(rule).words.clone(),
        Reason::Perhaps(rule) => format!("{}かもしれない", catalog.rule(rule).words),
        Reason::Circumstance(question, chosen) => {
            let asked = catalog.question(question);
            chosen
                .iter()
                .filter_map(|option| asked.options.get(option))
                .map(|option| option.text.to(answers.asker))
                .collect::<Vec<_>>()
                .join("、")
        }
    }
}

/// The output of `catalog measures`: each measure with its entries.
#[must_use]
pub fn measures(catalog: &Catalog) -> Value {
    // Whatever the day: an entry that is not valid yet, or no more, is reachable in its time.
    let mut timeless = catalog.clone();
    for entry in &mut timeless.entries {
        (entry.valid_from, entry.valid_until) = (None, None);
    }
    let offered = offered_entries(&timeless);
    let mut list = Vec::new();
    for (place, item) in catalog.plan.iter().enumerate() {
        if item.level != PlanLevel::Measure {
            continue;
        }
        let goal = item.parent.map(|id| &catalog.plan[id.index()]);
        let entries: Vec<Value> = catalog
            .entry_ids()
            .filter(|&id| {
                catalog
                    .entry(id)
                    .measures
                    .iter()
                    .any(|measure| measure.index() == place)
            })
            .map(|id| {
                let entry = catalog.entry(id);
                json!({"id": entry.id, "name": entry.name, "reachable": offered[id.index()]})
            })
            .collect();
        let reachable = entries.iter().any(|entry| entry["reachable"] == true);
        list.push(json!({
            "id": item.id,
            "goal": goal.map(|goal| goal.name.as_str()),
            "measure": item.name,
            "owner": item.owner,
            "entries": entries,
            "reachable": reachable,
        }));
    }
    Value::Array(list)
}

/// Which entries some single trouble, with nothing else known, already leads to.
fn offered_entries(catalog: &Catalog) -> Vec<bool> {
    let mut offered = vec![false; catalog.entries.len()];
    let mut note = |answers: &Answers| {
        for one in suggest(catalog, answers, navigator::Day(0)).suggestions {
            for id in std::iter::once(one.entry)
                .chain(one.roles)
                .chain(one.alternatives)
            {
                offered[id.index()] = true;
            }
        }
    };
    for need in catalog.need_ids() {
        let needs = std::iter::once(need).collect();
        let mut answers = Answers::default();
        answers.needs = navigator::Answer::Chosen(needs);
        note(&answers);
    }
    offered
}
