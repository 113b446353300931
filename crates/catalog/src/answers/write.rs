//! Answers as the file that is read back to the same, so that what a check finds can be put to `catalog ask`.

use super::file::{AREA_ID, NEEDS_ID};
use navigator::{Answer, Answers, Catalog};
use serde_json::{Map, Value, json};

/// The answers as the JSON that [`super::read_said`] reads.
#[must_use]
pub fn write_answers(catalog: &Catalog, answers: &Answers) -> Value {
    let mut given = Map::new();
    let refused = |unknown: bool| json!(if unknown { "unknown" } else { "declined" });
    match &answers.needs {
        Answer::Open => {}
        Answer::Chosen(needs) => {
            let ids: Vec<&str> = needs
                .iter()
                .map(|id| catalog.need(id).id.as_str())
                .collect();
            given.insert(NEEDS_ID.to_owned(), json!(ids));
        }
        other => {
            given.insert(NEEDS_ID.to_owned(), refused(*other == Answer::Unknown));
        }
    }
    match answers.area {
        Answer::Open => {}
        Answer::Chosen(area) => {
            given.insert(AREA_ID.to_owned(), json!(catalog.areas[area.index()].name));
        }
        other => {
            given.insert(AREA_ID.to_owned(), refused(other == Answer::Unknown));
        }
    }
    for id in catalog.question_ids() {
        let question = catalog.question(id);
        let said = match answers.circumstance(id) {
            Answer::Open => continue,
            Answer::Chosen(set) => {
                let options = set.iter().filter_map(|place| question.options.get(place));
                json!(options.map(|option| option.id.as_str()).collect::<Vec<_>>())
            }
            other => refused(other == Answer::Unknown),
        };
        given.insert(question.id.clone(), said);
    }
    json!({"town": catalog.town.id, "asker": answers.asker.id(), "answers": given})
}
