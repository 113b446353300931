//! What every reader of text from outside promises of any text at all. `any_text.rs` holds it against a few hundred
//! texts in each run of the tests, `cargo xtask fuzz` against millions.

// The tests and each of the fuzzer's targets take in a copy of their own and use some of it.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken promise stops the test"
)]

use catalog::answers::{read_answers, read_answers_json, write_answers};
use catalog::moment::read_moment;
use catalog::{
    Compiled, Faults, Knowledge, Sources, Vocabulary, check_agreement, compile_all, read_closures,
    read_condition, read_loose, read_spans,
};
use navigator::{
    Answer, Answers, Asker, Catalog, Choice, Closure, Day, Entry, Expr, FORMAT_VERSION, Field,
    Holidays, Hours, Kind, LAST_OF_MONTH, Moment, Need, OnHolidays, Question, Rule, Season, Span,
    next_step, read_knowledge, read_town, search_needs, suggest, write_both,
};

/// What the readers know of when they read: the words of the real sheets.
pub struct Readers {
    words: Vocabulary,
    towns: Vec<Compiled>,
    /// A catalog with all needs and questions, in which a condition can be packed quickly.
    frame: Catalog,
}

impl Readers {
    /// With these sheets, which must have no faults.
    pub fn of(sheets: &Sources) -> Self {
        let words = Knowledge::read(sheets, &mut Faults::default()).vocabulary;
        let towns = compile_all(sheets).map_err(Faults::sorted);
        Self {
            frame: frame(&words),
            towns: towns.expect("sheets without faults"),
            words,
        }
    }

    /// A condition is read to what it says, or refused with its place and its mend.
    pub fn condition(&self, text: &str) {
        let expr = match read_condition(text, &self.words) {
            Ok(expr) => expr,
            Err(fault) => {
                let behind_the_last = text.chars().count() + 1;
                assert!((1..=behind_the_last).contains(&fault.position), "{fault:?}");
                assert!(!fault.what.is_empty() && !fault.mend.is_empty());
                return;
            }
        };
        let again = written_condition(&expr, &self.words);
        assert_eq!(
            read_condition(&again, &self.words),
            Ok(expr.clone()),
            "{again}"
        );
        // Whatever staff may write, the compiled file can hold.
        let mut catalog = self.frame.clone();
        catalog.rules[0].when = expr;
        assert!(write_both(&catalog).is_some(), "{text}");
    }

    /// Answers as JSON are read to what they say, or refused with faults.
    pub fn answers(&self, text: &str) {
        let (file, faults) = match read_answers_json(text) {
            Ok(read) => read,
            Err(fault) => return assert!(!fault.is_empty()),
        };
        assert!(faults.iter().all(|fault| !fault.is_empty()));
        if let Some(moment) = file.now.as_deref().and_then(read_moment) {
            assert_eq!(read_moment(&written_moment(moment)), Some(moment));
        }
        for town in &self.towns {
            match read_answers(&town.catalog, &file) {
                Ok((answers, _)) => {
                    let json = write_answers(&town.catalog, &answers).to_string();
                    let (file, faults) = read_answers_json(&json).expect("is JSON");
                    assert_eq!(faults, [""; 0], "{json}");
                    let again = read_answers(&town.catalog, &file).map(|(again, _)| again);
                    assert_eq!(again, Ok(answers), "{json}");
                }
                Err(faults) => {
                    assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.is_empty()));
                }
            }
        }
    }
}

/// Hours and days off in the strict grammar are read to what they say, or refused with the part that is not
/// understood.
pub fn hours(text: &str) {
    let spans = read_spans(text);
    let closures = read_closures(text);
    match &spans {
        Ok(spans) => {
            spans.iter().for_each(is_a_span);
            let again: Vec<String> = spans.iter().map(written_span).collect();
            let again = again.join("、");
            assert_eq!(read_spans(&again).as_ref(), Ok(spans), "{again}");
        }
        Err(fault) => assert!(
            !fault.part.is_empty() && !fault.what.is_empty(),
            "{fault:?}"
        ),
    }
    match &closures {
        Ok(closures) => {
            let again: Vec<String> = closures.iter().map(written_closure).collect();
            let again = again.join("・");
            assert_eq!(read_closures(&again).as_ref(), Ok(closures), "{again}");
        }
        Err(fault) => assert!(
            !fault.part.is_empty() && !fault.what.is_empty(),
            "{fault:?}"
        ),
    }
    if let Ok(spans) = spans {
        at_all_hours(spans, closures.unwrap_or_default());
    }
}

