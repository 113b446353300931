//! `catalog why-ask`: all questions with what each is worth now, and why the next one is the next.

use super::views::When;
use super::words::{answer_words, condition_words};
use catalog::answers::{AREA_ID, NEEDS_ID};
use navigator::{
    Answer, Answers, Ask, Catalog, OptionSet, Outcome, QuestionId, Rule, RuleSort, Step,
    Suggestion, Truth, next_step, suggest, weigh_questions,
};
use serde_json::{Value, json};

/// What is asked next and why, as JSON.
#[must_use]
pub fn why_ask(catalog: &Catalog, answers: &Answers, when: When) -> Value {
    let weighing = Weighing {
        catalog,
        answers,
        when,
        outcome: suggest(catalog, answers, when.day),
        steps: weigh_questions(catalog, answers, when.day),
        next: next_step(catalog, answers, when.day),
    };
    let questions = catalog.question_ids().map(|id| weighing.question(id));
    json!({
        "town": catalog.town.id,
        "next": weighing.next.map(|ask| match ask {
            Ask::Needs => NEEDS_ID,
            Ask::Area => AREA_ID,
            Ask::Question(id) => &catalog.question(id).id,
        }),
        "why": weighing.reason(),
        "asked": answers.asked(),
        "stop": weighing.outcome.stop,
        "area": weighing.area(),
        "questions": questions.collect::<Vec<_>>(),
    })
}

struct Weighing<'a> {
    catalog: &'a Catalog,
    answers: &'a Answers,
    when: When,
    outcome: Outcome,
    steps: Vec<Step>,
    next: Option<Ask>,
}

impl Weighing<'_> {
    fn step(&self, ask: Ask) -> Option<&Step> {
        self.steps.iter().find(|step| step.ask == ask)
    }

    fn question(&self, id: QuestionId) -> Value {
        let Self {
            catalog, answers, ..
        } = *self;
        let asked = catalog.question(id);
        let ask = Ask::Question(id);
        let step = self.step(ask);
        let state = if answers.circumstance(id).is_closed() {
            "answered"
        } else if self.next == Some(ask) {
            "next"
        } else if asked.ask_when.read(catalog, answers) != Truth::Yes {
            "not_for_them"
        } else if self.outcome.stop {
            "stopped"
        } else if step.is_some() {
            "open"
        } else {
            "changes_nothing"
        };
        let closed = answers.circumstance(id).is_closed();
        json!({
            "question": asked.id,
            "text": asked.text.to(answers.asker),
            "state": state,
            "gain": step.map(|step| step.gain),
            "cost": asked.cost,
            "worth": step.map(Step::worth),
            "danger": step.is_some_and(|step| step.danger),
            "alone": step.map(|_| self.changes_alone(id)),
            "said": closed.then(|| answer_words(catalog, answers, id)),
            "asked_of": condition_words(catalog, &asked.ask_when),
        })
    }

    /// True if a single answer to this question changes the first cards; otherwise it is asked for what
    /// it changes together with another one.
    fn changes_alone(&self, id: QuestionId) -> bool {
        let cards = |outcome: &Outcome| -> Vec<_> {
            let card =
                |card: &Suggestion| (card.entry, card.standing, card.crisis, card.kinds.clone());
            outcome.first_cards().map(card).collect()
        };
        let before = cards(&self.outcome);
        (0..self.catalog.question(id).options.len()).any(|option| {
            let answer = Answer::Chosen(OptionSet::of(option));
            let said = self.answers.with(id, answer);
            cards(&suggest(self.catalog, &said, self.when.day)) != before
        })
    }

    fn area(&self) -> Value {
        let step = self.step(Ask::Area);
        json!({
            "state": match step {
                _ if self.answers.area.is_closed() => "answered",
                Some(_) if self.next == Some(Ask::Area) => "next",
                Some(_) => "open",
                None => "changes_nothing",
            },
            "gain": step.map(|step| step.gain),
            "cost": step.map(|step| step.cost),
            "worth": step.map(Step::worth),
        })
    }

    /// One sentence on the choice.
    fn reason(&self) -> String {
        let Some(ask) = self.next else {
            return self.reason_to_end();
        };
        let Some(step) = self.step(ask) else {
            return "困りごとを、いちばん先に聞きます。".to_owned();
        };
        let rivals = self.steps.iter().filter(|other| other.ask != ask);
        let mut rivals = rivals.filter(|other| other.urgency() == step.urgency());
        let tie = match rivals.next() {
            Some(_) => "同じ点の質問のうち、表で先にあるものです。",
            None => "",
        };
        let together = match ask {
            Ask::Question(id) if !self.changes_alone(id) => {
                "1つの答えだけで案内を変える質問はもうなく、もう1つの答えと合わせて変える質問です。"
            }
            _ => "",
        };
        let why = if step.danger {
            "きけんがわかるかもしれない質問なので、答えにくさにかかわらず先に聞きます".to_owned()
        } else {
            format!(
                "案内の変わり方 {} ÷ 答えにくさ {} ＝ {} が、いちばん大きい質問です",
                step.gain,
                step.cost,
                step.worth()
            )
        };
        format!("{why}。{together}{tie}")
    }

    fn reason_to_end(&self) -> String {
        let stops = |rule: &&Rule| {
            matches!(rule.sort, RuleSort::Crisis { stop: true, .. })
                && rule.when.read(self.catalog, self.answers) == Truth::Yes
        };
        match self.catalog.rules.iter().find(stops) {
            Some(rule) => format!(
                "「{}」（きまり {}）なので、もう何も聞かずに電話を出します。",
                rule.words, rule.id
            ),
            None => "どの質問に答えても、はじめの案内は変わりません。".to_owned(),
        }
    }
}

/// The JSON as lines for staff.
#[must_use]
pub fn as_text(told: &Value) -> String {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or("").to_owned();
    let number = |value: &Value, key: &str| match value[key].as_u64() {
        Some(number) => number.to_string(),
        None => "-".to_owned(),
    };
    let next = told["next"].as_str().unwrap_or("なし（聞き終わり）");
    let mut lines = vec![
        format!("次の質問: {next}"),
        format!("  {}", text(told, "why")),
    ];
    lines.push("\n  状態 / 変わり方 / 答えにくさ / 点 / きけん / 質問".to_owned());
    let area = json!({"question": AREA_ID, "text": "どの町にお住まいですか"});
    let mut rows: Vec<Value> = told["questions"].as_array().cloned().unwrap_or_default();
    let mut first = told["area"].clone();
    for key in ["question", "text"] {
        first[key] = area[key].clone();
    }
    rows.insert(0, first);
    for row in rows {
        let state = match row["state"].as_str() {
            Some("next") => "◎ 次",
            Some("open") => "○ 待ち",
            Some("answered") => "済 答えた",
            Some("stopped") => "止 聞かない",
            Some("not_for_them") => "－ 関係ない",
            _ => "・ 変わらない",
        };
        let danger = if row["danger"] == true {
            "きけん"
        } else {
            ""
        };
        let said = match row["said"].as_str() {
            Some(said) => format!("（{said}）"),
            None => String::new(),
        };
        lines.push(format!(
            "  {state}\t{}\t{}\t{}\t{danger}\t{} {}{said}",
            number(&row, "gain"),
            number(&row, "cost"),
            number(&row, "worth"),
            text(&row, "question"),
            text(&row, "text"),
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}
