//! `catalog questions`: every question, its options, who is asked, and what the answers settle.

use super::condition::Condition;
use super::question::{Choice, Question};
use super::words::condition_words;
use navigator::{Answers, Ask, Asker, Catalog, Expr, KindId, OptionSet, PerAsker, QuestionId};
use serde::Serialize;

/// A question and all that hangs on it.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    id: &'a str,
    text: &'a str,
    why: &'a str,
    multiple: bool,
    options: Vec<ListedOption<'a>>,
    #[serde(flatten)]
    circumstance: Option<Circumstance<'a>>,
    asked_of: String,
    settles: Settles<'a>,
}

/// What only a question on somebody's circumstances has.
#[derive(Debug, Serialize)]
struct Circumstance<'a> {
    texts: Texts<'a>,
    cost: u8,
    ask_when: Condition<'a>,
}

#[derive(Debug, Serialize)]
struct ListedOption<'a> {
    #[serde(flatten)]
    shown: Choice<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    texts: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settles: Option<Settles<'a>>,
}

/// The words for each asker.
#[derive(Debug, Serialize)]
struct Texts<'a> {
    #[serde(rename = "self")]
    myself: &'a str,
    family: &'a str,
    supporter: &'a str,
}

/// What rests on an answer, by ids.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Settles<'a> {
    Troubles {
        kinds: Vec<&'a str>,
        rules: Vec<&'a str>,
    },
    Trouble {
        first: Vec<&'a str>,
        also: Vec<&'a str>,
    },
    Area {
        entries: Vec<&'a str>,
    },
    Circumstance {
        kinds: Vec<&'a str>,
        rules: Vec<&'a str>,
        entries: Vec<&'a str>,
        questions: Vec<&'a str>,
    },
}

/// The list, the troubles first.
#[must_use]
pub fn questions(catalog: &Catalog) -> Vec<Listed<'_>> {
    let mut list = vec![needs(catalog)];
    if !catalog.areas.is_empty() {
        list.push(area(catalog));
    }
    list.extend(catalog.question_ids().map(|id| circumstance(catalog, id)));
    list
}

fn needs(catalog: &Catalog) -> Listed<'_> {
    let ids = |kinds: &[KindId]| {
        kinds
            .iter()
            .map(|&id| catalog.kind(id).id.as_str())
            .collect()
    };
    let names_needs = |when: &Expr| {
        let mut named = false;
        when.each_need_set(&mut |_| named = true);
        named
    };
    let rules = catalog.rules.iter().filter(|rule| names_needs(&rule.when));
    let is_named = |id: &KindId| {
        let mut needs = catalog.needs.iter();
        needs.any(|need| need.first.contains(id) || need.also.contains(id))
    };
    let kinds: Vec<KindId> = catalog.kind_ids().filter(is_named).collect();
    let mut listed = listed(
        Question::of(catalog, &Answers::default(), Ask::Needs),
        "だれにでも、いちばん先に",
        Settles::Troubles {
            kinds: ids(&kinds),
            rules: rules.map(|rule| rule.id.as_str()).collect(),
        },
    );
    for (option, need) in listed.options.iter_mut().zip(&catalog.needs) {
        option.settles = Some(Settles::Trouble {
            first: ids(&need.first),
            also: ids(&need.also),
        });
    }
    listed
}

fn area(catalog: &Catalog) -> Listed<'_> {
    let entries = catalog.entries.iter();
    let by_area = entries.filter(|entry| !entry.areas.is_empty());
    listed(
        Question::of(catalog, &Answers::default(), Ask::Area),
        "町によって担当のちがう窓口が、案内のはじめのほうにある人",
        Settles::Area {
            entries: by_area.map(|entry| entry.id.as_str()).collect(),
        },
    )
}

fn circumstance(catalog: &Catalog, id: QuestionId) -> Listed<'_> {
    let asked = catalog.question(id);
    let mut listed = listed(
        Question::of(catalog, &Answers::default(), Ask::Question(id)),
        condition_words(catalog, &asked.ask_when),
        settles(catalog, id, None),
    );
    listed.circumstance = Some(Circumstance {
        texts: Texts::of(&asked.text),
        cost: asked.cost,
        ask_when: Condition::of(catalog, &asked.ask_when),
    });
    let options = listed.options.iter_mut().zip(&asked.options).enumerate();
    for (place, (option, choice)) in options {
        option.texts = Some(Texts::of(&choice.text));
        option.alone = Some(choice.alone);
        option.settles = Some(settles(catalog, id, Some(place)));
    }
    listed
}

fn listed<'a>(
    question: Question<'a>,
    asked_of: impl Into<String>,
    settles: Settles<'a>,
) -> Listed<'a> {
    let options = question.options.into_iter().map(|shown| ListedOption {
        shown,
        texts: None,
        alone: None,
        settles: None,
    });
    Listed {
        id: question.id,
        text: question.text,
        why: question.why,
        multiple: question.multiple,
        options: options.collect(),
        circumstance: None,
        asked_of: asked_of.into(),
        settles,
    }
}

impl<'a> Texts<'a> {
    fn of(text: &'a PerAsker) -> Self {
        Self {
            myself: text.to(Asker::Myself),
            family: text.to(Asker::Family),
            supporter: text.to(Asker::Supporter),
        }
    }
}

/// Whatever has a condition that names this question or, if one is given, this option of it.
fn settles(catalog: &Catalog, id: QuestionId, option: Option<usize>) -> Settles<'_> {
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
    let questions = catalog.questions.iter();
    let questions = questions.filter(|other| names(&other.ask_when));
    Settles::Circumstance {
        kinds: kinds.map(|kind| kind.id.as_str()).collect(),
        rules: rules.map(|rule| rule.id.as_str()).collect(),
        entries: entries.map(|entry| entry.id.as_str()).collect(),
        questions: questions.map(|other| other.id.as_str()).collect(),
    }
}