/// Hours as people write them, in the first line, and days off, in the second, become text of the strict grammar
/// with one meaning, or are refused.
pub fn loose(text: &str) {
    let (open, off) = text.split_once('\n').unwrap_or((text, ""));
    match read_loose(open, off) {
        Ok(loose) => {
            let spans = read_spans(&loose.open).expect("is strict");
            let closures = read_closures(&loose.off).expect("is strict");
            assert!(!spans.is_empty(), "{loose:?}");
            assert_eq!(check_agreement(&spans, &closures), Ok(()));
            assert!(loose.mend().contains(&loose.open));
            // Who reads it loosely once more comes to the same, or to a doubt.
            if let Ok(again) = read_loose(&loose.open, &loose.off) {
                assert_eq!(read_spans(&again.open), Ok(spans), "{loose:?}");
                assert_eq!(read_closures(&again.off), Ok(closures), "{loose:?}");
            }
        }
        Err(fault) => {
            assert!(!fault.what.is_empty());
            assert!(
                !fault.part.is_empty() || fault.what == "時間がありません",
                "{fault:?}"
            );
        }
    }
}

/// A small catalog as one text: each sheet behind a line `== path`.
const SHEETS: &[u8] = include_bytes!("../../../../fuzz/seeds/catalog/01.txt");
/// What begins a sheet in it, behind the end of a line.
const MARK: &[u8] = b"== ";

/// The sheets of such a text.
pub fn sheets_of(text: &[u8]) -> Sources {
    let mut sheets: Vec<(String, Vec<u8>)> = Vec::new();
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match (line.strip_prefix(MARK), sheets.last_mut()) {
            (Some(path), _) => {
                let path = String::from_utf8_lossy(path).trim().to_owned();
                sheets.push((path, Vec::new()));
            }
            (None, Some((_, sheet))) => sheet.extend_from_slice(line),
            (None, None) => {}
        }
    }
    sheets.into_iter().collect()
}

/// The text of such sheets.
pub fn in_one_text(sheets: &Sources) -> Vec<u8> {
    let one = |path: &str| {
        let bytes = sheets.get(path).unwrap_or_default();
        [MARK, path.as_bytes(), b"\n", bytes, b"\n"].concat()
    };
    sheets.paths().flat_map(one).collect()
}

/// Whatever stands in the sheets, they become a catalog in which nothing is left to fail, or are refused with faults that
/// say where, what, and what to do.
pub fn catalog(text: &[u8]) {
    is_read_or_refused(&sheets_of(text));
}

/// The same of any bytes under the name of one sheet, beside others that are right.
pub fn sheet(bytes: &[u8]) {
    for path in [
        "knowledge/needs.csv",
        "knowledge/rules.toml",
        "towns/asaka/areas.csv",
        "towns/asaka/entries.csv",
        "towns/asaka/town.toml",
    ] {
        let mut sheets = sheets_of(SHEETS);
        sheets.insert(path, bytes);
        is_read_or_refused(&sheets);
    }
}

fn is_read_or_refused(sheets: &Sources) {
    let faults = match compile_all(sheets) {
        Ok(towns) => return assert!(towns.iter().all(|town| town.catalog.is_sound())),
        Err(faults) => faults,
    };
    let count = faults.count();
    let told = faults.sorted();
    assert!(!told.is_empty() && count >= told.len());
    for fault in told {
        let line = fault.to_string();
        assert!(!fault.what.is_empty() && !fault.mend.is_empty(), "{line}");
        assert!(
            !line.contains(['\n', '\r', '\0']) && line.len() < 10_000,
            "{line}"
        );
        assert!(
            line.contains(|sign| ('ぁ'..='ん').contains(&sign)),
            "{line}"
        );
    }
}

/// The seeds of the fuzzer for compiled files: the knowledge of the tiny sheets, and its first town.
const SEEDS: [&[u8]; 2] = [
    include_bytes!("../../../../fuzz/seeds/compiled/01.bin"),
    include_bytes!("../../../../fuzz/seeds/compiled/02.bin"),
];

/// A compiled file is read to what was written, or refused. The bytes are taken as a whole file of either sort, and as a
/// body under a right checksum: what only a broken compiler could write. The other file of the two is a seed.
pub fn compiled(bytes: &[u8]) {
    for file in [bytes, &under_a_right_checksum(KNOWLEDGE, bytes)] {
        if let Ok(knowledge) = read_knowledge(file) {
            is_a_catalog_if_read(SEEDS[1], &knowledge);
        }
    }
    let _ = read_town(bytes, &knowledge_of_seeds());
    is_a_catalog_if_read(bytes, &knowledge_of_seeds());
}

/// True for the body of a town's part that fits the knowledge among the seeds.
pub fn is_town(body: &[u8]) -> bool {
    let knowledge = knowledge_of_seeds();
    read_town(&of_knowledge(body, &knowledge), &knowledge).is_ok()
}

