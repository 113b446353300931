//! Answers in the sheets' own ids: what `catalog ask` reads, checked with all of its faults at once, and
//! the same way back, so that what a check finds can be put to `catalog ask`.

use crate::Compiled;
use crate::answers_json::read_answers_json;
use navigator::{Answer, Answers, Asker, Catalog, Day, Moment, NeedId, OptionSet, QuestionId};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The input of `catalog ask`.
#[derive(Clone, Debug, Default)]
pub struct AnswersFile {
    /// Id of the town; may be left out where the command line names it.
    pub town: Option<String>,
    /// Name of the part of town.
    pub area: Option<String>,
    /// `self`, `family` or `supporter`.
    pub asker: Option<String>,
    /// `2026-11-21` or `2026-11-21T10:30`, in Japan.
    pub now: Option<String>,
    /// Question id → option ids, `"unknown"` or `"declined"`.
    pub answers: BTreeMap<String, Given>,
}

/// One answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// `"unknown"`, `"declined"` or one option.
    Word(String),
    /// Options.
    Options(Vec<String>),
}

/// The id under which the troubles are asked.
pub const NEEDS_ID: &str = "needs";
/// The id under which the part of town is asked.
pub const AREA_ID: &str = "area";

/// What somebody said, in terms of their town's catalog.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// The town's catalog.
    pub catalog: &'a Catalog,
    /// The answers.
    pub answers: Answers,
    /// When, if it was said.
    pub now: Option<Moment>,
}

