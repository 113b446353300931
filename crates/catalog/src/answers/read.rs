//! A file of answers in terms of a town's catalog, checked with all of its faults at once.

use super::file::{AREA_ID, AnswersFile, Given, NEEDS_ID};
use super::json::read_answers_json;
use crate::Compiled;
use crate::moment::read_moment;
use navigator::{Answer, Answers, Asker, Catalog, Moment, NeedId, OptionSet, QuestionId};

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
