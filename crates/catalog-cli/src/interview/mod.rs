//! `catalog walk`: the interview in a terminal, a person answering.
//!
//! Lines in, lines out: it reads whatever stream it is given, so that a test is a person too. Going back
//! is taking the last answers again, as in the app; nothing else is remembered.

mod shown;
mod typed;

use crate::reports::search::compatible;
use crate::reports::when::When;
use navigator::{Answers, Catalog, next_step};
use shown::{show_question, show_results};
use std::io::{self, BufRead, Write};

const KEYS: &str = "番号で答える（いくつでも選べる質問は、間を空けて並べる）
? わからない　- 答えたくない　b 1つもどる　r 今わかっている窓口　q 終わる";

/// Asks until nothing is left to ask, the person quits or the input ends.
///
/// # Errors
/// If the streams fail.
pub fn interview(
    catalog: &Catalog,
    start: &Answers,
    when: When,
    mut input: impl BufRead,
    mut output: impl Write,
) -> io::Result<()> {
    writeln!(output, "{}　まどぐちナビ\n{KEYS}", catalog.town.name)?;
    let mut answers = start.clone();
    let mut before: Vec<Answers> = Vec::new();
    loop {
        let next = next_step(catalog, &answers, when.day);
        match next {
            Some(ask) => show_question(catalog, &answers, ask, &mut output)?,
            None => {
                show_results(catalog, &answers, when, &mut output)?;
                writeln!(output, "\nもう聞くことはありません。（b もどる　q 終わる）")?;
            }
        }
        write!(output, "> ")?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(output)?;
            return Ok(());
        }
        let typed = compatible(line.trim());
        match (typed.as_str(), next) {
            ("q", _) => return Ok(()),
            ("b", _) => match before.pop() {
                Some(earlier) => answers = earlier,
                None => writeln!(output, "ここが、いちばん先の質問です。")?,
            },
            ("r", _) => show_results(catalog, &answers, when, &mut output)?,
            ("", _) | (_, None) => {}
            (typed, Some(ask)) => match typed::read(catalog, &answers, ask, typed) {
                Ok(said) => before.push(std::mem::replace(&mut answers, said)),
                Err(problem) => writeln!(output, "{problem}")?,
            },
        }
    }
}
