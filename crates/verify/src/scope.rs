//! What was walked and what needs no walk, in words for staff.

use crate::starts::Starts;
use crate::symbolic::{anchors, most_needed, reads_asker};
use navigator::{Catalog, EntryId};

/// The walks: which are all there are, and which are some of many.
pub fn covered(catalog: &Catalog, starts: &Starts) -> Vec<String> {
    let needs = catalog.needs.len();
    let mut list = vec![
        format!(
            "すべて: 困りごと1つ（{needs}）と、選ばない・わからない・答えたくない × 窓口の有効な期間の区切り {} × 出た質問のすべての答え（いくつも選ぶ組も、町も）",
            starts.days
        ),
        if starts.pairs == starts.all_pairs {
            format!("すべて: 困りごと2つの組 {} × 出た質問のすべての選択肢（いくつも選べる質問は、1つ、2つ、全部。町は「わからない」）", starts.pairs)
        } else {
            format!("一部: 困りごと2つの組 {}（全部で {}）× 出た質問のすべての選択肢（いくつも選べる質問は、1つ、2つ、全部。町は「わからない」）", starts.pairs, starts.all_pairs)
        },
        format!("一部: 困りごと3つの組 {}（3つの分野から、質問がいちばん多い困りごと）× 出た質問ごとに選択肢2つと「わからない」", starts.triples),
        "どの条件も区別しない答えは、1つにまとめて調べる（まとめてよいことは、困りごと1つのときにすべて確かめる）".to_owned(),
    ];
    if reads_asker(catalog) {
        list.push("注意: 聞く人を見る条件がある。調べたのは本人だけ".to_owned());
    } else {
        list.push(
            "聞く人（本人・家族・支える人）を見る条件はないので、だれでも同じ道になる".to_owned(),
        );
    }
    list
}

/// What holds for all answers.
pub fn shown(catalog: &Catalog) -> Vec<String> {
    let anchors = anchors(catalog);
    let name = |id: Option<EntryId>| id.map(|id| catalog.entry(id).name.as_str());
    let mut list = Vec::new();
    for (what, id) in [
        ("電話", anchors.phone),
        ("電話を使わない道", anchors.without_phone),
    ] {
        list.push(match name(id) {
            Some(name) => format!(
                "{what}は、どの困りごとの組と答えでもある（条件のない「{name}」が必ず出る）"
            ),
            None => {
                format!("{what}がいつもあることは、表だけからは言えない（調べた範囲で確かめた）")
            }
        });
    }
    list.push(format!(
        "どの困りごとの組でも、質問は多くて {} 問で終わる（困りごと、町、質問 {} を1回ずつ）",
        catalog.questions.len() + 1 + usize::from(!catalog.areas.is_empty()),
        catalog.questions.len()
    ));
    list.push(format!(
        "どのきまりも、困りごと {} つまでであてはまるようになる",
        most_needed(catalog)
    ));
    list
}
