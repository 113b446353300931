//! A condition as a tree of ids, for JSON.

use navigator::{Catalog, Expr};
use serde::Serialize;

/// `{"needs": […]}`, `{"question", "options"}`, `{"not"}`, `{"all"}`, `{"any"}`, `{"asker"}` or `{"always": true}`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each field is a key of the JSON above")]
pub enum Condition<'a> {
    Always {
        always: bool,
    },
    Needs {
        needs: Vec<&'a str>,
    },
    Question {
        question: &'a str,
        options: Vec<&'a str>,
    },
    Asker {
        asker: &'a str,
    },
    Not {
        not: Box<Condition<'a>>,
    },
    All {
        all: Vec<Condition<'a>>,
    },
    Any {
        any: Vec<Condition<'a>>,
    },
}

impl<'a> Condition<'a> {
    /// In the ids of its catalog.
    #[must_use]
    pub fn of(catalog: &'a Catalog, when: &Expr) -> Self {
        let list = |parts: &[Expr]| parts.iter().map(|part| Self::of(catalog, part)).collect();
        match when {
            Expr::Always => Self::Always { always: true },
            Expr::Needs(needs) => Self::Needs {
                needs: needs
                    .iter()
                    .map(|id| catalog.need(id).id.as_str())
                    .collect(),
            },
            Expr::Within(question, set) | Expr::Includes(question, set) => {
                let asked = catalog.question(*question);
                let options = set.iter().filter_map(|place| asked.options.get(place));
                Self::Question {
                    question: &asked.id,
                    options: options.map(|option| option.id.as_str()).collect(),
                }
            }
            Expr::Asker(asker) => Self::Asker { asker: asker.id() },
            Expr::Not(inner) => Self::Not {
                not: Box::new(Self::of(catalog, inner)),
            },
            Expr::All(parts) => Self::All { all: list(parts) },
            Expr::Any(parts) => Self::Any { any: list(parts) },
        }
    }
}
