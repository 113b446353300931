//! Crisis first: the direct lines come before everything else, and before the next question.

use super::town::{DANGER, TODAY, TOGETHER, Town, has_need, is, not, option, troubles};
use navigator::{
    Answer, Answers, Day, Expr, Holidays, Hours, Moment, NeedId, OnHolidays, RuleSort, Span,
    Standing, next_step,
};

/// A trouble that is danger and asks for «line», and one that is not and asks for «desk».
fn two_troubles(town: &mut Town) -> [NeedId; 2] {
    let life = town.need("life", &["line"], &[]);
    let rent = town.need("rent", &["desk"], &[]);
    [life, rent]
}

#[test]
fn lines_for_danger_come_before_what_weighs_more() {
    let mut town = Town::new();
    town.window("desk", &["desk"]);
    // The second line weighs more than the first: another trouble asks for it too.
    town.window("second line", &["second"]);
    town.window("first line", &["first"]);
    let life = town.need("life", &[], &[]);
    let night = town.need("night", &["second", "desk"], &[]);
    town.rule(DANGER, has_need(life), &["first"], &[]);
    town.rule(DANGER, has_need(life), &["second"], &["desk"]);
    let said = troubles(&[life, night]);
    assert_eq!(town.cards(&said), ["first line", "second line", "desk"]);
    let outcome = town.outcome(&said);
    assert!(outcome.crisis && !outcome.stop && !outcome.private);
    let danger: Vec<bool> = outcome.suggestions.iter().map(|card| card.crisis).collect();
    assert_eq!(danger, [true, true, false]);
    // Without the danger only the weights count.
    let outcome = town.outcome(&troubles(&[night]));
    assert!(!outcome.crisis && outcome.suggestions.iter().all(|card| !card.crisis));
}

#[test]
fn a_kind_in_danger_brings_two_lines_and_the_others_follow_behind() {
    let mut town = Town::new();
    let [life, rent] = two_troubles(&mut town);
    for line in ["line 1", "line 2", "line 3"] {
        town.window(line, &["line"]);
    }
    town.window("desk", &["desk"]);
    town.rule(DANGER, has_need(life), &["line"], &[]);
    let said = troubles(&[life, rent]);
    assert_eq!(town.cards(&said), ["line 1", "line 2", "desk", "line 3"]);
    let danger = ["line 1", "line 2", "line 3"].map(|line| town.card(&said, line).crisis);
    assert_eq!(danger, [true, true, false]);
}

#[test]
fn a_line_that_several_dangers_name_stands_where_the_first_names_it() {
    let mut town = Town::new();
    let life = town.need("life", &[], &[]);
    town.window("other", &["other"]);
    town.window("both", &["late", "early"]);
    town.rule(DANGER, has_need(life), &["early", "other", "late"], &[]);
    assert_eq!(town.cards(&troubles(&[life])), ["both", "other"]);
    // The other way round in the sheets too.
    town.rule(DANGER, has_need(life), &["other"], &[]);
    assert_eq!(town.cards(&troubles(&[life])), ["both", "other"]);
}

#[test]
fn in_danger_no_age_line_hides_a_line() {
    let mut town = Town::new();
    let [life, _] = two_troubles(&mut town);
    let child = town.question("child", &["yes", "no"]);
    town.fits("line", is(child, 0));
    town.window("line for children", &["line"]);
    town.window("line", &["line"]).fits = not(is(child, 1));
    let said = troubles(&[life]).with(child, option(1));
    assert_eq!(town.cards(&said), [""; 0]);
    town.rule(DANGER, has_need(life), &["line"], &[]);
    assert_eq!(town.cards(&said), ["line for children", "line"]);
    assert_eq!(town.card(&said, "line").standing, Standing::Maybe);
    assert_eq!(
        town.card(&said, "line for children").standing,
        Standing::Maybe
    );
    // And for a child it is simply right.
    let child_said = troubles(&[life]).with(child, option(0));
    assert_eq!(town.card(&child_said, "line").standing, Standing::Fits);
}

