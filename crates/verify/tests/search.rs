//! Words as people type them lead to the right trouble, however they are spelt, in both towns: these
//! share the troubles and write some of the words in ways of their own (障害, 障がい).

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use navigator::{Catalog, search_needs};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

fn towns() -> &'static [Catalog] {
    static TOWNS: OnceLock<Vec<Catalog>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let towns = tiny::real_towns();
        towns.into_iter().map(|town| town.catalog).collect()
    })
}

/// As the app and the command do: the compatibility form first.
fn found<'a>(town: &'a Catalog, text: &str, limit: usize) -> Vec<&'a str> {
    let text: String = text.nfkc().collect();
    let needs = search_needs(town, &text, limit);
    needs.iter().map(|&id| town.need(id).id.as_str()).collect()
}

/// Expects these troubles among the first five, in both towns; gives what is not so.
fn missed(text: &str, expected: &[&str]) -> Option<String> {
    towns().iter().find_map(|town| {
        let found = found(town, text, 5);
        let all = expected.iter().all(|id| found.contains(id));
        (!all).then(|| format!("{}: {text}: {expected:?} not in {found:?}", town.town.id))
    })
}

/// What people write, and the troubles that must be among the first five.
const PHRASES: [(&str, &[&str]); 87] = [
    ("家賃が払えない", &["m01"]),
    ("やちんがはらえません", &["m01"]),
    ("来月の家賃を払えそうにない", &["m01"]),
    ("食べるものがない", &["m02"]),
    ("お米が買えない", &["m02"]),
    ("お金がない", &["m03"]),
    ("給料日まで生活できない", &["m03"]),
    ("電気を止められた", &["m04"]),
    ("水道代が払えない", &["m04"]),
    ("借金が返せなくて督促が来る", &["m05"]),
    ("税金を滞納している", &["m06"]),
    ("病院に行くお金がない", &["m07"]),
    ("生活保護を受けたい", &["m08"]),
    ("年金が少なくて生活が苦しい", &["m09"]),
    ("給食費が払えない", &["m11"]),
    ("お金を借りたい", &["m15"]),
    ("今夜寝る場所がない", &["h01"]),
    ("アパートを追い出されそう", &["h02"]),
    ("保証人がいなくて部屋を借りられない", &["h03"]),
    ("ゴミ屋敷", &["h04"]),
    ("部屋が片付けられません", &["h04"]),
    ("隣の音がうるさい", &["h07"]),
    ("母がぼけてきた", &["e01"]),
    ("父が同じことを何度も聞く", &["e01"]),
    ("最近物忘れがひどくて不安", &["e02"]),
    ("親の介護が必要になりそう", &["e03"]),
    ("介護に疲れた", &["e04"]),
    ("介護でどなってしまう", &["e04"]),
    ("ひとり暮らしの母が心配", &["e05"]),
    ("おじいちゃんが帰ってこない", &["e07"]),
    ("親が詐欺にあったかも", &["e11"]),
    ("免許を返して買い物に行けない", &["e12"]),
    ("障害者手帳がほしい", &["d01"]),
    ("発達障がいかもしれない", &["d02"]),
    ("子どもの言葉が遅い", &["d03"]),
    ("がんと言われて仕事が心配", &["d09"]),
    ("地震のとき逃げられるか不安", &["d12"]),
    ("死にたい", &["k01"]),
    ("もう消えてしまいたい", &["k01"]),
    ("夜眠れない", &["k02"]),
    ("引きこもりの息子がいる", &["k04"]),
    ("パチンコがやめられない", &["k05"]),
    ("夫がお酒をやめてくれない", &["k06"]),
    ("さみしい", &["k09"]),
    ("一人で寂しい", &["k09"]),
    ("夫が怖い", &["f01"]),
    ("職場が辛い", &["w03"]),
    ("夫に殴られる", &["f01"]),
    ("彼氏がこわい", &["f01"]),
    ("生活費を渡してくれない", &["f02"]),
    ("離婚したいけどお金が心配", &["f04"]),
    ("元夫が養育費を払わない", &["f05"]),
    ("シングルマザーでつらい", &["f06"]),
    ("ストーカーされている", &["f08"]),
    ("家に帰りたくない", &["f10"]),
    ("子どもがかわいく思えない", &["c01"]),
    ("子供を叩いてしまう", &["c02"]),
    ("子どもを預けたい", &["c04"]),
    ("学校に行きたくない", &["c05"]),
    ("いじめられてる", &["c06"]),
    ("おばあちゃんの世話で部活ができない", &["c07"]),
    ("生理が来ない", &["c09"]),
    ("仕事をクビになった", &["w01"]),
    ("上司のパワハラがひどい", &["w03"]),
    ("うつで休職中", &["w05"]),
    ("日本語がわかりません", &["x01"]),
    ("どこに相談したらいいかわからない", &["b03"]),
    ("住民票がほしい", &["t01"]),
    ("引っ越しの手続きがしたい", &["t01"]),
    ("てんにゅうとどけ", &["t01"]),
    ("マイナンバーカードを作りたい", &["t02"]),
    ("まいなかーどの暗証番号をわすれた", &["t02"]),
    ("粗大ゴミの出し方", &["t03"]),
    ("ごみの日はいつ", &["t03"]),
    ("水漏れしている", &["t04"]),
    ("水道を使い始めたい", &["t04"]),
    ("学童に入れたい", &["t05"]),
    ("就学援助", &["t06"]),
    ("児童手当の手続き", &["t07"]),
    ("シルバー人材センター", &["t08"]),
    ("庭の草むしりを頼みたい", &["t08"]),
    ("国民年金の免除", &["t09"]),
    ("非課税証明書", &["t10"]),
    ("弁護士に無料で相談したい", &["t11"]),
    ("国保に入りたい", &["t12"]),
    ("断酒会に行きたい", &["k11"]),
    ("家族会", &["k11"]),
];

