//! What stands in a cell in the place of a word: what Excel writes where a formula fails or where it took a word for a
//! number, and signs that nobody can see. Told once, so that nobody says what the cell ought to hold instead.

use super::signs::odd_sign;

const AGAIN: &str = "もとの言葉を書きなおします";
/// Four times the longest text of any sheet.
const LONGEST: usize = 2_000;

/// What is wrong with a cell of any column, and what to do.
pub fn spoilt(cell: &str) -> Option<(String, &'static str)> {
    if is_of_a_formula(cell) {
        return Some((
            format!("Excel の計算のまちがい（{cell}）が入っています"),
            AGAIN,
        ));
    }
    if is_a_rounded_number(cell) {
        let mend = "列の表示形式を「文字列」にしてから、もとの番号を書きなおします";
        return Some((format!("Excel が番号を「{cell}」に変えています"), mend));
    }
    odd_sign(cell)
        .or_else(|| of_no_word(cell))
        .or_else(|| is_endless(cell))
}

/// A cell in which a whole page landed: Excel shows its first words and hides the rest.
fn is_endless(cell: &str) -> Option<(String, &'static str)> {
    let count = cell.chars().count();
    let mend = "ちがうものを貼りつけていないか見て、短くします";
    (count > LONGEST).then(|| (format!("{count}字あります（{LONGEST}字まで）"), mend))
}

/// What stands where no word was typed, and signs that no word has.
fn of_no_word(cell: &str) -> Option<(String, &'static str)> {
    let is_asking = |text: &str| text.chars().all(|sign| matches!(sign, '?' | '？'));
    let before_tag = cell.split_once('<').map(|(_, tag)| tag);
    let is_tag = before_tag.is_some_and(|tag| {
        tag.starts_with(|sign: char| sign.is_ascii_alphabetic() || "/!".contains(sign))
    });
    if matches!(cell, "TRUE" | "FALSE") {
        Some((format!("Excel が「{cell}」に変えています"), AGAIN))
    } else if !cell.is_empty() && is_asking(cell) {
        let mend = "分からないときは、空にします。文字が壊れているなら、もとの言葉を書きなおします";
        Some((format!("「{cell}」だけが書いてあります"), mend))
    } else if cell.contains("???") {
        Some(("文字が壊れています（???）".to_owned(), AGAIN))
    } else if is_tag {
        let mend = "「<」から「>」までを消します";
        Some(("Web ページの印（<…>）があります".to_owned(), mend))
    } else {
        None
    }
}

/// `#REF!`, `#NAME?`, `#ERROR!`, `Err:502`, and the `#####` of a column that is too narrow.
fn is_of_a_formula(cell: &str) -> bool {
    let Some(name) = cell.strip_prefix('#') else {
        return cell.strip_prefix("Err:").is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
    };
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || b"/_0".contains(&byte);
    let inner = name.strip_suffix(['!', '?']);
    let is_error = inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(is_capital));
    is_error || name == "N/A" || (name.len() > 1 && name.bytes().all(|byte| byte == b'#'))
}

/// `1.2E+10`: a telephone number without its hyphens.
fn is_a_rounded_number(cell: &str) -> bool {
    let Some((number, power)) = cell.split_once("E+") else {
        return false;
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    is_digits(power) && is_digits(part) && is_digits(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_writes_is_told_from_words() {
        for cell in [
            "#REF!",
            "#NAME?",
            "#ERROR!",
            "#DIV/0!",
            "#GETTING_DATA!",
            "#N/A",
            "Err:502",
            "FALSE",
            "TRUE",
            "?",
            "？？",
            "????市",
            "<script>",
            "<br>市",
            "########",
            "4.84E+08",
            "1E+10",
            "あ\u{fffd}",
        ] {
            assert!(spoilt(cell).is_some(), "{cell}");
        }
        for cell in [
            "",
            "#7119",
            "#8008",
            "E+",
            "1.E+3",
            "1.2E+10円",
            "18歳まで",
            "a.E+1",
            "本当?",
            "6歳 < 18歳",
            "#",
            "Err:",
            "TRUE FALSE",
        ] {
            assert!(spoilt(cell).is_none(), "{cell}");
        }
    }
}
