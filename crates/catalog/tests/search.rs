//! Words as people type them lead to the right trouble, however they are spelt. Both towns share the
//! needs, so one is asked.

mod tiny;

use catalog::compile_all;
use navigator::{Catalog, search_needs};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let towns = compile_all(&tiny::real_root()).expect("no faults");
        towns.into_iter().next().expect("a town").catalog
    })
}

/// As the app and the command do: the compatibility form first.
fn found(text: &str, limit: usize) -> Vec<&'static str> {
    let text: String = text.nfkc().collect();
    let needs = search_needs(catalog(), &text, limit);
    needs
        .iter()
        .map(|&id| catalog().need(id).id.as_str())
        .collect()
}

/// What people write, and the troubles that must be among the first five.
const PHRASES: [(&str, &[&str]); 64] = [
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
];

#[test]
fn typical_words_find_their_trouble() {
    let mut missed = Vec::new();
    for (text, expected) in PHRASES {
        let found = found(text, 5);
        if !expected.iter().all(|id| found.contains(id)) {
            missed.push(format!("{text}: {expected:?} not in {found:?}"));
        }
    }
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
    for (text, expected) in [
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
        ("夫に殴られる。子どもを連れて逃げたい", ["f01", "f01"]),
    ] {
        let found = found(text, 5);
        assert!(
            expected.iter().all(|id| found.contains(id)),
            "{text}: {found:?}"
        );
    }
}

/// Every way of writing the same finds the same first.
#[test]
fn spelling_makes_no_difference() {
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
            &["DV", "dv", "ＤＶ", "Ｄｖ", "ディーブイ", "デイーブイ"],
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
    ] {
        for text in spellings {
            let found = found(text, 5);
            assert!(found.contains(&expected), "{text}: {found:?}");
        }
    }
}

#[test]
fn a_trouble_is_found_by_its_own_words() {
    let catalog = catalog();
    for id in catalog.need_ids() {
        let need = catalog.need(id);
        for text in [&need.words, &need.plain] {
            let found = found(text, 3);
            assert!(found.contains(&need.id.as_str()), "{text}: {found:?}");
        }
        for text in &need.search {
            assert!(
                found(text, 12).contains(&need.id.as_str()),
                "{} by {text}",
                need.id
            );
        }
    }
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
        assert!(found(text, 5).is_empty(), "{text}: {:?}", found(text, 5));
    }
}

#[test]
fn the_limit_is_kept() {
    for limit in [0, 1, 3, 500] {
        assert!(found("お金", limit).len() <= limit);
    }
}
