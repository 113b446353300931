//! One question as it is put to somebody.

use catalog::answers::{AREA_ID, NEEDS_ID};
use navigator::{Answers, Ask, Asker, Catalog, QuestionId};
use serde::Serialize;

/// A question in the words of who is asked.
#[derive(Debug, Serialize)]
pub struct Question<'a> {
    /// Its id in a file of answers.
    pub id: &'a str,
    /// What is asked.
    pub text: &'a str,
    /// Why it is asked.
    pub why: &'a str,
    /// True if several options may be chosen.
    pub multiple: bool,
    /// What may be chosen.
    pub options: Vec<Choice<'a>>,
}

/// One option.
#[derive(Debug, Serialize)]
pub struct Choice<'a> {
    /// Its id in a file of answers.
    pub id: &'a str,
    /// Its words.
    pub text: &'a str,
    /// The heading that it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<&'a str>,
}

impl<'a> Question<'a> {
    /// As it is put to this asker.
    #[must_use]
    pub fn of(catalog: &'a Catalog, answers: &Answers, ask: Ask) -> Self {
        match ask {
            Ask::Needs => needs(catalog, answers.asker),
            Ask::Area => area(catalog),
            Ask::Question(id) => circumstance(catalog, answers, id),
        }
    }
}

fn needs(catalog: &Catalog, asker: Asker) -> Question<'_> {
    let options = catalog.needs.iter().map(|need| Choice {
        id: &need.id,
        text: need.text.to(asker),
        group: catalog
            .fields
            .get(usize::from(need.field))
            .map(|field| field.name.as_str()),
    });
    Question {
        id: NEEDS_ID,
        text: "困っていることを、すべて選んでください",
        why: "困りごとに合う窓口を出すためです。いくつでも選べます。",
        multiple: true,
        options: options.collect(),
    }
}

fn area(catalog: &Catalog) -> Question<'_> {
    let options = catalog.areas.iter().map(|area| Choice {
        id: &area.name,
        text: &area.name,
        group: Some(&area.district),
    });
    Question {
        id: AREA_ID,
        text: "どの町に住んでいますか",
        why: "町によって、担当の窓口がちがうためです。",
        multiple: false,
        options: options.collect(),
    }
}

fn circumstance<'a>(catalog: &'a Catalog, answers: &Answers, id: QuestionId) -> Question<'a> {
    let asked = catalog.question(id);
    let options = asked.options.iter().map(|option| Choice {
        id: &option.id,
        text: option.text.to(answers.asker),
        group: None,
    });
    Question {
        id: &asked.id,
        text: asked.text.to(answers.asker),
        why: asked.why.to(answers.asker),
        multiple: asked.multiple,
        options: options.collect(),
    }
}
