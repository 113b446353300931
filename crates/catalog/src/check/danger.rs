//! Danger beside the knowledge: every line that answers one is marked as such, every rule that must be there is, and a trouble
//! and the rules that it sets off alone say the same of it. No slip in a sheet may lead a cry for help elsewhere.

use super::danger_lists;
use super::told::{is_enough_alone, with_answer_alone, with_need_alone};
use crate::danger::Trait::{Abuse, AnswersItself, Sensitive, Watched};
use crate::danger::{DANGER_KINDS, DANGER_RULES, DangerKind, DangerRule, danger_of};
use crate::fault::Faults;
use crate::kinds::{KINDS, KindRow};
use crate::knowledge::{Knowledge, NeedRow, RULES};
use navigator::{KindId, NeedId, Rule, RuleSort};
use std::collections::BTreeMap;

/// Checks the kinds, then the rules, then the troubles beside them: what would only follow from a fault before is not said.
pub fn check_danger(knowledge: &Knowledge, faults: &mut Faults) {
    if !knowledge.kinds.are_whole() {
        return;
    }
    let before = faults.count();
    for danger in &DANGER_KINDS {
        if let Some(row) = knowledge.kinds.iter().find(|row| row.id == danger.kind) {
            check_kind(row, danger, faults);
        }
    }
    if !knowledge.are_conditions_whole(faults) || faults.count() > before {
        return;
    }
    danger_lists::check_lists(knowledge, faults);
    for required in &DANGER_RULES {
        check_is_there(knowledge, required, faults);
    }
    for (rule, &row) in knowledge.rules.iter().zip(&knowledge.rule_rows) {
        check_rule(knowledge, rule, row, faults);
    }
    if faults.count() == before {
        check_needs(knowledge, faults);
    }
}

fn check_needs(knowledge: &Knowledge, faults: &mut Faults) {
    let mut unled: BTreeMap<&str, Vec<(&NeedRow, &DangerKind)>> = BTreeMap::new();
    for (place, need) in knowledge.needs.iter().enumerate() {
        if let Some(danger) = check_need(knowledge, (need, place), faults) {
            unled.entry(danger.kind).or_default().push((need, danger));
        }
        danger_lists::check_need(knowledge, (need, place), faults);
    }
    for needs in unled.values() {
        tell_unled(needs, faults);
    }
}

/// One trouble without a rule has a slip; several of one danger have lost theirs, and that is one fault.
fn tell_unled(needs: &[(&NeedRow, &DangerKind)], faults: &mut Faults) {
    let Some(&(first, danger)) = needs.first() else {
        return;
    };
    let ids: Vec<&str> = needs.iter().map(|(need, _)| &*need.id).collect();
    let (ids, of) = (ids.join("、"), danger.of);
    let what = format!(
        "困りごと「{ids}」は{of}のことなのに、これだけで成り立つ crisis の規則がありません"
    );
    let mend = format!(
        "rules.toml に、「困りごと={}」で成り立ち、first に {} のある規則を書きます",
        ids.replace('、', "/"),
        danger.kind
    );
    if needs.len() == 1 {
        first.tell("最初の窓口", what, &mend, faults);
    } else {
        faults.add(RULES, 0, "rule", what, mend);
    }
}

fn check_kind(row: &KindRow, danger: &DangerKind, faults: &mut Faults) {
    let mut tell = |column, what: String, mend: &str| {
        if !faults.are_at(KINDS, row.row, column) {
            faults.add(KINDS, row.row, column, what, mend);
        }
    };
    let marks = [
        ("urgent", row.urgent, true),
        ("quick_exit", row.quick_exit, danger.is(Watched)),
    ];
    for (mark, _, _) in marks.into_iter().filter(|(_, has, needs)| *needs && !has) {
        let what = format!(
            "{}のときの窓口なのに、「{mark}」の印がありません",
            danger.of
        );
        tell("印", what, "印を足します");
    }
    if danger.is(AnswersItself) && !row.direct {
        let what = format!("{}のときの窓口が、代表番号に代わってしまいます", danger.of);
        tell("代表番号", what, "「出さない」にします");
    }
    if !danger.is(AnswersItself) && row.say.is_empty() {
        let what = format!("{}のことで、代表番号で言う文がありません", danger.of);
        let mend = "わけを言わずに、担当につないでもらう文を書きます";
        tell("代表で言うこと", what, mend);
    }
}

