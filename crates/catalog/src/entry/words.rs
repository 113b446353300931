//! The words of a row: lists of known words, sentences where sentences stand, kana where a reading stands.

use super::text::EntryText;
use crate::fault::Faults;
use crate::sheets::{Place, list};
use crate::wording::{
    check_kana, check_length, check_letter, check_line, check_once, check_sentence, check_word,
};

/// What an editor may have filled in: the columns whose words residents read, and what decides whom a row is shown to.
const INFERRED: [(&str, ()); 30] = [
    ("名前", ()),
    ("やさしい名前", ()),
    ("よみ", ()),
    ("運営", ()),
    ("種類", ()),
    ("形", ()),
    ("すること", ()),
    ("使える人", ()),
    ("条件", ()),
    ("相談できる人", ()),
    ("区域", ()),
    ("電話", ()),
    ("電話の種類", ()),
    ("番号の補足", ()),
    ("ほかの番号", ()),
    ("FAX", ()),
    ("メール", ()),
    ("フォーム", ()),
    ("チャット", ()),
    ("訪問", ()),
    ("来所", ()),
    ("住所", ()),
    ("行き方", ()),
    ("受付時間", ()),
    ("休み", ()),
    ("時間の補足", ()),
    ("予約", ()),
    ("費用", ()),
    ("持ち物", ()),
    ("施策", ()),
];

/// Languages as windows of Japanese towns name them; what is special stands in brackets behind one.
const LANGUAGES: [(&str, ()); 34] = [
    ("日本語", ()),
    ("やさしい日本語", ()),
    ("日本手話", ()),
    ("手話", ()),
    ("多言語", ()),
    ("外国語", ()),
    ("英語", ()),
    ("中国語", ()),
    ("韓国語", ()),
    ("韓国・朝鮮語", ()),
    ("朝鮮語", ()),
    ("ポルトガル語", ()),
    ("スペイン語", ()),
    ("フランス語", ()),
    ("ドイツ語", ()),
    ("イタリア語", ()),
    ("ロシア語", ()),
    ("ウクライナ語", ()),
    ("トルコ語", ()),
    ("アラビア語", ()),
    ("ペルシャ語", ()),
    ("ベトナム語", ()),
    ("タイ語", ()),
    ("ラオス語", ()),
    ("カンボジア語", ()),
    ("ミャンマー語", ()),
    ("インドネシア語", ()),
    ("マレー語", ()),
    ("タガログ語", ()),
    ("フィリピノ語", ()),
    ("ネパール語", ()),
    ("ヒンディー語", ()),
    ("ベンガル語", ()),
    ("モンゴル語", ()),
];

const LONGEST_NAME: usize = 60;
const LONGEST_READING: usize = 90;

/// Notes what is no word of its column.
pub fn check_words(cells: &EntryText, place: Place, faults: &mut Faults) {
    place.choices(faults, "推定", &cells.inferred, &INFERRED);
    for language in list(&cells.languages) {
        let name = language.split('（').next().unwrap_or_default();
        place.choice(faults, "言語", name, &LANGUAGES);
    }
    for (column, name) in [("名前", &cells.name), ("運営", &cells.operator)] {
        check_length(place, (column, name), LONGEST_NAME, faults);
    }
    for (column, reading) in [
        ("よみ", &cells.reading),
        ("やさしい名前のよみ", &cells.plain_reading),
    ] {
        check_length(place, (column, reading), LONGEST_READING, faults);
        check_kana(place, (column, reading), faults);
    }
    check_sentence(place, ("すること", &cells.what), faults);
    check_sentence(place, ("最初に言うこと", &cells.say), faults);
    check_sentence(place, ("番号の補足", &cells.number_note), faults);
    for (column, cell) in [
        ("名前", &cells.name),
        ("やさしい名前", &cells.plain),
        ("使える人", &cells.who),
        ("区域", &cells.area),
        ("住所", &cells.address),
        ("行き方", &cells.access),
        ("予約", &cells.reservation),
        ("費用", &cells.cost),
        ("持ち物", &cells.bring),
    ] {
        check_word(place, (column, cell), faults);
    }
    for (column, name) in [("やさしい名前", &cells.plain), ("区域", &cells.area)] {
        check_line(place, (column, name), faults);
    }
    check_letter(place, ("運営", &cells.operator), faults);
    check_postcode(place, &cells.address, faults);
    for (column, cell) in [
        ("種類", &cells.kinds),
        ("施策", &cells.measures),
        ("相談できる人", &cells.askers),
        ("推定", &cells.inferred),
        ("言語", &cells.languages),
        ("出典", &cells.source),
        ("ほかの番号", &cells.other_phones),
    ] {
        check_once(place, (column, cell), faults);
    }
}

/// A postcode has three digits, a hyphen and four digits.
fn check_postcode(place: Place, address: &str, faults: &mut Faults) {
    let Some((before, behind)) = address.split_once('〒') else {
        return;
    };
    if !before.trim().is_empty() {
        let mend = "「〒351-8501 埼玉県朝霞市…」のように、先に書きます";
        return place.fault(faults, "住所", "郵便番号が、住所の後ろにあります", mend);
    }
    let signs: Vec<char> = behind.chars().take(9).collect();
    let is_right = |(at, sign): (usize, &char)| match at {
        3 => *sign == '-',
        8 => !sign.is_ascii_digit(),
        _ => sign.is_ascii_digit(),
    };
    if signs.len() < 8 || !signs.iter().enumerate().all(is_right) {
        let what = "郵便番号が「〒351-8501」の形ではありません";
        place.fault(
            faults,
            "住所",
            what,
            "半角の数字3つ、「-」、数字4つで書きます",
        );
    }
}
