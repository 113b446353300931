//! Conditions as staff write them: `年れい=65歳以上 かつ (世帯=18歳未満の子ども または 困りごと=c01/c04)`.
//!
//! Grammar, loosest first: `または`, `かつ`, `でない` (after what it denies), `名前=値/値`, brackets.
//! Wide signs （ ） ＝ ／ are read like narrow ones. `または` and `かつ` may only be mixed with brackets:
//! what a reader could take in two ways is refused. Names are the questions' names, `困りごと` (with ids
//! of needs or names of fields) and `聞く人` (本人, 家族, 支える人).

use navigator::{Asker, Expr, NeedId, NeedSet, OptionSet, QuestionId};

/// What may be named in a condition.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Ids of needs with the name of their field.
    pub needs: Vec<(String, String)>,
    /// Questions: name, several choices, names of the options.
    pub questions: Vec<(String, bool, Vec<String>)>,
}

/// Why a condition was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionFault {
    /// The character at which it goes wrong, counted from 1.
    pub position: usize,
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub mend: String,
}

/// Reads a condition; an empty text holds always.
///
/// # Errors
/// The first place at which the text is not a condition.
pub fn read_condition(text: &str, words: &Vocabulary) -> Result<Expr, ConditionFault> {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return Ok(Expr::Always);
    }
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        end: text.chars().count() + 1,
        depth: 0,
        words,
    };
    let expr = reader.any()?;
    match reader.peek() {
        None if nesting(&expr) > Expr::DEEPEST => Err(ConditionFault {
            position: 1,
            what: "条件が深すぎます".to_owned(),
            mend: "「でない」や ( ) をへらすか、条件を分けます".to_owned(),
        }),
        None => Ok(expr),
        Some(token) => Err(ConditionFault {
            position: token.position,
            what: format!("「{}」の前で文が終わっています", token.text()),
            mend: "あいだに「かつ」か「または」を入れます".to_owned(),
        }),
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Sign {
    Open,
    Close,
    Equals,
    Slash,
    And,
    Or,
    Not,
    Word(String),
}

#[derive(Clone, Debug)]
struct Token {
    sign: Sign,
    position: usize,
}

impl Token {
    fn text(&self) -> &str {
        match &self.sign {
            Sign::Open => "(",
            Sign::Close => ")",
            Sign::Equals => "=",
            Sign::Slash => "/",
            Sign::And => "かつ",
            Sign::Or => "または",
            Sign::Not => "でない",
            Sign::Word(word) => word,
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    let finish = |word: &mut String, start: usize, tokens: &mut Vec<Token>| {
        if word.is_empty() {
            return;
        }
        let sign = match word.as_str() {
            "かつ" => Sign::And,
            "または" => Sign::Or,
            "でない" | "ではない" => Sign::Not,
            _ => Sign::Word(word.clone()),
        };
        tokens.push(Token {
            sign,
            position: start,
        });
        word.clear();
    };
    for (place, c) in text.chars().enumerate() {
        let position = place + 1;
        let sign = match c {
            '(' | '（' => Some(Sign::Open),
            ')' | '）' => Some(Sign::Close),
            '=' | '＝' => Some(Sign::Equals),
            '/' | '／' => Some(Sign::Slash),
            _ => None,
        };
        if sign.is_some() || c.is_whitespace() {
            finish(&mut word, start, &mut tokens);
            if let Some(sign) = sign {
                tokens.push(Token { sign, position });
            }
        } else {
            if word.is_empty() {
                start = position;
            }
            word.push(c);
        }
    }
    finish(&mut word, start, &mut tokens);
    tokens
}

/// Deeper nesting than any person writes; a bound keeps hostile text from exhausting the stack.
const DEEPEST: usize = 32;

/// How deep joints and denials stand inside each other.
fn nesting(expr: &Expr) -> u32 {
    match expr {
        Expr::Not(inner) => 1 + nesting(inner),
        Expr::All(parts) | Expr::Any(parts) => 1 + parts.iter().map(nesting).max().unwrap_or(0),
        Expr::Always | Expr::Needs(_) | Expr::Within(..) | Expr::Includes(..) | Expr::Asker(_) => 0,
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    end: usize,
    depth: usize,
    words: &'a Vocabulary,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, sign: &Sign) -> bool {
        let there = self.peek().is_some_and(|token| token.sign == *sign);
        self.at += usize::from(there);
        there
    }

    fn fault(&self, what: impl Into<String>, mend: impl Into<String>) -> ConditionFault {
        ConditionFault {
            position: self.peek().map_or(self.end, |token| token.position),
            what: what.into(),
            mend: mend.into(),
        }
    }

    fn any(&mut self) -> Result<Expr, ConditionFault> {
        let first = self.denied()?;
        let (mut parts, joint) = match self.peek().map(|token| &token.sign) {
            Some(Sign::And) => (vec![first], Sign::And),
            Some(Sign::Or) => (vec![first], Sign::Or),
            _ => return Ok(first),
        };
        while self.take(&joint) {
            parts.push(self.denied()?);
        }
        if let Some(Sign::And | Sign::Or) = self.peek().map(|token| &token.sign) {
            return Err(self.fault(
                "「かつ」と「または」がまざっていて、2通りに読めます",
                "先にまとめるほうを ( ) で囲みます",
            ));
        }
        Ok(if joint == Sign::And {
            Expr::All(parts)
        } else {
            Expr::Any(parts)
        })
    }

    fn denied(&mut self) -> Result<Expr, ConditionFault> {
        let mut expr = self.single()?;
        let mut denials = 0;
        while self.take(&Sign::Not) {
            denials += 1;
            if denials > DEEPEST {
                return Err(self.fault("「でない」が多すぎます", "「でない」を1つにします"));
            }
            expr = Expr::Not(Box::new(expr));
        }
        Ok(expr)
    }

    fn single(&mut self) -> Result<Expr, ConditionFault> {
        if self.take(&Sign::Open) {
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err(self.fault("( ) が深すぎます", "条件を分けます"));
            }
            let inner = self.any()?;
            if !self.take(&Sign::Close) {
                return Err(self.fault("( が閉じていません", "「)」を足します"));
            }
            self.depth -= 1;
            return Ok(inner);
        }
        let Some(Token {
            sign: Sign::Word(name),
            position,
        }) = self.peek().cloned()
        else {
            return Err(self.fault(
                "ここに条件がありません",
                "「年れい=65歳以上」のように書きます",
            ));
        };
        self.at += 1;
        if !self.take(&Sign::Equals) {
            return Err(self.fault(
                format!("「{name}」の後に「=」がありません"),
                "「年れい=65歳以上」のように書きます",
            ));
        }
        let mut values = Vec::new();
        loop {
            let Some(Token {
                sign: Sign::Word(value),
                position,
            }) = self.peek().cloned()
            else {
                return Err(self.fault("「=」や「/」の後に値がありません", "値を書きます"));
            };
            self.at += 1;
            values.push((value, position));
            if !self.take(&Sign::Slash) {
                break;
            }
        }
        self.words.resolve(&name, position, &values)
    }
}

impl Vocabulary {
    fn resolve(
        &self,
        name: &str,
        position: usize,
        values: &[(String, usize)],
    ) -> Result<Expr, ConditionFault> {
        match name {
            "困りごと" => self.needs(values),
            "聞く人" => askers(values),
            _ => self.options(name, position, values),
        }
    }

    fn needs(&self, values: &[(String, usize)]) -> Result<Expr, ConditionFault> {
        let mut set = NeedSet::default();
        for (value, position) in values {
            let mut known = false;
            for (place, (id, field)) in self.needs.iter().enumerate() {
                if id == value || field == value {
                    set.insert(NeedId(u16::try_from(place).unwrap_or(u16::MAX)));
                    known = true;
                }
            }
            if !known {
                return Err(ConditionFault {
                    position: *position,
                    what: format!("「{value}」という困りごとも分野もありません"),
                    mend: "needs.csv の id か分野を書きます".to_owned(),
                });
            }
        }
        Ok(Expr::Needs(set))
    }

    fn options(
        &self,
        name: &str,
        position: usize,
        values: &[(String, usize)],
    ) -> Result<Expr, ConditionFault> {
        let Some(question) = self.questions.iter().position(|(known, ..)| known == name) else {
            let known: Vec<&str> = self
                .questions
                .iter()
                .map(|(name, ..)| name.as_str())
                .collect();
            return Err(ConditionFault {
                position,
                what: format!("「{name}」という質問はありません"),
                mend: format!("困りごと、聞く人、{} のどれかを書きます", known.join("、")),
            });
        };
        let (_, multiple, options) = &self.questions[question];
        let mut set = OptionSet::EMPTY;
        for (value, position) in values {
            let Some(option) = options.iter().position(|known| known == value) else {
                return Err(ConditionFault {
                    position: *position,
                    what: format!("「{name}」に「{value}」という選択肢はありません"),
                    mend: format!("{} のどれかを書きます", options.join("、")),
                });
            };
            set = set.union(OptionSet::of(option));
        }
        let question = QuestionId(u16::try_from(question).unwrap_or(u16::MAX));
        Ok(if *multiple {
            Expr::Includes(question, set)
        } else {
            Expr::Within(question, set)
        })
    }
}

fn askers(values: &[(String, usize)]) -> Result<Expr, ConditionFault> {
    let mut parts = Vec::new();
    for (value, position) in values {
        parts.push(Expr::Asker(match value.as_str() {
            "本人" => Asker::Myself,
            "家族" => Asker::Family,
            "支える人" => Asker::Supporter,
            _ => {
                return Err(ConditionFault {
                    position: *position,
                    what: format!("「{value}」という聞く人はありません"),
                    mend: "本人、家族、支える人 のどれかを書きます".to_owned(),
                });
            }
        }));
    }
    Ok(Expr::Any(parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> Vocabulary {
        let text = |s: &str| s.to_owned();
        Vocabulary {
            needs: vec![
                (text("m01"), text("お金")),
                (text("m02"), text("お金")),
                (text("e01"), text("高齢")),
            ],
            questions: vec![
                (
                    text("年れい"),
                    false,
                    vec![text("64歳まで"), text("65歳以上")],
                ),
                (text("世帯"), true, vec![text("子ども"), text("ひとり")]),
            ],
        }
    }

    fn fault(text: &str) -> ConditionFault {
        read_condition(text, &words()).expect_err(text)
    }

    #[test]
    fn brackets_and_both_joints_are_read() {
        let expr = read_condition(
            "年れい=65歳以上 かつ (世帯=子ども または 困りごと=お金)",
            &words(),
        );
        assert_eq!(
            expr,
            Ok(Expr::All(vec![
                Expr::Within(QuestionId(0), OptionSet::of(1)),
                Expr::Any(vec![
                    Expr::Includes(QuestionId(1), OptionSet::of(0)),
                    Expr::Needs([NeedId(0), NeedId(1)].into_iter().collect()),
                ]),
            ]))
        );
    }

    #[test]
    fn wide_signs_are_read_like_narrow_ones() {
        let wide = read_condition("（年れい＝64歳まで／65歳以上）でない", &words());
        let narrow = read_condition("(年れい=64歳まで/65歳以上) でない", &words());
        assert!(wide.is_ok());
        assert_eq!(wide, narrow);
    }

    #[test]
    fn a_condition_nests_no_deeper_than_the_compiled_file_can_hold() {
        let denied = |brackets: usize, denials: usize| {
            let opened = "(".repeat(brackets);
            let closed = format!(" {})", "でない ".repeat(denials)).repeat(brackets);
            read_condition(&format!("{opened}困りごと=m01{closed}"), &words())
        };
        assert!(denied(32, 2).is_ok());
        assert!(denied(32, 3).is_err());
        assert!(denied(33, 0).is_err());
        assert!(denied(1, 32).is_ok());
        assert!(denied(1, 33).is_err());
    }

    #[test]
    fn a_field_is_known_even_where_all_its_needs_were_named_before() {
        let field = read_condition("困りごと=お金", &words());
        assert!(field.is_ok());
        assert_eq!(read_condition("困りごと=m01/m02/お金", &words()), field);
    }

    #[test]
    fn an_empty_cell_holds_always() {
        assert_eq!(read_condition("  ", &words()), Ok(Expr::Always));
    }

    #[test]
    fn faults_name_the_place() {
        assert_eq!(fault("年れい=65歳").position, 5);
        assert_eq!(fault("年齢=65歳以上").position, 1);
        assert_eq!(fault("年れい 65歳以上").position, 5);
        assert_eq!(fault("(年れい=65歳以上").position, 11);
        assert_eq!(fault("年れい=65歳以上 かつ").position, 13);
        assert_eq!(fault("困りごと=z99").position, 6);
        assert_eq!(fault("聞く人=だれか").position, 5);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        let mixed = fault("年れい=65歳以上 かつ 世帯=子ども または 世帯=ひとり");
        assert!(mixed.mend.contains('('), "{mixed:?}");
    }

    #[test]
    fn two_conditions_without_a_joint_are_refused() {
        assert!(fault("年れい=65歳以上 世帯=子ども").mend.contains("かつ"));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_fail_otherwise(text in "[年れい=/() かつまたはでない65歳以上m01困りごと]{0,80}") {
            if let Err(fault) = read_condition(&text, &words()) {
                prop_assert!(fault.position >= 1 && fault.position <= text.chars().count() + 1);
            }
        }

        #[test]
        fn any_text_at_all_is_survived(text in any::<String>()) {
            let _ = read_condition(&text, &words());
        }
    }
}