#[test]
fn danger_that_a_refusal_left_open_keeps_its_line_in_reach_without_alarm() {
    let mut town = Town::new();
    let [_, rent] = two_troubles(&mut town);
    let safe = town.question("safe", &["yes", "no"]);
    let child = town.question("child", &["yes", "no"]);
    town.window("desk", &["desk"]);
    town.window("line", &["line"]);
    town.fits("line", is(child, 0));
    town.rule(DANGER, is(safe, 1), &["line"], &[]);
    let said = troubles(&[rent]).with(child, option(1));
    assert_eq!(town.cards(&said), ["desk"]);
    let refused = said.with(safe, Answer::Declined);
    assert_eq!(town.cards(&refused), ["desk", "line"]);
    assert!(!town.outcome(&refused).crisis);
    assert_eq!(town.card(&refused, "line").standing, Standing::Maybe);
}

#[test]
fn the_kinds_that_a_danger_also_names_are_no_lines_for_danger() {
    let mut town = Town::new();
    let [life, _] = two_troubles(&mut town);
    town.window("line", &["line"]);
    town.window("after", &["after"]);
    town.rule(DANGER, has_need(life), &["line"], &["after"]);
    let said = troubles(&[life]);
    assert!(town.card(&said, "line").crisis && !town.card(&said, "after").crisis);
}

#[test]
fn where_a_rule_says_stop_nothing_is_asked() {
    let mut town = Town::new();
    let [life, rent] = two_troubles(&mut town);
    let age = town.question("age", &["young", "old"]);
    town.window("line", &["line"]);
    town.window("desk", &["desk"]);
    town.window("other", &["other"]);
    town.rule(RuleSort::Gate, is(age, 1), &["other"], &[]);
    let sort = |stop| RuleSort::Crisis {
        stop,
        private: false,
    };
    let rule = town.rule(sort(true), has_need(life), &["line"], &[]);
    let asked = |town: &Town, said: &Answers| next_step(&town.catalog, said, TODAY).is_some();
    assert!(town.outcome(&troubles(&[life])).stop);
    assert!(!asked(&town, &troubles(&[life])));
    assert!(asked(&town, &troubles(&[rent])));
    town.catalog.rules[rule.index()].sort = sort(false);
    assert!(!town.outcome(&troubles(&[life])).stop);
    assert!(asked(&town, &troubles(&[life])));
}

#[test]
fn the_joined_up_window_waits_behind_danger_and_leads_the_rest() {
    let mut town = Town::new();
    let [life, rent] = two_troubles(&mut town);
    town.catalog.needs[rent.index()].compound = true;
    town.window("desk", &["desk"]);
    town.window("together", &[TOGETHER]);
    town.window("line", &["line"]);
    town.rule(DANGER, has_need(life), &["line"], &[]);
    assert_eq!(
        town.cards(&troubles(&[life, rent])),
        ["line", "together", "desk"]
    );
}

/// Open all day on every day from this hour to that.
fn every_day(from: u16, until: u16) -> Hours {
    Hours {
        spans: vec![Span {
            weekdays: 0b111_1111,
            on_holidays: OnHolidays::Open,
            from: from * 60,
            until: until * 60,
            ..Span::default()
        }],
        ..Hours::default()
    }
}

/// Three lines for danger (by day, of unknown hours, at any hour) and a desk that is open at night.
fn lines_by_day_and_night() -> (Town, Answers) {
    let mut town = Town::new();
    let [life, rent] = two_troubles(&mut town);
    town.catalog.holidays = Holidays::new(Day(19_000), Day(21_000), Vec::new());
    town.window("by day", &["line"]).hours = every_day(9, 17);
    town.window("unknown", &["line"]);
    town.window("always", &["always"]).hours = every_day(0, 24);
    town.window("desk", &["desk"]).hours = every_day(0, 24);
    town.rule(DANGER, has_need(life), &["line", "always"], &[]);
    (town, troubles(&[life, rent]))
}

fn at(hour: u16) -> Moment {
    Moment {
        day: TODAY,
        minute: hour * 60,
    }
}

fn cards_at(town: &Town, said: &Answers, hour: u16) -> Vec<String> {
    let mut outcome = town.outcome(said);
    outcome.lead_with_open_lines(&town.catalog, at(hour));
    let names = outcome.suggestions.iter().map(|card| town.name(card.entry));
    names.map(str::to_owned).collect()
}

