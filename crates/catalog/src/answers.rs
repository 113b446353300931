//! Answers as JSON: what `catalog ask` reads, checked with all of its faults at once.

use navigator::{Answer, Answers, Asker, Catalog, Day, Moment, NeedId, OptionSet, QuestionId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The input of `catalog ask`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswersFile {
    /// Id of the town; may be left out where the command line names it.
    #[serde(default)]
    pub town: Option<String>,
    /// Name of the part of town.
    #[serde(default)]
    pub area: Option<String>,
    /// `self`, `family` or `supporter`.
    #[serde(default)]
    pub asker: Option<String>,
    /// `2026-11-21` or `2026-11-21T10:30`, in Japan.
    #[serde(default)]
    pub now: Option<String>,
    /// Question id → option ids, `"unknown"` or `"declined"`.
    #[serde(default)]
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

/// `2026-11-21` (then it is noon) or `2026-11-21T10:30`, with or without `+09:00`.
#[must_use]
pub fn read_moment(text: &str) -> Option<Moment> {
    let text = text.trim_end_matches("+09:00");
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "12:00"));
    let mut day = day.split('-');
    let (year, month, date) = (day.next()?, day.next()?, day.next()?);
    let mut clock = time.split(':');
    let hour: u16 = clock.next()?.parse().ok()?;
    let minute: u16 = clock.next()?.parse().ok()?;
    let whole = day.next().is_none() && hour < 24 && minute < 60;
    whole.then_some(())?;
    Some(Moment {
        day: Day::from_civil(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)?,
        minute: hour * 60 + minute,
    })
}
