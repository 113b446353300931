//! The layout of a compiled catalog, told once for both directions.
//!
//! [`lay_out`] walks a catalog and hands every value to a [`Codec`]; the writer takes it, the reader fills
//! it in. Values of one column stand together and text stands apart from numbers, because that is what
//! compresses best; a derived decoder weighed four times as much in the browser. Whoever changes a type
//! of the catalog changes this file, and raises `FORMAT_VERSION`.

use crate::model::{
    AreaId, Asker, Catalog, Choice, Closure, Confidence, Day, Entry, EntryId, Expr, Form, Hours,
    Kind, KindId, Level, Need, NeedSet, OnHolidays, OptionSet, PerAsker, PlanItem, PlanItemId,
    PlanLevel, Question, QuestionId, Rule, RuleSort, Span, Via,
};

/// Takes values in, or fills them.
pub trait Codec {
    /// A whole number.
    fn number(&mut self, value: &mut u64);
    /// A text.
    fn text(&mut self, value: &mut String);
    /// The length of a list that follows; the reader bounds it by what is left to read.
    fn length(&mut self, length: usize) -> usize;
}

/// The separator between texts: no sheet can hold it.
pub const END_OF_TEXT: char = '\0';

/// Hands the whole catalog to the codec, value by value.
pub fn lay_out(codec: &mut dyn Codec, catalog: &mut Catalog) {
    codec.text(&mut catalog.version);
    town(codec, catalog);
    texts(codec, &mut catalog.fields);
    let rows = list(codec, &mut catalog.needs);
    needs(codec, rows);
    let rows = list(codec, &mut catalog.questions);
    questions(codec, rows);
    texts(codec, &mut catalog.kind_fields);
    let rows = list(codec, &mut catalog.kinds);
    kinds(codec, rows);
    let rows = list(codec, &mut catalog.rules);
    rules(codec, rows);
    kind_ids(codec, &mut catalog.fallback);
    small(codec, &mut catalog.joined_up.0);
    for needs in [&mut catalog.giving, &mut catalog.strain] {
        for id in list(codec, needs) {
            small(codec, &mut id.0);
        }
    }
    entry_ids(codec, &mut catalog.always);
    for area in list(codec, &mut catalog.areas) {
        codec.text(&mut area.name);
        codec.text(&mut area.reading);
        codec.text(&mut area.district);
    }
    let rows = list(codec, &mut catalog.entries);
    entries(codec, rows);
    let rows = list(codec, &mut catalog.plan);
    plan(codec, rows);
    let (first, last, days) = catalog.holidays.parts();
    day(codec, first);
    day(codec, last);
    for holiday in list(codec, days) {
        day(codec, holiday);
    }
}

fn town(codec: &mut dyn Codec, catalog: &mut Catalog) {
    let town = &mut catalog.town;
    codec.text(&mut town.id);
    codec.text(&mut town.name);
    codec.text(&mut town.prefecture);
    entry_id(codec, &mut town.switchboard);
    codec.text(&mut town.plan_title);
    texts(codec, &mut town.credits);
}

fn needs(codec: &mut dyn Codec, needs: &mut [Need]) {
    column(codec, needs, |need| &mut need.id);
    column(codec, needs, |need| &mut need.words);
    column(codec, needs, |need| &mut need.plain);
    for need in needs {
        byte(codec, &mut need.field);
        flag(codec, &mut need.compound);
        flag(codec, &mut need.sensitive);
        kind_ids(codec, &mut need.first);
        kind_ids(codec, &mut need.also);
        texts(codec, &mut need.search);
    }
}

fn questions(codec: &mut dyn Codec, questions: &mut [Question]) {
    for question in questions {
        codec.text(&mut question.id);
        per_asker(codec, &mut question.text);
        per_asker(codec, &mut question.why);
        flag(codec, &mut question.multiple);
        byte(codec, &mut question.cost);
        expr(codec, &mut question.ask_when, Expr::DEEPEST);
        for Choice { id, text, alone } in list(codec, &mut question.options) {
            codec.text(id);
            per_asker(codec, text);
            flag(codec, alone);
        }
    }
}

fn kinds(codec: &mut dyn Codec, kinds: &mut [Kind]) {
    column(codec, kinds, |kind| &mut kind.plain);
    for kind in kinds {
        byte(codec, &mut kind.field);
        expr(codec, &mut kind.fits, Expr::DEEPEST);
        entry_ids(codec, &mut kind.entries);
    }
}

fn rules(codec: &mut dyn Codec, rules: &mut [Rule]) {
    const CRISES: [RuleSort; 4] = [
        crisis(false, false),
        crisis(false, true),
        crisis(true, false),
        crisis(true, true),
    ];
    const SORTS: [RuleSort; 6] = [
        RuleSort::Gate,
        RuleSort::Compound,
        CRISES[0],
        CRISES[1],
        CRISES[2],
        CRISES[3],
    ];
    for rule in rules {
        codec.text(&mut rule.words);
        one_of(codec, &mut rule.sort, &SORTS);
        expr(codec, &mut rule.when, Expr::DEEPEST);
        kind_ids(codec, &mut rule.first);
        kind_ids(codec, &mut rule.also);
    }
}

