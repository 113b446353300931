//! Whatever is typed, pasted or loaded, the readers read it to what it says or refuse it with its place: held against
//! the seeds of the fuzzer and against damaged copies of them. `cargo xtask fuzz` looks much further.

#![allow(clippy::expect_used, clippy::panic)]

mod readers;
mod tiny;

use catalog::answers::{Given, read_answers, write_answers};
use catalog::{
    Faults, Knowledge, compile_all, read_closures, read_condition, read_loose, read_spans,
};
use proptest::prelude::*;
use readers::Readers;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A target of the fuzzer, the folder of its seeds, and what it promises of any bytes.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 7] = [
    ("catalog", readers::catalog),
    ("sheet", readers::sheet),
    ("condition", |bytes| {
        of_text(bytes, |text| readers().condition(text))
    }),
    ("hours", |bytes| of_text(bytes, readers::hours)),
    ("loose", |bytes| of_text(bytes, readers::loose)),
    ("answers", |bytes| {
        of_text(bytes, |text| readers().answers(text))
    }),
    ("compiled", readers::compiled),
];

fn of_text(bytes: &[u8], promise: impl Fn(&str)) {
    promise(&String::from_utf8_lossy(bytes));
}

fn readers() -> &'static Readers {
    static READERS: OnceLock<Readers> = OnceLock::new();
    READERS.get_or_init(|| Readers::of(&tiny::real_sources()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = root().join("fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).expect("a folder of seeds");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read(path).expect("a seed"))
        .collect()
}

#[test]
fn the_seeds_keep_every_promise() {
    for (target, promise) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target}");
        seeds.iter().for_each(|seed| promise(seed));
    }
}

/// Whether a seed is read and not refused.
type IsRead<'a> = &'a dyn Fn(&[u8]) -> bool;

/// The fuzzer finds its way from what is right; a seed that is refused shows it nothing.
#[test]
fn some_seeds_of_each_reader_are_read_and_not_refused() {
    let text = |seed: &[u8]| String::from_utf8_lossy(seed).into_owned();
    let words = Knowledge::read(&tiny::real_sources(), &mut Faults::default()).vocabulary;
    let is_read: [(&str, IsRead); 5] = [
        ("catalog", &|seed| {
            compile_all(&readers::sheets_of(seed)).is_ok()
        }),
        ("condition", &|seed| {
            read_condition(&text(seed), &words).is_ok()
        }),
        ("hours", &|seed| {
            read_spans(&text(seed)).is_ok() || read_closures(&text(seed)).is_ok()
        }),
        ("loose", &|seed| read_loose(&text(seed), "").is_ok()),
        ("compiled", &readers::is_town),
    ];
    for (target, is_read) in is_read {
        let right = seeds(target).iter().filter(|seed| is_read(seed)).count();
        let mend = "cargo test -p catalog --test any_text -- --ignored writes them anew";
        assert!(right > 0, "{target}: no seed is read any more; {mend}");
    }
}

proptest! {
    #![proptest_config(tiny::cases(300))]

    #[test]
    fn damaged_copies_of_the_seeds_keep_every_promise(
        target in 0..TARGETS.len(),
        seeds_at in any::<[prop::sample::Index; 2]>(),
        cuts in any::<[prop::sample::Index; 2]>(),
        change in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
    ) {
        let (name, promise) = TARGETS[target];
        let seeds = seeds(name);
        let [head, tail] = seeds_at.map(|at| &seeds[at.index(seeds.len())]);
        let mut both = head[..cuts[0].index(head.len() + 1)].to_vec();
        both.extend_from_slice(&tail[cuts[1].index(tail.len() + 1)..]);
        if let Some((at, byte)) = change && !both.is_empty() {
            let at = at.index(both.len());
            both[at] = byte;
        }
        promise(&both);
    }
}

proptest! {
    #![proptest_config(tiny::cases(12))]

    /// Twice as much takes about twice as long, and not four times: what the readers do goes with the length of the text.
    #[test]
    fn a_piece_said_over_and_over_is_read_in_a_time_that_goes_with_its_length(
        piece in "[\",;=#あa1 \\n\\r\\[\\]\\{(.]{1,6}",
    ) {
        let longest = std::time::Duration::from_secs(60);
        let start = std::time::Instant::now();
        readers::sheet(piece.repeat(100_000 / piece.len()).as_bytes());
        prop_assert!(start.elapsed() < longest, "{:?} for {piece:?}", start.elapsed());
    }
}