fn knowledge_of_seeds() -> navigator::Knowledge {
    read_knowledge(&under_a_right_checksum(KNOWLEDGE, SEEDS[0])).expect("its checksum is right")
}

fn is_a_catalog_if_read(town: &[u8], knowledge: &navigator::Knowledge) {
    if let Ok(catalog) = read_town(&of_knowledge(town, knowledge), knowledge) {
        is_a_catalog(&catalog);
    }
}

/// How a file of the knowledge begins.
pub const KNOWLEDGE: [u8; 4] = *b"MDGK";
/// How a file of a town begins.
pub const TOWN: [u8; 4] = *b"MDGT";

/// The body of a compiled file: what comes behind mark, version and checksum.
pub fn body(file: &[u8]) -> &[u8] {
    &file[14..]
}

/// A body as a file that can only be refused for what is in it.
pub fn under_a_right_checksum(mark: [u8; 4], body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let version = FORMAT_VERSION.to_le_bytes();
    [&mark[..], &version, &sum.to_le_bytes(), body].concat()
}

/// The body of a town's part as a file that names this knowledge: its checksum comes first, seven bits a byte.
fn of_knowledge(body: &[u8], knowledge: &navigator::Knowledge) -> Vec<u8> {
    let before = body.iter().take_while(|byte| **byte >= 0x80).count() + 1;
    let mut named = Vec::new();
    let mut rest = knowledge.checksum();
    while rest >= 0x80 {
        named.push(rest.to_le_bytes()[0] | 0x80);
        rest >>= 7;
    }
    named.push(rest.to_le_bytes()[0]);
    let part = body.get(before..).unwrap_or_default();
    under_a_right_checksum(TOWN, &[&named, part].concat())
}

fn is_a_catalog(catalog: &Catalog) {
    assert!(catalog.is_sound());
    let (knowledge, file) = write_both(catalog).expect("what was read can be written");
    let knowledge = read_knowledge(&knowledge).expect("is whole");
    assert!(read_town(&file, &knowledge) == Ok(catalog.for_phones()));
    // Nothing inside is left to fail.
    let today = Day(20_000);
    for need in catalog.need_ids().take(3) {
        let mut answers = Answers::default();
        answers.needs = Answer::Chosen(std::iter::once(need).collect());
        let mut outcome = suggest(catalog, &answers, today);
        outcome.lead_with_open_lines(catalog, noon(today));
        let _ = next_step(catalog, &answers, today);
    }
    let _ = search_needs(catalog, "やちん", 5);
}

fn is_a_span(span: &Span) {
    const EVERY_DAY: u8 = 0b111_1111;
    assert!(span.from < 1440 && span.from < span.until && span.until <= span.from + 1440);
    assert!(span.weekdays <= EVERY_DAY && span.nth < 1 << 5);
    assert!(span.weekdays != 0 || span.dates != 0 || span.on_holidays == OnHolidays::Open);
    assert!(span.nth == 0 || span.weekdays.count_ones() == 1);
}

/// Asks whether it is open, around a holiday and the turn of a year.
fn at_all_hours(spans: Vec<Span>, closures: Vec<Closure>) {
    let hours = Hours {
        spans,
        closures,
        ..Hours::default()
    };
    let new_year = Day::from_civil(2027, 1, 1).expect("a day");
    let holidays = Holidays::new(new_year.plus(-90), new_year.plus(90), vec![new_year]);
    for days in [-92, -20, -3, 0, 6, 89] {
        let _ = hours.status(noon(new_year.plus(days)), &holidays);
    }
}

fn noon(day: Day) -> Moment {
    Moment { day, minute: 720 }
}

/// As many needs and questions as the sheets have, and one rule.
fn frame(words: &Vocabulary) -> Catalog {
    let question = |(_, multiple, options): &(String, bool, Vec<String>)| Question {
        options: vec![Choice::default(); options.len()],
        multiple: *multiple,
        ..Question::default()
    };
    // A switchboard without a number is refused.
    let mut hall = Entry::default();
    "110".clone_into(&mut hall.channels.phone);
    Catalog {
        fields: vec![Field::default()],
        needs: vec![Need::default(); words.needs.len()],
        questions: words.questions.iter().map(question).collect(),
        kind_fields: vec![String::new()],
        kinds: vec![Kind::default()],
        rules: vec![Rule::default()],
        entries: vec![hall],
        ..Catalog::default()
    }
}

