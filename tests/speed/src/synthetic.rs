//! A catalog of any size that is made like the real ones: kinds with a few dozen windows, lines by age, parts of town,
//! shared phones, questions behind troubles, rules on danger and on patterns.
//!
//! Up to 2,000 entries the knowledge is as large as the real one (90 kinds, 108 troubles, 45 questions, 60 rules) and the
//! windows of a kind grow in number; from there on the kinds grow too, with 25 windows each.

use navigator::{
    Area, AreaId, Catalog, Choice, Entry, EntryId, Expr, Field, Kind, KindId, Level, Need, NeedId,
    NeedSet, OptionSet, PerAsker, Question, QuestionId, Rule, RuleSort, Via,
};

use crate::chance::Chance;

const FIELDS: usize = 14;

/// A catalog with so many entries; the same one each time.
pub fn catalog(entries: usize) -> Catalog {
    let mut chance = Chance::new(entries as u64);
    let kinds = (entries / 25).max(90);
    let needs = (kinds / 4).max(108);
    let areas = (entries / 100).clamp(10, 200);
    let mut catalog = Catalog {
        fields: fields(),
        kind_fields: (0..FIELDS).map(|field| format!("窓口{field}")).collect(),
        fallback: vec![KindId(0), KindId(1)],
        joined_up: KindId(0),
        areas: parts_of_town(areas),
        ..Catalog::default()
    };
    catalog.needs = (0..needs)
        .map(|need| need_of(&mut chance, need, kinds))
        .collect();
    for question in 0..45 {
        let question = question_of(&mut chance, question, needs);
        catalog.questions.push(question);
    }
    let rules = 60 + kinds / 40;
    catalog.rules = (0..rules)
        .map(|rule| rule_of(&mut chance, rule, kinds, &catalog))
        .collect();
    catalog.kinds = (0..kinds)
        .map(|kind| Kind {
            id: format!("k{kind}"),
            field: small(kind % FIELDS),
            plain: format!("窓口の種類{kind}"),
            fits: line(&mut chance, 15, &catalog.questions),
            ..Kind::default()
        })
        .collect();
    catalog.entries = (0..entries)
        .map(|entry| entry_of(&mut chance, entry, kinds, areas, &catalog.questions))
        .collect();
    list_by_kind(&mut catalog);
    catalog
}

fn fields() -> Vec<Field> {
    let field = |number| Field {
        name: format!("分野{number}"),
        ..Field::default()
    };
    (0..FIELDS).map(field).collect()
}

fn parts_of_town(count: usize) -> Vec<Area> {
    let area = |number| Area {
        name: format!("町{number}"),
        ..Area::default()
    };
    (0..count).map(area).collect()
}

fn need_of(chance: &mut Chance, number: usize, kinds: usize) -> Need {
    Need {
        id: format!("n{number}"),
        field: small(number % FIELDS),
        other_fields: vec![small((number + 3) % FIELDS)],
        text: PerAsker {
            myself: format!("困りごと{number}で困っている"),
            ..PerAsker::default()
        },
        first: some_kinds(chance, kinds, 1, 3),
        also: some_kinds(chance, kinds, 1, 5),
        compound: chance.percent(3),
        errand: chance.percent(8),
        ..Need::default()
    }
}

fn question_of(chance: &mut Chance, number: usize, needs: usize) -> Question {
    let options = 2 + chance.below(5);
    let gate = some_needs(chance, needs / 12, needs);
    // One in four waits for another question's answer too; only for earlier ones, so that none waits for itself.
    let earlier = (number > 0 && chance.percent(25)).then(|| {
        let before = QuestionId(position(chance.below(number)));
        Expr::Within(before, OptionSet::of(0))
    });
    let gates = std::iter::once(Expr::Needs(gate)).chain(earlier);
    Question {
        id: format!("q{number}"),
        options: choices(options),
        multiple: chance.percent(25),
        cost: small(1 + chance.below(4)),
        ask_when: Expr::Any(gates.collect()),
        ..Question::default()
    }
}

/// So many options; the last stands alone.
fn choices(count: usize) -> Vec<Choice> {
    let choice = |number| Choice {
        id: format!("o{number}"),
        alone: number + 1 == count,
        ..Choice::default()
    };
    (0..count).map(choice).collect()
}

