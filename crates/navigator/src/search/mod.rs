//! Word search over needs, and over kinds and windows by name: a typed word or a whole sentence finds
//! several.
//!
//! The caller brings the text into Unicode's compatibility form (the browser does that for nothing);
//! here katakana becomes hiragana, long vowels and particles fall away, and what is left is compared.
//! Nothing is kept.

use crate::model::{Catalog, EntryId, KindId, Need, NeedId};
use crate::order::by_key;

/// Needs that the text speaks of, best first, at most `limit`.
#[must_use]
pub fn search_needs(catalog: &Catalog, text: &str, limit: usize) -> Vec<NeedId> {
    let typed = Folded::of(text);
    let likeness = |id| likeness(words_of(catalog.need(id)), &typed);
    best(catalog.need_ids(), likeness, |id| u32::from(id.0), limit)
}

/// Kinds by the names that residents know, best first, at most `limit`.
#[must_use]
pub fn search_kinds(catalog: &Catalog, text: &str, limit: usize) -> Vec<KindId> {
    let typed = Folded::of(text);
    let likeness = |id| likeness(catalog.kind(id).plain.split('・'), &typed);
    best(catalog.kind_ids(), likeness, |id| u32::from(id.0), limit)
}

/// Windows and services by plain name, official name or reading, best first, at most `limit`.
#[must_use]
pub fn search_entries(catalog: &Catalog, text: &str, limit: usize) -> Vec<EntryId> {
    let typed = Folded::of(text);
    let likeness = |id| {
        let entry = catalog.entry(id);
        let names = [&entry.plain, &entry.name, &entry.reading];
        likeness(names.into_iter().map(String::as_str), &typed)
    };
    best(catalog.entry_ids(), likeness, |id| id.0, limit)
}

fn best<Id: Copy>(
    ids: impl Iterator<Item = Id>,
    likeness: impl Fn(Id) -> u32,
    place: impl Fn(Id) -> u32,
    limit: usize,
) -> Vec<Id> {
    let scored = ids.map(|id| (likeness(id), id));
    let found: Vec<(u32, Id)> = scored.filter(|(score, _)| *score > 0).collect();
    let lowness = |found: &(u32, Id)| u64::from(u32::MAX - found.0);
    let mut found = by_key(found, lowness, |found| place(found.1));
    found.truncate(limit);
    found.into_iter().map(|(_, id)| id).collect()
}

fn words_of(need: &Need) -> impl Iterator<Item = &str> {
    need.text
        .written()
        .flat_map(|words| words.split('・'))
        .chain(std::iter::once(need.plain.as_str()))
        .chain(need.search.iter().map(String::as_str))
}

fn likeness<'a>(words: impl Iterator<Item = &'a str>, typed: &Folded) -> u32 {
    words
        .map(Folded::of)
        .map(|word| {
            alike(&word.whole, &typed.whole)
                .max(alike(&word.terse, &typed.terse))
                .max(alike(&word.kanji, &typed.kanji))
        })
        .max()
        .unwrap_or(0)
}

