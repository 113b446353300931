//! Joins a town's sheets with the knowledge and checks what only shows when they meet.

use crate::fault::Faults;
use crate::knowledge::{Knowledge, NeedRow};
use crate::town::{EntryRow, TownSheets};
use navigator::{
    Area, AreaId, Catalog, Confidence, Entry, EntryId, Kind, KindId, Need, NeedId, OptionSet,
    PlanItem, PlanItemId, PlanLevel, RuleSort, Town, Via,
};
use std::collections::{HashMap, HashSet};

/// A town's compiled catalog.
#[derive(Debug)]
pub struct Compiled {
    /// Id of the town.
    pub id: String,
    /// The catalog.
    pub catalog: Catalog,
}

/// Compiles one town; `None` if its sheets leave nothing to compile.
pub fn compile_town(
    knowledge: &Knowledge,
    town: &TownSheets,
    faults: &mut Faults,
) -> Option<Compiled> {
    let plan = plan(town);
    check_measures(town, faults);
    let numbers = sure_numbers(town, knowledge);
    let switchboard = town
        .entries
        .iter()
        .find(|row| row.id == town.settings.switchboard);
    if switchboard.is_none() && town.settings.switchboard_row > 0 {
        faults.add(
            &town.sheet("town.toml"),
            town.settings.switchboard_row,
            "switchboard",
            format!(
                "「{}」という窓口が entries.csv にありません",
                town.settings.switchboard
            ),
            "代表番号を持つ行の id を書きます",
        );
    }
    // Any row stands in for one that is missing, so that the other faults are found in the same run.
    let switchboard = switchboard.or(town.entries.first())?;

    let mut entries: Vec<Entry> = Vec::new();
    for row in town.entries.iter().filter(|row| row.published) {
        let mut entry = row.entry.clone();
        entry.kinds.clone_from(&row.kinds);
        entry.source = first_source(&entry.source);
        entry.measures = row
            .measures
            .iter()
            .filter_map(|id| plan.iter().position(|item| item.id == *id))
            .filter_map(|place| u16::try_from(place).ok().map(PlanItemId))
            .collect();
        set_phone(&mut entry, row, switchboard, &numbers, &town.settings.name);
        drop_doubtful(&mut entry, &numbers);
        entries.push(entry);
    }
    let town_ids: HashSet<&str> = town.entries.iter().map(|row| row.id.as_str()).collect();
    for (reach, row) in &knowledge.lines {
        if !row.published || !reach.covers(&town.settings.prefecture) {
            continue;
        }
        if town_ids.contains(row.id.as_str()) {
            faults.add(
                "knowledge/lines.csv",
                row.row,
                "id",
                format!(
                    "「{}」は {} にもあります",
                    row.id,
                    town.sheet("entries.csv")
                ),
                "どちらかの id を変えます",
            );
        }
        let mut entry = row.entry.clone();
        entry.kinds.clone_from(&row.kinds);
        entry.source = first_source(&entry.source);
        entry.level = reach.level();
        if let Some(phone) = row.phone.as_ref().filter(|_| row.phone_shown)
            && entry.confidence != Confidence::Low
        {
            phone.as_str().clone_into(&mut entry.channels.phone);
        }
        entries.push(entry);
    }
    let place = |id: &str| {
        entries
            .iter()
            .position(|entry| entry.id == id)
            .and_then(|place| u32::try_from(place).ok())
            .map(EntryId)
    };
    let switchboard_id = place(&switchboard.id);
    if switchboard_id.is_none() && switchboard.id == town.settings.switchboard {
        faults.add(
            &town.sheet("entries.csv"),
            switchboard.row,
            "状態",
            "代表番号の窓口が公開になっていません",
            "「公開」にします",
        );
    }
    let always = knowledge.always.iter().filter_map(|id| place(id)).collect();
    let areas = areas(town, &mut entries, faults);
    say_in_own_words(
        &mut entries,
        switchboard.phone.as_ref().map_or("", |p| p.as_str()),
    );

    let kind_fields = in_order(knowledge.kinds.iter().map(|kind| &kind.field));
    let by_kind = entries_by_kind(knowledge, &entries);
    let words = &town.settings.words;
    let kinds = knowledge
        .kinds
        .iter()
        .zip(by_kind)
        .zip(&knowledge.fits)
        .map(|((kind, entries), fits)| Kind {
            id: kind.id.clone(),
            field: position_of(&kind_fields, &kind.field),
            plain: words.apply(&kind.plain),
            fits: fits.clone(),
            entries,
        })
        .collect();
    let needs = knowledge
        .needs
        .iter()
        .map(|need| Need {
            id: need.id.clone(),
            field: field_of(knowledge, &need.field),
            words: words.apply(&need.words),
            plain: words.apply(&need.plain),
            first: need.first.clone(),
            also: need.also.clone(),
            compound: need.compound,
            sensitive: need.sensitive,
            search: telling_words(&need.search),
        })
        .collect();
    let mut questions = knowledge.questions.clone();
    for question in &mut questions {
        let texts = std::iter::once(&mut question.text)
            .chain(std::iter::once(&mut question.why))
            .chain(question.options.iter_mut().map(|option| &mut option.text));
        for text in texts {
            for sentence in [&mut text.myself, &mut text.family, &mut text.supporter] {
                *sentence = words.apply(sentence);
            }
        }
    }
    let mut rules = knowledge.rules.clone();
    for rule in &mut rules {
        rule.words = words.apply(&rule.words);
    }
    for entry in entries
        .iter_mut()
        .filter(|entry| entry.level != navigator::Level::Town)
    {
        entry.what = words.apply(&entry.what);
        entry.who = words.apply(&entry.who);
    }
    check_reachable(knowledge, town, &entries, faults);
    let catalog = Catalog {
        version: version(town, knowledge),
        town: Town {
            id: town.settings.id.clone(),
            name: town.settings.name.clone(),
            prefecture: town.settings.prefecture.clone(),
            switchboard: switchboard_id.unwrap_or(EntryId(0)),
            plan_title: town.settings.plan_title.clone(),
            credits: town
                .settings
                .credits
                .iter()
                .map(|c| c.text.clone())
                .collect(),
        },
        fields: knowledge
            .fields
            .iter()
            .map(|(_, shown)| words.apply(shown))
            .collect(),
        needs,
        questions,
        kind_fields: kind_fields.iter().map(|field| words.apply(field)).collect(),
        kinds,
        rules,
        fallback: knowledge.fallback.clone(),
        joined_up: knowledge.joined_up.unwrap_or(KindId(0)),
        giving: needs_with(knowledge, |need| need.giving),
        strain: needs_with(knowledge, |need| need.strain),
        always,
        entries,
        areas,
        plan,
        holidays: crate::hours::holidays(),
    };
    for id in catalog.questions_going_round() {
        faults.add(
            "knowledge/questions.toml",
            knowledge.question_rows[id.index()],
            &catalog.question(id).id,
            "質問の条件がぐるりと回っています",
            "when で、その質問より前に聞く質問だけを使います",
        );
    }
    if !catalog.is_sound() {
        return None;
    }
    if catalog.kind(catalog.joined_up).entries.is_empty() {
        faults.add(
            &town.sheet("entries.csv"),
            0,
            "種類",
            "いくつもの困りごとをまとめて聞く窓口がありません",
            "どれかの公開の行の「種類」に fukushi_sogo を書きます",
        );
    }
    Some(Compiled {
        id: town.settings.id.clone(),
        catalog,
    })
}

