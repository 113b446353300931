//! Why a card is there, in the person's words.

use navigator::{Answers, Catalog, Reason, Suggestion};

/// The reason for what is offered to everybody at the end.
const FOR_EVERYBODY: &str = "どんな困りごとでも話せる";

/// All reasons of a card; never empty.
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

/// In the person's words; what was only left open is marked as that, for staff.
fn reason_words(catalog: &Catalog, answers: &Answers, reason: Reason) -> String {
    match reason {
        Reason::Perhaps(rule) => format!("{}かもしれない", catalog.rule(rule).words),
        said => words::answers::reason(catalog, answers, said),
    }
}
