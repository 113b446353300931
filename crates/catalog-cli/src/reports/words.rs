//! Conditions, answers and standings in words for staff. No rule lives here: only how one is told.

use navigator::{
    Answer, Answers, Asker, Catalog, Expr, NeedSet, OptionSet, QuestionId, Standing, Truth,
};
use serde::Serialize;

/// A condition as a sentence part: 「家賃が払えない」か「…」に困っている、かつ、….
pub fn condition_words(catalog: &Catalog, when: &Expr) -> String {
    match when {
        Expr::Always => "だれにでも".to_owned(),
        Expr::Needs(needs) => format!("困りごとが{}", needs_words(catalog, needs)),
        Expr::Within(question, options) | Expr::Includes(question, options) => {
            atom_words(catalog, *question, *options)
        }
        Expr::Asker(asker) => format!("聞く人が{}", asker_words(*asker)),
        Expr::Not(inner) => format!("{} でない", grouped(catalog, inner)),
        Expr::All(parts) => joined(catalog, parts, " かつ "),
        Expr::Any(parts) => joined(catalog, parts, " または "),
    }
}

fn joined(catalog: &Catalog, parts: &[Expr], joint: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| grouped(catalog, part)).collect();
    parts.join(joint)
}

fn grouped(catalog: &Catalog, part: &Expr) -> String {
    let words = condition_words(catalog, part);
    match part {
        Expr::All(_) | Expr::Any(_) => format!("（{words}）"),
        _ => words,
    }
}

/// 「お金」のどれか where a whole field is meant, the words of each trouble otherwise.
fn needs_words(catalog: &Catalog, needs: &NeedSet) -> String {
    let mut words = Vec::new();
    for (place, field) in catalog.fields.iter().enumerate() {
        let of_field = |need: &navigator::Need| usize::from(need.field) == place;
        let all = catalog.need_ids().filter(|&id| of_field(catalog.need(id)));
        let (told, untold): (Vec<_>, Vec<_>) = all.partition(|&id| needs.has(id));
        if untold.is_empty() && told.len() > 1 {
            words.push(format!("「{}」のどれか", field.name));
        } else {
            words.extend(
                told.iter()
                    .map(|&id| format!("「{}」", catalog.need(id).text.myself)),
            );
        }
    }
    words.join("か")
}

/// One question's part of a condition: 「何歳ですか」が「65歳以上」.
pub fn atom_words(catalog: &Catalog, question: QuestionId, options: OptionSet) -> String {
    let asked = catalog.question(question);
    let options = option_words(catalog, question, options, Asker::Myself);
    format!("「{}」に{options}", asked.text.to(Asker::Myself))
}

/// Options of a question, in the words that this asker reads.
pub fn option_words(
    catalog: &Catalog,
    question: QuestionId,
    options: OptionSet,
    asker: Asker,
) -> String {
    let all = &catalog.question(question).options;
    let texts = options.iter().filter_map(|place| all.get(place));
    let texts: Vec<String> = texts
        .map(|one| format!("「{}」", one.text.to(asker)))
        .collect();
    texts.join("か")
}

/// What was said to a question.
pub fn answer_words(catalog: &Catalog, answers: &Answers, question: QuestionId) -> String {
    match answers.circumstance(question) {
        Answer::Open => "まだ聞いていない".to_owned(),
        Answer::Unknown => "わからない".to_owned(),
        Answer::Declined => "答えたくない".to_owned(),
        Answer::Chosen(options) => option_words(catalog, question, options, answers.asker),
    }
}

/// True, false or unknown, for JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TruthId {
    Yes,
    No,
    Unknown,
}

impl From<Truth> for TruthId {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Yes => Self::Yes,
            Truth::No => Self::No,
            Truth::Unknown => Self::Unknown,
        }
    }
}

/// How a card stands, for JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StandingId {
    Fits,
    Maybe,
}

impl From<Standing> for StandingId {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Fits => Self::Fits,
            Standing::Maybe => Self::Maybe,
        }
    }
}

fn asker_words(asker: Asker) -> &'static str {
    match asker {
        Asker::Myself => "本人",
        Asker::Family => "家族",
        Asker::Supporter => "支える人",
    }
}
