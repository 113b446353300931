//! A typed word finds troubles, kinds and windows. Which trouble a real word must lead to is told in the tests of
//! the catalog; here stands what weighs more than what, so that the best comes first.

use super::town::{self, TODAY, Town, has_need};
use navigator::{
    Found, NeedId, Place, PlanItem, PlanItemId, PlanLevel, Rule, Search, search_needs,
    who_hears_anything,
};

/// The troubles that the text finds, best first, where each goes by one word and they stand in this order.
fn found<'a>(words: &[&'a str], typed: &str) -> Vec<&'a str> {
    let mut town = Town::new();
    for word in words {
        let need = town.need(word, &[], &[]);
        (*word).clone_into(&mut town.catalog.needs[need.index()].text.myself);
    }
    let found = search_needs(&town.catalog, typed, words.len());
    found.iter().map(|id| words[id.index()]).collect()
}

#[test]
fn what_is_typed_in_whole_comes_before_a_part_of_it() {
    let words = ["母が認知", "母が認知症"];
    assert_eq!(found(&words, "母が認知症"), ["母が認知症", "母が認知"]);
}

#[test]
fn a_long_part_comes_before_a_short_one() {
    let words = ["相談", "家賃", "家賃の督促"];
    assert_eq!(found(&words, "家賃の督促が来た"), ["家賃の督促", "家賃"]);
}

#[test]
fn a_long_part_comes_before_a_short_word_in_whole() {
    // Without hiragana, what is typed and 「金借り」 are the same two letters.
    let words = ["金借り", "お金を借り"];
    assert_eq!(found(&words, "お金を借りたい"), ["お金を借り", "金借り"]);
}

#[test]
fn a_word_that_holds_what_is_typed_comes_before_a_short_part_of_it() {
    let words = ["家賃", "家賃滞納中の人"];
    assert_eq!(found(&words, "家賃滞納中"), ["家賃滞納中の人", "家賃"]);
}

#[test]
fn one_letter_is_part_of_everything_and_finds_nothing_but_a_sign_is_a_word() {
    assert_eq!(found(&["がん", "か"], "が"), [""; 0]);
    assert_eq!(found(&["家賃", "家"], "ん"), [""; 0]);
    assert_eq!(found(&["か"], "家賃"), [""; 0]);
    assert_eq!(found(&["孫", "孫の世話", "家賃"], "孫"), ["孫", "孫の世話"]);
}

#[test]
fn what_is_alike_for_the_most_part_is_found() {
    assert_eq!(found(&["カイカク"], "イカイ"), ["カイカク"]);
    assert_eq!(found(&["アイウエオカ"], "アイウエキ"), ["アイウエオカ"]);
    assert_eq!(found(&["アイウエオ"], "アイキク"), [""; 0]);
}

#[test]
fn the_more_alike_the_earlier() {
    let words = [
        "アイウエオカ",
        "アイウエオキ",
        "サシスセ",
        "タチツテ",
        "ナニヌネ",
        "ハヒフヘ",
        "マミムメ",
        "ラリルレ",
    ];
    assert_eq!(
        found(&words, "アイウエオキ"),
        ["アイウエオキ", "アイウエオカ"]
    );
}

#[test]
fn what_few_share_says_more_than_what_many_do() {
    let words = ["手続きの窓口", "手続きの時間", "手続きの場所", "国籍の選択"];
    assert_eq!(found(&words, "国籍手続き")[0], "国籍の選択");
}

#[test]
fn what_is_said_in_several_places_of_a_long_sentence_is_heard() {
    let words = [
        "通帳をとられた・息子が年金を使う・お金を使いこみ",
        "おばあちゃんの介護",
        "おばあちゃんの病院",
        "家賃",
        "学校に行けない",
    ];
    let found = found(&words, "おばあちゃんの通帳を息子が使いこんでる");
    assert!(found.contains(&words[0]), "{found:?}");
}

#[test]
fn of_equal_ones_the_first_in_the_sheet_comes_first_and_the_limit_is_kept() {
    let mut town = Town::new();
    for word in ["家賃", "借金", "家賃", "家賃"] {
        let need = town.need(word, &[], &[]);
        word.clone_into(&mut town.catalog.needs[need.index()].text.myself);
    }
    let found = |limit| {
        let found = search_needs(&town.catalog, "家賃", limit);
        found.iter().map(|id| id.index()).collect::<Vec<_>>()
    };
    assert_eq!(found(9), [0, 2, 3]);
    assert_eq!(found(2), [0, 2]);
    assert_eq!(found(0), [0; 0]);
}

#[test]
fn a_trouble_is_found_by_each_of_its_words() {
    let mut town = Town::new();
    town.need("other", &[], &[]);
    let need = town.need("need", &[], &[]);
    let row = &mut town.catalog.needs[need.index()];
    "家賃・部屋代".clone_into(&mut row.text.myself);
    "へやの おかね".clone_into(&mut row.plain);
    row.search = vec!["滞納".to_owned(), "督促".to_owned()];
    for typed in ["家賃", "部屋代", "へやのおかね", "滞納", "督促"] {
        assert_eq!(search_needs(&town.catalog, typed, 5), [need], "{typed}");
    }
    assert_eq!(search_needs(&town.catalog, "認知症", 5), []);
}

