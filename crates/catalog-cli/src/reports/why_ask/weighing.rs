//! What the navigator says of every question now. It is asked, never imitated.

use crate::reports::when::When;
use navigator::{
    Answer, Answers, Ask, Catalog, OptionSet, Outcome, QuestionId, Rule, RuleSort, Step,
    Suggestion, Truth, next_step, suggest, weigh_questions,
};

/// Everything that the choice of the next question rests on.
pub struct Weighing<'a> {
    pub catalog: &'a Catalog,
    pub answers: &'a Answers,
    when: When,
    pub outcome: Outcome,
    steps: Vec<Step>,
    pub next: Option<Ask>,
}

impl<'a> Weighing<'a> {
    pub fn of(catalog: &'a Catalog, answers: &'a Answers, when: When) -> Self {
        Self {
            catalog,
            answers,
            when,
            outcome: suggest(catalog, answers, when.day),
            steps: weigh_questions(catalog, answers, when.day),
            next: next_step(catalog, answers, when.day),
        }
    }

    pub fn step(&self, ask: Ask) -> Option<&Step> {
        self.steps.iter().find(|step| step.ask == ask)
    }

    /// True if a single answer to this question changes the first cards; otherwise it is asked for what
    /// it changes together with another one.
    pub fn changes_alone(&self, id: QuestionId) -> bool {
        let cards = |outcome: &Outcome| -> Vec<_> {
            let card = |card: &Suggestion| {
                (
                    card.entry,
                    card.standing,
                    card.crisis,
                    card.urgent,
                    card.kinds.clone(),
                )
            };
            outcome.first_cards().map(card).collect()
        };
        let before = cards(&self.outcome);
        (0..self.catalog.question(id).options.len()).any(|option| {
            let answer = Answer::Chosen(OptionSet::of(option));
            let said = self.answers.with(id, answer);
            cards(&suggest(self.catalog, &said, self.when.day)) != before
        })
    }

    /// One sentence on the choice.
    pub fn reason(&self) -> String {
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
        } else if step.urgent {
            "急ぎかもしれない質問なので、きけんをたしかめる質問の次に聞きます".to_owned()
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
