//! `questions.toml`: what is asked, of whom, and when.

use crate::condition::{ConditionFault, Vocabulary, condition_or_always, is_name};
use crate::fault::Faults;
use crate::sheets::{ID_MEND, Seen, is_plain_id, not_an_id, read_toml, unique};
use crate::sources::Sources;
use crate::wording::{SENTENCE_MEND, is_sentence};
use navigator::{Choice, OptionSet, PerAsker, Question};
use serde::Deserialize;
use toml::Spanned;

/// The file.
pub const QUESTIONS: &str = "knowledge/questions.toml";

/// What links call the asker, the troubles and the part of town: no question may be called so.
pub const LINK_KEYS: [&str; 3] = ["a", "n", "t"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionsFile {
    question: Vec<Spanned<QuestionText>>,
}

/// A question as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionText {
    id: String,
    name: String,
    text: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    supporter: String,
    why: String,
    cost: u8,
    #[serde(default)]
    multiple: bool,
    when: Spanned<String>,
    options: Vec<OptionText>,
    /// The row of its condition.
    #[serde(skip)]
    pub condition_row: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionText {
    id: String,
    name: String,
    text: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    supporter: String,
    #[serde(default)]
    alone: bool,
}

/// Reads the file; what the conditions say is not known yet, since they name other questions.
pub fn read_texts(sources: &Sources, faults: &mut Faults) -> Seen<Vec<QuestionText>> {
    let Some((file, lines)) = read_toml::<QuestionsFile>(sources, QUESTIONS, faults) else {
        return Seen::default();
    };
    let mut questions = lines.with_rows(file.question);
    if questions.is_empty() {
        let mend = "[[question]] を1つ以上書きます";
        faults.add(QUESTIONS, 0, "", "質問がありません", mend);
        return Seen::default();
    }
    if let Some(row) = doubled(&questions) {
        let what = format!("{row}行から下の質問が、その上の質問と同じです");
        faults.add(QUESTIONS, row, "", what, "2回目を消します");
        return Seen::default();
    }
    for (row, question) in &mut questions {
        question.condition_row = lines.row(&question.when);
        check(*row, question, faults);
    }
    let same =
        |key: fn(&QuestionText) -> &str| questions.iter().map(move |(row, q)| (*row, key(q)));
    unique(QUESTIONS, same(|question| &question.id), faults);
    unique(QUESTIONS, same(|question| &question.name), faults);
    let texts = same(|question| &question.text).filter(|(_, text)| !text.is_empty());
    unique(QUESTIONS, texts, faults);
    let questions = questions.into_iter().map(|(_, question)| question);
    Seen::all(questions.collect())
}

/// The row in which questions begin to stand once more.
fn doubled(questions: &[(usize, QuestionText)]) -> Option<usize> {
    const FEWEST: usize = 3;
    let stands_above = |at: &usize| {
        let id = &questions[*at].1.id;
        questions[..*at].iter().any(|(_, above)| above.id == *id)
    };
    let again: Vec<usize> = (0..questions.len()).filter(stands_above).collect();
    (again.len() >= FEWEST).then(|| questions[again[0]].0)
}

fn check(row: usize, question: &QuestionText, faults: &mut Faults) {
    let mut tell = |what: String, mend: &str| faults.add(QUESTIONS, row, &question.id, what, mend);
    let count = question.options.len();
    if !(2..=OptionSet::CAPACITY).contains(&count) {
        tell(format!("選択肢が{count}個です"), "2個から64個にします");
    }
    if !(1..=4).contains(&question.cost) {
        let mend = "1（かるい）から4（とても答えにくい）にします";
        tell(format!("cost が{}です", question.cost), mend);
    }
    if LINK_KEYS.contains(&question.id.as_str()) {
        let what = format!("「{}」は、送るリンクでほかの意味があります", question.id);
        tell(what, "もっと長い id にします");
    }
    let ids = question.options.iter().map(|option| &option.id);
    for id in std::iter::once(&question.id)
        .chain(ids)
        .filter(|id| !is_plain_id(id))
    {
        tell(not_an_id(id), ID_MEND);
    }
    check_texts(question, &mut tell);
    let same = |key: fn(&OptionText) -> &str| question.options.iter().map(move |o| (row, key(o)));
    unique(QUESTIONS, same(|option| &option.id), faults);
    unique(QUESTIONS, same(|option| &option.name), faults);
    let words: [fn(&OptionText) -> &str; 3] = [
        |option| &option.text,
        |option| &option.family,
        |option| &option.supporter,
    ];
    for words in words {
        let said = same(words).filter(|(_, text)| !text.is_empty());
        unique(QUESTIONS, said, faults);
    }
}

/// What is read aloud and asked has words, and what conditions call it can stand in one.
fn check_texts(question: &QuestionText, tell: &mut dyn FnMut(String, &str)) {
    let sentences = [("text", &question.text), ("why", &question.why)];
    let own = [
        ("family", &question.family),
        ("supporter", &question.supporter),
    ];
    let said = own.into_iter().filter(|(_, text)| !text.is_empty());
    if question.when.get_ref().trim().is_empty() {
        let mend = "だれに聞くかを、困りごとや、ほかの質問の答えで書きます";
        tell("when が空です".to_owned(), mend);
    }
    for (key, text) in sentences.into_iter().chain(said) {
        if !is_sentence(text) {
            tell(format!("{key}「{text}」は文ではありません"), SENTENCE_MEND);
        }
    }
    for option in question
        .options
        .iter()
        .filter(|option| option.text.trim().is_empty())
    {
        tell(
            format!("選択肢「{}」の text が空です", option.id),
            "住民が選ぶ言葉を書きます",
        );
    }
    let names = question.options.iter().map(|option| &option.name);
    for name in std::iter::once(&question.name).chain(names) {
        if !is_name(name) {
            let mend = "「=」「/」「(」「)」と空白のない、「困りごと」「聞く人」「かつ」などでない言葉にします";
            tell(format!("「{name}」は条件に書けない名前です"), mend);
        }
    }
}

/// What conditions may call the questions.
pub fn words(questions: &[QuestionText]) -> Vec<(String, bool, Vec<String>)> {
    let names = |question: &QuestionText| question.options.iter().map(|o| o.name.clone()).collect();
    let words =
        |question: &QuestionText| (question.name.clone(), question.multiple, names(question));
    questions.iter().map(words).collect()
}

/// The questions with their conditions.
pub fn read(questions: &[QuestionText], words: &Vocabulary, faults: &mut Faults) -> Vec<Question> {
    let read = |question: &QuestionText| {
        let QuestionText {
            id, condition_row, ..
        } = question;
        let tell = |faults: &mut Faults, fault: ConditionFault| {
            fault.tell((QUESTIONS, *condition_row, id), faults);
        };
        Question {
            ask_when: condition_or_always(question.when.get_ref(), words, faults, tell),
            id: question.id.clone(),
            text: PerAsker {
                myself: question.text.clone(),
                family: question.family.clone(),
                supporter: question.supporter.clone(),
            },
            why: PerAsker {
                myself: question.why.clone(),
                ..PerAsker::default()
            },
            options: question.options.iter().map(choice).collect(),
            multiple: question.multiple,
            cost: question.cost,
        }
    };
    questions.iter().map(read).collect()
}

fn choice(option: &OptionText) -> Choice {
    Choice {
        id: option.id.clone(),
        text: PerAsker {
            myself: option.text.clone(),
            family: option.family.clone(),
            supporter: option.supporter.clone(),
        },
        alone: option.alone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Answer, Answers, Asker, Catalog};

    #[test]
    fn every_key_of_links_that_is_no_question_is_reserved() {
        let mut answers = Answers::default();
        answers.asker = Asker::Family;
        answers.needs = Answer::Unknown;
        answers.area = Answer::Unknown;
        let text = answers.to_text(&Catalog::default());
        let mut keys: Vec<&str> = text
            .split(';')
            .filter_map(|part| part.split_once('='))
            .map(|(key, _)| key)
            .collect();
        keys.sort_unstable();
        assert_eq!(keys, LINK_KEYS);
    }
}
