//! `catalog questions`: every question, its options, who is asked, and what the answers settle.

use super::views::question;
use super::words::condition_words;
use navigator::{Answers, Ask, Asker, Catalog, Expr, OptionSet, PerAsker, QuestionId};
use serde_json::{Value, json};

/// The list, the troubles first.
#[must_use]
pub fn questions(catalog: &Catalog) -> Value {
    let mut list = vec![needs(catalog)];
    if !catalog.areas.is_empty() {
        list.push(area(catalog));
    }
    list.extend(catalog.question_ids().map(|id| circumstance(catalog, id)));
    Value::Array(list)
}

fn needs(catalog: &Catalog) -> Value {
    let mut shown = question(catalog, &Answers::default(), Ask::Needs);
    shown["asked_of"] = json!("だれにでも、いちばん先に");
    let mut rules = Vec::new();
    for rule in &catalog.rules {
        let mut named = false;
        rule.when.each_need_set(&mut |_| named = true);
        if named {
            rules.push(rule.id.as_str());
        }
    }
    let kinds: Vec<&str> = catalog
        .kind_ids()
        .filter(|id| {
            catalog
                .needs
                .iter()
                .any(|need| need.first.contains(id) || need.also.contains(id))
        })
        .map(|id| catalog.kind(id).id.as_str())
        .collect();
    shown["settles"] = json!({"kinds": kinds, "rules": rules});
    for (option, need) in options(&mut shown).zip(&catalog.needs) {
        let ids = |kinds: &[navigator::KindId]| -> Vec<&str> {
            kinds
                .iter()
                .map(|&id| catalog.kind(id).id.as_str())
                .collect()
        };
        option["settles"] = json!({"first": ids(&need.first), "also": ids(&need.also)});
    }
    shown
}

fn area(catalog: &Catalog) -> Value {
    let mut shown = question(catalog, &Answers::default(), Ask::Area);
    shown["asked_of"] = json!("町によって担当のちがう窓口が、案内のはじめのほうにある人");
    let by_area = catalog
        .entries
        .iter()
        .filter(|entry| !entry.areas.is_empty());
    let entries: Vec<&str> = by_area.map(|entry| entry.id.as_str()).collect();
    shown["settles"] = json!({"entries": entries});
    shown
}

fn circumstance(catalog: &Catalog, id: QuestionId) -> Value {
    let asked = catalog.question(id);
    let mut shown = question(catalog, &Answers::default(), Ask::Question(id));
    shown["texts"] = texts(&asked.text);
    shown["cost"] = json!(asked.cost);
    shown["asked_of"] = json!(condition_words(catalog, &asked.ask_when));
    shown["ask_when"] = condition_ids(catalog, &asked.ask_when);
    shown["settles"] = settles(catalog, id, None);
    for (place, option) in options(&mut shown).enumerate() {
        if let Some(choice) = asked.options.get(place) {
            option["texts"] = texts(&choice.text);
            option["alone"] = json!(choice.alone);
            option["settles"] = settles(catalog, id, Some(place));
        }
    }
    shown
}

fn options(shown: &mut Value) -> impl Iterator<Item = &mut Value> {
    let options = shown.get_mut("options").and_then(Value::as_array_mut);
    options.into_iter().flatten()
}

fn texts(text: &PerAsker) -> Value {
    json!({
        "self": text.to(Asker::Myself),
        "family": text.to(Asker::Family),
        "supporter": text.to(Asker::Supporter),
    })
}

/// A condition as a tree of ids: `{"needs": […]}`, `{"question", "options"}`, `{"not"}`, `{"all"}`, `{"any"}`.
#[must_use]
pub fn condition_ids(catalog: &Catalog, when: &Expr) -> Value {
    let list = |parts: &[Expr]| -> Vec<Value> {
        parts
            .iter()
            .map(|part| condition_ids(catalog, part))
            .collect()
    };
    match when {
        Expr::Always => json!({"always": true}),
        Expr::Needs(needs) => {
            let ids: Vec<&str> = needs
                .iter()
                .map(|id| catalog.need(id).id.as_str())
                .collect();
            json!({"needs": ids})
        }
        Expr::Within(question, set) | Expr::Includes(question, set) => {
            let asked = catalog.question(*question);
            let ids = set.iter().filter_map(|place| asked.options.get(place));
            let ids: Vec<&str> = ids.map(|option| option.id.as_str()).collect();
            json!({"question": asked.id, "options": ids})
        }
        Expr::Asker(asker) => json!({"asker": asker.id()}),
        Expr::Not(inner) => json!({"not": condition_ids(catalog, inner)}),
        Expr::All(parts) => json!({"all": list(parts)}),
        Expr::Any(parts) => json!({"any": list(parts)}),
    }
}

/// Whatever has a condition that names this question or, if one is given, this option of it.
fn settles(catalog: &Catalog, id: QuestionId, option: Option<usize>) -> Value {
    let names = |when: &Expr| {
        let mut named = false;
        when.each_circumstance(&mut |question, options: OptionSet| {
            named |= question == id && option.is_none_or(|option| options.has(option));
        });
        named
    };
    let kinds = catalog.kinds.iter().filter(|kind| names(&kind.fits));
    let rules = catalog.rules.iter().filter(|rule| names(&rule.when));
    let entries = catalog.entries.iter().filter(|entry| names(&entry.fits));
    let questions = catalog
        .questions
        .iter()
        .filter(|other| names(&other.ask_when));
    json!({
        "kinds": kinds.map(|kind| kind.id.as_str()).collect::<Vec<_>>(),
        "rules": rules.map(|rule| rule.id.as_str()).collect::<Vec<_>>(),
        "entries": entries.map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
        "questions": questions.map(|other| other.id.as_str()).collect::<Vec<_>>(),
    })
}
