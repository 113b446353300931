//! Ways of writing brought together, so that what is meant alike is spelt alike: カナ and かな, long and short vowels, small
//! and large letters, 払えない and はらえない.
//!
//! The caller brings the text into Unicode's compatibility form (the browser does that for nothing).

/// Words that are written in several ways, or that say the same.
const SPELLINGS: [(&str, &str); 24] = [
    ("こども", "子ども"),
    ("障がい", "障害"),
    ("さみし", "さびし"),
    ("無い", "ない"),
    ("無く", "なく"),
    ("出来", "でき"),
    ("一人", "ひとり"),
    ("独り", "ひとり"),
    ("旦那", "夫"),
    ("だんな", "夫"),
    ("ダンナ", "夫"),
    ("主人", "夫"),
    ("友人", "友だち"),
    ("怪我", "けが"),
    ("椅子", "いす"),
    ("怒鳴", "どな"),
    ("お腹", "腹"),
    ("おなか", "腹"),
    ("児相", "児童相談所"),
    ("社協", "社会福祉協議会"),
    ("ハロワ", "ハローワーク"),
    ("ファミサポ", "ファミリーサポート"),
    ("マイナカ", "マイナンバーカ"),
    // This が is no particle.
    ("抗がん", "抗癌"),
];

/// The text as it is compared: hiragana, kanji and plain letters. Particles that follow a word written in kanji or katakana
/// fall away, as people leave them out.
pub fn folded(text: &str) -> Vec<char> {
    let mut folding = Folding::default();
    let mut rest = text;
    while !rest.is_empty() {
        let mut spellings = SPELLINGS.iter();
        let spelt = spellings.find_map(|(from, to)| Some((rest.strip_prefix(from)?, to)));
        if let Some((after, to)) = spelt {
            to.chars().for_each(|c| folding.add(c));
            rest = after;
        } else {
            let mut chars = rest.chars();
            chars.next().into_iter().for_each(|c| folding.add(c));
            rest = chars.as_str();
        }
    }
    folding.letters
}

#[derive(Default)]
struct Folding {
    letters: Vec<char>,
    after_word: bool,
}

impl Folding {
    fn add(&mut self, c: char) {
        if self.after_word && matches!(c, 'が' | 'は' | 'に' | 'の' | 'も' | 'で') {
            return;
        }
        // A mark in between is as good as a particle.
        if is_letter(c) || is_long(c) {
            self.after_word = !is_hiragana(c);
        }
        match in_kana(c) {
            "" => self.letters.extend(plain(c)),
            kana => self.letters.extend(kana.chars()),
        }
    }
}

/// What a verb ends on as it is told.
const ENDINGS: [&[char]; 7] = [
    &['て', 'い', 'る'],
    &['て', 'い', 'た'],
    &['て', 'る'],
    &['て', 'た'],
    &['る'],
    &['た'],
    &['て'],
];

/// Without such an ending: なぐられる, なぐられた, なぐられている.
pub fn stem(letters: &[char]) -> &[char] {
    let mut endings = ENDINGS.iter();
    let stem = endings.find_map(|ending| {
        let stem = letters.strip_suffix(*ending)?;
        (stem.len() >= 4).then_some(stem)
    });
    stem.unwrap_or(letters)
}

/// How a letter is compared; nothing for what is not compared: marks, long vowels, small っ, and を, which is nothing but a
/// particle.
fn plain(c: char) -> Option<char> {
    let c = match c {
        'ァ'..='ヶ' => shifted(c, -0x60),
        '！'..='～' => shifted(c, -0xfee0),
        _ => c,
    };
    let c = match c {
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => shifted(c, 1),
        'ぢ' => 'じ',
        'づ' => 'ず',
        'ゔ' => 'ぶ',
        '碍' => '害',
        _ => c.to_ascii_lowercase(),
    };
    (is_letter(c) && !matches!(c, 'っ' | 'を')).then_some(c)
}

