//! What the walks say, as JSON and in words: promises kept or broken, what is never reached, and which answers change
//! nothing.

use serde::Serialize;
use serde_json::{Map, Value};

/// The result for one town; the keys of its JSON are the fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The town's id.
    pub town: String,
    /// True if no promise is broken and nothing is out of reach.
    pub holds: bool,
    /// Different states walked through.
    pub states: usize,
    /// Steps between them.
    pub steps: usize,
    /// The longest interview.
    pub longest: Longest,
    /// What was walked, for staff.
    pub covered: Vec<String>,
    /// What follows from the sheets without a walk, for staff.
    pub shown_for_all_answers: Vec<String>,
    /// Each promise.
    pub promises: Vec<Held>,
    /// Those that are broken.
    pub broken: Vec<Broken>,
    /// What nobody ever reaches.
    pub unreached: Vec<Unreached>,
    /// Not wrong, but worth a look.
    pub findings: Vec<Finding>,
    /// Where each thing was seen with the fewest answers.
    pub witnesses: Witnesses,
}

/// The longest interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Longest {
    /// The most questions that anybody is asked.
    pub questions: usize,
    /// No more than this are allowed.
    pub bound: usize,
    /// The answers, as `catalog ask` takes them.
    pub answers: Option<Value>,
}

/// A promise, and whether it is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Held {
    /// Its name.
    pub promise: String,
    /// What it says, for staff.
    pub words: &'static str,
    /// No walk broke it.
    pub kept: bool,
}

/// A broken promise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Broken {
    /// Its name.
    pub promise: String,
    /// What it says, for staff.
    pub words: &'static str,
    /// What of it is broken.
    pub what: String,
    /// How often.
    pub times: usize,
    /// The fewest answers that break it, as `catalog ask` takes them.
    pub answers: Value,
}

/// Something that no answers lead to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unreached {
    /// `question`, `rule`, `entry`, `measure` or `option`.
    pub what: &'static str,
    /// Its id.
    pub id: String,
    /// For staff.
    pub words: String,
}

/// Not wrong, but worth a look.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Finding {
    /// Two options that are never told apart.
    Twins {
        /// Of which question.
        question: String,
        /// Their ids.
        options: [String; 2],
        /// For staff.
        words: String,
    },
    /// Troubles that raise a question which, for them alone, is never put.
    IdleNeeds {
        /// The question.
        question: String,
        /// The troubles' ids.
        needs: Vec<String>,
        /// For staff.
        words: String,
    },
}

/// By id: the fewest answers at which it was seen, as `catalog ask` takes them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Witnesses {
    /// Questions put.
    pub questions: Map<String, Value>,
    /// Rules that hold.
    pub rules: Map<String, Value>,
    /// Entries on a card.
    pub entries: Map<String, Value>,
}

impl Report {
    /// As lines for staff.
    #[must_use]
    pub fn words(&self) -> String {
        let mut lines = vec![format!(
            "{} {}: 状態 {}、答えの道 {}、質問はいちばん多くて {} 問（上限 {}）",
            mark(self.holds),
            self.town,
            self.states,
            self.steps,
            self.longest.questions,
            self.longest.bound,
        )];
        lines.extend(under("調べた範囲", &self.covered));
        lines.extend(under("表から言えること", &self.shown_for_all_answers));
        let longest = self.longest.answers.clone().unwrap_or_default();
        lines.push(format!("  いちばん長い道: {longest}"));
        for promise in &self.promises {
            lines.push(format!("  {} {}", mark(promise.kept), promise.words));
        }
        lines.extend(self.broken.iter().map(Broken::as_line));
        for one in &self.unreached {
            lines.push(format!("  × {}", one.words));
        }
        for finding in &self.findings {
            lines.push(format!("  気づいたこと: {}", finding.words()));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn mark(kept: bool) -> &'static str {
    if kept { "○" } else { "×" }
}

fn under(head: &str, texts: &[String]) -> Vec<String> {
    let line = |text: &String| format!("  {head}: {text}");
    texts.iter().map(line).collect()
}

impl Broken {
    fn as_line(&self) -> String {
        format!(
            "  × {}: {}（{}回）。いちばん短い例を catalog ask に渡せます:\n    {}",
            self.words, self.what, self.times, self.answers
        )
    }
}

impl Finding {
    fn words(&self) -> &str {
        match self {
            Self::Twins { words, .. } | Self::IdleNeeds { words, .. } => words,
        }
    }
}
