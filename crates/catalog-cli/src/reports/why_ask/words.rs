//! The weights as lines for staff.

use super::report::{State, WhyAsk};
use catalog::answers::AREA_ID;

impl WhyAsk<'_> {
    /// As lines: the next question and why, then all of them.
    #[must_use]
    pub fn words(&self) -> String {
        let next = self.next.unwrap_or("なし（聞き終わり）");
        let mut lines = vec![format!("次の質問: {next}"), format!("  {}", self.why)];
        lines.push("\n  状態 / 変わり方 / 答えにくさ / 点 / きけん・急ぎ / 質問".to_owned());
        let area = &self.area;
        lines.push(format!(
            "  {}\t{}\t{}\t{}\t\t{AREA_ID} どの町に住んでいますか",
            state_words(area.state),
            number(area.gain),
            number(area.cost),
            number(area.worth),
        ));
        for one in &self.questions {
            let danger = match (one.danger, one.urgent) {
                (true, _) => "きけん",
                (false, true) => "急ぎ",
                (false, false) => "",
            };
            let said = one.said.as_ref().map(|said| format!("（{said}）"));
            lines.push(format!(
                "  {}\t{}\t{}\t{}\t{danger}\t{} {}{}",
                state_words(one.state),
                number(one.gain),
                one.cost,
                number(one.worth),
                one.question,
                one.text,
                said.unwrap_or_default(),
            ));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn state_words(state: State) -> &'static str {
    match state {
        State::Next => "◎ 次",
        State::Open => "○ 待ち",
        State::Answered => "済 答えた",
        State::Stopped => "止 聞かない",
        State::NotForThem => "－ 関係ない",
        State::ChangesNothing => "・ 変わらない",
    }
}

fn number(number: Option<u32>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| number.to_string())
}