const fn crisis(stop: bool, private: bool) -> RuleSort {
    RuleSort::Crisis { stop, private }
}

fn entries(codec: &mut dyn Codec, entries: &mut [Entry]) {
    for text in ENTRY_TEXTS {
        column(codec, entries, text);
    }
    for entry in entries {
        expr(codec, &mut entry.fits, Expr::DEEPEST);
        one_of(codec, &mut entry.form, &FORMS);
        one_of(codec, &mut entry.level, &LEVELS);
        one_of(codec, &mut entry.via, &VIAS);
        one_of(codec, &mut entry.confidence, &CONFIDENCES);
        flag(codec, &mut entry.channels.visits);
        flag(codec, &mut entry.channels.walk_in);
        some_day(codec, &mut entry.checked);
        some_day(codec, &mut entry.valid_from);
        some_day(codec, &mut entry.valid_until);
        kind_ids(codec, &mut entry.kinds);
        for AreaId(area) in list(codec, &mut entry.areas) {
            small(codec, area);
        }
        for PlanItemId(measure) in list(codec, &mut entry.measures) {
            small(codec, measure);
        }
        texts(codec, &mut entry.askers);
        texts(codec, &mut entry.languages);
        texts(codec, &mut entry.channels.other_phones);
        hours(codec, &mut entry.hours);
    }
}

/// The texts of an entry, one column after the other.
const ENTRY_TEXTS: [fn(&mut Entry) -> &mut String; 22] = [
    |entry| &mut entry.name,
    |entry| &mut entry.plain,
    |entry| &mut entry.reading,
    |entry| &mut entry.what,
    |entry| &mut entry.who,
    |entry| &mut entry.area,
    |entry| &mut entry.channels.phone,
    |entry| &mut entry.channels.fax,
    |entry| &mut entry.channels.mail,
    |entry| &mut entry.channels.form,
    |entry| &mut entry.channels.chat,
    |entry| &mut entry.channels.address,
    |entry| &mut entry.channels.access,
    |entry| &mut entry.reservation,
    |entry| &mut entry.cost,
    |entry| &mut entry.bring,
    |entry| &mut entry.say,
    |entry| &mut entry.url,
    |entry| &mut entry.source,
    |entry| &mut entry.source_date,
    |entry| &mut entry.hours.text,
    |entry| &mut entry.hours.note,
];
const FORMS: [Form; 4] = [Form::Window, Form::Service, Form::Facility, Form::Hotline];
const LEVELS: [Level; 3] = [Level::Town, Level::Prefecture, Level::Nation];
const VIAS: [Via; 3] = [Via::Direct, Via::Operator, Via::Switchboard];
const CONFIDENCES: [Confidence; 3] = [Confidence::High, Confidence::Medium, Confidence::Low];
const PLAN_LEVELS: [PlanLevel; 3] = [PlanLevel::Goal, PlanLevel::Direction, PlanLevel::Measure];
const ON_HOLIDAYS: [OnHolidays; 3] = [OnHolidays::Unsaid, OnHolidays::Open, OnHolidays::Closed];

fn hours(codec: &mut dyn Codec, hours: &mut Hours) {
    some_day(codec, &mut hours.valid_from);
    some_day(codec, &mut hours.valid_until);
    for span in list(codec, &mut hours.spans) {
        let Span {
            weekdays,
            nth,
            on_holidays,
            from,
            until,
        } = span;
        byte(codec, weekdays);
        byte(codec, nth);
        one_of(codec, on_holidays, &ON_HOLIDAYS);
        small(codec, from);
        small(codec, until);
    }
    for closure in list(codec, &mut hours.closures) {
        closed(codec, closure);
    }
}

fn closed(codec: &mut dyn Codec, closure: &mut Closure) {
    // Four bytes whatever it is: weekdays and nth, or two dates, or nothing.
    let (mut sort, mut parts) = match *closure {
        Closure::Holidays => (0, [0; 4]),
        Closure::Weekdays { weekdays, nth } => (1, [weekdays, nth, 0, 0]),
        Closure::Yearly { from, until } => (2, [from.0, from.1, until.0, until.1]),
    };
    byte(codec, &mut sort);
    for part in &mut parts {
        byte(codec, part);
    }
    let [a, b, c, d] = parts;
    *closure = match sort {
        1 => Closure::Weekdays {
            weekdays: a,
            nth: b,
        },
        2 => Closure::Yearly {
            from: (a, b),
            until: (c, d),
        },
        _ => Closure::Holidays,
    };
}

fn plan(codec: &mut dyn Codec, plan: &mut [PlanItem]) {
    column(codec, plan, |item| &mut item.name);
    column(codec, plan, |item| &mut item.owner);
    for item in plan {
        one_of(codec, &mut item.level, &PLAN_LEVELS);
        let mut parent = item.parent.map_or(0, |parent| u64::from(parent.0) + 1);
        codec.number(&mut parent);
        item.parent = parent
            .checked_sub(1)
            .and_then(|parent| u16::try_from(parent).ok())
            .map(PlanItemId);
    }
}

