//! `catalog walk`: the interview in a terminal, a person answering.
//!
//! Lines in, lines out: it reads whatever stream it is given, so that a test is a person too. Going back
//! is taking the last answers again, as in the app; nothing else is remembered.

use crate::reports::question::Question;
use crate::reports::reasons::reasons;
use crate::reports::search::compatible;
use crate::reports::status::status_words;
use crate::reports::when::When;
use navigator::{
    Answer, Answers, AreaId, Ask, Catalog, EntryId, Moment, NeedId, NeedSet, OptionSet, QuestionId,
    Reason, Standing, Suggestion, next_step, search_needs,
};
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
            (typed, Some(ask)) => match read(catalog, &answers, ask, typed) {
                Ok(said) => before.push(std::mem::replace(&mut answers, said)),
                Err(problem) => writeln!(output, "{problem}")?,
            },
        }
    }
}

fn show_question(
    catalog: &Catalog,
    answers: &Answers,
    ask: Ask,
    output: &mut impl Write,
) -> io::Result<()> {
    let shown = Question::of(catalog, answers, ask);
    let count = answers.asked() + 1;
    writeln!(output, "\n{count}. {}", shown.text)?;
    writeln!(output, "   （{}）", shown.why)?;
    let mut group = "";
    for (place, option) in shown.options.iter().enumerate() {
        let of = option.group.unwrap_or("");
        if of != group {
            writeln!(output, "  [{of}]")?;
            group = of;
        }
        writeln!(output, "  {:>3} {}", place + 1, option.text)?;
    }
    if ask == Ask::Needs {
        writeln!(output, "  言葉を書くと、困りごとをさがします（例: 家賃）。")?;
    }
    Ok(())
}

/// The answers with one more, or what to type instead.
fn read(catalog: &Catalog, answers: &Answers, ask: Ask, typed: &str) -> Result<Answers, String> {
    let mut said = answers.clone();
    match ask {
        Ask::Needs => {
            said.needs = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(needs(catalog, typed)?),
            };
        }
        Ask::Area => {
            said.area = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(area(catalog, typed)?),
            };
        }
        Ask::Question(id) => {
            let answer = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(options(catalog.question(id), typed)?),
            };
            said.set(id, answer);
        }
    }
    Ok(said)
}

fn refusal<S>(typed: &str) -> Option<Answer<S>> {
    match typed {
        "?" => Some(Answer::Unknown),
        "-" => Some(Answer::Declined),
        _ => None,
    }
}

fn needs(catalog: &Catalog, typed: &str) -> Result<NeedSet, String> {
    if !typed.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(found(catalog, typed));
    }
    let places = numbers(typed, catalog.needs.len())?;
    let ids: Vec<NeedId> = catalog.need_ids().collect();
    Ok(places.into_iter().map(|place| ids[place]).collect())
}

fn found(catalog: &Catalog, typed: &str) -> String {
    let needs = search_needs(catalog, typed, 8);
    if needs.is_empty() {
        return format!(
            "「{typed}」に合う困りごとが見つかりません。番号か、ほかの言葉で答えます。"
        );
    }
    let lines = needs
        .into_iter()
        .map(|id| format!("  {:>3} {}\n", id.index() + 1, catalog.need(id).words));
    format!(
        "「{typed}」に近い困りごと（番号で選びます）\n{}",
        lines.collect::<String>()
    )
}

fn area(catalog: &Catalog, typed: &str) -> Result<AreaId, String> {
    let mut ids = catalog.area_ids();
    if let Some(id) = ids.find(|id| catalog.areas[id.index()].name == typed) {
        return Ok(id);
    }
    match numbers(typed, catalog.areas.len())?.as_slice() {
        [place] => catalog.area_ids().nth(*place).ok_or_else(String::new),
        _ => Err("1つだけ選びます。".to_owned()),
    }
}

fn options(question: &navigator::Question, typed: &str) -> Result<OptionSet, String> {
    let places = numbers(typed, question.options.len())?;
    let several = places.len() > 1;
    if several && !question.multiple {
        return Err("1つだけ選びます。".to_owned());
    }
    if several && places.iter().any(|&place| question.options[place].alone) {
        return Err("「あてはまらない」と、ほかの答えはいっしょに選べません。".to_owned());
    }
    Ok(places.into_iter().collect())
}

