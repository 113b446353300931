//! `catalog`: the sheets on the command line, for staff, tests and CI.

use catalog::answers::{Said, read_said};
use catalog::moment::read_moment;
use catalog::readings::{self, Readings, Review};
use catalog::{Compiled, Faults, Sources, compile_all};
use catalog_cli::reports::views::When;
use catalog_cli::reports::why::Situation;
use catalog_cli::reports::{find, opening, questions, views, why, why_ask};
use catalog_cli::{app_texts::app_texts, folder, walk};
use navigator::{Answers, Asker, Catalog, Day, Moment};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use verify::Limits;
use verify::residents::{self as golden, read_residents};

const USAGE: &str = "\
catalog — まどぐちナビのカタログ

  catalog check                              すべての表を調べる（まちがいがあれば終了コード 1）
  catalog compile --out DIR [--day 2026-11-22]
                                             町ごとに1つのファイルを書き、一覧を catalogs.txt に書く。プログラムなしで
                                             読めるページも書く（--day はその作成日。はじめの値: 日本の今日）
  catalog measures --town T [--json]         施策ごとに、実現する窓口と、着けるかどうか
  catalog questions --town T --json          すべての質問: 選択肢、だれに聞くか、何が決まるか
  catalog ask --town T --answers FILE|-      答えから、次の質問と案内（JSON）。答えの now か --now がなければ、
                                             いつ実行しても同じ結果になるように、開いているかは出さない
  catalog why --town T --entry X [--answers FILE|-] [--json]
                                             その窓口が、なぜ出るか、なぜ出ないか、何が変われば変わるか
  catalog why-ask --town T [--answers FILE|-] [--json]
                                             次の質問を、なぜ聞くか。ほかの質問の点
  catalog walk --town T [--asker self|family|supporter] [--answers FILE]
                                             人が端末で答える
  catalog search --town T TEXT [--json]      言葉から困りごと、窓口の種類、窓口をさがす
  catalog hours --town T [--now 2026-11-21T10:30] [--json]
                                             窓口ごとに、受付時間といま開いているか。読めない補足の一覧
  catalog readings [--all] [--json]          ふりがなのない言葉と、使っていないよみ（--all はすべての文をよみつきで）
  catalog verify [--town T] [--every N] [--json]
                                             約束を、答えのすべての道で確かめる（困りごと2つの組は N 組に1組）
  catalog residents [--town T] [--json] [DIR] 手本の住民に正しい窓口が出るか（DIR のはじめの値: tests/residents）

  --catalog DIR   表のフォルダー（はじめの値: catalog）
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for on the command line.
struct Arguments {
    root: PathBuf,
    town: Option<String>,
    out: Option<PathBuf>,
    answers: Option<String>,
    entry: Option<String>,
    asker: Option<String>,
    every: Option<String>,
    json: bool,
    all: bool,
    now: Option<String>,
    day: Option<String>,
    words: Vec<String>,
}

impl Arguments {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut read = Self {
            root: PathBuf::from("catalog"),
            town: None,
            out: None,
            answers: None,
            entry: None,
            asker: None,
            every: None,
            json: false,
            all: false,
            now: None,
            day: None,
            words: Vec::new(),
        };
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            let mut value = || {
                rest.next()
                    .cloned()
                    .ok_or_else(|| format!("{word} の後に値がありません。\n\n{USAGE}"))
            };
            match word.as_str() {
                "--catalog" => read.root = PathBuf::from(value()?),
                "--town" => read.town = Some(value()?),
                "--out" => read.out = Some(PathBuf::from(value()?)),
                "--answers" => read.answers = Some(value()?),
                "--entry" => read.entry = Some(value()?),
                "--asker" => read.asker = Some(value()?),
                "--every" => read.every = Some(value()?),
                "--json" => read.json = true,
                "--all" => read.all = true,
                "--now" => read.now = Some(value()?),
                "--day" => read.day = Some(value()?),
                flag if flag.starts_with("--") => {
                    return Err(format!("{flag} は使えません。\n\n{USAGE}"));
                }
                _ => read.words.push(word.clone()),
            }
        }
        Ok(read)
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(USAGE.to_owned());
    };
    let arguments = Arguments::read(rest)?;
    let towns = || compile(&arguments.root);
    match command.as_str() {
        "check" => {
            let towns = towns()?;
            check(&towns)?;
            check_readings(&reviewed(&arguments.root, &towns)?)
        }
        "compile" => {
            let towns = towns()?;
            let readings = reviewed(&arguments.root, &towns)?;
            write_files(
                &towns,
                &readings.file,
                arguments.out.as_deref(),
                day_of(&arguments)?,
            )
        }
        "readings" => show_readings(&reviewed(&arguments.root, &towns()?)?, &arguments),
        "measures" => with_town(&towns()?, &arguments, |catalog| {
            let measures = views::measures(catalog);
            if arguments.json {
                print(&measures)
            } else {
                print_measures(&measures)
            }
        }),
        "questions" => with_town(&towns()?, &arguments, |catalog| {
            print(&questions::questions(catalog))
        }),
        "ask" => ask(&towns()?, &arguments),
        "why" => why(&towns()?, &arguments),
        "why-ask" => why_ask(&towns()?, &arguments),
        "walk" => walk(&towns()?, &arguments),
        "search" => with_town(&towns()?, &arguments, |catalog| {
            let found = find::find(catalog, &arguments.words.join(" "));
            tell(&arguments, &found, || find::as_text(&found))
        }),
        "hours" => with_town(&towns()?, &arguments, |catalog| hours(catalog, &arguments)),
        "residents" => residents(&towns()?, &arguments),
        "verify" => verify(&towns()?, &arguments),
        "help" | "--help" | "-h" => say(USAGE),
        other => Err(format!("「{other}」という仕事はありません。\n\n{USAGE}")),
    }
}