/// A few of the texts for each shape that occurs, the short ones first.
fn of_each_shape(
    texts: impl IntoIterator<Item = String>,
    shape: fn(&str) -> String,
) -> Vec<String> {
    const MOST: usize = 40;
    let mut texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.sort_by_key(|text| (text.chars().count(), text.clone()));
    let mut shapes = BTreeMap::new();
    for text in texts {
        shapes.entry(shape(&text)).or_insert(text);
    }
    let mut chosen: Vec<String> = shapes.into_values().collect();
    chosen.sort_by_key(|text| (text.chars().count(), text.clone()));
    chosen.truncate(MOST);
    chosen
}

/// Every cell of every sheet and every text of every settings file.
fn cells() -> Vec<String> {
    fn visit(folder: &Path, cells: &mut Vec<String>) {
        for item in fs::read_dir(folder).expect("a folder") {
            let path = item.expect("an item").path();
            let ends_in = |end: &str| path.extension().is_some_and(|extension| extension == end);
            if path.is_dir() {
                visit(&path, cells);
            } else if ends_in("csv") {
                let mut reader = csv::Reader::from_path(&path).expect("a sheet");
                for row in reader.records() {
                    cells.extend(row.expect("a row").iter().map(str::to_owned));
                }
            } else if ends_in("toml") {
                let text = fs::read_to_string(&path).expect("settings");
                texts_in(&toml::Value::Table(text.parse().expect("TOML")), cells);
            }
        }
    }
    fn texts_in(value: &toml::Value, cells: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => cells.push(text.clone()),
            toml::Value::Array(list) => list.iter().for_each(|value| texts_in(value, cells)),
            toml::Value::Table(table) => table.values().for_each(|value| texts_in(value, cells)),
            _ => {}
        }
    }
    let mut cells = Vec::new();
    visit(&tiny::real_root(), &mut cells);
    cells
}

/// Hours as the sites of towns write them; the sheets themselves hold only the strict ones.
const LOOSE: [&str; 14] = [
    "午前8時30分から午後5時15分まで（土日祝日・年末年始を除く）",
    "月曜日〜金曜日 午前9時〜正午・午後1時〜午後4時",
    "平日 9:00～17:00（12:00～13:00を除く）",
    "毎週火・木曜日 10時〜15時半",
    "第1・3水曜日 13時30分～15時30分",
    "毎月第2土曜日 午前10時から正午まで",
    "365日24時間",
    "毎日 18時〜翌午前5時",
    "月～土 9時～19時\n日曜日、祝日及び12月29日～1月3日",
    "9時から17時\n土曜日・日曜日・国民の祝日",
    "10時〜18時\n第3土・日\n",
    "年中無休 8時半〜20時。※元日は休み",
    "4月から9月まで、月曜日から金曜日 午前9時〜午後6時\n毎月末日",
    "偶数月の第1・2火曜日 17:00〜19:00、毎月10日 9時〜17時",
];

/// What few sheets need: parts of the year, and days of the month.
const SEASONS: [&str; 5] = [
    "4月〜9月の月〜金 9:00〜18:00、10月〜3月の月〜金 9:00〜17:00",
    "偶数月の第2火 13:30〜15:30",
    "毎日 16:00〜21:00、毎月10日 8:00〜翌8:00",
    "毎年7月1日〜8月31日 毎日 9:00〜17:00",
    "毎月末日・毎月15日",
];

/// Writes the seeds that stand in the repository: after a change of a grammar or of the compiled file's layout.
#[test]
#[ignore = "writes fuzz/seeds anew"]
fn seeds_from_the_sheets() {
    let words = Knowledge::read(&tiny::real_sources(), &mut Faults::default()).vocabulary;
    let cells = cells();
    let that = |is: &dyn Fn(&str) -> bool| {
        let chosen = cells.iter().filter(|cell| is(cell)).cloned();
        chosen.collect::<Vec<String>>()
    };
    let conditions = that(&|cell| read_condition(cell, &words).is_ok());
    write("condition", "txt", of_each_shape(conditions, signs));
    let hours = that(&|cell| read_spans(cell).is_ok() || read_closures(cell).is_ok());
    let hours = hours.into_iter().chain(SEASONS.map(str::to_owned));
    write("hours", "txt", of_each_shape(hours, form));
    write("loose", "txt", LOOSE.map(str::to_owned));
    write("answers", "json", answers_of_residents());
    let sheets = tiny::Sheets::tiny();
    write("catalog", "txt", [readers::in_one_text(&sheets.sources())]);
    write("sheet", "bin", broken_sheets());
    let towns = sheets.compile().expect("no faults");
    let own = towns.iter().map(|town| &*town.town_file);
    let files = std::iter::once(&*towns[0].knowledge_file).chain(own);
    write("compiled", "bin", files.map(readers::body));
}

