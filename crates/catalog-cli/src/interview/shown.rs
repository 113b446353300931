//! What a person sees: the next question, and the windows that are known by now.

use crate::reports::question::Question;
use crate::reports::reasons::reasons;
use crate::reports::status::status_words;
use crate::reports::when::When;
use navigator::{
    Answer, Answers, Ask, Catalog, Entry, EntryId, Moment, QuestionId, Reason, Standing, Suggestion,
};
use std::io::{self, Write};
use words::asks::asks;

/// The question that is next, with its options by number.
pub fn show_question(
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

/// The first cards in full, the others by name and number.
pub fn show_results(
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
    show_always(catalog, output)
}

fn show_always(catalog: &Catalog, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "── いつでも ──")?;
    for &id in &catalog.always {
        let name = &catalog.entry(id).name;
        writeln!(output, "    {name}　{}", phone(catalog, id))?;
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
    let standing = standing_words(card.standing);
    writeln!(
        output,
        "{rank:>3} {}{}　{}",
        haste(card),
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
        show_hours(catalog, entry, now, output)?;
    }
    show_beside(catalog, card, output)?;
    for say in asks(catalog, card, answers.asker) {
        writeln!(output, "      言うこと: {say}")?;
    }
    // Who declined is not asked again, not even so.
    let declined = |id: &&QuestionId| answers.circumstance(**id) == Answer::Declined;
    for &id in card.unknown.iter().filter(|id| !declined(id)) {
        let text = catalog.question(id).text.to(answers.asker);
        writeln!(output, "      わかると確かになる: {text}")?;
    }
    Ok(())
}

fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Fits => "相談できます",
        Standing::Maybe => "聞いてみる価値があります",
    }
}

/// The windows that stand on a card beside its own.
fn show_beside(catalog: &Catalog, card: &Suggestion, output: &mut impl Write) -> io::Result<()> {
    for &id in &card.same_phone {
        writeln!(output, "      同じ電話で: {}", catalog.entry(id).name)?;
    }
    for &id in &card.alternatives {
        writeln!(
            output,
            "      ほかの所: {}　{}",
            catalog.entry(id).name,
            phone(catalog, id)
        )?;
    }
    for &id in &card.passed_on {
        let name = &catalog.entry(id).name;
        writeln!(output, "      つないでもらう所: {name}")?;
    }
    Ok(())
}

fn haste(card: &Suggestion) -> &'static str {
    match (card.crisis, card.urgent) {
        (true, _) => "【すぐに】",
        (false, true) => "【今日か明日のうちに】",
        (false, false) => "",
    }
}

/// Whether the window, and the switchboard by which it is called, answers now.
fn show_hours(
    catalog: &Catalog,
    entry: &Entry,
    now: Moment,
    output: &mut impl Write,
) -> io::Result<()> {
    let status = entry.hours.status(now, &catalog.holidays);
    writeln!(output, "      {}", status_words(status, now))?;
    if let Some(hall) = catalog.switchboard_of(entry) {
        let status = hall.hours.status(now, &catalog.holidays);
        writeln!(output, "      代表電話は: {}", status_words(status, now))?;
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