fn compile(root: &Path) -> Result<Vec<Compiled>, String> {
    compile_all(&sources(root)?).map_err(told)
}

/// What stands in the catalog's folder.
fn sources(root: &Path) -> Result<Sources, String> {
    folder::sources(root).map_err(|problem| {
        let root = root.display();
        format!("フォルダー「{root}」を読めません（{problem}）。→ カタログのフォルダーを --catalog で指してください。")
    })
}

fn told(faults: Faults) -> String {
    let faults = faults.sorted();
    let mut message = String::new();
    for fault in &faults {
        message.push_str(&format!("{fault}\n"));
    }
    message.push_str(&format!(
        "\nまちがいが{}個あります。何も書いていません。",
        faults.len()
    ));
    message
}

/// The readings of all that is shown; the app's own texts are those of the project in which the command is run.
fn reviewed(root: &Path, towns: &[Compiled]) -> Result<Review, String> {
    let mut faults = Faults::default();
    let table = Readings::read(&sources(root)?, &mut faults);
    if !faults.is_empty() {
        return Err(told(faults));
    }
    let pieces = pages::fragments(towns, |_| String::new());
    let shown = readings::shown(towns, &app_texts(&pieces, Path::new(".")));
    Ok(readings::review(&table, &shown))
}

/// Says what has no furigana; it is no fault, since no number may wait for it.
fn check_readings(review: &Review) -> Result<(), String> {
    say(&review.without_words())?;
    let others = review.otherwise.len() + review.unused.len();
    if others > 0 {
        say(&format!(
            "よみの表に、見直すところがほかに{others}あります（catalog readings で出ます）。\n"
        ))?;
    }
    Ok(())
}

fn show_readings(review: &Review, arguments: &Arguments) -> Result<(), String> {
    if arguments.json {
        print(&review.as_json())
    } else if arguments.all {
        review
            .texts
            .iter()
            .try_for_each(|text| say(&format!("{text}\n")))
    } else {
        say(&review.as_text())
    }
}

fn check(towns: &[Compiled]) -> Result<(), String> {
    for town in towns {
        let measures = town
            .catalog
            .plan
            .iter()
            .filter(|item| item.level == navigator::PlanLevel::Measure)
            .count();
        let own = town
            .catalog
            .entries
            .iter()
            .filter(|entry| entry.level == navigator::Level::Town)
            .count();
        let kinds = town
            .catalog
            .kinds
            .iter()
            .filter(|kind| !kind.entries.is_empty())
            .count();
        say(&format!(
            "{}: まちがいはありません。窓口・サービス {}（町 {own}、都県と全国 {}）、施策 {measures}、窓口の種類 {}（着けるもの {kinds}）、困りごと {}、質問 {}\n",
            town.catalog.town.name,
            town.catalog.entries.len(),
            town.catalog.entries.len() - own,
            town.catalog.kinds.len(),
            town.catalog.needs.len(),
            town.catalog.questions.len(),
        ))?;
    }
    Ok(())
}

/// The day on which lists are made, today if it was not said: the same day gives the same files.
fn day_of(arguments: &Arguments) -> Result<Day, String> {
    match &arguments.day {
        None => Ok(current_moment().day),
        Some(text) => read_moment(text)
            .map(|moment| moment.day)
            .ok_or_else(|| format!("--day: 「{text}」は読めません。「2026-11-22」と書きます。")),
    }
}