fn needs_with(knowledge: &Knowledge, marked: fn(&NeedRow) -> bool) -> Vec<NeedId> {
    let ids = (0..).map(NeedId);
    ids.zip(&knowledge.needs)
        .filter(|(_, need)| marked(need))
        .map(|(id, _)| id)
        .collect()
}

/// The newest date that any shown row carries: what a reader may take the catalog's age to be.
fn version(town: &TownSheets, knowledge: &Knowledge) -> String {
    let rows = town
        .entries
        .iter()
        .chain(knowledge.lines.iter().map(|(_, row)| row));
    rows.filter(|row| row.published)
        .filter_map(|row| {
            let full = row.entry.source_date.len() == "2026-07-27".len();
            full.then(|| row.entry.source_date.clone())
        })
        .max()
        .unwrap_or_default()
}

fn plan(town: &TownSheets) -> Vec<PlanItem> {
    town.plan
        .iter()
        .map(|row| PlanItem {
            id: row.id.clone(),
            level: row.level,
            parent: town
                .plan
                .iter()
                .position(|item| item.id == row.parent)
                .and_then(|place| u16::try_from(place).ok())
                .map(PlanItemId),
            name: row.name.clone(),
            owner: row.owner.clone(),
        })
        .collect()
}

/// Every measure is realised by an entry, and every entry's measures exist.
fn check_measures(town: &TownSheets, faults: &mut Faults) {
    let sheet = town.sheet("entries.csv");
    let mut realised: HashSet<&str> = HashSet::new();
    for row in &town.entries {
        for id in &row.measures {
            match town.plan.iter().find(|item| item.id == *id) {
                Some(item) if item.level == PlanLevel::Measure => {
                    if row.published {
                        realised.insert(&item.id);
                    }
                }
                Some(_) => faults.add(
                    &sheet,
                    row.row,
                    "施策",
                    format!("「{id}」は施策ではありません"),
                    "plan.csv で種別が「施策」の id を書きます",
                ),
                None => faults.add(
                    &sheet,
                    row.row,
                    "施策",
                    format!("「{id}」は plan.csv にありません"),
                    "plan.csv の id を書くか、plan.csv に行を足します",
                ),
            }
        }
    }
    for item in &town.plan {
        if item.level == PlanLevel::Measure && !realised.contains(item.id.as_str()) {
            faults.add(
                &town.sheet("plan.csv"),
                item.row,
                "id",
                format!("施策「{}」を実現する窓口がありません", item.name),
                format!(
                    "entries.csv のどれかの公開の行の「施策」に {} を書きます",
                    item.id
                ),
            );
        }
    }
}