/// A rule by which a danger is told has its line first, and nothing narrows it.
fn check_is_there(knowledge: &Knowledge, required: &DangerRule, faults: &mut Faults) {
    let Some(kind) = knowledge.kind_of(required.first) else {
        return;
    };
    let of = required.of;
    let mut rules = knowledge.rules.iter().zip(&knowledge.rule_rows);
    let Some((rule, &row)) = rules.find(|(rule, _)| rule.id == required.rule) else {
        let what = format!("{of}のときの規則「{}」がありません", required.rule);
        let mend = format!(
            "sort = \"crisis\" で、first が {} から始まる規則をもどします",
            required.first
        );
        return faults.add(RULES, 0, required.rule, what, mend);
    };
    let before = faults.count();
    for (is_right, what, mend) in asked_of(rule, required, kind) {
        if !is_right {
            faults.add(RULES, row, &rule.id, format!("{of}{what}"), mend);
        }
    }
    if faults.count() == before {
        check_answers(knowledge, (rule, row), required, faults);
    }
}

/// Each answer by which the danger is told sets the rule off, and its reason says so.
fn check_answers(
    knowledge: &Knowledge,
    (rule, row): (&Rule, usize),
    required: &DangerRule,
    faults: &mut Faults,
) {
    let words = &knowledge.vocabulary;
    let asked = |name| {
        let mut questions = words.questions.iter();
        questions.any(|(known, ..)| known == name)
    };
    for &(name, option) in required.answers.iter().filter(|answer| asked(answer.0)) {
        if with_answer_alone(words, &rule.when, (name, option)) != Some(true) {
            let what = format!("「{name}={option}」だけで、この規則が成り立ちません");
            let mend = format!("when に「または {name}={option}」を足します");
            return faults.add(RULES, row, &rule.id, what, mend);
        }
    }
    if !rule.words.contains(required.says) {
        let what = format!("理由の言葉に「{}」がありません", required.says);
        let mend = "words に、お答えになったことを書きます";
        faults.add(RULES, row, &rule.id, what, mend);
    }
}

/// What such a rule must be: whether it is, what is wrong otherwise, and what to do.
fn asked_of(rule: &Rule, required: &DangerRule, kind: KindId) -> [(bool, String, String); 5] {
    let (crisis, stop, private) = match rule.sort {
        RuleSort::Crisis { stop, private } => (true, stop, private),
        _ => (false, true, true),
    };
    let first = required.first;
    [
        (
            crisis,
            "のときの規則が、crisis ではありません",
            "sort = \"crisis\" にします",
        ),
        (
            rule.first.first() == Some(&kind),
            &*format!("のときの規則が、{first} から始まりません"),
            &*format!("first のはじめに {first} を書きます"),
        ),
        (
            stop || !required.stops,
            "と分かった後に、質問が続きます",
            "stop = true を書きます",
        ),
        (
            private || !required.is_private,
            "のことで、代表番号が出ます",
            "private = true を書きます",
        ),
        (
            is_enough_alone(&rule.when),
            "のときの規則が、1つの答えだけでは成り立ちません",
            "その答えだけで成り立つように、条件を直します",
        ),
    ]
    .map(|(is_right, what, mend)| (is_right, what.to_owned(), mend.to_owned()))
}

fn check_rule(knowledge: &Knowledge, rule: &Rule, row: usize, faults: &mut Faults) {
    let RuleSort::Crisis { stop, private } = rule.sort else {
        return;
    };
    let mut tell = |what: String, mend: &str| {
        if !faults.are_at(RULES, row, &rule.id) {
            faults.add(RULES, row, &rule.id, what, mend);
        }
    };
    let Some(first) = rule.first.first() else {
        return tell(
            "きけんのときに、最初に出す電話がありません".to_owned(),
            "first に、すぐ答える電話の種類を書きます",
        );
    };
    let row_of = |kind: &KindId| &knowledge.kinds[kind.index()];
    if row_of(first).quick_exit && !private {
        let what = format!(
            "「{}」から始まる規則なのに、private がありません",
            row_of(first).id
        );
        tell(what, "private = true を書きます");
    }
    if let Some(kind) = rule.first.iter().map(row_of).find(|kind| !kind.direct)
        && (stop || private)
    {
        let what = format!(
            "すぐ答える電話だけのはずの first に、「{}」があります",
            kind.id
        );
        let mend = "also に移すか、kinds.csv の「代表番号」を「出さない」にします";
        tell(what, mend);
    }
}