/// Every third sheet of the corpus, and of the tiny catalog each.
fn broken_sheets() -> Vec<Vec<u8>> {
    const LARGEST: usize = 10_000;
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken_sheets/corpus");
    let folders = fs::read_dir(corpus).expect("a folder");
    let files = folders.filter_map(|folder| fs::read_dir(folder.expect("a case").path()).ok());
    let mut paths: Vec<PathBuf> = files.flatten().map(|f| f.expect("a file").path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "told.txt"));
    paths.sort();
    let broken = paths
        .iter()
        .step_by(3)
        .map(|path| fs::read(path).expect("a sheet"));
    let tiny = tiny::Sheets::tiny().sources();
    let whole = tiny
        .paths()
        .filter_map(|path| tiny.get(path))
        .map(<[u8]>::to_vec);
    broken
        .chain(whole)
        .filter(|bytes| bytes.len() < LARGEST)
        .collect()
}

/// A condition by its joints and signs alone.
fn signs(text: &str) -> String {
    let words = text
        .replace("または", "|")
        .replace("かつ", "&")
        .replace("でない", "!");
    words
        .chars()
        .filter(|c| "|&!=/()（）＝／".contains(*c))
        .collect()
}

/// Hours without telling one digit or weekday from another.
fn form(text: &str) -> String {
    let alike = |c: char| match c {
        '0'..='9' => '0',
        '月' | '火' | '水' | '木' | '金' | '土' | '日' => '月',
        _ => c,
    };
    text.chars().map(alike).collect()
}

/// A golden resident, as far as they answer.
#[derive(serde::Deserialize)]
struct Resident {
    town: String,
    asker: String,
    area: Option<String>,
    answers: BTreeMap<String, Given>,
}

/// All golden residents, in the order of their files.
fn residents() -> Vec<Resident> {
    let folder = fs::read_dir(root().join("tests/residents")).expect("a folder");
    let mut paths: Vec<PathBuf> = folder.map(|item| item.expect("an item").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    paths.sort();
    let of_file = |path: PathBuf| -> Vec<Resident> {
        let text = fs::read_to_string(path).expect("residents");
        let mut file: BTreeMap<String, Vec<Resident>> = toml::from_str(&text).expect("TOML");
        file.remove("resident").unwrap_or_default()
    };
    paths.into_iter().flat_map(of_file).collect()
}

/// What every twentieth resident answers, and how somebody types a time.
fn answers_of_residents() -> Vec<String> {
    let towns = tiny::real_towns();
    let residents = residents();
    let everybody = residents.iter().step_by(20).map(|resident| {
        let town = towns
            .iter()
            .find(|town| town.id == resident.town)
            .expect("a town");
        let file = catalog::answers::AnswersFile {
            asker: Some(resident.asker.clone()),
            area: resident.area.clone(),
            answers: resident.answers.clone(),
            ..Default::default()
        };
        let (answers, _) = read_answers(&town.catalog, &file).expect("answers");
        write_answers(&town.catalog, &answers).to_string()
    });
    let by_hand = [
        r#"{"town":"komae","now":"2026-11-24T10:30","area":"岩戸北","answers":{"needs":["e01","m03"],"household":["elder"],"money_left":"declined"}}"#,
        r#"{"now":"2026-11-21","asker":"family","answers":{"needs":"unknown","area":"declined"}}"#,
        r#"{"answers":{"needs":["m01",3],"needs":[],"age":null},"now":true}"#,
    ];
    everybody.chain(by_hand.map(str::to_owned)).collect()
}

fn write(target: &str, extension: &str, seeds: impl IntoIterator<Item = impl AsRef<[u8]>>) {
    let folder = root().join("fuzz/seeds").join(target);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).expect("old seeds go");
    }
    fs::create_dir_all(&folder).expect("a folder");
    for (place, seed) in seeds.into_iter().enumerate() {
        let name = format!("{:02}.{extension}", place + 1);
        fs::write(folder.join(name), seed).expect("a seed");
    }
}
