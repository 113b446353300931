//! What a text may be where not every text will do: a reading, a sentence, a list. Each takes the cell as column and text,
//! and says nothing of an empty one.

use crate::fault::Faults;
use crate::sheets::{Place, list};
use std::collections::HashSet;

/// Notes a reading that is not kana: it is spoken, and sorted by.
pub fn check_kana(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if !is_kana(text) {
        let what = format!("「{text}」に、ひらがなでない字があります");
        place.fault(faults, column, what, KANA_MEND);
    }
}

/// What to write instead of a reading that is none.
pub const KANA_MEND: &str = "全部をひらがなで書きます。数も読むとおりに書きます";

/// Hiragana, and what stands between its words.
pub fn is_kana(text: &str) -> bool {
    let is_kana = |sign| matches!(sign, 'ぁ'..='ゖ' | 'ー' | '・' | '（' | '）');
    text.chars()
        .all(|sign| is_kana(sign) || sign.is_whitespace())
}

/// Notes a text that is no sentence (`10` was dragged down a column, and says nothing) or says one twice.
pub fn check_sentence(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if !text.is_empty() && !is_sentence(text) {
        let what = format!("「{text}」は文ではありません");
        place.fault(faults, column, what, SENTENCE_MEND);
    } else if let Some(sentence) = said_twice(text) {
        let what = format!("「{sentence}」が2回あります");
        place.fault(faults, column, what, "1つにします");
    }
}

/// The first sentence of a text that stands there already.
fn said_twice(text: &str) -> Option<&str> {
    let sentences = text.split(['。', '！', '？', '\n']).map(str::trim);
    let mut seen = HashSet::new();
    let mut said = sentences.filter(|sentence| !sentence.is_empty());
    said.find(|sentence| !seen.insert(*sentence))
}

/// Notes a name of several lines: it stands in one on every screen, and in links and files.
pub fn check_line(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if text.contains('\n') {
        let what = format!("「{text}」の中で、行が変わっています");
        place.fault(faults, column, what, "1行で書きます");
    }
}

/// Notes a text without any word of Japanese: `0`, `N/A` and `-` say nothing to a resident.
pub fn check_word(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if !text.is_empty() && !has_word(text) {
        let what = format!("「{text}」は言葉ではありません");
        place.fault(
            faults,
            column,
            what,
            "日本語で書きます。書くことがなければ空にします",
        );
    }
}

/// True if a text has kana or kanji.
pub fn has_word(text: &str) -> bool {
    text.chars().any(|sign| {
        matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '々' | '一'..='鿿' | '㐀'..='䶿' | '豈'..='﫿')
    })
}

/// Notes a name without any letter: it may be `NPO`, and not `0`.
pub fn check_letter(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if !text.is_empty() && !text.chars().any(char::is_alphabetic) {
        let what = format!("「{text}」は名前ではありません");
        place.fault(faults, column, what, "名前を書きます");
    }
}

/// What to write instead of something that is no sentence.
pub const SENTENCE_MEND: &str = "かなのある文で書きます";

/// A Japanese sentence has kana, and more than a word of it; a key that was held down is none.
pub fn is_sentence(text: &str) -> bool {
    let is_kana = |sign: char| matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ');
    let signs: Vec<char> = text.chars().collect();
    let mut fives = signs.windows(5);
    let is_held = fives.any(|five| is_kana(five[0]) && five.iter().all(|sign| *sign == five[0]));
    signs.iter().filter(|&&sign| is_kana(sign)).count() > 1 && signs.len() > 3 && !is_held
}

/// What is no longer than this is a name, and stands in one line.
const LONGEST_LINE: usize = 90;

/// Notes a text that is longer than anything of its sort, and a name of several lines.
pub fn check_length(place: Place, (column, text): (&str, &str), most: usize, faults: &mut Faults) {
    let count = text.chars().count();
    if most <= LONGEST_LINE {
        check_line(place, (column, text), faults);
    }
    if count > most {
        let what = format!("{count}字あります（{most}字まで）");
        place.fault(
            faults,
            column,
            what,
            "短くします。長い説明は「メモ」に移します",
        );
    }
}

/// Notes what a list says twice.
pub fn check_once(place: Place, (column, cell): (&str, &str), faults: &mut Faults) {
    let parts = list(cell);
    for (at, part) in parts.iter().enumerate() {
        if parts[..at].contains(part) {
            place.fault(
                faults,
                column,
                format!("「{part}」が2回あります"),
                "1つにします",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_kana_and_a_sentence_is_more_than_a_figure() {
        for text in [
            "あさかしやくしょ（だいひょう）",
            "けいさつ ひゃくとおばん",
            "せんたー",
            "",
        ] {
            assert!(is_kana(text), "{text}");
        }
        for text in ["朝霞しやくしょ", "けいさつ110ばん", "センター", "#"] {
            assert!(!is_kana(text), "{text}");
        }
        assert!(is_sentence("話を聞きます。") && is_sentence("つなぎます。"));
        assert!(is_sentence("すすきの入り口へ。") && is_sentence("こころの電話ですすすめません。"));
        assert_eq!(
            said_twice("聞きます。話します。聞きます。"),
            Some("聞きます")
        );
        assert_eq!(said_twice("聞きます。話します。"), None);
        for text in ["10", "相談", "？？？？？", "ABCDEF", "です", "ああああああ"] {
            assert!(!is_sentence(text), "{text}");
        }
    }
}
