//! The texts of the two parts, column by column: one walk for taking them out and for putting them in.
//!
//! Texts of one column stand together because that is what compresses best; ids that only staff name rows by are in none.

use crate::model::{Entry, KnowledgePart, Need, Notice, Source, TownPart};

/// What is done with each text.
pub type Each<'a> = &'a mut dyn FnMut(&mut String);

/// What a town writes in its own way.
pub fn worded(knowledge: &mut KnowledgePart, each: Each) {
    column(&mut knowledge.fields, |field| &mut field.name, each);
    column(&mut knowledge.fields, |field| &mut field.examples, each);
    knowledge.kind_fields.iter_mut().for_each(&mut *each);
    for text in OF_NEEDS {
        column(&mut knowledge.needs, text, each);
    }
    for question in &mut knowledge.questions {
        let options = question.options.iter_mut().map(|option| &mut option.text);
        for text in [&mut question.text, &mut question.why]
            .into_iter()
            .chain(options)
        {
            each(&mut text.myself);
            each(&mut text.family);
            each(&mut text.supporter);
        }
    }
    column(&mut knowledge.kinds, |kind| &mut kind.plain, each);
    column(&mut knowledge.kinds, |kind| &mut kind.say, each);
    column(&mut knowledge.rules, |rule| &mut rule.words, each);
    for text in OF_LINES {
        column(&mut knowledge.lines, text, each);
    }
}

/// All other texts of the knowledge: ids that links name, search words, names and addresses.
pub fn unworded(knowledge: &mut KnowledgePart, each: Each) {
    column(&mut knowledge.fields, |field| &mut field.picture, each);
    column(&mut knowledge.needs, |need| &mut need.id, each);
    for need in &mut knowledge.needs {
        need.search.iter_mut().for_each(&mut *each);
    }
    for question in &mut knowledge.questions {
        each(&mut question.id);
        column(&mut question.options, |option| &mut option.id, each);
    }
    entries(&mut knowledge.lines, each);
    sources(&mut knowledge.sources, each);
}

/// The texts of a town's part but for what its lines share with the country's.
pub fn of_town(part: &mut TownPart, each: Each) {
    each(&mut part.version);
    let town = &mut part.town;
    for text in [
        &mut town.id,
        &mut town.name,
        &mut town.prefecture,
        &mut town.plan_title,
        &mut town.operator,
        &mut town.contact,
    ] {
        each(text);
    }
    town.credits.iter_mut().for_each(&mut *each);
    for (from, to) in &mut part.spelling.replace {
        each(from);
        each(to);
    }
    part.spelling.keep.iter_mut().for_each(&mut *each);
    column(&mut part.areas, |area| &mut area.name, each);
    column(&mut part.areas, |area| &mut area.ward, each);
    column(&mut part.areas, |area| &mut area.reading, each);
    column(&mut part.areas, |area| &mut area.district, each);
    column(&mut part.plan, |item| &mut item.name, each);
    column(&mut part.plan, |item| &mut item.owner, each);
    for text in OF_LINES {
        column(&mut part.entries, text, each);
    }
    for text in OF_NOTICES {
        column(&mut part.notices, text, each);
    }
    entries(&mut part.entries, each);
    sources(&mut part.sources, each);
}

const OF_NEEDS: [fn(&mut Need) -> &mut String; 4] = [
    |need| &mut need.text.myself,
    |need| &mut need.text.family,
    |need| &mut need.text.supporter,
    |need| &mut need.plain,
];

/// The columns of an entry that are worded in a line of the country too.
const OF_LINES: [fn(&mut Entry) -> &mut String; 2] =
    [|entry| &mut entry.what, |entry| &mut entry.who];

/// Its other columns.
const OF_ENTRIES: [fn(&mut Entry) -> &mut String; 21] = [
    |entry| &mut entry.name,
    |entry| &mut entry.plain,
    |entry| &mut entry.reading,
    |entry| &mut entry.plain_reading,
    |entry| &mut entry.area,
    |entry| &mut entry.channels.phone,
    |entry| &mut entry.channels.fax,
    |entry| &mut entry.channels.mail,
    |entry| &mut entry.channels.form,
    |entry| &mut entry.channels.chat,
    |entry| &mut entry.channels.address,
    |entry| &mut entry.channels.access,
    |entry| &mut entry.number_note,
    |entry| &mut entry.reservation,
    |entry| &mut entry.cost,
    |entry| &mut entry.bring,
    |entry| &mut entry.say,
    |entry| &mut entry.url,
    |entry| &mut entry.source_date,
    |entry| &mut entry.hours.text,
    |entry| &mut entry.hours.note,
];

const OF_NOTICES: [fn(&mut Notice) -> &mut String; 8] = [
    |notice| &mut notice.title,
    |notice| &mut notice.text,
    |notice| &mut notice.who,
    |notice| &mut notice.how,
    |notice| &mut notice.place,
    |notice| &mut notice.url,
    |notice| &mut notice.phone,
    |notice| &mut notice.mail,
];

fn entries(entries: &mut [Entry], each: Each) {
    for text in OF_ENTRIES {
        column(entries, text, each);
    }
    for entry in entries {
        let lists = [&mut entry.askers, &mut entry.languages];
        lists.into_iter().flatten().for_each(&mut *each);
        for other in &mut entry.channels.other_phones {
            each(&mut other.number);
            each(&mut other.note);
        }
    }
}

fn sources(sources: &mut [Source], each: Each) {
    column(sources, |source| &mut source.publisher, each);
    column(sources, |source| &mut source.title, each);
    column(sources, |source| &mut source.url, each);
}

fn column<T>(rows: &mut [T], text: fn(&mut T) -> &mut String, each: Each) {
    for row in rows {
        each(text(row));
    }
}
