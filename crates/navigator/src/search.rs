//! Word search over needs: a typed word or a whole sentence finds several.
//!
//! The caller brings the text into Unicode's compatibility form (the browser does that for nothing);
//! here katakana becomes hiragana, long vowels and particles fall away, and what is left is compared.
//! Nothing is kept.

use crate::catalog::{Catalog, Need, NeedId};

/// Needs that the text speaks of, best first, at most `limit`.
#[must_use]
pub fn search_needs(catalog: &Catalog, text: &str, limit: usize) -> Vec<NeedId> {
    let typed = fold(text);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, NeedId)> = catalog
        .need_ids()
        .map(|id| (likeness(catalog.need(id), &typed), id))
        .filter(|(score, _)| *score > 0)
        .collect();
    found.sort_by_key(|&(score, id)| (std::cmp::Reverse(score), id));
    found.truncate(limit);
    found.into_iter().map(|(_, id)| id).collect()
}

fn likeness(need: &Need, typed: &[char]) -> u32 {
    let words = need
        .words
        .split('・')
        .chain(std::iter::once(need.plain.as_str()))
        .chain(need.search.iter().map(String::as_str));
    words
        .map(|word| alike(&fold(word), typed))
        .max()
        .unwrap_or(0)
}

/// Whole words weigh more than parts, long ones more than short ones.
fn alike(word: &[char], typed: &[char]) -> u32 {
    let length = |chars: &[char]| u32::try_from(chars.len()).unwrap_or(u32::MAX);
    let contains = |hay: &[char], needle: &[char]| {
        needle.len() >= 2 && hay.windows(needle.len()).any(|part| part == needle)
    };
    if word == typed {
        return 20 * length(word) + 20;
    }
    if contains(typed, word) {
        return 20 * length(word);
    }
    if contains(word, typed) {
        return 10 * length(typed);
    }
    if word.len() < 4 || typed.len() < 3 {
        return 0;
    }
    let pairs = word.windows(2);
    let all = length(word) - 1;
    let shared = pairs
        .filter(|pair| typed.windows(2).any(|other| other == *pair))
        .count();
    let shared = u32::try_from(shared).unwrap_or(0);
    if shared * 5 >= all * 3 { 6 * shared } else { 0 }
}

/// Brings spellings together: カナ to かな, wide letters to plain ones, no long vowels, particles,
/// spaces or marks.
fn fold(text: &str) -> Vec<char> {
    text.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => shifted(c, -0x60),
            '！'..='～' => shifted(c, -0xfee0),
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() && !"ーがもをはにの".contains(*c))
        .collect()
}

fn shifted(c: char, by: i32) -> char {
    u32::from(c)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(c)
}