#[test]
fn typical_words_find_their_trouble() {
    let missed: Vec<String> = PHRASES
        .iter()
        .filter_map(|(text, expected)| missed(text, expected))
        .collect();
    assert!(
        missed.is_empty(),
        "{} of {}\n{}",
        missed.len(),
        PHRASES.len(),
        missed.join("\n")
    );
}

#[test]
fn one_sentence_finds_several_troubles() {
    let sentences = [
        ("母がぼけてきてお金もない", ["e01", "m03"]),
        ("家賃が払えないし、母の物忘れもひどい", ["m01", "e01"]),
        ("仕事をやめて家賃が払えない", ["w01", "m01"]),
        ("ひとり親で生活費が足りない", ["f06", "m03"]),
        (
            "子育てと親の介護が重なってつらい。夜も眠れない",
            ["c14", "k02"],
        ),
        ("不登校の子と、認知症の母がいます", ["c05", "e01"]),
        ("借金があって、もう死にたい", ["m05", "k01"]),
        ("夫に殴られる。離婚したい", ["f01", "f04"]),
    ];
    let missed: Vec<String> = sentences
        .iter()
        .filter_map(|(text, expected)| missed(text, expected))
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn spelling_makes_no_difference() {
    let mut all_missed = Vec::new();
    for (spellings, expected) in [
        (
            &[
                "家賃",
                "やちん",
                "ヤチン",
                "ﾔﾁﾝ",
                "家ちん",
                " 家賃 ",
                "家 賃",
                "「家賃」",
            ][..],
            "m01",
        ),
        (
            &[
                "ひきこもり",
                "ヒキコモリ",
                "引きこもり",
                "引き籠もり",
                "引籠り",
                "引こもり",
            ],
            "k03",
        ),
        (
            &[
                "ストーカー",
                "すとーかー",
                "ｽﾄｰｶｰ",
                "ストーカ",
                "すとーか",
                "ストーカ－",
            ],
            "f08",
        ),
        (
            &["DV", "dv", "ＤＶ", "Ｄｖ", "ディーブイ", "ディーブィ"],
            "f01",
        ),
        (
            &[
                "引っ越し",
                "引越し",
                "引越",
                "ひっこし",
                "引っこし",
                "ヒッコシ",
            ],
            "h06",
        ),
        (&["ヘルパー", "ﾍﾙﾊﾟｰ", "へるぱー", "ヘルパ"], "e03"),
        (&["ごみ屋敷", "ゴミ屋敷", "ごみやしき", "ゴミヤシキ"], "h04"),
        (&["取り立て", "取立て", "取立", "とりたて"], "m05"),
        (&["子供の発達", "子どもの発達", "こどもの発達"], "d03"),
        (
            &["障害者手帳", "障がい者手帳", "しょうがいしゃてちょう"],
            "d01",
        ),
        (&["認知症", "にんちしょう", "ニンチショウ"], "e01"),
        (&["リストカット", "りすとかっと", "ﾘｽﾄｶｯﾄ"], "k01"),
        (&["がん", "ガン", "ｶﾞﾝ", "癌"], "d09"),
        (&["孫", "まご", "孫の"], "c13"),
        (&["さびしい", "さみしい", "寂しい", "淋しい"], "k09"),
    ] {
        all_missed.extend(
            spellings
                .iter()
                .filter_map(|text| missed(text, &[expected])),
        );
    }
    assert!(all_missed.is_empty(), "{}", all_missed.join("\n"));
}

#[test]
fn a_trouble_is_found_by_its_own_words() {
    for town in towns() {
        for id in town.need_ids() {
            let need = town.need(id);
            for text in need.text.written().chain([need.plain.as_str()]) {
                let found = found(town, text, 3);
                assert!(found.contains(&need.id.as_str()), "{text}: {found:?}");
            }
            for text in &need.search {
                let found = found(town, text, 12);
                assert!(
                    found.contains(&need.id.as_str()),
                    "{} by {text}: {found:?}",
                    need.id
                );
            }
        }
    }
}

/// A word that the compiler leaves out, because a shorter one finds it, is found.
#[test]
fn every_search_word_of_the_sheet_finds_its_trouble() {
    let sheet =
        std::fs::File::open(tiny::real_root().join("knowledge/needs.csv")).expect("the sheet");
    let mut reader = csv::Reader::from_reader(sheet);
    let mut lost = Vec::new();
    for record in reader.records() {
        let record = record.expect("a row");
        let words = record.iter().next_back().expect("search words");
        for word in words.split(';') {
            let found = found(&towns()[0], word, usize::MAX);
            if !found.contains(&&record[0]) {
                lost.push(format!("{} by {word}", &record[0]));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn words_that_say_nothing_find_nothing() {
    for text in [
        "",
        "   ",
        "。、「」",
        "ー",
        "は",
        "が",
        "🙂",
        "qwertyuiop",
        "１２３４５",
    ] {
        let found = found(&towns()[0], text, 5);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn the_limit_is_kept() {
    for limit in [0, 1, 3, 500] {
        assert!(found(&towns()[0], "お金", limit).len() <= limit);
    }
}
