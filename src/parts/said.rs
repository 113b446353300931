//! Everything that was said so far, question by question, in the person's words.

use crate::parts::reason_words;
use navigator::{Answer, Answers, Ask, Catalog, Reason};

const UNKNOWN: &str = "わからない";
const DECLINED: &str = "答えたくない";

/// What was asked, in words, and what was said.
pub fn said<'a>(
    catalog: &'a Catalog,
    answers: &'a Answers,
) -> impl Iterator<Item = (Ask, String, String)> + 'a {
    [Ask::Needs, Ask::Area]
        .into_iter()
        .chain(catalog.question_ids().map(Ask::Question))
        .filter_map(|ask| {
            let (asked, said) = question_and_answer(catalog, answers, ask)?;
            Some((ask, asked, said))
        })
}

fn question_and_answer(catalog: &Catalog, answers: &Answers, ask: Ask) -> Option<(String, String)> {
    match ask {
        Ask::Needs => {
            let said = match &answers.needs {
                Answer::Open => return None,
                Answer::Unknown => UNKNOWN.to_owned(),
                Answer::Declined => DECLINED.to_owned(),
                Answer::Chosen(needs) => {
                    let words: Vec<&str> = needs
                        .iter()
                        .map(|need| catalog.need(need).words.as_str())
                        .collect();
                    words.join("、")
                }
            };
            Some(("困っていること".to_owned(), said))
        }
        Ask::Area => {
            let said = match answers.area {
                Answer::Open => return None,
                Answer::Unknown => UNKNOWN.to_owned(),
                Answer::Declined => DECLINED.to_owned(),
                Answer::Chosen(area) => catalog.areas.get(area.index())?.name.clone(),
            };
            Some(("お住まいの町".to_owned(), said))
        }
        Ask::Question(id) => {
            let said = match answers.circumstance(id) {
                Answer::Open => return None,
                Answer::Unknown => UNKNOWN.to_owned(),
                Answer::Declined => DECLINED.to_owned(),
                Answer::Chosen(set) => {
                    reason_words(catalog, answers, Reason::Circumstance(id, set))
                }
            };
            let asked = catalog.question(id).text.to(answers.asker);
            Some((asked.to_owned(), said))
        }
    }
}
