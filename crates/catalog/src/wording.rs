//! What a text may be where not every text will do: a reading, a sentence, a list. Each takes the cell as column and text,
//! and says nothing of an empty one.

use crate::fault::Faults;
use crate::sheets::{Place, list};

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

/// Notes a text that is no sentence: `10` was dragged down a column, and says nothing.
pub fn check_sentence(place: Place, (column, text): (&str, &str), faults: &mut Faults) {
    if !text.is_empty() && !is_sentence(text) {
        let what = format!("「{text}」は文ではありません");
        place.fault(faults, column, what, SENTENCE_MEND);
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
fn has_word(text: &str) -> bool {
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

/// A Japanese sentence has kana, and more than a word of it.
pub fn is_sentence(text: &str) -> bool {
    let is_kana = |sign: char| matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ');
    text.chars().filter(|&sign| is_kana(sign)).count() > 1 && text.chars().count() > 3
}

/// Notes a text that is longer than anything of its sort.
pub fn check_length(place: Place, (column, text): (&str, &str), most: usize, faults: &mut Faults) {
    let count = text.chars().count();
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
        for text in ["10", "相談", "？？？？？", "ABCDEF", "です"] {
            assert!(!is_sentence(text), "{text}");
        }
    }
}
