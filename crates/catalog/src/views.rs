//! What the CLI prints of a catalog, as JSON values.

use crate::answers::{AREA_ID, NEEDS_ID};
use navigator::{
    Answers, Ask, Catalog, EntryId, Moment, PlanLevel, QuestionId, Reason, Standing, Suggestion,
    next_step, suggest,
};
use serde_json::{Value, json};

/// The output of `catalog ask`.
#[must_use]
pub fn ask(catalog: &Catalog, answers: &Answers, now: Moment) -> Value {
    let outcome = suggest(catalog, answers, now.day);
    let next = next_step(catalog, answers, now.day);
    json!({
        "town": catalog.town.id,
        "next": next.map(|ask| question(catalog, answers, ask)),
        "asked": answers.asked(),
        "settled": next.is_none(),
        "crisis": outcome.crisis,
        "suggestions": outcome
            .suggestions
            .iter()
            .enumerate()
            .map(|(place, one)| suggestion(catalog, answers, place + 1, one))
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

fn suggestion(catalog: &Catalog, answers: &Answers, rank: usize, one: &Suggestion) -> Value {
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
        "reasons": one.reasons.iter().map(|&reason| reason_words(catalog, answers, reason)).collect::<Vec<_>>(),
        "unknown": one.unknown.iter().map(|&id| catalog.question(id).id.as_str()).collect::<Vec<_>>(),
    })
}

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

/// The output of `catalog questions`.
#[must_use]
pub fn questions(catalog: &Catalog) -> Value {
    let all = [Ask::Needs, Ask::Area]
        .into_iter()
        .chain(catalog.question_ids().map(Ask::Question));
    let mut list = Vec::new();
    for ask in all {
        if ask == Ask::Area && catalog.areas.is_empty() {
            continue;
        }
        let mut shown = question(catalog, &Answers::default(), ask);
        if let Ask::Question(id) = ask {
            shown["settles"] = settles(catalog, id);
            shown["texts"] = json!({
                "self": catalog.question(id).text.to(navigator::Asker::Myself),
                "family": catalog.question(id).text.to(navigator::Asker::Family),
                "supporter": catalog.question(id).text.to(navigator::Asker::Supporter),
            });
        }
        list.push(shown);
    }
    Value::Array(list)
}

/// The kinds and rules whose conditions name this question.
fn settles(catalog: &Catalog, id: QuestionId) -> Value {
    let names = |expr: &navigator::Expr| {
        let mut named = false;
        expr.each_circumstance(&mut |question, _| named |= question == id);
        named
    };
    let kinds = catalog.kinds.iter().filter(|kind| names(&kind.fits));
    let rules = catalog.rules.iter().filter(|rule| names(&rule.when));
    json!({
        "kinds": kinds.map(|kind| kind.id.as_str()).collect::<Vec<_>>(),
        "rules": rules.map(|rule| rule.id.as_str()).collect::<Vec<_>>(),
    })
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