fn expr(codec: &mut dyn Codec, tree: &mut Expr, depth: u32) {
    let mut sort = match tree {
        Expr::Always => 0,
        Expr::Needs(_) => 1,
        Expr::Within(..) => 2,
        Expr::Includes(..) => 3,
        Expr::Asker(_) => 4,
        Expr::Not(_) => 5,
        Expr::All(_) => 6,
        Expr::Any(_) => 7,
    };
    let before = sort;
    byte(codec, &mut sort);
    if sort != before {
        *tree = blank_expr(sort, depth);
    }
    match tree {
        Expr::Always => {}
        Expr::Needs(needs) => {
            for word in list(codec, needs.words()) {
                codec.number(word);
            }
        }
        Expr::Within(question, options) | Expr::Includes(question, options) => {
            small(codec, &mut question.0);
            codec.number(options.bits());
        }
        Expr::Asker(asker) => one_of(codec, asker, &Asker::ALL),
        Expr::Not(inner) => expr(codec, inner, depth.saturating_sub(1)),
        Expr::All(parts) | Expr::Any(parts) => {
            for part in list(codec, parts) {
                expr(codec, part, depth.saturating_sub(1));
            }
        }
    }
}

/// What the reader fills; nothing nests below the deepest level.
fn blank_expr(sort: u8, depth: u32) -> Expr {
    match sort {
        1 => Expr::Needs(NeedSet::default()),
        2 => Expr::Within(QuestionId::default(), OptionSet::EMPTY),
        3 => Expr::Includes(QuestionId::default(), OptionSet::EMPTY),
        4 => Expr::Asker(Asker::default()),
        5 if depth > 0 => Expr::Not(Box::default()),
        6 if depth > 0 => Expr::All(Vec::new()),
        7 if depth > 0 => Expr::Any(Vec::new()),
        _ => Expr::Always,
    }
}

fn per_asker(codec: &mut dyn Codec, text: &mut PerAsker) {
    codec.text(&mut text.myself);
    codec.text(&mut text.family);
    codec.text(&mut text.supporter);
}

/// A list whose length comes first; the reader makes it that long with blanks to fill.
fn list<'a, T: Default>(codec: &mut dyn Codec, items: &'a mut Vec<T>) -> &'a mut [T] {
    let length = codec.length(items.len());
    items.resize_with(length, T::default);
    items
}

fn column<T>(codec: &mut dyn Codec, rows: &mut [T], field: fn(&mut T) -> &mut String) {
    for row in rows {
        codec.text(field(row));
    }
}

fn texts(codec: &mut dyn Codec, items: &mut Vec<String>) {
    for item in list(codec, items) {
        codec.text(item);
    }
}

fn kind_ids(codec: &mut dyn Codec, ids: &mut Vec<KindId>) {
    for id in list(codec, ids) {
        small(codec, &mut id.0);
    }
}

fn entry_ids(codec: &mut dyn Codec, ids: &mut Vec<EntryId>) {
    for id in list(codec, ids) {
        entry_id(codec, id);
    }
}

fn entry_id(codec: &mut dyn Codec, id: &mut EntryId) {
    let mut number = u64::from(id.0);
    codec.number(&mut number);
    id.0 = u32::try_from(number).unwrap_or(u32::MAX);
}

fn small(codec: &mut dyn Codec, value: &mut u16) {
    let mut number = u64::from(*value);
    codec.number(&mut number);
    *value = u16::try_from(number).unwrap_or(u16::MAX);
}

fn byte(codec: &mut dyn Codec, value: &mut u8) {
    let mut number = u64::from(*value);
    codec.number(&mut number);
    *value = u8::try_from(number).unwrap_or(u8::MAX);
}

fn flag(codec: &mut dyn Codec, value: &mut bool) {
    let mut number = u64::from(*value);
    codec.number(&mut number);
    *value = number != 0;
}

fn one_of<T: Copy + PartialEq>(codec: &mut dyn Codec, value: &mut T, all: &[T]) {
    let place = all.iter().position(|one| one == value).unwrap_or(0);
    let mut number = u64::try_from(place).unwrap_or(0);
    codec.number(&mut number);
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    if let Some(&one) = all.get(place) {
        *value = one;
    }
}

/// Days before 1970 do not occur in sheets.
fn day(codec: &mut dyn Codec, day: &mut Day) {
    let mut number = u64::try_from(day.0).unwrap_or(0);
    codec.number(&mut number);
    *day = Day(i32::try_from(number).unwrap_or(i32::MAX));
}

/// 0 is no day, so every day is one higher.
fn some_day(codec: &mut dyn Codec, value: &mut Option<Day>) {
    let mut shifted = Day(value.map_or(0, |day| day.0.saturating_add(1)));
    day(codec, &mut shifted);
    *value = (shifted.0 > 0).then(|| shifted.plus(-1));
}
