//! A town's sheets become its own part, which fits the knowledge that it is compiled with.

use super::order::entries_by_kind;
use super::passing::{pass_on, say_without_a_reason};
use super::row::{line, own_entry, say_in_own_words, sure_numbers};
use super::shelf::Shelf;
use crate::entry::EntryRow;
use crate::knowledge::Knowledge;
use crate::town::TownSheets;
use navigator::{
    Area, AreaId, Entry, EntryId, Level, Notice, PlanItem, PlanItemId, Source, Spelling, Town,
    TownPart,
};

/// A town's own part. `shared` are the sources that stand in the knowledge's file, `checksum` is that file's.
pub fn own_part(
    knowledge: &Knowledge,
    shared: &[Source],
    town: &TownSheets,
    checksum: u64,
) -> TownPart {
    let spelling = town.settings.words.spelling();
    let plan = plan(town);
    let mut shelf = Shelf::behind(shared);
    let mut entries = entries(knowledge, town, &plan, &mut shelf);
    say_without_a_reason(&mut entries, &knowledge.kinds, &spelling);
    let hall = place(&entries, &town.settings.switchboard);
    let by_kind = entries_by_kind(knowledge, &entries, hall);
    let joined_up = knowledge.joined_up.map(|kind| &*by_kind[kind.index()]);
    let rows: Vec<&EntryRow> = published(town).collect();
    pass_on(&mut entries, &rows, joined_up.unwrap_or_default(), hall);
    let lines = (0..).map(EntryId).zip(&entries);
    let lines = lines.filter(|(_, entry)| is_local_line(entry));
    TownPart {
        knowledge: checksum,
        version: version(town, knowledge),
        town: settled(town, hall),
        by_kind,
        always: knowledge
            .always
            .iter()
            .filter_map(|id| place(&entries, id))
            .collect(),
        areas: areas(town),
        lines: lines.map(|(id, _)| id).collect(),
        entries: without_the_countrys(entries, &spelling),
        notices: notices(town, &mut shelf),
        sources: shelf.own(),
        spelling,
        plan,
    }
}

fn place(entries: &[Entry], id: &str) -> Option<EntryId> {
    let mut ids = (0..).map(EntryId).zip(entries);
    ids.find(|(_, entry)| entry.id == id).map(|(id, _)| id)
}

fn published(town: &TownSheets) -> impl Iterator<Item = &EntryRow> {
    town.entries.iter().filter(|row| row.published)
}

/// All that the town's people may use, in the order of the joined catalog.
fn entries(
    knowledge: &Knowledge,
    town: &TownSheets,
    plan: &[PlanItem],
    shelf: &mut Shelf,
) -> Vec<Entry> {
    let sure = sure_numbers(town, knowledge);
    let switchboard = town
        .entries
        .iter()
        .find(|row| row.id == town.settings.switchboard);
    let rows = published(town);
    let mut entries: Vec<Entry> = rows
        .zip(std::iter::repeat(switchboard))
        .filter_map(|(row, switchboard)| {
            let mut entry = own_entry(row, town, switchboard?, &sure, shelf);
            entry.measures = measures(row, plan);
            entry.areas = in_charge_of(row, town);
            Some(entry)
        })
        .collect();
    let lines = knowledge.lines.iter();
    entries.extend(
        lines
            .filter(|(reach, row)| row.published && town.is_served_by(reach))
            .map(|(reach, row)| line(reach, row, shelf)),
    );
    let number = switchboard.and_then(|row| row.phone.as_ref());
    say_in_own_words(&mut entries, number);
    entries
}

/// True for a line that stands in the file of the towns that it serves, and not in the country's.
fn is_local_line(entry: &Entry) -> bool {
    matches!(entry.level, Level::Shared | Level::Prefecture)
}

/// The town's rows and the lines that it has with others of its prefecture, worded as the town writes.
fn without_the_countrys(mut entries: Vec<Entry>, spelling: &Spelling) -> Vec<Entry> {
    entries.retain(|entry| entry.level != Level::Nation);
    for line in entries.iter_mut().filter(|entry| is_local_line(entry)) {
        line.what = spelling.apply(&line.what);
        line.who = spelling.apply(&line.who);
    }
    entries
}

fn measures(row: &EntryRow, plan: &[PlanItem]) -> Vec<PlanItemId> {
    let ids = row.measures.iter();
    ids.filter_map(|id| plan_place(plan.iter().map(|item| &item.id), id))
        .collect()
}

fn in_charge_of(row: &EntryRow, town: &TownSheets) -> Vec<AreaId> {
    let areas = (0..).map(AreaId).zip(&town.areas);
    areas
        .filter(|(_, area)| area.entries.contains(&row.id))
        .map(|(id, _)| id)
        .collect()
}

fn settled(town: &TownSheets, switchboard: Option<EntryId>) -> Town {
    let settings = &town.settings;
    Town {
        id: settings.id.clone(),
        name: settings.name.clone(),
        prefecture: settings.prefecture.clone(),
        switchboard: switchboard.unwrap_or(EntryId(0)),
        plan_title: settings.plan_title.clone(),
        operator: settings.operator.clone(),
        contact: settings.contact.clone(),
        credits: settings
            .credits
            .iter()
            .map(|one| one.text.clone())
            .collect(),
    }
}

fn notices(town: &TownSheets, shelf: &mut Shelf) -> Vec<Notice> {
    let rows = town.notices.iter().filter(|row| row.published);
    rows.map(|row| {
        let main = row.sources.first();
        Notice {
            source: main.and_then(|main| shelf.put(&main.source)),
            ..row.notice.clone()
        }
    })
    .collect()
}

fn areas(town: &TownSheets) -> Vec<Area> {
    let rows = town.areas.iter();
    rows.map(|row| Area {
        name: row.name.clone(),
        ward: row.ward.clone(),
        reading: row.reading.clone(),
        district: row.district.clone(),
    })
    .collect()
}

fn plan(town: &TownSheets) -> Vec<PlanItem> {
    let rows = town.plan.iter();
    rows.map(|row| PlanItem {
        id: row.id.clone(),
        level: row.level,
        parent: plan_place(town.plan.iter().map(|item| &item.id), &row.parent),
        name: row.name.clone(),
        owner: row.owner.clone(),
    })
    .collect()
}

fn plan_place<'a>(mut ids: impl Iterator<Item = &'a String>, id: &str) -> Option<PlanItemId> {
    let place = ids.position(|one| one == id)?;
    u16::try_from(place).ok().map(PlanItemId)
}

/// The newest date that any shown row carries: what a reader may take the catalog's age to be.
fn version(town: &TownSheets, knowledge: &Knowledge) -> String {
    let rows = town
        .entries
        .iter()
        .chain(knowledge.lines.iter().map(|(_, row)| row));
    rows.filter(|row| row.published)
        .map(EntryRow::source_date)
        .filter(|date| date.len() == "2026-07-27".len())
        .max()
        .unwrap_or_default()
        .to_owned()
}