fn write_files(
    towns: &[Compiled],
    furigana: &str,
    out: Option<&Path>,
    day: Day,
) -> Result<(), String> {
    let out = out.ok_or("--out で書くフォルダーを指してください。")?;
    let fail = |problem: std::io::Error| {
        format!(
            "{} に書けません（{problem}）。場所と空きを確かめてください。",
            out.display()
        )
    };
    std::fs::create_dir_all(out).map_err(fail)?;
    let mut list = String::new();
    let mut names = BTreeMap::new();
    let knowledge = towns.first().map_or(&[][..], |town| &town.knowledge_file);
    let own = towns.iter().map(|town| (&*town.id, &*town.town_file));
    for (id, bytes) in std::iter::once(("knowledge", knowledge)).chain(own) {
        let name = format!("{id}.{:08x}.bin", short_hash(bytes));
        list.push_str(&format!("{id} {name}\n"));
        std::fs::write(out.join(&name), bytes).map_err(fail)?;
        names.insert(id, name);
    }
    let file_of = |town: &str| names.get(town).cloned().unwrap_or_default();
    for (name, text) in pages::fragments(towns, file_of) {
        std::fs::write(out.join(name), text).map_err(fail)?;
    }
    for (path, text) in pages::lists(towns, day) {
        let path = out.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(out)).map_err(fail)?;
        std::fs::write(path, text).map_err(fail)?;
    }
    std::fs::write(out.join("furigana.txt"), furigana).map_err(fail)?;
    std::fs::write(out.join("catalogs.txt"), list).map_err(fail)
}

/// Names a file after its content, so that a browser may keep it for ever.
fn short_hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn town<'a>(towns: &'a [Compiled], id: Option<&str>) -> Result<&'a Catalog, String> {
    let known: Vec<&str> = towns.iter().map(|town| town.id.as_str()).collect();
    let id = id.ok_or_else(|| format!("--town で町を選んでください（{}）。", known.join("、")))?;
    towns
        .iter()
        .find(|town| town.id == id)
        .map(|town| &town.catalog)
        .ok_or_else(|| format!("「{id}」という町はありません（{}）。", known.join("、")))
}

fn with_town(
    towns: &[Compiled],
    arguments: &Arguments,
    action: impl FnOnce(&Catalog) -> Result<(), String>,
) -> Result<(), String> {
    action(town(towns, arguments.town.as_deref())?)
}

fn ask(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    if arguments.answers.is_none() {
        return Err("--answers で答えのファイル（- なら標準入力）を指してください。".to_owned());
    }
    let said = said(towns, arguments)?;
    let when = When::of(said.catalog, said.now);
    print(&views::ask(said.catalog, &said.answers, when))
}

fn why(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    let entry = arguments.entry.as_deref();
    let entry = entry.ok_or("--entry で窓口の id を指してください。")?;
    let said = said(towns, arguments)?;
    let situation = Situation {
        catalog: said.catalog,
        answers: &said.answers,
        when: When::of(said.catalog, said.now),
    };
    let (value, text) = why::why(situation, entry)?;
    tell(arguments, &value, || text)
}

fn why_ask(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    let said = said(towns, arguments)?;
    let when = When::of(said.catalog, said.now);
    let value = why_ask::why_ask(said.catalog, &said.answers, when);
    tell(arguments, &value, || why_ask::as_text(&value))
}

fn walk(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    if arguments.answers.as_deref() == Some("-") {
        return Err(
            "walk では、標準入力は人の答えです。--answers にはファイルを指してください。"
                .to_owned(),
        );
    }
    let mut said = said(towns, arguments)?;
    if let Some(id) = arguments.asker.as_deref() {
        let asker = Asker::ALL.into_iter().find(|asker| asker.id() == id);
        said.answers.asker = asker
            .ok_or_else(|| format!("--asker: 「{id}」はありません（self、family、supporter）。"))?;
    }
    // A person is at the keyboard now.
    let when = When::of(said.catalog, Some(said.now.unwrap_or_else(current_moment)));
    let (input, output) = (std::io::stdin().lock(), std::io::stdout().lock());
    match walk::walk(said.catalog, &said.answers, when, input, output) {
        Err(problem) if problem.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("続けられません（{problem}）。"))
        }
        _ => Ok(()),
    }
}

/// The answers of `--answers`; without it nothing was said yet. `--now` counts where they name no time.
fn said<'a>(towns: &'a [Compiled], arguments: &Arguments) -> Result<Said<'a>, String> {
    let mut said = match arguments.answers.as_deref() {
        Some(path) => {
            let text = read_text(path)?;
            let town = arguments.town.as_deref();
            read_said(towns, town, &text).map_err(|faults| faults.join("\n"))?
        }
        None => Said {
            catalog: town(towns, arguments.town.as_deref())?,
            answers: Answers::default(),
            now: None,
        },
    };
    if said.now.is_none() {
        said.now = moment_of(arguments)?;
    }
    Ok(said)
}