/// Reads the JSON of answers; `town`, from the command line, may stand in for the town in it.
///
/// # Errors
/// Every fault of the text, one sentence each.
pub fn read_said<'a>(
    towns: &'a [Compiled],
    town: Option<&str>,
    text: &str,
) -> Result<Said<'a>, Vec<String>> {
    let (file, mut faults) = read_answers_json(text).map_err(|fault| vec![fault])?;
    let known: Vec<&str> = towns.iter().map(|town| town.id.as_str()).collect();
    let known = known.join("、");
    let Some(id) = town.or(file.town.as_deref()) else {
        faults.push(format!("town: 町が書いてありません（{known}）"));
        return Err(faults);
    };
    let Some(town) = towns.iter().find(|town| town.id == id) else {
        faults.push(format!("town: 「{id}」という町はありません（{known}）"));
        return Err(faults);
    };
    match read_answers(&town.catalog, &file) {
        Ok((answers, now)) if faults.is_empty() => Ok(Said {
            catalog: &town.catalog,
            answers,
            now,
        }),
        Ok(_) => Err(faults),
        Err(more) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

/// The answers as the JSON that [`read_said`] reads.
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

/// Answers in terms of a catalog, and when.
///
/// # Errors
/// Every fault of the input, one sentence each.
pub fn read_answers(
    catalog: &Catalog,
    file: &AnswersFile,
) -> Result<(Answers, Option<Moment>), Vec<String>> {
    let mut faults = Vec::new();
    let mut answers = Answers::default();
    if let Some(town) = &file.town
        && *town != catalog.town.id
    {
        faults.push(format!(
            "town: 「{town}」は、このカタログの町「{}」とちがいます",
            catalog.town.id
        ));
    }
    if let Some(asker) = &file.asker {
        match Asker::ALL.into_iter().find(|known| known.id() == asker) {
            Some(asker) => answers.asker = asker,
            None => faults.push(format!(
                "asker: 「{asker}」はありません。self、family、supporter のどれかです"
            )),
        }
    }
    if file.area.is_some() && file.answers.contains_key(AREA_ID) {
        faults.push("area: answers.area と両方に書いてあります。どちらかにします".to_owned());
    }
    if let Some(area) = &file.area {
        set_area(catalog, &mut answers, area, &mut faults);
    }
    for (id, given) in &file.answers {
        match id.as_str() {
            NEEDS_ID => match read_needs(catalog, given) {
                Ok(needs) => answers.needs = needs,
                Err(more) => faults.extend(more),
            },
            AREA_ID => match given {
                Given::Word(word) if word == "unknown" => answers.area = Answer::Unknown,
                Given::Word(word) if word == "declined" => answers.area = Answer::Declined,
                Given::Word(word) => set_area(catalog, &mut answers, word, &mut faults),
                Given::Options(list) => match list.as_slice() {
                    [one] => set_area(catalog, &mut answers, one, &mut faults),
                    _ => faults.push("area: 町名は1つだけ書きます".to_owned()),
                },
            },
            _ => match catalog
                .question_ids()
                .find(|&q| catalog.question(q).id == *id)
            {
                Some(question) => match read_options(catalog, question, given) {
                    Ok(answer) => answers.set(question, answer),
                    Err(more) => faults.extend(more),
                },
                None => faults.push(format!("answers.{id}: この質問はありません")),
            },
        }
    }
    let now = file.now.as_deref().map(|text| {
        read_moment(text).ok_or_else(|| {
            format!("now: 「{text}」は読めません。「2026-11-21」か「2026-11-21T10:30」と書きます")
        })
    });
    let now = match now {
        Some(Err(fault)) => {
            faults.push(fault);
            None
        }
        Some(Ok(moment)) => Some(moment),
        None => None,
    };
    if faults.is_empty() {
        Ok((answers, now))
    } else {
        Err(faults)
    }
}

fn set_area(catalog: &Catalog, answers: &mut Answers, name: &str, faults: &mut Vec<String>) {
    match catalog
        .area_ids()
        .find(|area| catalog.areas[area.index()].name == name)
    {
        Some(area) => answers.area = Answer::Chosen(area),
        None => {
            let known: Vec<&str> = catalog.areas.iter().map(|a| a.name.as_str()).collect();
            faults.push(format!(
                "area: 「{name}」という町名はありません（{}）",
                if known.is_empty() {
                    "この町では町名を使いません".to_owned()
                } else {
                    known.join("、")
                }
            ));
        }
    }
}

fn read_needs(catalog: &Catalog, given: &Given) -> Result<Answer<navigator::NeedSet>, Vec<String>> {
    let list = match given {
        Given::Word(word) if word == "unknown" => return Ok(Answer::Unknown),
        Given::Word(word) if word == "declined" => return Ok(Answer::Declined),
        Given::Word(word) => std::slice::from_ref(word),
        Given::Options(list) => list.as_slice(),
    };
    let mut faults = Vec::new();
    let mut ids: Vec<NeedId> = Vec::new();
    for id in list {
        match catalog
            .need_ids()
            .find(|&need| catalog.need(need).id == *id)
        {
            Some(need) => ids.push(need),
            None => faults.push(format!(
                "answers.{NEEDS_ID}: 「{id}」という困りごとはありません"
            )),
        }
    }
    if list.is_empty() {
        faults.push(format!(
            "answers.{NEEDS_ID}: 空です。困りごとを書くか、\"unknown\" にします"
        ));
    }
    if faults.is_empty() {
        Ok(Answer::Chosen(ids.into_iter().collect()))
    } else {
        Err(faults)
    }
}

fn read_options(
    catalog: &Catalog,
    question: QuestionId,
    given: &Given,
) -> Result<Answer<OptionSet>, Vec<String>> {
    let asked = catalog.question(question);
    let list = match given {
        Given::Word(word) if word == "unknown" => return Ok(Answer::Unknown),
        Given::Word(word) if word == "declined" => return Ok(Answer::Declined),
        Given::Word(word) => std::slice::from_ref(word),
        Given::Options(list) => list.as_slice(),
    };
    let mut faults = Vec::new();
    let mut set = OptionSet::EMPTY;
    for id in list {
        match asked.options.iter().position(|option| option.id == *id) {
            Some(option) => set = set.union(OptionSet::of(option)),
            None => {
                let known: Vec<&str> = asked.options.iter().map(|o| o.id.as_str()).collect();
                faults.push(format!(
                    "answers.{}: 「{id}」という選択肢はありません（{}）",
                    asked.id,
                    known.join("、")
                ));
            }
        }
    }
    if list.is_empty() {
        faults.push(format!(
            "answers.{}: 空です。選択肢を書くか、\"unknown\" にします",
            asked.id
        ));
    }
    let alone = asked
        .options
        .iter()
        .enumerate()
        .any(|(place, option)| option.alone && set.has(place));
    if asked.multiple && alone && set.iter().count() > 1 {
        faults.push(format!(
            "answers.{}: 「どれもない」と、ほかの選択肢はいっしょに選べません",
            asked.id
        ));
    }
    if faults.is_empty() {
        Ok(Answer::Chosen(set))
    } else {
        Err(faults)
    }
}

/// `2026-11-21` (then it is noon) or `2026-11-21T10:30`, with or without seconds and `+09:00`.
#[must_use]
pub fn read_moment(text: &str) -> Option<Moment> {
    let text = text.strip_suffix("+09:00").unwrap_or(text);
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "12:00"));
    let day: Vec<u16> = day.split('-').map(digits).collect::<Option<_>>()?;
    let &[year, month, date] = day.as_slice() else {
        return None;
    };
    let clock: Vec<u16> = time.split(':').map(digits).collect::<Option<_>>()?;
    let (hour, minute) = match *clock.as_slice() {
        [hour, minute] => (hour, minute),
        [hour, minute, 0..60] => (hour, minute),
        _ => return None,
    };
    let (month, date) = (u8::try_from(month).ok()?, u8::try_from(date).ok()?);
    (hour < 24 && minute < 60).then_some(())?;
    Some(Moment {
        day: Day::from_civil(i32::from(year), month, date)?,
        minute: hour * 60 + minute,
    })
}

/// Digits and nothing else: `parse` alone takes a sign too.
fn digits(text: &str) -> Option<u16> {
    let exact = text.bytes().all(|byte| byte.is_ascii_digit());
    exact.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_is_documented() {
        let moment = |minute| {
            let day = Day::from_civil(2026, 11, 21)?;
            Some(Moment { day, minute })
        };
        for (text, minute) in [
            ("2026-11-21", 720),
            ("2026-11-21+09:00", 720),
            ("2026-11-21T10:30", 630),
            ("2026-11-21 10:30", 630),
            ("2026-11-21T10:30+09:00", 630),
            ("2026-11-21T10:30:59+09:00", 630),
        ] {
            assert_eq!(read_moment(text), moment(minute), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_a_moment_is_refused() {
        for text in [
            "",
            "2026-11",
            "2026-11-31",
            "2026-11-21-",
            "+2026-11-21",
            "2026-+11-21",
            "2026-11-21T+10:30",
            "2026-11-21T10:+30",
            "2026-11-21T24:00",
            "2026-11-21T10:60",
            "2026-11-21T10",
            "2026-11-21T10:30:",
            "2026-11-21T10:30:60",
            "2026-11-21T10:30:00:00",
            "2026-11-21T10:30Z",
            "2026-11-21T10:30+00:00",
            "2026-11-21T10:30+09:00+09:00",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }
}
