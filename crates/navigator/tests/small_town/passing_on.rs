//! A window to which no way is known is no card of its own: it stands on the card of who passes on to it.

use crate::town::*;
use navigator::NeedId;

fn town() -> (Town, NeedId) {
    let mut town = Town::new();
    town.window("joined", &[TOGETHER]);
    town.window("silent", &["silent"]).channels.phone.clear();
    town.window("other", &["other"]);
    let joined = town.entry("joined");
    town.entry_mut("silent").passed_on_by = Some(joined);
    let need = town.need("need", &["silent"], &["other"]);
    (town, need)
}

#[test]
fn who_passes_on_is_shown_in_its_place() {
    let (town, need) = town();
    let said = troubles(&[need]);
    assert_eq!(town.cards(&said), ["joined", "other"]);
    let card = town.card(&said, "joined");
    assert_eq!(card.passed_on, [town.entry("silent")]);
    assert_eq!((card.same_phone, card.alternatives), (vec![], vec![]));
    assert_eq!(
        town.reasons(&said, "joined"),
        [navigator::Reason::Need(need)]
    );
}

#[test]
fn it_stands_beside_what_is_asked_of_who_passes_on_itself() {
    let (mut town, need) = town();
    let together = town.need("together", &[TOGETHER], &[]);
    let said = troubles(&[need, together]);
    assert_eq!(town.cards(&said), ["joined", "other"]);
    let card = town.card(&said, "joined");
    assert_eq!(card.passed_on, [town.entry("silent")]);
    assert_eq!(card.same_phone, []);
}

#[test]
fn where_nobody_can_pass_on_it_stands_for_itself() {
    let (mut town, need) = town();
    town.entry_mut("joined").valid_until = Some(TODAY.plus(-1));
    assert_eq!(town.cards(&troubles(&[need])), ["other", "silent"]);
}

#[test]
fn against_violence_no_switchboard_passes_on() {
    let (mut town, need) = town();
    town.entry_mut("joined").via = navigator::Via::Switchboard;
    town.rule(VIOLENCE, has_need(need), &["other"], &["silent"]);
    assert_eq!(town.cards(&troubles(&[need])), ["other"]);
}