#[test]
fn windows_are_found_by_plain_name_official_name_reading_and_what_they_are_for() {
    let mut town = Town::new();
    town.window("other", &["a"]);
    let kind = town.kind("b");
    "お年寄りの窓口".clone_into(&mut town.catalog.kinds[kind.index()].plain);
    let entry = town.window("own", &["b"]);
    "福祉の係".clone_into(&mut entry.plain);
    "地域共生課".clone_into(&mut entry.name);
    "ちいききょうせいか".clone_into(&mut entry.reading);
    "車いすを貸します。".clone_into(&mut entry.what);
    let own = town.entry("own");
    let search = Search::of(&town.catalog, TODAY);
    for typed in ["福祉", "地域共生課", "きょうせい", "お年寄り", "車いす"] {
        assert_eq!(search.windows(typed, 5), [own], "{typed}");
        assert_eq!(search.windows(typed, 0), []);
        assert_eq!(search.found(typed).places, [Place::Entry(own)]);
    }
    assert_eq!(search.windows("年金", 5), []);
}

#[test]
fn a_window_that_is_not_shown_on_the_day_is_not_found() {
    let mut town = Town::new();
    let entry = town.window("own", &["a"]);
    "福祉の係".clone_into(&mut entry.plain);
    entry.valid_until = Some(TODAY.plus(-1));
    assert_eq!(Search::of(&town.catalog, TODAY).windows("福祉", 5), []);
}

#[test]
fn measures_are_found_by_their_names_and_goals_are_not() {
    let mut town = Town::new();
    let item = |name: &str, level| PlanItem {
        name: name.to_owned(),
        level,
        ..PlanItem::default()
    };
    town.catalog.plan = vec![
        item("見守りの町", PlanLevel::Goal),
        item("見守り活動の推進", PlanLevel::Measure),
    ];
    let found = Search::of(&town.catalog, TODAY).found("見守り");
    assert_eq!(found.places, [Place::Measure(PlanItemId(1))]);
}

/// A town with a trouble that is danger, one that is none, and what it shows for a text.
fn in_danger(typed: &str) -> Found {
    let mut town = Town::new();
    let danger = town.need("danger", &[], &[]);
    let calm = town.need("calm", &[], &[]);
    let word = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    town.catalog.needs[danger.index()].search =
        word(&["しにたい", "消えたい", "もうむり", "いきるのがとてもつらい"]);
    town.catalog.needs[calm.index()].search = word(&["引っこしたい", "もうむり"]);
    town.catalog.rules.push(Rule {
        sort: town::DANGER,
        when: has_need(danger),
        ..Rule::default()
    });
    Search::of(&town.catalog, TODAY).found(typed)
}

const DANGER: NeedId = NeedId(0);

#[test]
fn danger_is_heard_by_its_own_words_and_in_a_long_one_that_is_nearly_so() {
    for typed in [
        "しにたい",
        "もうしにたいです",
        "シニタイ",
        "いきるのとてもつらい",
    ] {
        let found = in_danger(typed);
        assert_eq!(found.danger, Some(DANGER), "{typed}");
        assert!(found.needs.contains(&DANGER), "{typed}");
    }
}

#[test]
fn danger_is_never_offered_for_an_ending_that_is_alike() {
    for typed in [
        "うつしたい",
        "したい",
        "にたい",
        "データが消えた",
        "住民票を移したい",
    ] {
        let found = in_danger(typed);
        assert_eq!(found.danger, None, "{typed}");
        assert!(!found.needs.contains(&DANGER), "{typed}");
    }
}

#[test]
fn a_word_that_others_use_too_offers_the_trouble_and_raises_no_alarm() {
    let found = in_danger("もうむり");
    assert!(found.needs.contains(&DANGER));
    assert_eq!(found.danger, None);
}

#[test]
fn both_sorts_together_are_no_more_than_eight_rows_and_who_is_named_leads() {
    let mut town = Town::new();
    for place in 0..9 {
        let need = town.need(&format!("n{place}"), &[], &[]);
        "図書館の本".clone_into(&mut town.catalog.needs[need.index()].text.myself);
        "図書館".clone_into(&mut town.window(&format!("w{place}"), &["a"]).plain);
    }
    let search = Search::of(&town.catalog, TODAY);
    let found = search.found("図書館");
    assert!(found.places_first);
    assert_eq!((found.needs.len(), found.places.len()), (3, 5));
    let found = search.found("図書館の本");
    assert!(!found.places_first);
    assert_eq!((found.needs.len(), found.places.len()), (5, 3));
}

#[test]
fn who_hears_anything_is_the_joined_up_window_or_else_the_city_hall() {
    let mut town = Town::new();
    town.window("hall", &["hall"]).channels.phone = "1".to_owned();
    town.catalog.town.switchboard = town.entry("hall");
    let kind = town.kind("joined");
    town.catalog.joined_up = kind;
    assert_eq!(who_hears_anything(&town.catalog, TODAY), town.entry("hall"));
    town.window("silent", &["joined"]).channels.phone.clear();
    town.window("joined", &["joined"]).channels.phone = "2".to_owned();
    let [silent, joined] = ["silent", "joined"].map(|id| town.entry(id));
    town.catalog.kinds[kind.index()].entries = vec![silent, joined];
    assert_eq!(who_hears_anything(&town.catalog, TODAY), joined);
}
