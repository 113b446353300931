//! The order of あいうえお: which row of the index a reading belongs to, and what it is sorted by.

use unicode_normalization::UnicodeNormalization;

/// The rows of the index; whatever is not kana comes last.
pub const ROWS: [(&str, &str, &str); 11] = [
    ("a", "あ", "あいうえお"),
    ("ka", "か", "かきくけこ"),
    ("sa", "さ", "さしすせそ"),
    ("ta", "た", "たちつてと"),
    ("na", "な", "なにぬねの"),
    ("ha", "は", "はひふへほ"),
    ("ma", "ま", "まみむめも"),
    ("ya", "や", "やゆよ"),
    ("ra", "ら", "らりるれろ"),
    ("wa", "わ", "わをん"),
    ("other", "ほか", ""),
];

/// The reading in large hiragana without voicing: 「がっこう」 stands between 「かつ」 and 「かて」, as in a dictionary.
pub fn sorting_key(reading: &str) -> String {
    reading.nfkd().filter_map(plain).collect()
}

fn plain(sign: char) -> Option<char> {
    let hiragana = match sign {
        // Marks of voicing, spaces and dots do not count.
        '\u{3099}' | '\u{309A}' | ' ' | '・' | '　' => return None,
        'ァ'..='ヶ' => char::from_u32(u32::from(sign) - 0x60).unwrap_or(sign),
        other => other,
    };
    let small = matches!(
        hiragana,
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ'
    );
    Some(if small {
        char::from_u32(u32::from(hiragana) + 1).unwrap_or(hiragana)
    } else {
        hiragana
    })
}

/// The place of a reading's row in [`ROWS`].
pub fn row_of(reading: &str) -> usize {
    let first = sorting_key(reading).chars().next();
    ROWS.iter()
        .position(|(_, _, signs)| first.is_some_and(|first| signs.contains(first)))
        .unwrap_or(ROWS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_stand_as_in_a_dictionary() {
        let mut words = ["がっこう", "かて", "かつ", "ガス", "はは", "ぱぱ"];
        words.sort_by_key(|word| sorting_key(word));
        assert_eq!(words, ["ガス", "かつ", "がっこう", "かて", "はは", "ぱぱ"]);
    }

    #[test]
    fn each_reading_has_its_row() {
        let rows = ["ぎ", "ッ", "ん", "ぽ", "A", ""].map(|reading| ROWS[row_of(reading)].1);
        assert_eq!(rows, ["か", "た", "わ", "は", "ほか", "ほか"]);
    }
}