/// Positions from numbers that count from 1, each once.
fn numbers(typed: &str, count: usize) -> Result<Vec<usize>, String> {
    let mut places = Vec::new();
    for word in typed.split(|c: char| c.is_whitespace() || ",、".contains(c)) {
        if word.is_empty() {
            continue;
        }
        let number: Option<usize> = word.parse().ok();
        match number.filter(|number| (1..=count).contains(number)) {
            Some(number) if places.contains(&(number - 1)) => {}
            Some(number) => places.push(number - 1),
            None => {
                return Err(format!(
                    "「{word}」は使えません。1〜{count} の番号で答えます。"
                ));
            }
        }
    }
    Ok(places)
}

fn show_results(
    catalog: &Catalog,
    answers: &Answers,
    when: When,
    output: &mut impl Write,
) -> io::Result<()> {
    let outcome = when.suggest(catalog, answers);
    let first = outcome.first_cards().count();
    writeln!(output, "\n── 今わかっている窓口 ──")?;
    for (place, card) in outcome.suggestions.iter().enumerate() {
        if place == first {
            writeln!(output, "── ほかの窓口 ──")?;
        }
        if place < first {
            show_card(catalog, answers, when.now, place + 1, card, output)?;
        } else {
            let entry = catalog.entry(card.entry);
            writeln!(
                output,
                "{:>3} {}　{}",
                place + 1,
                entry.name,
                phone(catalog, card.entry)
            )?;
        }
    }
    writeln!(output, "── いつでも ──")?;
    for &id in &catalog.always {
        writeln!(
            output,
            "    {}　{}",
            catalog.entry(id).name,
            phone(catalog, id)
        )?;
    }
    Ok(())
}

fn show_card(
    catalog: &Catalog,
    answers: &Answers,
    now: Option<Moment>,
    rank: usize,
    card: &Suggestion,
    output: &mut impl Write,
) -> io::Result<()> {
    let entry = catalog.entry(card.entry);
    let standing = match card.standing {
        Standing::Fits => "相談できます",
        Standing::Maybe => "聞いてみる価値があります",
    };
    let danger = if card.crisis { "【すぐに】" } else { "" };
    writeln!(
        output,
        "{rank:>3} {danger}{}　{}",
        entry.name,
        phone(catalog, card.entry)
    )?;
    if card.joined_up {
        writeln!(
            output,
            "      いくつもの困りごとを、1か所でまとめて聞いてくれます。"
        )?;
    }
    writeln!(
        output,
        "      {standing}{}",
        because(catalog, answers, card)
    )?;
    if let Some(now) = now {
        let status = entry.hours.status(now, &catalog.holidays);
        writeln!(output, "      {}", status_words(status, now))?;
    }
    for &id in &card.same_phone {
        writeln!(output, "      同じ電話で: {}", catalog.entry(id).name)?;
    }
    for &id in &card.alternatives {
        writeln!(
            output,
            "      町によっては: {}　{}",
            catalog.entry(id).name,
            phone(catalog, id)
        )?;
    }
    // Who declined is not asked again, not even so.
    let declined = |id: &&QuestionId| answers.circumstance(**id) == Answer::Declined;
    for &id in card.unknown.iter().filter(|id| !declined(id)) {
        let text = catalog.question(id).text.to(answers.asker);
        writeln!(output, "      わかると確かになる: {text}")?;
    }
    Ok(())
}

/// The reasons, without what is only possible: nobody is told that they said it.
fn because(catalog: &Catalog, answers: &Answers, card: &Suggestion) -> String {
    let mut said = card.clone();
    said.reasons
        .retain(|reason| !matches!(reason, Reason::Perhaps(_)));
    if said.reasons.is_empty() && !card.reasons.is_empty() {
        return String::new();
    }
    format!("（{}）", reasons(catalog, answers, &said).join("／"))
}

fn phone(catalog: &Catalog, id: EntryId) -> &str {
    let phone = catalog.entry(id).channels.phone.as_str();
    if phone.is_empty() {
        "（電話なし）"
    } else {
        phone
    }
}