/// The numbers that some sure row shows.
fn sure_numbers(town: &TownSheets, knowledge: &Knowledge) -> HashSet<String> {
    let lines = knowledge.lines.iter().map(|(_, row)| row);
    town.entries
        .iter()
        .chain(lines)
        .filter(|row| row.published && row.phone_shown && row.entry.confidence != Confidence::Low)
        .filter_map(|row| row.phone.as_ref().map(crate::Phone::digits))
        .collect()
}

/// A doubtful number is not shown: the switchboard is, and the row says so by its [`Via`].
fn set_phone(
    entry: &mut Entry,
    row: &EntryRow,
    switchboard: &EntryRow,
    sure: &HashSet<String>,
    town: &str,
) {
    let own = row
        .phone
        .as_ref()
        .filter(|phone| row.phone_shown && sure.contains(&phone.digits()));
    if let Some(phone) = own {
        phone.as_str().clone_into(&mut entry.channels.phone);
    } else if let Some(phone) = &switchboard.phone
        && (row.phone.is_some() || is_run_by_town(&row.operator, town))
    {
        phone.as_str().clone_into(&mut entry.channels.phone);
        entry.via = Via::Switchboard;
        if !is_run_by_town(&row.operator, town) {
            // The city hall cannot put the call through to another house, but can tell its number.
            entry.say = format!("「{}」の今の電話番号を教えてください。", entry.name);
        }
        // The hours that count are those of the phone that is answered.
        if entry.hours.spans.is_empty() {
            entry.hours.spans.clone_from(&switchboard.entry.hours.spans);
            entry
                .hours
                .closures
                .clone_from(&switchboard.entry.hours.closures);
            entry.hours.text.clone_from(&switchboard.entry.hours.text);
            entry.hours.valid_from = switchboard.entry.hours.valid_from;
            entry.hours.valid_until = switchboard.entry.hours.valid_until;
        }
    }
}

/// True for 朝霞市, 朝霞市（委託）, 狛江市 高齢障がい課; not for 朝霞市社会福祉協議会, which the city hall's
/// switchboard does not reach.
fn is_run_by_town(operator: &str, town: &str) -> bool {
    operator
        .strip_prefix(town)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '（']))
}

/// Somebody who calls a switchboard needs to know what to ask for.
/// Of a doubtful row only those other numbers stay that a sure row shows too.
fn drop_doubtful(entry: &mut Entry, sure: &HashSet<String>) {
    if entry.confidence != Confidence::Low {
        return;
    }
    entry.channels.fax.clear();
    entry.channels.other_phones.retain(|other| {
        let number = other.split('（').next().unwrap_or("");
        crate::Phone::read(number)
            .is_ok_and(|phone| phone.digits().len() == 3 || sure.contains(&phone.digits()))
    });
}

fn say_in_own_words(entries: &mut [Entry], switchboard: &str) {
    for entry in entries {
        if entry.say.is_empty() && entry.via != Via::Direct && !entry.channels.phone.is_empty() {
            entry.say = if entry.channels.phone == switchboard {
                format!("「{}」の担当につないでください。", entry.name)
            } else {
                format!("「{}」のことで相談したいです。", entry.name)
            };
        }
    }
}

fn areas(town: &TownSheets, entries: &mut [Entry], faults: &mut Faults) -> Vec<Area> {
    let sheet = town.sheet("areas.csv");
    let mut areas = Vec::new();
    if town.areas.len() > OptionSet::CAPACITY {
        faults.add(
            &sheet,
            0,
            "町名",
            format!("町名が{}個あります", town.areas.len()),
            format!("{}個までにまとめます", OptionSet::CAPACITY),
        );
    }
    for row in &town.areas {
        let id = AreaId(u16::try_from(areas.len()).unwrap_or(u16::MAX));
        for entry_id in &row.entries {
            match entries.iter_mut().find(|entry| entry.id == *entry_id) {
                Some(entry) => entry.areas.push(id),
                None => faults.add(
                    &sheet,
                    row.row,
                    "担当",
                    format!("「{entry_id}」という公開の窓口がありません"),
                    "entries.csv の id を書きます",
                ),
            }
        }
        if row.entries.is_empty() {
            faults.add(
                &sheet,
                row.row,
                "担当",
                "空です",
                "この町の担当の窓口の id を書くか、行を消します",
            );
        }
        areas.push(Area {
            name: row.name.clone(),
            reading: row.reading.clone(),
            district: row.district.clone(),
        });
    }
    areas
}