fn rule_of(chance: &mut Chance, number: usize, kinds: usize, catalog: &Catalog) -> Rule {
    let sort = match number {
        0..=11 => RuleSort::Crisis {
            stop: number.is_multiple_of(4),
            private: number % 4 == 1,
        },
        12..=19 => RuleSort::Compound,
        _ => RuleSort::Gate,
    };
    let all = catalog.needs.len();
    let needs = some_needs(chance, all / 20, all);
    let mut parts = vec![Expr::Needs(needs), circumstance(chance, &catalog.questions)];
    if chance.percent(30) {
        parts.push(circumstance(chance, &catalog.questions));
    }
    Rule {
        id: format!("r{number}"),
        words: format!("事情{number}"),
        sort,
        when: Expr::All(parts),
        direct: false,
        silent: false,
        traceless: false,
        first: some_kinds(chance, kinds, 1, 3),
        also: some_kinds(chance, kinds, 0, 3),
    }
}

fn entry_of(
    chance: &mut Chance,
    number: usize,
    kinds: usize,
    areas: usize,
    questions: &[Question],
) -> Entry {
    let mut entry = Entry {
        id: format!("e{number}"),
        name: format!("第{number}相談窓口"),
        what: format!("困りごとの相談を聞き、手つづきを助けます（{number}）。"),
        kinds: vec![KindId(position(number % kinds))],
        fits: line(chance, 8, questions),
        level: some_level(chance),
        ..Entry::default()
    };
    if chance.percent(30) {
        entry.kinds.extend(some_kinds(chance, kinds, 1, 2));
    }
    // One kind in twelve divides the town among its windows.
    if (number % kinds) % 12 == 7 {
        entry.areas = vec![AreaId(position(chance.below(areas)))];
    }
    if let Some(phone) = some_phone(chance, number) {
        entry.channels.phone = format!("04-{:04}-{:04}", phone / 10_000, phone % 10_000);
    }
    if chance.percent(10) {
        entry.via = Via::Switchboard;
    }
    entry
}

fn some_level(chance: &mut Chance) -> Level {
    match chance.below(20) {
        0 => Level::Nation,
        1 => Level::Prefecture,
        _ => Level::Town,
    }
}

/// Mostly a number of its own; some share one, some have none.
fn some_phone(chance: &mut Chance, number: usize) -> Option<usize> {
    match chance.below(20) {
        0..3 => None,
        3..6 => Some(number / 40 * 40),
        _ => Some(number),
    }
}

/// An age line or the like, in so many of a hundred cases.
fn line(chance: &mut Chance, of_hundred: usize, questions: &[Question]) -> Expr {
    if chance.percent(of_hundred) {
        let parts = (0..1 + chance.below(3)).map(|_| circumstance(chance, questions));
        Expr::Any(parts.collect())
    } else {
        Expr::Always
    }
}

/// One or two options of some question.
fn circumstance(chance: &mut Chance, questions: &[Question]) -> Expr {
    let question = chance.below(questions.len());
    let id = QuestionId(position(question));
    let options = questions[question].options.len();
    let options = OptionSet::of(chance.below(options)).union(OptionSet::of(chance.below(options)));
    if questions[question].multiple {
        Expr::Includes(id, options)
    } else {
        Expr::Within(id, options)
    }
}

fn some_needs(chance: &mut Chance, count: usize, of: usize) -> NeedSet {
    (0..count)
        .map(|_| NeedId(position(chance.below(of))))
        .collect()
}

fn some_kinds(chance: &mut Chance, kinds: usize, least: usize, most: usize) -> Vec<KindId> {
    let count = least + chance.below(most - least + 1);
    (0..count)
        .map(|_| KindId(position(chance.below(kinds))))
        .collect()
}

/// The windows of each kind: main roles before side roles, then the town's own before others, as the compiler puts them.
fn list_by_kind(catalog: &mut Catalog) {
    for (number, entry) in catalog.entries.iter_mut().enumerate() {
        entry.kinds.dedup();
        for kind in &entry.kinds {
            let id = EntryId(u32::try_from(number).unwrap_or(u32::MAX));
            let listed = &mut catalog.kinds[kind.index()].entries;
            if listed.last() != Some(&id) {
                listed.push(id);
            }
        }
    }
    for (number, kind) in catalog.kinds.iter_mut().enumerate() {
        let id = KindId(position(number));
        kind.entries.sort_by_key(|&entry| {
            let entry = &catalog.entries[entry.index()];
            let side = entry.kinds.first() != Some(&id);
            (side, entry.level, entry.channels.phone.is_empty())
        });
    }
}

fn position(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
