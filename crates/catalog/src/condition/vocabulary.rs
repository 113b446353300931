//! What the words of a condition mean: the questions' names with their options, `困りごと` with ids of needs or names of
//! fields, and `聞く人`.

use super::sense::{Shape, can_hold};
use super::tree::{Tree, Word};
use crate::fault::Missed;
use crate::sheets::Seen;
use navigator::{Asker, Expr, NeedId, NeedSet, OptionSet, QuestionId};

/// What may be named in a condition.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Ids of needs with the name of their field.
    pub needs: Seen<Vec<(String, String)>>,
    /// Questions: name, several choices, names of the options.
    pub questions: Seen<Vec<(String, bool, Vec<String>)>>,
}

/// A word that the vocabulary does not have.
pub struct Unknown {
    /// Its first byte in the text.
    pub at: usize,
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub mend: String,
    /// False if it may stand in a part of a sheet that could not be read.
    pub is_sure: bool,
    /// The sheet that ought to have it.
    pub missed: Option<Box<Missed>>,
}

fn missed(sheet: &str, column: &'static str, id: &str) -> Option<Box<Missed>> {
    Some(Box::new(Missed {
        sheet: format!("knowledge/{sheet}"),
        column,
        id: id.to_owned(),
    }))
}

impl Vocabulary {
    /// What a tree says.
    ///
    /// # Errors
    /// The first word that is not known.
    pub fn resolve(&self, tree: &Tree) -> Result<Expr, Unknown> {
        let all = |parts: &[Tree]| {
            let parts = parts.iter().map(|part| self.resolve(part));
            parts.collect::<Result<Vec<_>, _>>()
        };
        Ok(match tree {
            Tree::Not(inner) => Expr::Not(Box::new(self.resolve(inner)?)),
            Tree::All(parts) => Expr::All(all(parts)?),
            Tree::Any(parts) => Expr::Any(all(parts)?),
            Tree::Named(name, values) => match name.text {
                "困りごと" => Expr::Needs(self.needs(values)?),
                "聞く人" => Expr::Any(values.iter().map(asker).collect::<Result<_, _>>()?),
                _ => self.question(name, values)?,
            },
        })
    }

    /// True if some answers make the condition hold, or if not all of them are known.
    pub fn can_hold(&self, expr: &Expr) -> bool {
        self.questions.whole().is_none() || can_hold(expr, &|question| self.shape(question))
    }

    /// True if no answer makes the condition fail.
    pub fn is_always_held(&self, expr: &Expr) -> bool {
        let not = Expr::Not(Box::new(expr.clone()));
        self.questions.whole().is_some() && !can_hold(&not, &|question| self.shape(question))
    }

    fn shape(&self, question: QuestionId) -> Shape {
        let question = self.questions.get(question.index());
        question.map_or((true, 0), |(_, several, options)| (*several, options.len()))
    }

    fn needs(&self, values: &[Word]) -> Result<NeedSet, Unknown> {
        let mut set = NeedSet::default();
        for value in values {
            let named = |(id, field): &(String, String)| id == value.text || field == value.text;
            let mut places = (0..self.needs.len())
                .filter(|&place| named(&self.needs[place]))
                .peekable();
            if places.peek().is_none() {
                return Err(Unknown {
                    at: value.at,
                    what: format!("「{}」という困りごとも分野もありません", value.text),
                    mend: "needs.csv の id か分野を書きます".to_owned(),
                    is_sure: self.needs.whole().is_some(),
                    missed: missed("needs.csv", "id", value.text),
                });
            }
            places.for_each(|place| set.insert(NeedId(number(place))));
        }
        Ok(set)
    }

    fn question(&self, name: &Word, values: &[Word]) -> Result<Expr, Unknown> {
        let mut questions = self.questions.iter();
        let Some(place) = questions.position(|(known, ..)| known == name.text) else {
            let known: Vec<&str> = self.questions.iter().map(|(name, ..)| &**name).collect();
            return Err(Unknown {
                at: name.at,
                what: format!("「{}」という質問はありません", name.text),
                mend: format!("困りごと、聞く人、{} のどれかを書きます", known.join("、")),
                is_sure: self.questions.whole().is_some(),
                missed: missed("questions.toml", "name", name.text),
            });
        };
        let (_, multiple, options) = &self.questions[place];
        let chosen = values.iter().map(|value| option(name, value, options));
        let set = chosen.collect::<Result<OptionSet, _>>()?;
        let question = QuestionId(number(place));
        Ok(if *multiple {
            Expr::Includes(question, set)
        } else {
            Expr::Within(question, set)
        })
    }
}

fn option(name: &Word, value: &Word, options: &[String]) -> Result<usize, Unknown> {
    let place = options.iter().position(|known| known == value.text);
    place.ok_or_else(|| Unknown {
        at: value.at,
        what: format!(
            "「{}」に「{}」という選択肢はありません",
            name.text, value.text
        ),
        mend: format!("{} のどれかを書きます", options.join("、")),
        is_sure: true,
        missed: missed(
            "questions.toml",
            "options",
            &format!("{}={}", name.text, value.text),
        ),
    })
}

fn asker(value: &Word) -> Result<Expr, Unknown> {
    Ok(Expr::Asker(match value.text {
        "本人" => Asker::Myself,
        "家族" => Asker::Family,
        "支える人" => Asker::Supporter,
        other => {
            return Err(Unknown {
                at: value.at,
                what: format!("「{other}」という聞く人はありません"),
                mend: "本人、家族、支える人 のどれかを書きます".to_owned(),
                is_sure: true,
                missed: None,
            });
        }
    }))
}

fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
