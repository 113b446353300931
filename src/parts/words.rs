//! Answers told back in the person's words.

use navigator::{Answers, Catalog, Day, Reason};

/// 2026年11月22日.
pub fn date_words(day: Day) -> String {
    let (year, month, date) = day.civil();
    let [year, month, date] = [year, month.into(), date.into()].map(|part: i32| part.to_string());
    [&year, "年", &month, "月", &date, "日"].concat()
}

/// One reason, as the person said it; empty for what was only left open, since nobody said that.
pub fn reason_words(catalog: &Catalog, answers: &Answers, reason: Reason) -> String {
    match reason {
        Reason::Need(need) => catalog.need(need).words.clone(),
        Reason::Rule(rule) => catalog.rule(rule).words.clone(),
        Reason::Perhaps(_) => String::new(),
        Reason::Circumstance(question, chosen) => {
            let question = catalog.question(question);
            let said: Vec<&str> = chosen
                .iter()
                .filter_map(|option| question.options.get(option))
                .map(|option| option.text.to(answers.asker))
                .collect();
            said.join("、")
        }
    }
}