/// A condition as staff would write it.
fn written_condition(expr: &Expr, words: &Vocabulary) -> String {
    let asker = |part: &Expr| match part {
        Expr::Asker(Asker::Myself) => Some("本人"),
        Expr::Asker(Asker::Family) => Some("家族"),
        Expr::Asker(Asker::Supporter) => Some("支える人"),
        _ => None,
    };
    let part = |part: &Expr| match part {
        Expr::All(_) => format!("({})", written_condition(part, words)),
        Expr::Any(parts) if asker(&parts[0]).is_none() => {
            format!("({})", written_condition(part, words))
        }
        _ => written_condition(part, words),
    };
    let joined = |parts: &[Expr], joint| parts.iter().map(part).collect::<Vec<_>>().join(joint);
    match expr {
        Expr::Always => String::new(),
        Expr::Needs(needs) => {
            let ids: Vec<&str> = needs
                .iter()
                .map(|id| words.needs[id.index()].0.as_str())
                .collect();
            format!("困りごと={}", ids.join("/"))
        }
        Expr::Within(question, set) | Expr::Includes(question, set) => {
            let (name, _, options) = &words.questions[question.index()];
            let chosen: Vec<&str> = set.iter().map(|option| options[option].as_str()).collect();
            format!("{name}={}", chosen.join("/"))
        }
        Expr::Asker(_) => panic!("an asker stands in a list"),
        Expr::Not(inner) => format!("{} でない", part(inner)),
        Expr::All(parts) => joined(parts, " かつ "),
        Expr::Any(parts) => match parts.iter().map(asker).collect::<Option<Vec<_>>>() {
            Some(askers) => format!("聞く人={}", askers.join("/")),
            None => joined(parts, " または "),
        },
    }
}

const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

fn written_weekdays(weekdays: u8) -> Vec<&'static str> {
    let named = WEEKDAYS.iter().enumerate();
    named
        .filter(|(place, _)| weekdays & (1 << place) != 0)
        .map(|(_, name)| *name)
        .collect()
}

fn written_nth(nth: u8, weekdays: u8) -> String {
    let which = (1..=5).filter(|which| nth & (1 << (which - 1)) != 0);
    let which: Vec<String> = which.map(|which| format!("第{which}")).collect();
    format!(
        "{}{}",
        which.join("・"),
        written_weekdays(weekdays).concat()
    )
}

fn written_span(span: &Span) -> String {
    let days = match (span.nth, span.on_holidays) {
        _ if span.dates != 0 => written_dates(span.dates),
        _ if span.is_every_day() => "毎日".to_owned(),
        (0, OnHolidays::Closed) => "平日".to_owned(),
        (0, OnHolidays::Unsaid) => written_weekdays(span.weekdays).join("・"),
        (0, OnHolidays::Open) => {
            let holidays = std::iter::once("祝");
            let days = written_weekdays(span.weekdays).into_iter().chain(holidays);
            days.collect::<Vec<_>>().join("・")
        }
        (nth, _) => written_nth(nth, span.weekdays),
    };
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let until = match span.until {
        until @ 0..=1440 => time(until),
        until => format!("翌{}", time(until - 1440)),
    };
    let season = written_season(span.season);
    format!("{season}{days} {}〜{until}", time(span.from))
}

fn written_season(season: Season) -> String {
    match season {
        Season::Always => String::new(),
        Season::Months(months) => {
            let months = (1..=12).filter(|month| months & (1 << (month - 1)) != 0);
            let months: Vec<String> = months.map(|month| format!("{month}月")).collect();
            format!("{}の", months.join("・"))
        }
        Season::Dates { from, until } => {
            format!("{}/{}〜{}/{}の", from.0, from.1, until.0, until.1)
        }
    }
}

fn written_dates(dates: u32) -> String {
    let days = (1..=31).filter(|day| dates & (1 << (day - 1)) != 0);
    let mut days: Vec<String> = days.map(|day| format!("{day}日")).collect();
    if dates & LAST_OF_MONTH != 0 {
        days.push("末日".to_owned());
    }
    format!("毎月{}", days.join("・"))
}

fn written_closure(closure: &Closure) -> String {
    match *closure {
        Closure::Holidays => "祝日".to_owned(),
        Closure::Dates(dates) => written_dates(dates),
        Closure::Yearly { from, until } => {
            format!("{}/{}〜{}/{}", from.0, from.1, until.0, until.1)
        }
        Closure::Weekdays { weekdays, nth: 0 } => {
            // Of several, the first and the last: a part names one weekday or a run of them.
            match written_weekdays(weekdays).as_slice() {
                [one] => (*one).to_owned(),
                [first, .., last] => format!("{first}〜{last}"),
                [] => panic!("no weekday in {closure:?}"),
            }
        }
        Closure::Weekdays { weekdays, nth } => written_nth(nth, weekdays),
    }
}

fn written_moment(moment: Moment) -> String {
    let (year, month, date) = moment.day.civil();
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}")
}
