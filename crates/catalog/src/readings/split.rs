//! Okurigana: which part of a reading belongs to the kanji of a word, and which is written in kana anyway.

/// True for kanji and what is read like them (々, 〆, 〇): the signs that need a reading.
pub fn is_han(sign: char) -> bool {
    matches!(sign,
        '々' | '〆' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

/// A small ヶ is read with the kanji beside it (霞ヶ関).
fn goes_with_han(sign: char) -> bool {
    is_han(sign) || matches!(sign, 'ヶ' | 'ヵ')
}

/// A word in runs that get a reading (true) and runs of kana: 「思い出」 is 思, い, 出. Digits with which a word begins are
/// read together with the kanji after them: 「1人」 is one run.
pub fn runs(word: &str) -> Vec<(&str, bool)> {
    let digits = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let mut end = word.len() - digits.len();
    if !digits.starts_with(goes_with_han) {
        end = 0;
    }
    let mut runs = Vec::new();
    let mut start = 0;
    while start < word.len() {
        let rest = &word[end..];
        let han = rest.starts_with(goes_with_han);
        let run = rest.find(|sign| goes_with_han(sign) != han);
        end += run.unwrap_or(rest.len());
        runs.push((&word[start..end], han));
        start = end;
    }
    runs
}

/// The part of a word's reading that belongs to each of its runs of kanji. The kana of the word stand in the reading as
/// they are; where that leaves no way or two ways to divide it, what is wrong and what to do is the error.
pub fn split(word: &str, reading: &str) -> Result<Vec<String>, (String, String)> {
    let kana_or_own = |sign: char| is_hiragana(sign) || (word.contains(sign) && !is_han(sign));
    if let Some(sign) = reading.chars().find(|&sign| !kana_or_own(sign)) {
        return Err((
            format!("「{sign}」があります"),
            "ひらがなだけで書きます".to_owned(),
        ));
    }
    let mut ways = Vec::new();
    divide(&runs(word), reading, &mut Vec::new(), &mut ways);
    match (ways.pop(), ways.is_empty()) {
        (Some(way), true) => Ok(way),
        (Some(_), false) => Err((
            format!("「{word}」のどの漢字をどう読むか、1つに決まりません"),
            "言葉を2行に分けます".to_owned(),
        )),
        (None, _) => Err((
            format!("「{word}」のかなが、よみ「{reading}」に同じ順で出てきません"),
            "送りがなも入れて、言葉の全部のよみを書きます（例: 困る → こまる）".to_owned(),
        )),
    }
}

fn divide(
    runs: &[(&str, bool)],
    reading: &str,
    taken: &mut Vec<String>,
    ways: &mut Vec<Vec<String>>,
) {
    let Some(((run, han), others)) = runs.split_first() else {
        if reading.is_empty() {
            ways.push(taken.clone());
        }
        return;
    };
    if !han {
        let kana: String = run.chars().map(hiragana).collect();
        if let Some(rest) = reading.strip_prefix(&kana) {
            divide(others, rest, taken, ways);
        }
        return;
    }
    let kana = reading
        .char_indices()
        .take_while(|&(_, sign)| is_hiragana(sign));
    for end in kana.map(|(at, sign)| at + sign.len_utf8()) {
        taken.push(reading[..end].to_owned());
        divide(others, &reading[end..], taken, ways);
        taken.pop();
    }
}

fn is_hiragana(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ' | 'ー')
}

/// Katakana as hiragana; other signs as they are.
pub fn hiragana(sign: char) -> char {
    match sign {
        'ァ'..='ヴ' => char::from_u32(u32::from(sign) - 0x60).unwrap_or(sign),
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_of_the_word_need_no_reading() {
        assert_eq!(split("困りごと", "こまりごと"), Ok(vec!["こま".to_owned()]));
        assert_eq!(
            split("思い出", "おもいで"),
            Ok(vec!["おも".to_owned(), "で".to_owned()])
        );
        assert_eq!(split("ごみ出し", "ごみだし"), Ok(vec!["だ".to_owned()]));
        assert_eq!(split("1人", "ひとり"), Ok(vec!["ひとり".to_owned()]));
        assert_eq!(split("日・", "にち・"), Ok(vec!["にち".to_owned()]));
        assert_eq!(split("か月", "かげつ"), Ok(vec!["げつ".to_owned()]));
    }

    #[test]
    fn what_cannot_be_divided_in_one_way_is_refused() {
        assert!(split("困る", "こまり").is_err());
        assert!(split("困る", "コマル").is_err());
        assert!(split("20万", "20まん").is_err());
        assert!(split("追い追い", "おいいいい").is_err());
        assert!(split("窓口", "窓口").is_err());
    }

    #[test]
    fn runs_hold_the_whole_word() {
        for word in ["1つ目", "20日", "月1回", "霞ヶ関", "ＦＡＸ番号", "あ1", "1"] {
            let whole: String = runs(word).iter().map(|(run, _)| *run).collect();
            assert_eq!(whole, word);
        }
        assert_eq!(runs("1つ目"), [("1つ", false), ("目", true)]);
        assert_eq!(runs("20日"), [("20日", true)]);
        assert_eq!(runs("月1回"), [("月", true), ("1", false), ("回", true)]);
    }
}