/// The danger of a trouble to whose line no rule leads, if there is one.
fn check_need(
    knowledge: &Knowledge,
    (need, place): (&NeedRow, usize),
    faults: &mut Faults,
) -> Option<&'static DangerKind> {
    let id = NeedId(u16::try_from(place).unwrap_or(u16::MAX));
    let rules = knowledge.rules.iter().zip(&knowledge.rule_rows);
    let set_off: Vec<(&Rule, usize)> = rules
        .filter(|(rule, _)| matches!(rule.sort, RuleSort::Crisis { .. }))
        .filter(|(rule, _)| with_need_alone(&rule.when, id) == Some(true))
        .map(|(rule, &row)| (rule, row))
        .collect();
    let unled = not_led(knowledge, need, &set_off);
    for &(rule, row) in set_off.iter().filter(|_| unled.is_none()) {
        check_agrees(knowledge, need, (rule, row), faults);
    }
    unled
}

/// A trouble whose first window answers a danger sets off a rule that has it first too: the danger, where none does.
fn not_led(
    knowledge: &Knowledge,
    need: &NeedRow,
    set_off: &[(&Rule, usize)],
) -> Option<&'static DangerKind> {
    let kind = need.first.first()?;
    let danger = danger_of(&knowledge.kinds[kind.index()].id)?;
    let mut rules = set_off.iter();
    (!rules.any(|(rule, _)| rule.first.contains(kind))).then_some(danger)
}

/// The mark of a trouble that the danger or its rule asks for, and that is not there.
fn mark_that_lacks(
    need: &NeedRow,
    rule: &Rule,
    danger: Option<&DangerKind>,
) -> Option<&'static str> {
    match danger {
        Some(danger) if danger.is(Sensitive) && !need.sensitive => Some("safety"),
        _ if rule.direct && !need.direct => Some("direct"),
        _ if !need.urgent && !need.sensitive => Some("urgent"),
        _ => None,
    }
}

/// The trouble says of itself what the rule says of it.
fn check_agrees(
    knowledge: &Knowledge,
    need: &NeedRow,
    (rule, row): (&Rule, usize),
    faults: &mut Faults,
) {
    let first = rule
        .first
        .first()
        .map(|kind| &*knowledge.kinds[kind.index()].id);
    let danger = first.and_then(danger_of);
    let private = matches!(rule.sort, RuleSort::Crisis { private: true, .. });
    let id = &need.id;
    if !rule.first.iter().any(|kind| need.first.contains(kind)) {
        let what = format!(
            "「{id}」だけで規則「{}」が成り立つのに、その電話の種類がありません",
            rule.id
        );
        let kinds = rule
            .first
            .iter()
            .map(|kind| &*knowledge.kinds[kind.index()].id);
        let mend = format!(
            "{} のどれかから始めます",
            kinds.collect::<Vec<_>>().join("、")
        );
        need.tell("最初の窓口", what, &mend, faults);
    }
    if let Some(mark) = mark_that_lacks(need, rule, danger) {
        let what = format!(
            "「{id}」だけで規則「{}」が成り立つのに、「{mark}」の印がありません",
            rule.id
        );
        need.tell("印", what, "印を足します", faults);
    }
    let is_of_abuse = need.direct || danger.is_some_and(|danger| danger.is(Abuse));
    if is_of_abuse && !rule.direct && !private && !faults.are_at(RULES, row, &rule.id) {
        let what = format!("困りごと「{id}」のことで、代表番号が電話の中に出ます");
        faults.add(
            RULES,
            row,
            &rule.id,
            what,
            "direct = true か private = true を書きます",
        );
    }
}
