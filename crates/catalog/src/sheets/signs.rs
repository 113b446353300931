//! Signs that no word of a sheet has: nobody sees them, and they turn, hide or break what stands around them.

/// What is wrong with the first such sign of a text, and what to do.
pub fn odd_sign(text: &str) -> Option<(String, &'static str)> {
    mojibake(text).or_else(|| unseen(text))
}

fn mojibake(text: &str) -> Option<(String, &'static str)> {
    let mend = "もとの言葉を書きなおします。表を開くときは「文字コード」を UTF-8 にします";
    let is_broken = MOJIBAKE.iter().any(|sign| text.contains(sign));
    is_broken.then(|| ("文字が壊れています".to_owned(), mend))
}

fn unseen(text: &str) -> Option<(String, &'static str)> {
    let sign = text.chars().find(|&sign| is_odd(sign))?;
    let what = format!("{}（U+{:04X}）があります", name(sign), u32::from(sign));
    Some((what, "その言葉を、打ちなおします"))
}

/// What UTF-8 looks like where it was read as CP932 or as Western text, and the sign for what could not be read.
const MOJIBAKE: [&str; 6] = ["\u{fffd}", "縺", "繧", "ã\u{81}", "ã‚", "â€"];

fn is_odd(sign: char) -> bool {
    !name(sign).is_empty()
}

fn name(sign: char) -> &'static str {
    match sign {
        // A cell may have lines.
        '\n' | '\r' => "",
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => "文字の向きを変える記号",
        '\u{ad}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{e0000}'..='\u{e007f}' => "見えない文字",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fffe}' | '\u{ffff}' => {
            "ほかの機械では出ない文字"
        }
        _ if sign.is_control() => "見えない文字",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_told_and_every_word_is_not() {
        for text in [
            "あ\u{200b}",
            "\u{feff}",
            "市\u{202e}役所",
            "\u{7}",
            "市\u{0}",
            "タブ\tです",
            "\u{e000}",
            "\u{fffd}",
            "縺ゅ＞縺",
            "ã‚ã„",
            "\u{3164}",
        ] {
            assert!(odd_sign(text).is_some(), "{text:?}");
        }
        for text in [
            "",
            "朝霞市役所（代表）",
            "葛\u{e0100}城",
            "1行目\n2行目",
            "é",
            "#8008",
            "〜・　、",
            "😀",
            "髙﨑",
        ] {
            assert_eq!(odd_sign(text), None, "{text:?}");
        }
    }
}
