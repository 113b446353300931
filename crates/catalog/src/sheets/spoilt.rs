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
    odd_sign(cell).or_else(|| is_endless(cell))
}

/// A cell in which a whole page landed: Excel shows its first words and hides the rest.
fn is_endless(cell: &str) -> Option<(String, &'static str)> {
    let count = cell.chars().count();
    let mend = "ちがうものを貼りつけていないか見て、短くします";
    (count > LONGEST).then(|| (format!("{count}字あります（{LONGEST}字まで）"), mend))
}

/// `#REF!`, `#NAME?`, and the `#####` of a column that is too narrow.
fn is_of_a_formula(cell: &str) -> bool {
    const ERRORS: [&str; 9] = [
        "#REF!", "#NAME?", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    ];
    ERRORS.contains(&cell) || (cell.len() > 2 && cell.bytes().all(|byte| byte == b'#'))
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
        ] {
            assert!(spoilt(cell).is_none(), "{cell}");
        }
    }
}
