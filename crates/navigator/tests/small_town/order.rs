//! The order of suggestions as ARCHITECTURE.md tells it: the joined-up window where troubles hang together, then
//! by weight, then as in the sheets; one number is one card; the first cards play different roles.

use super::town::{DANGER, TODAY, TOGETHER, Town, has_need, is, option, troubles};
use navigator::{Answer, Answers, Expr, Level, NeedId, Reason, RuleSort};

/// A town with one window a kind, of the same name.
fn with_windows(kinds: &[&str]) -> Town {
    let mut town = Town::new();
    for kind in kinds {
        town.window(kind, &[kind]);
    }
    town
}

#[test]
fn a_trouble_names_its_kinds_best_first() {
    let mut town = with_windows(&["h", "g", "f", "e", "d", "c", "b", "a"]);
    let need = town.need("need", &["a", "b", "c"], &["d", "e", "f", "g", "h"]);
    // The last two weigh the same and keep the order of the sheets.
    let expected = ["a", "b", "c", "d", "e", "f", "h", "g"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn the_weight_of_the_last_goes_on() {
    let mut town = with_windows(&["e", "d", "c", "b", "a"]);
    let need = town.need("need", &["a", "b", "c", "d", "e"], &[]);
    let expected = ["a", "b", "e", "d", "c"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn two_voices_weigh_more_than_one() {
    let mut town = with_windows(&["a", "b", "c"]);
    let one = town.need("one", &["a", "c"], &[]);
    let other = town.need("other", &["b", "c"], &[]);
    assert_eq!(town.cards(&troubles(&[one, other])), ["c", "a", "b"]);
}

#[test]
fn an_answer_that_lifts_a_kind_outweighs_the_trouble_it_belongs_to() {
    let mut town = with_windows(&["a", "b", "c", "d", "e"]);
    let need = town.need("need", &["a"], &["d"]);
    let age = town.question("age", &["young", "old"]);
    town.rule(RuleSort::Gate, is(age, 1), &["b", "c"], &["e"]);
    let said = troubles(&[need]).with(age, option(1));
    assert_eq!(town.cards(&said), ["b", "c", "a", "d", "e"]);
}

#[test]
fn what_a_pattern_also_names_weighs_less_than_what_a_trouble_also_names() {
    let mut town = with_windows(&["p", "a", "b", "c", "d", "e", "f"]);
    let need = town.need("need", &["a", "b", "c"], &["d", "e", "f"]);
    town.rule(RuleSort::Compound, has_need(need), &[], &["p"]);
    let expected = ["a", "b", "c", "d", "e", "f", "p"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
    // The same as one answer's rule stands beside the first of them, and before it in the sheets.
    town.catalog.rules[0].sort = RuleSort::Gate;
    let expected = ["a", "b", "c", "p", "d", "e", "f"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn what_fits_counts_three_times_and_what_may_fit_twice() {
    let mut town = with_windows(&["may", "does", "barely"]);
    let age = town.question("age", &["young", "old"]);
    town.fits("may", is(age, 1));
    // 24 twice, 20 three times, 10 three times.
    let need = town.need("need", &["may", "x", "does"], &["barely"]);
    assert_eq!(town.cards(&troubles(&[need])), ["does", "may", "barely"]);
    let old = troubles(&[need]).with(age, option(1));
    assert_eq!(town.cards(&old), ["may", "does", "barely"]);
}

#[test]
fn further_windows_of_a_kind_weigh_less_and_less() {
    let mut town = Town::new();
    for window in ["main 1", "main 2", "main 3", "main 4"] {
        town.desk(window, &["main"]);
    }
    for kind in ["b", "c", "d", "e", "f", "g"] {
        town.window(kind, &[kind]);
    }
    // 72, 45, 32 and 25 beside 66, 60, 30, 27, 24 and 21.
    let need = town.need("need", &["main", "b", "c"], &["d", "e", "f", "g"]);
    let expected = [
        "main 1", "b", "c", "main 2", "main 3", "d", "e", "main 4", "f", "g",
    ];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn a_window_that_can_only_be_written_weighs_half_and_one_without_a_way_stands_behind() {
    let mut town = with_windows(&["silent", "a", "b"]);
    let need = town.need("need", &["silent", "a"], &["b"]);
    let channels = &mut town.entry_mut("silent").channels;
    channels.phone.clear();
    channels.fax = "0999".to_owned();
    // 36 beside 66 and 30.
    assert_eq!(town.cards(&troubles(&[need])), ["a", "silent", "b"]);
    town.entry_mut("silent").channels.fax.clear();
    // 9 beside them.
    assert_eq!(town.cards(&troubles(&[need])), ["a", "b", "silent"]);
}

/// «line» is first of what the trouble asks for, and «own» is the town's window of the same kind.
fn far_line(own_phone: &str, level: Level) -> Vec<String> {
    let mut town = with_windows(&["line", "a", "b", "c"]);
    town.entry_mut("line").level = level;
    let own = town.window("own", &["line"]);
    own.channels.phone = own_phone.to_owned();
    let need = town.need("need", &["line", "a", "b"], &["c"]);
    let said = troubles(&[need]);
    let cards = town.cards(&said).into_iter();
    cards
        .filter(|card| *card != "own")
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_far_line_weighs_half_where_the_town_answers_itself() {
    for level in [Level::Shared, Level::Prefecture, Level::Nation] {
        // 36 beside 66, 60 and 30; without a phone in town it keeps its 72.
        assert_eq!(far_line("0999", level), ["a", "b", "line", "c"]);
        assert_eq!(far_line("", level), ["line", "a", "b", "c"]);
    }
    assert_eq!(far_line("0999", Level::Town), ["line", "a", "b", "c"]);
}

#[test]
fn a_far_line_that_can_only_be_written_weighs_a_quarter() {
    let mut town = with_windows(&["line", "a", "b", "c", "d"]);
    town.window("own", &["line"]);
    let line = town.entry_mut("line");
    line.level = Level::Nation;
    line.channels.phone.clear();
    line.channels.chat = "LINE".to_owned();
    // 18 beside 66, 30, 27 and 24, and 45 for the town's own.
    let need = town.need("need", &["line", "a"], &["b", "c", "d"]);
    let expected = ["a", "own", "b", "c", "d", "line"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn of_the_same_weight_the_first_in_the_sheets_leads() {
    let mut town = with_windows(&["z", "y", "x"]);
    let one = town.need("one", &["x"], &[]);
    let other = town.need("other", &["y"], &[]);
    let third = town.need("third", &["z"], &[]);
    assert_eq!(town.cards(&troubles(&[one, other, third])), ["z", "y", "x"]);
}

#[test]
fn of_windows_that_are_alike_the_one_that_was_looked_up_of_late_leads() {
    let mut town = Town::new();
    for window in ["unchecked", "stale", "checked"] {
        town.desk(window, &["a"]);
    }
    town.entry_mut("stale").checked = Some(TODAY.plus(-181));
    town.entry_mut("checked").checked = Some(TODAY.plus(-180));
    let need = town.need("need", &["a"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["checked", "stale", "unchecked"]);
    // Nothing else gives way to it: one that is run by somebody else stays where the sheets have it.
    town.entry_mut("stale").via = navigator::Via::Direct;
    assert_eq!(town.cards(&said), ["unchecked", "stale", "checked"]);
}

#[test]
fn of_the_same_weight_the_freshest_leads() {
    let mut town = with_windows(&["z", "y", "x"]);
    let needs = ["x", "y", "z"].map(|kind| town.need(kind, &[kind], &[]));
    town.entry_mut("x").checked = Some(TODAY);
    assert_eq!(town.cards(&troubles(&needs)), ["x", "z", "y"]);
}

/// A joined-up window, «a» and «b» of two fields, and a trouble for each.
fn two_fields() -> (Town, [NeedId; 2]) {
    let mut town = with_windows(&["a", "b", TOGETHER]);
    town.field("b", 1);
    let needs = [
        town.need("one", &["a"], &[]),
        town.need("other", &["b"], &[]),
    ];
    (town, needs)
}

#[test]
fn troubles_of_several_fields_are_heard_together_first() {
    let (town, [one, other]) = two_fields();
    let both = troubles(&[one, other]);
    assert_eq!(town.cards(&both), [TOGETHER, "a", "b"]);
    let card = town.card(&both, TOGETHER);
    assert!(card.joined_up);
    // Each of the troubles is a reason for it.
    assert_eq!(card.reasons, [Reason::Need(one), Reason::Need(other)]);
    assert!(!town.card(&both, "a").joined_up);
    for one in [one, other] {
        let alone = troubles(&[one]);
        assert!(!town.cards(&alone).contains(&TOGETHER));
    }
}

#[test]
fn troubles_of_one_field_go_to_its_own_window() {
    let (mut town, [one, other]) = two_fields();
    town.field("b", 0);
    assert_eq!(town.cards(&troubles(&[one, other])), ["a", "b"]);
}

#[test]
fn a_trouble_that_already_asks_for_the_joined_up_window_adds_no_field() {
    let (mut town, [one, _]) = two_fields();
    let third = town.need("third", &["b", TOGETHER], &[]);
    let said = troubles(&[one, third]);
    assert!(!town.card(&said, TOGETHER).joined_up);
    assert_eq!(town.cards(&said), ["a", "b", TOGETHER]);
}

#[test]
fn a_trouble_that_hangs_together_by_nature_is_heard_together() {
    let (mut town, [one, _]) = two_fields();
    town.catalog.needs[one.index()].compound = true;
    assert_eq!(town.cards(&troubles(&[one])), [TOGETHER, "a"]);
}

#[test]
fn a_pattern_of_answers_is_heard_together() {
    let (mut town, [one, _]) = two_fields();
    let home = town.question("home", &["child", "elder"]);
    town.rule(RuleSort::Compound, is(home, 0), &[], &[]);
    let said = |answer| troubles(&[one]).with(home, answer);
    assert_eq!(town.cards(&said(option(0))), [TOGETHER, "a"]);
    assert_eq!(town.cards(&said(option(1))), ["a"]);
    // Another sort of rule is no pattern.
    town.catalog.rules[0].sort = RuleSort::Gate;
    assert_eq!(town.cards(&said(option(0))), ["a"]);
}

#[test]
fn only_the_first_joined_up_window_leads() {
    let (mut town, [one, other]) = two_fields();
    town.desk("together 2", &[TOGETHER]);
    let both = troubles(&[one, other]);
    assert!(town.card(&both, TOGETHER).joined_up);
    assert!(!town.card(&both, "together 2").joined_up);
    assert_eq!(town.cards(&both), [TOGETHER, "a", "b", "together 2"]);
}

#[test]
fn one_number_is_one_card() {
    let mut town = with_windows(&["a", "b", "c"]);
    let age = town.question("age", &["young", "old"]);
    town.fits("b", is(age, 1));
    let need = town.need("need", &["b", "a", "c"], &[]);
    let other = town.need("other", &["a"], &[]);
    let said = troubles(&[need, other]);
    assert_eq!(town.cards(&said), ["a", "c", "b"]);
    let phone = town.entry_mut("a").channels.phone.clone();
    town.entry_mut("b").channels.phone = phone;
    assert_eq!(town.cards(&said), ["a", "c"]);
    let card = town.card(&said, "a");
    assert_eq!(card.same_phone, [town.entry("b")]);
    assert_eq!(card.kinds, [town.kind("a"), town.kind("b")]);
    assert_eq!(card.reasons, [Reason::Need(need), Reason::Need(other)]);
    // What is not known of a role is not known of the card.
    assert_eq!(card.unknown, [age]);
}

#[test]
fn no_number_is_no_common_number() {
    let mut town = with_windows(&["a", "b"]);
    town.entry_mut("a").channels.phone.clear();
    town.entry_mut("b").channels.phone.clear();
    let need = town.need("need", &["a", "b"], &[]);
    assert_eq!(town.cards(&troubles(&[need])), ["a", "b"]);
}

#[test]
fn a_card_that_takes_in_what_everybody_is_offered_keeps_its_reason() {
    let mut town = with_windows(&["a", "b", "c", "d", "for all"]);
    let for_all = town.kind("for all");
    town.catalog.fallback.push(for_all);
    let need = town.need("need", &["a", "b", "c"], &["d"]);
    let phone = town.entry_mut("a").channels.phone.clone();
    town.entry_mut("for all").channels.phone = phone;
    assert_eq!(town.cards(&troubles(&[need])), ["a", "b", "c", "d"]);
}

#[test]
fn the_joined_up_window_behind_a_number_for_danger_makes_that_card_joined_up() {
    let (mut town, [one, other]) = two_fields();
    town.window("line", &["line"]).channels.phone = "099".to_owned();
    town.entry_mut(TOGETHER).channels.phone = "099".to_owned();
    town.rule(DANGER, has_need(one), &["line"], &[]);
    let both = troubles(&[one, other]);
    assert_eq!(town.cards(&both), ["line", "a", "b"]);
    assert!(town.card(&both, "line").joined_up && !town.card(&both, "a").joined_up);
}

#[test]
fn each_of_the_first_cards_plays_a_role_of_its_own() {
    let mut town = Town::new();
    for window in ["a 1", "a 2", "a 3"] {
        town.desk(window, &["a"]);
    }
    for kind in ["b", "c", "d"] {
        town.window(kind, &[kind]);
    }
    // The second window of the first role weighs 45, the others 30, 27 and 24.
    let need = town.need("need", &["a"], &["b", "c", "d"]);
    let expected = ["a 1", "b", "c", "a 2", "a 3", "d"];
    assert_eq!(town.cards(&troubles(&[need])), expected);
}

#[test]
fn what_nobody_asked_for_is_none_of_the_first_cards() {
    let mut town = Town::new();
    town.window("a 1", &["a"]);
    town.desk("a 2", &["a"]);
    town.window("for all", &["for all"]);
    let for_all = town.kind("for all");
    town.catalog.fallback.push(for_all);
    let need = town.need("need", &["a"], &[]);
    assert_eq!(town.cards(&troubles(&[need])), ["a 1", "a 2", "for all"]);
}

#[test]
fn what_an_answer_speaks_for_is_asked_for_even_where_everybody_is_offered_it() {
    let mut town = Town::new();
    for window in ["a 1", "a 2"] {
        town.desk(window, &["a"]);
    }
    town.window("for the old", &["for the old"]);
    let for_the_old = town.kind("for the old");
    town.catalog.fallback.push(for_the_old);
    let [home, age] = ["home", "age"].map(|id| town.question(id, &["yes", "no"]));
    town.fits("for the old", Expr::Any(vec![is(age, 0), is(home, 0)]));
    let need = town.need("need", &["a"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["a 1", "a 2", "for the old"]);
    // One of the answers is enough, whichever of them it is.
    for (yes, no) in [(age, home), (home, age)] {
        let old = said.with(yes, option(0)).with(no, option(1));
        assert_eq!(town.cards(&old), ["a 1", "for the old", "a 2"]);
    }
}

#[test]
fn the_joined_up_window_leads_even_where_a_line_for_danger_plays_its_role() {
    let (mut town, [one, other]) = two_fields();
    let line = town.window("line", &["line", TOGETHER]).id.clone();
    town.rule(DANGER, has_need(one), &["line"], &[]);
    let both = troubles(&[one, other]);
    assert_eq!(town.cards(&both), [line.as_str(), TOGETHER, "a", "b"]);
}

#[test]
fn the_fallback_is_offered_to_everybody_at_the_end() {
    let mut town = with_windows(&["for all", "a"]);
    let for_all = town.kind("for all");
    town.catalog.fallback.push(for_all);
    let need = town.need("need", &["a"], &[]);
    for said in [Answers::default(), {
        let mut refused = Answers::default();
        refused.needs = Answer::Declined;
        refused
    }] {
        assert_eq!(town.cards(&said), ["for all"]);
        assert_eq!(town.reasons(&said, "for all"), []);
    }
    assert_eq!(town.cards(&troubles(&[need])), ["a", "for all"]);
    // Where a trouble asks for it, it keeps the weight that this gives.
    let other = town.need("other", &["for all"], &["a"]);
    assert_eq!(town.cards(&troubles(&[other])), ["for all", "a"]);
}

#[test]
fn the_first_cards_are_those_for_danger_and_three_others() {
    let mut town = with_windows(&["line 1", "line 2", "a", "b", "c", "d"]);
    let need = town.need("need", &["a", "b", "c", "d"], &[]);
    let first = |town: &Town| {
        let outcome = town.outcome(&troubles(&[need]));
        let cards = outcome.first_cards().map(|card| town.name(card.entry));
        cards.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(first(&town), ["a", "b", "c"]);
    town.rule(DANGER, has_need(need), &["line 1", "line 2"], &[]);
    assert_eq!(first(&town), ["line 1", "line 2", "a", "b", "c"]);
}

/// Two windows that share a kind by parts of town, and one for the whole town.
fn by_parts() -> (Town, Answers) {
    let mut town = with_windows(&[]);
    for window in ["north", "south", "all"] {
        town.window(window, &["a"]);
    }
    town.area("Kita", "north");
    town.area("Minami", "south");
    let need = town.need("need", &["a"], &[]);
    (town, troubles(&[need]))
}

#[test]
fn while_the_part_of_town_is_not_known_its_windows_are_one_card() {
    let (town, mut said) = by_parts();
    for open in [Answer::Open, Answer::Unknown, Answer::Declined] {
        said.area = open;
        assert_eq!(town.cards(&said), ["north", "all"]);
        let card = town.card(&said, "north");
        assert_eq!(card.alternatives, [town.entry("south")]);
    }
}

#[test]
fn the_part_of_town_chooses_the_window() {
    let (town, mut said) = by_parts();
    for (area, window) in town.catalog.area_ids().zip(["north", "south"]) {
        said.area = Answer::Chosen(area);
        assert_eq!(town.cards(&said), [window, "all"]);
        assert_eq!(town.card(&said, window).alternatives, []);
    }
}

#[test]
fn windows_that_share_two_roles_by_parts_are_one_card_too() {
    let (mut town, _) = by_parts();
    let both = ["north", "south"].map(|window| town.entry(window));
    let other = town.kind("b");
    town.catalog.kinds[other.index()].entries.extend(both);
    let need = town.need("other", &["a", "b"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["north", "all"]);
    assert_eq!(town.card(&said, "north").alternatives, [both[1]]);
}

#[test]
fn a_number_that_an_alternative_shares_is_one_card_too() {
    let (mut town, _) = by_parts();
    let phone = town.entry("south");
    let phone = town.catalog.entry(phone).channels.phone.clone();
    town.window("b", &["b"]).channels.phone = phone;
    let need = town.need("other", &["a", "b"], &[]);
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["north", "all"]);
    assert_eq!(town.card(&said, "north").same_phone, [town.entry("b")]);
}

#[test]
fn a_window_is_offered_on_its_days_alone() {
    let mut town = with_windows(&["a"]);
    let need = town.need("need", &["a"], &[]);
    let said = troubles(&[need]);
    for (from, until, shown) in [
        (None, None, true),
        (Some(0), Some(0), true),
        (Some(1), None, false),
        (None, Some(-1), false),
        (Some(-1), Some(1), true),
    ] {
        let entry = town.entry_mut("a");
        entry.valid_from = from.map(|days| TODAY.plus(days));
        entry.valid_until = until.map(|days| TODAY.plus(days));
        assert_eq!(
            town.cards(&said).len(),
            usize::from(shown),
            "{from:?} {until:?}"
        );
    }
}
