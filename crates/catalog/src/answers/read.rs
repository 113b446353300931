//! A file of answers in terms of a town's catalog, checked with all of its faults at once.

use super::file::{AREA_ID, AnswersFile, Given, NEEDS_ID};
use super::json::read_answers_json;
use crate::compile::Compiled;
use crate::moment::read_moment;
use navigator::{Answer, Answers, Asker, Catalog, Moment, NeedSet, OptionSet, QuestionId};

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
    let mut reader = Reader {
        catalog,
        answers: Answers::default(),
        faults: Vec::new(),
    };
    reader.read_person(file);
    for (id, given) in &file.answers {
        reader.read_answer(id, given);
    }
    let now = file.now.as_deref().and_then(|text| reader.read_now(text));
    if reader.faults.is_empty() {
        Ok((reader.answers, now))
    } else {
        Err(reader.faults)
    }
}

/// What was read so far, and all that was wrong.
struct Reader<'c> {
    catalog: &'c Catalog,
    answers: Answers,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn fault(&mut self, fault: impl Into<String>) {
        self.faults.push(fault.into());
    }

    /// Town, asker and part of town.
    fn read_person(&mut self, file: &AnswersFile) {
        let own = &self.catalog.town.id;
        if let Some(town) = file.town.as_ref().filter(|town| *town != own) {
            let fault = format!("town: 「{town}」は、このカタログの町「{own}」とちがいます");
            self.fault(fault);
        }
        if let Some(asker) = &file.asker {
            match Asker::ALL.into_iter().find(|known| known.id() == asker) {
                Some(asker) => self.answers.asker = asker,
                None => self.fault(format!(
                    "asker: 「{asker}」はありません。self、family、supporter のどれかです"
                )),
            }
        }
        if file.area.is_some() && file.answers.contains_key(AREA_ID) {
            self.fault("area: answers.area と両方に書いてあります。どちらかにします");
        }
        if let Some(area) = &file.area {
            self.set_area(area);
        }
    }

    fn read_answer(&mut self, id: &str, given: &Given) {
        let catalog = self.catalog;
        match id {
            NEEDS_ID => self.read_needs(given),
            AREA_ID => self.read_area(given),
            _ => match catalog
                .question_ids()
                .find(|&q| catalog.question(q).id == id)
            {
                Some(question) => self.read_options(question, given),
                None => self.fault(format!("answers.{id}: この質問はありません")),
            },
        }
    }

    fn read_area(&mut self, given: &Given) {
        match list_or_none(given) {
            Err(none) => self.answers.area = none,
            Ok([one]) => self.set_area(one),
            Ok(_) => self.fault("area: 町名は1つだけ書きます"),
        }
    }

    fn set_area(&mut self, name: &str) {
        let areas = &self.catalog.areas;
        let mut ids = self.catalog.area_ids();
        if let Some(area) = ids.find(|area| areas[area.index()].name == name) {
            self.answers.area = Answer::Chosen(area);
            return;
        }
        let known: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
        let known = match known.as_slice() {
            [] => "この町では町名を使いません".to_owned(),
            known => known.join("、"),
        };
        self.fault(format!("area: 「{name}」という町名はありません（{known}）"));
    }

    fn read_needs(&mut self, given: &Given) {
        let catalog = self.catalog;
        let list = match list_or_none(given) {
            Ok(list) => list,
            Err(none) => return self.answers.needs = none,
        };
        let mut needs = NeedSet::default();
        for id in list {
            match catalog
                .need_ids()
                .find(|&need| catalog.need(need).id == *id)
            {
                Some(need) => needs.insert(need),
                None => self.fault(format!(
                    "answers.{NEEDS_ID}: 「{id}」という困りごとはありません"
                )),
            }
        }
        if list.is_empty() {
            let fault = "空です。困りごとを書くか、\"unknown\" にします";
            self.fault(format!("answers.{NEEDS_ID}: {fault}"));
        }
        self.answers.needs = Answer::Chosen(needs);
    }

    fn read_options(&mut self, question: QuestionId, given: &Given) {
        let asked = self.catalog.question(question);
        let list = match list_or_none(given) {
            Ok(list) => list,
            Err(none) => return self.answers.set(question, none),
        };
        let mut tell = |what: String| self.faults.push(format!("answers.{}: {what}", asked.id));
        let mut set = OptionSet::EMPTY;
        for id in list {
            match asked.options.iter().position(|option| option.id == *id) {
                Some(option) => set = set.union(OptionSet::of(option)),
                None => {
                    let known: Vec<&str> = asked.options.iter().map(|o| o.id.as_str()).collect();
                    let known = known.join("、");
                    tell(format!("「{id}」という選択肢はありません（{known}）"));
                }
            }
        }
        if list.is_empty() {
            tell("空です。選択肢を書くか、\"unknown\" にします".to_owned());
        }
        let alone = set.iter().any(|place| asked.options[place].alone);
        if asked.multiple && alone && set.iter().count() > 1 {
            tell("「どれもない」と、ほかの選択肢はいっしょに選べません".to_owned());
        }
        self.answers.set(question, Answer::Chosen(set));
    }

    fn read_now(&mut self, text: &str) -> Option<Moment> {
        let now = read_moment(text);
        if now.is_none() {
            let mend = "「2026-11-21」か「2026-11-21T10:30」と書きます";
            self.fault(format!("now: 「{text}」は読めません。{mend}"));
        }
        now
    }
}

/// What was chosen, or the answer that chooses nothing.
fn list_or_none<S>(given: &Given) -> Result<&[String], Answer<S>> {
    match given {
        Given::Word(word) if word == "unknown" => Err(Answer::Unknown),
        Given::Word(word) if word == "declined" => Err(Answer::Declined),
        Given::Word(word) => Ok(std::slice::from_ref(word)),
        Given::Options(list) => Ok(list),
    }
}