/// How signs are read that people often write in kana, in the order of their codes.
const IN_KANA: [(char, &str); 73] = [
    ('亡', "な"),
    ('休', "やす"),
    ('使', "つか"),
    ('供', "ども"),
    ('借', "か"),
    ('働', "はたら"),
    ('出', "で"),
    ('切', "き"),
    ('助', "たす"),
    ('叩', "たた"),
    ('呼', "よ"),
    ('困', "こま"),
    ('壊', "こわ"),
    ('変', "へん"),
    ('寂', "さび"),
    ('寝', "ね"),
    ('帰', "かえ"),
    ('引', "ひ"),
    ('弱', "よわ"),
    ('待', "ま"),
    ('忘', "わす"),
    ('怒', "おこ"),
    ('怖', "こわ"),
    ('恐', "こわ"),
    ('悩', "なや"),
    ('悪', "わる"),
    ('払', "はら"),
    ('捨', "す"),
    ('探', "さが"),
    ('暮', "く"),
    ('欲', "ほ"),
    ('止', "と"),
    ('歩', "ある"),
    ('殴', "なぐ"),
    ('泣', "な"),
    ('淋', "さび"),
    ('減', "へ"),
    ('渡', "わた"),
    ('産', "う"),
    ('疲', "つか"),
    ('痛', "いた"),
    ('癌', "がん"),
    ('盗', "ぬす"),
    ('看', "み"),
    ('眠', "ね"),
    ('籠', "こも"),
    ('聞', "き"),
    ('脅', "おど"),
    ('腹', "はら"),
    ('苦', "くる"),
    ('行', "い"),
    ('見', "み"),
    ('診', "み"),
    ('話', "はな"),
    ('読', "よ"),
    ('誰', "だれ"),
    ('貰', "もら"),
    ('買', "か"),
    ('貸', "か"),
    ('賃', "ちん"),
    ('起', "お"),
    ('越', "こ"),
    ('辛', "つら"),
    ('迷', "まよ"),
    ('逃', "に"),
    ('遅', "おそ"),
    ('達', "だち"),
    ('遠', "とお"),
    ('隣', "となり"),
    ('預', "あず"),
    ('食', "た"),
    ('飯', "はん"),
    ('騙', "だま"),
];

/// How a sign is read that people often write in kana.
fn in_kana(c: char) -> &'static str {
    let place = IN_KANA.binary_search_by_key(&c, |&(sign, _)| sign);
    place.map_or("", |place| IN_KANA[place].1)
}

fn is_hiragana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c)
}

fn is_long(c: char) -> bool {
    matches!(c, 'ー' | 'ｰ')
}

/// Signs stand for more than a letter: one alone may be a word.
pub fn is_sign(c: char) -> bool {
    matches!(c, '々'..='〇' | '㐀'..='鿿' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters of the languages that sheets are written in. Unicode's own tables would weigh 4 KB in brotli.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_sign(c) || matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | '가'..='힣')
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

    fn whole(text: &str) -> String {
        folded(text).into_iter().collect()
    }

    #[test]
    fn spellings_come_together() {
        for (one, other) in [
            ("ストーカー", "すとか"),
            ("ＤＶ", "dv"),
            ("家 賃、", "家賃"),
            ("子供・こども", "子ども子ども"),
            ("障がい者", "障害者"),
            ("障碍者", "障害者"),
            ("夫が怖い！", "夫こわい"),
            ("旦那がこわい", "夫こわい"),
            ("引越し", "引っこし"),
            ("引き籠もり", "ひきこもり"),
            ("ヘルパ", "ヘルパー"),
            ("払えない", "はらえない"),
            ("お金がない", "お金ない"),
            ("ゴミの日", "ゴミ日"),
            ("一人ぐらし", "ひとりぐらし"),
            ("ラヴ", "らぶ"),
        ] {
            assert_eq!(whole(one), whole(other), "{one} {other}");
        }
        assert_eq!(whole(" 、。！ー「」🙂"), "");
    }

    #[test]
    fn what_is_told_has_one_stem() {
        let stem = |word: &str| -> String { stem(&folded(word)).iter().collect() };
        for word in [
            "なぐられる",
            "なぐられた",
            "殴られて",
            "なぐられている",
            "なぐられてた",
        ] {
            assert_eq!(stem(word), "なぐられ", "{word}");
        }
        for word in ["しにたい", "消えた", "やめる"] {
            assert_eq!(stem(word), whole(word), "{word}");
        }
    }

    #[test]
    fn particles_of_words_in_kana_are_letters() {
        for word in ["がん", "はは", "こども", "もの", "にもつ"] {
            assert!(!folded(word).is_empty());
        }
        assert_eq!(whole("がん"), "がん");
        assert_eq!(whole("ものわすれ"), "ものわすれ");
    }
}