/// Whole words weigh more than parts, long ones more than short ones.
fn alike(word: &[char], typed: &[char]) -> u32 {
    let length = |chars: &[char]| u32::try_from(chars.len()).unwrap_or(u32::MAX);
    let contains = |hay: &[char], needle: &[char]| {
        needle.len() >= 2 && hay.windows(needle.len()).any(|part| part == needle)
    };
    if word == typed && !word.is_empty() {
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

/// The same word, written in several ways.
const SPELLINGS: [(&str, &str); 13] = [
    ("子供", "子ども"),
    ("こども", "子ども"),
    ("障がい", "障害"),
    ("障碍", "障害"),
    ("怖", "こわ"),
    ("恐", "こわ"),
    ("辛", "つら"),
    ("寂し", "さびし"),
    ("淋し", "さびし"),
    ("さみし", "さびし"),
    ("叩", "たた"),
    ("殴", "なぐ"),
    ("眠", "ねむ"),
];

/// Spellings brought together: カナ to かな, wide letters to plain ones, no long vowels, spaces or marks.
struct Folded {
    whole: Vec<char>,
    /// Without particles, which people leave out; 「がん」 is nothing without them.
    terse: Vec<char>,
    /// Without any hiragana: 取り立て, 取立て and 取立 are the same.
    kanji: Vec<char>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut text = text.to_owned();
        for (from, to) in SPELLINGS {
            if text.contains(from) {
                text = text.replace(from, to);
            }
        }
        let whole: Vec<char> = text
            .chars()
            .map(|c| match c {
                'ァ'..='ヶ' => shifted(c, -0x60),
                '！'..='～' => shifted(c, -0xfee0),
                _ => c,
            })
            .map(|c| c.to_ascii_lowercase())
            .filter(|&c| is_letter(c))
            .collect();
        let without = |left_out: &dyn Fn(char) -> bool| -> Vec<char> {
            let kept = whole.iter().filter(|&&c| !left_out(c));
            kept.copied().collect()
        };
        Self {
            terse: without(&|c| "がもをはにの".contains(c)),
            kanji: without(&|c| ('ぁ'..='ゖ').contains(&c)),
            whole,
        }
    }
}

/// Letters of the languages that sheets are written in. Unicode's own tables would weigh 4 KB in brotli.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '々'..='〇' | 'ぁ'..='ゖ' | '㐀'..='鿿' | '가'..='힣')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn shifted(c: char, by: i32) -> char {
    u32::from(c)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PerAsker;

    fn whole(text: &str) -> String {
        Folded::of(text).whole.into_iter().collect()
    }

    fn likeness_of(word: &str, typed: &str) -> u32 {
        let need = Need {
            text: PerAsker {
                myself: word.to_owned(),
                ..PerAsker::default()
            },
            ..Need::default()
        };
        likeness(words_of(&need), &Folded::of(typed))
    }

    #[test]
    fn spellings_come_together() {
        for (one, other) in [
            ("ストーカー", "すとか"),
            ("ＤＶ", "dv"),
            ("家 賃、", "家賃"),
            ("子供・こども", "子ども子ども"),
            ("障がい者", "障害者"),
            ("夫が怖い！", "夫がこわい"),
            ("ヴァイオリン", "ゔぁいおりん"),
        ] {
            assert_eq!(whole(one), whole(other));
        }
        assert_eq!(whole(" 、。！ー「」🙂"), "");
    }

    #[test]
    fn particles_and_okurigana_may_be_left_out() {
        for (word, typed) in [
            ("お金がない", "お金ない"),
            ("取り立て", "取立"),
            ("引っ越し", "引越"),
        ] {
            assert!(likeness_of(word, typed) > 0, "{word} {typed}");
            assert!(likeness_of(typed, word) > 0, "{word} {typed}");
        }
    }

    #[test]
    fn a_trouble_is_found_by_the_words_of_every_asker() {
        let need = Need {
            text: PerAsker {
                myself: "死にたい".to_owned(),
                family: "消えたいと言っている".to_owned(),
                supporter: "つらそうな人・心配な人がいる".to_owned(),
            },
            ..Need::default()
        };
        for typed in ["死にたい", "消えたいと言っている", "心配な人がいる"] {
            assert!(likeness(words_of(&need), &Folded::of(typed)) > 0, "{typed}");
        }
    }

    #[test]
    fn a_word_of_particles_alone_is_a_word() {
        assert!(likeness_of("がん", "がん") > 0);
        assert!(likeness_of("がん", "母ががんで入院") > 0);
        assert_eq!(likeness_of("がん", "が"), 0);
    }

    #[test]
    fn the_whole_word_counts_more_than_a_part_and_a_part_more_than_a_likeness() {
        let typed = "家賃滞納";
        let weights =
            ["家賃滞納", "家賃", "滞納", "家賃の督促"].map(|word| likeness_of(word, typed));
        assert!(weights.is_sorted_by(|one, next| one >= next), "{weights:?}");
        assert!(
            weights[0] > weights[1] && weights[3] < weights[1],
            "{weights:?}"
        );
    }

    #[test]
    fn nothing_is_like_nothing() {
        for (word, typed) in [
            ("", ""),
            ("家賃", ""),
            ("", "家賃"),
            ("・", "家賃"),
            ("家賃", "借金"),
        ] {
            assert_eq!(likeness_of(word, typed), 0, "{word} {typed}");
        }
    }
}