/// Best first: where life is at stake a line that is answered at any hour; then main role before side
/// role, the town before the country, a desk before a leaflet, sure before doubtful, a number of its
/// own before the switchboard, then the sheet's order.
fn entries_by_kind(knowledge: &Knowledge, entries: &[Entry]) -> Vec<Vec<EntryId>> {
    let lifelines: HashSet<KindId> = knowledge
        .rules
        .iter()
        .filter(|rule| matches!(rule.sort, RuleSort::Crisis { .. }))
        .flat_map(|rule| rule.first.iter().copied())
        .collect();
    let of_kind = |kind: KindId| {
        let mut list: Vec<(usize, &Entry, EntryId)> = entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| {
                let role = entry.kinds.iter().position(|&own| own == kind)?;
                Some((role, entry, EntryId(u32::try_from(place).ok()?)))
            })
            .collect();
        list.sort_by_key(|&(role, entry, id)| {
            let form = match entry.form {
                navigator::Form::Window | navigator::Form::Hotline => 0,
                navigator::Form::Service => 1,
                navigator::Form::Facility => 2,
            };
            let answered = !entry.channels.phone.is_empty();
            let at_any_hour = answered && entry.hours.is_always_open();
            (
                lifelines.contains(&kind) && !at_any_hour,
                role.min(1),
                entry.level,
                !answered,
                form,
                entry.confidence == Confidence::Low,
                entry.via,
                id,
            )
        });
        list.into_iter().map(|(_, _, id)| id).collect::<Vec<_>>()
    };
    let all: Vec<KindId> = (0..u16::try_from(knowledge.kinds.len()).unwrap_or(u16::MAX))
        .map(KindId)
        .collect();
    all.iter()
        .map(|&kind| {
            let own = of_kind(kind);
            if own.is_empty() {
                knowledge.instead[kind.index()]
                    .iter()
                    .map(|&other| of_kind(other))
                    .find(|list| !list.is_empty())
                    .unwrap_or_default()
            } else {
                own
            }
        })
        .collect()
}

/// Every shown entry of the town can be reached by some answer: one of its kinds is spoken for by a
/// need or a rule, or is offered to everybody.
fn check_reachable(
    knowledge: &Knowledge,
    town: &TownSheets,
    entries: &[Entry],
    faults: &mut Faults,
) {
    let mut spoken: HashSet<KindId> = knowledge.fallback.iter().copied().collect();
    for need in &knowledge.needs {
        spoken.extend(need.first.iter().chain(&need.also));
    }
    for rule in &knowledge.rules {
        spoken.extend(rule.first.iter().chain(&rule.also));
    }
    for row in town.entries.iter().filter(|row| row.published) {
        let reachable = entries
            .iter()
            .find(|entry| entry.id == row.id)
            .is_some_and(|entry| entry.kinds.iter().any(|kind| spoken.contains(kind)));
        if !reachable && !row.kinds.is_empty() {
            faults.add(
                &town.sheet("entries.csv"),
                row.row,
                "種類",
                "どの答えからもこの窓口に着けません",
                "needs.csv か rules.toml が使う種類を1つ以上書きます",
            );
        }
    }
}

/// Search words without those that a shorter one already finds (家ちん finds 家ちんがはらえない): each
/// word costs bytes on every phone.
fn telling_words(words: &[String]) -> Vec<String> {
    words
        .iter()
        .filter(|word| {
            !words.iter().any(|other| {
                other.len() < word.len()
                    && other.chars().count() >= 2
                    && word.contains(other.as_str())
            })
        })
        .cloned()
        .collect()
}

fn in_order<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen: HashMap<&str, ()> = HashMap::new();
    let mut list = Vec::new();
    for name in names {
        if seen.insert(name, ()).is_none() {
            list.push(name.clone());
        }
    }
    list
}

fn field_of(knowledge: &Knowledge, name: &str) -> u8 {
    knowledge
        .fields
        .iter()
        .position(|(field, _)| field == name)
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(0)
}

/// The first of the sources, and of a copy its origin: the sheet keeps them all, and each word costs
/// bytes on every phone.
fn first_source(sources: &str) -> String {
    let first = sources.split([';', '；']).next().unwrap_or("");
    first.rsplit('←').next().unwrap_or("").trim().to_owned()
}

fn position_of(list: &[String], name: &str) -> u8 {
    list.iter()
        .position(|item| item == name)
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(0)
}
