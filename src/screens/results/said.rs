//! Every answer, each to be changed; the change leads straight back to the suggestions.

use crate::components::Way;
use crate::state::{Question, Screen};
use leptos::prelude::*;
use navigator::{Answers, Asker, Catalog};
use std::sync::Arc;
use words::answers::{Said, said};
use words::phrases::results;

#[component]
pub fn SaidSoFar(catalog: Arc<Catalog>, answers: Answers) -> impl IntoView {
    let rows: Vec<AnyView> = said(&catalog, &answers)
        .into_iter()
        .map(|Said { ask, asked, said }| {
            let to = Screen::Question(Question::to_change(ask));
            Answered { to, asked, said }.row()
        })
        .collect();
    let whose = match answers.asker {
        Asker::Myself => results::SAID_MYSELF,
        Asker::Family => results::SAID_FAMILY,
        Asker::Supporter => results::SAID_SUPPORTER,
    };
    let asker = Answered {
        to: Screen::Asker,
        asked: results::SAID_ASKER.text().to_owned(),
        said: whose.text().to_owned(),
    };
    view! {
        <details class="field">
            <summary>
                <span class="field-name">{results::SAID.text()}</span>
            </summary>
            <dl class="said">{asker.row()} {rows}</dl>
        </details>
    }
}

/// What was said to one question, and the way to say something else.
struct Answered {
    to: Screen,
    asked: String,
    said: String,
}

impl Answered {
    fn row(self) -> AnyView {
        let Self { to, asked, said } = self;
        let label = results::CHANGE_LABEL.with(&[("asked", &asked)]);
        view! {
            <div>
                <dt>{asked}</dt>
                <dd>{said}</dd>
                <dd>
                    <Way class="link" text=results::CHANGE label to />
                </dd>
            </div>
        }
        .into_any()
    }
}