#[test]
fn at_night_the_lines_that_answer_lead() {
    let (town, said) = lines_by_day_and_night();
    let by_day = ["by day", "unknown", "always", "desk"];
    assert_eq!(town.cards(&said), by_day);
    assert_eq!(cards_at(&town, &said, 10), by_day);
    // A desk that is open is no line for danger, and stays behind.
    let at_night = ["always", "unknown", "by day", "desk"];
    assert_eq!(cards_at(&town, &said, 3), at_night);
}

#[test]
fn a_line_whose_hours_are_out_of_date_does_not_lead() {
    let (mut town, said) = lines_by_day_and_night();
    town.entry_mut("by day").hours.valid_until = Some(TODAY.plus(-1));
    let by_day = ["always", "unknown", "by day", "desk"];
    assert_eq!(cards_at(&town, &said, 10), by_day);
}

#[test]
fn a_first_line_of_unknown_hours_keeps_its_place() {
    let (mut town, said) = lines_by_day_and_night();
    town.entry_mut("by day").hours = Hours::default();
    assert_eq!(cards_at(&town, &said, 3), town.cards(&said));
}

/// A line that is called and one that is written to, by what was said of speaking.
fn lines_to_call_and_to_write_to() -> (Town, Answers, Answers) {
    let mut town = Town::new();
    let life = town.need("life", &[], &[]);
    let voice = town.question("voice", &["free", "heard"]);
    town.window("called", &["line"]).hours = every_day(0, 24);
    town.window("written to", &["line"]).channels.chat = "https://chat.example/".to_owned();
    town.window("desk", &["desk"]);
    town.rule(DANGER, has_need(life), &["line"], &[]);
    let silent = town.rule(RuleSort::Gate, is(voice, 1), &[], &["desk"]);
    town.catalog.rules[silent.index()].silent = true;
    let said = |option_said| troubles(&[life]).with(voice, option(option_said));
    let (free, heard) = (said(0), said(1));
    (town, free, heard)
}

#[test]
fn who_cannot_speak_is_led_by_a_line_that_needs_no_voice() {
    let (town, free, heard) = lines_to_call_and_to_write_to();
    assert!(!town.outcome(&free).silent && town.outcome(&heard).silent);
    assert_eq!(town.cards(&free)[..2], ["called", "written to"]);
    assert_eq!(town.cards(&heard)[..2], ["written to", "called"]);
}

#[test]
fn before_anybody_asks_both_ways_stand_there_at_once() {
    let (town, free, heard) = lines_to_call_and_to_write_to();
    let open = troubles(&[NeedId(0)]);
    assert_eq!(town.cards(&open), town.cards(&free));
    // The answer takes nothing away: it only reorders.
    for card in town.cards(&open) {
        assert!(town.cards(&heard).contains(&card));
    }
}

#[test]
fn at_night_no_line_that_needs_a_voice_comes_before_one_that_is_closed() {
    let (mut town, free, heard) = lines_to_call_and_to_write_to();
    town.entry_mut("written to").hours = every_day(9, 17);
    town.catalog.holidays = Holidays::new(Day(19_000), Day(21_000), Vec::new());
    assert_eq!(cards_at(&town, &heard, 3)[..2], ["written to", "called"]);
    assert_eq!(cards_at(&town, &free, 3)[..2], ["called", "written to"]);
}

#[test]
fn without_danger_the_hour_changes_no_order() {
    let (mut town, _) = lines_by_day_and_night();
    let need = town.need("calm", &["line", "always"], &[]);
    let said = troubles(&[need]);
    assert_eq!(cards_at(&town, &said, 3), town.cards(&said));
    assert!(cards_at(&town, &Answers::default(), 3).is_empty());
}

#[test]
fn no_rule_no_alarm() {
    let mut town = Town::new();
    let [life, rent] = two_troubles(&mut town);
    town.window("line", &["line"]);
    town.rule(
        DANGER,
        Expr::All(vec![has_need(life), has_need(rent)]),
        &["line"],
        &[],
    );
    for said in [troubles(&[life]), troubles(&[rent]), Answers::default()] {
        let outcome = town.outcome(&said);
        assert!(
            !outcome.crisis && !outcome.stop && !outcome.private,
            "{said:?}"
        );
    }
}
