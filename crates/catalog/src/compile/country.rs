//! The sheets of the knowledge become the part that all towns share.

use std::collections::HashSet;

use super::row::{line, say_in_own_words};
use super::shelf::Shelf;
use crate::knowledge::{Knowledge, NeedRow, Reach};
use navigator::{Kind, KindId, Need, NeedId};

/// The knowledge as it is sent to phones and as staff see it, worded as the country writes.
pub fn country(knowledge: &Knowledge) -> navigator::KnowledgePart {
    let mut shelf = Shelf::behind(&[]);
    let lines = lines(knowledge, &mut shelf);
    let kind_fields = in_order(knowledge.kinds.iter().map(|kind| &kind.field));
    navigator::KnowledgePart {
        fields: knowledge
            .fields
            .iter()
            .map(|row| row.field.clone())
            .collect(),
        needs: knowledge
            .needs
            .iter()
            .map(|row| need(knowledge, row))
            .collect(),
        questions: knowledge.questions.clone(),
        kinds: kinds(knowledge, &kind_fields),
        kind_fields,
        rules: knowledge.rules.to_vec(),
        fallback: knowledge.fallback.clone(),
        joined_up: knowledge.joined_up.unwrap_or(KindId(0)),
        giving: needs_with(knowledge, |need| need.giving),
        strain: needs_with(knowledge, |need| need.strain),
        lines,
        sources: shelf.own(),
        holidays: crate::holidays(),
    }
}

fn need(knowledge: &Knowledge, row: &NeedRow) -> Need {
    let is_at = |id: &String| place(knowledge.fields.iter().position(|row| row.id == *id));
    let mut fields = row.fields.iter().map(is_at);
    Need {
        id: row.id.clone(),
        field: fields.next().unwrap_or(0),
        other_fields: fields.collect(),
        text: row.text.clone(),
        plain: row.plain.clone(),
        first: row.first.clone(),
        also: row.also.clone(),
        compound: row.compound,
        errand: row.errand,
        sensitive: row.sensitive,
        direct: row.direct,
        search: telling_words(&row.search),
    }
}

fn kinds(knowledge: &Knowledge, fields: &[String]) -> Vec<Kind> {
    let rows = knowledge.kinds.iter().zip(&knowledge.fits);
    rows.map(|(row, fits)| Kind {
        id: row.id.clone(),
        field: place(fields.iter().position(|field| *field == row.field)),
        plain: row.plain.clone(),
        fits: fits.clone(),
        direct: row.direct,
        say: row.say.clone(),
        entries: Vec::new(),
    })
    .collect()
}

fn lines(knowledge: &Knowledge, shelf: &mut Shelf) -> Vec<navigator::Entry> {
    let rows = knowledge.lines.iter();
    let shown = rows.filter(|(reach, row)| row.published && *reach == Reach::Nation);
    let mut lines: Vec<_> = shown.map(|(reach, row)| line(reach, row, shelf)).collect();
    say_in_own_words(&mut lines, None);
    lines
}

fn needs_with(knowledge: &Knowledge, marked: fn(&NeedRow) -> bool) -> Vec<NeedId> {
    let ids = (0..).map(NeedId);
    ids.zip(&knowledge.needs)
        .filter(|(_, need)| marked(need))
        .map(|(id, _)| id)
        .collect()
}

/// Search words without those that a shorter one already finds (家ちん finds 家ちんがはらえない): each
/// word costs bytes on every phone.
fn telling_words(words: &[String]) -> Vec<String> {
    let is_found = |word: &String| words.iter().any(|other| is_found_by(word, other));
    let telling = words.iter().filter(|word| !is_found(word));
    telling.cloned().collect()
}

/// Two letters of kana stand by chance in too many words (がん in 上がん): the search reads them as a word of their own only.
fn is_found_by(word: &str, other: &str) -> bool {
    let is_kana = |letter: char| ('ぁ'..='ヿ').contains(&letter);
    let fewest = if other.chars().all(is_kana) { 3 } else { 2 };
    other.len() < word.len() && other.chars().count() >= fewest && word.contains(other)
}

fn in_order<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(*name)).cloned().collect()
}

fn place(found: Option<usize>) -> u8 {
    found
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(0)
}