fn read_text(path: &str) -> Result<String, String> {
    if path == "-" {
        let mut text = String::new();
        return std::io::stdin()
            .read_to_string(&mut text)
            .map(|_| text)
            .map_err(|problem| format!("標準入力を読めません（{problem}）。"));
    }
    std::fs::read_to_string(path).map_err(|problem| format!("{path} を読めません（{problem}）。"))
}

fn moment_of(arguments: &Arguments) -> Result<Option<Moment>, String> {
    let read = |text: &String| {
        read_moment(text).ok_or_else(|| {
            format!("--now: 「{text}」は読めません。「2026-11-21T10:30」と書きます。")
        })
    };
    arguments.now.as_ref().map(read).transpose()
}

/// As JSON or in words, as it was asked for.
fn tell(
    arguments: &Arguments,
    value: &Value,
    words: impl FnOnce() -> String,
) -> Result<(), String> {
    if arguments.json {
        print(value)
    } else {
        say(&words())
    }
}

fn hours(catalog: &Catalog, arguments: &Arguments) -> Result<(), String> {
    let now = moment_of(arguments)?.unwrap_or_else(current_moment);
    let report = opening::report(catalog, now);
    if arguments.json {
        print(&report)
    } else {
        say(&opening::report_words(&report))
    }
}

/// The clock is read here, at the border, and nowhere inside.
fn current_moment() -> Moment {
    let millis = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0);
    Moment::from_unix_millis(millis)
}

/// Fails if anybody does not get what is right for them.
fn residents(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    let folder = arguments.words.first().map_or("tests/residents", |w| w);
    let told = |faults: Faults| -> String {
        let lines = faults
            .sorted()
            .into_iter()
            .map(|fault| format!("{fault}\n"));
        lines.collect()
    };
    let mut residents = read_residents(Path::new(folder)).map_err(told)?;
    if let Some(town) = &arguments.town {
        residents.retain(|resident| resident.town == *town);
    }
    let visits = golden::receive(towns, &residents).map_err(told)?;
    if arguments.json {
        print(&golden::as_json(&visits))?;
    } else {
        say(&golden::as_text(&visits))?;
    }
    let failed = visits.iter().filter(|v| !v.failures.is_empty()).count();
    if failed == 0 {
        Ok(())
    } else {
        Err(format!("{failed}人に、正しい窓口が出ていません。"))
    }
}

/// Fails if a promise is broken or something is out of reach.
fn verify(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    let limits = match arguments.every.as_deref().map(str::parse) {
        None => Limits::FULL,
        Some(Ok(every_pair)) => Limits {
            every_pair,
            every_triple: every_pair,
        },
        Some(Err(_)) => return Err("--every には数を書きます。".to_owned()),
    };
    if let Some(id) = arguments.town.as_deref() {
        town(towns, Some(id))?;
    }
    let asked_for = |town: &&Compiled| arguments.town.as_ref().is_none_or(|id| town.id == *id);
    let now = moment_of(arguments)?;
    let mut reports = Vec::new();
    for town in towns.iter().filter(asked_for) {
        let day = When::of(&town.catalog, now).day;
        let report = verify::verify(&town.catalog, day, limits);
        if !arguments.json {
            say(&report.as_text())?;
        }
        reports.push(report);
    }
    if arguments.json {
        let values = reports.iter().map(|report| report.value.clone());
        print(&Value::Array(values.collect()))?;
    }
    if reports.iter().all(|report| report.holds) {
        Ok(())
    } else {
        Err("守られていない約束か、着けないものがあります。".to_owned())
    }
}

fn print_measures(measures: &Value) -> Result<(), String> {
    for measure in measures.as_array().into_iter().flatten() {
        let text = |key: &str| measure[key].as_str().unwrap_or("").to_owned();
        let owner = text("owner");
        let owner = if owner.is_empty() {
            String::new()
        } else {
            format!("（{owner}）")
        };
        say(&format!("{} {}{owner}\n", text("id"), text("measure")))?;
        for entry in measure["entries"].as_array().into_iter().flatten() {
            let mark = if entry["reachable"] == true {
                "○"
            } else {
                "×"
            };
            say(&format!(
                "    {mark} {}\n",
                entry["name"].as_str().unwrap_or("")
            ))?;
        }
    }
    Ok(())
}

fn print(value: &Value) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|problem| problem.to_string())?;
    say(&format!("{text}\n"))
}

/// A reader that closes the pipe early (`| head`) is not a failure.
fn say(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(problem) if problem.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("書き出せません（{problem}）。"))
        }
        _ => Ok(()),
    }
}
