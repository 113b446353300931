//! `catalog`: the sheets on the command line, for staff, tests and CI.

use catalog::answers::{AnswersFile, read_answers, read_moment};
use catalog::residents::read_residents;
use catalog::{Compiled, Faults, compile_all, opening, views, visit};
use navigator::{Catalog, Moment};
use serde_json::Value;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
catalog — まどぐちナビのカタログ

  catalog check                              すべての表を調べる（まちがいがあれば終了コード 1）
  catalog compile --out DIR                  町ごとに1つのファイルを書き、一覧を catalogs.txt に書く
  catalog measures --town T [--json]         施策ごとに、実現する窓口と、着けるかどうか
  catalog questions --town T --json          すべての質問
  catalog ask --town T --answers FILE|-      答えから、次の質問と案内（JSON）
  catalog search --town T TEXT [--json]      言葉から困りごとをさがす
  catalog hours --town T [--now 2026-11-21T10:30] [--json]
                                             窓口ごとに、受付時間といま開いているか。読めない補足の一覧
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
    json: bool,
    now: Option<String>,
    words: Vec<String>,
}

impl Arguments {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut read = Self {
            root: PathBuf::from("catalog"),
            town: None,
            out: None,
            answers: None,
            json: false,
            now: None,
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
                "--json" => read.json = true,
                "--now" => read.now = Some(value()?),
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
        "check" => check(&towns()?),
        "compile" => write_files(&towns()?, arguments.out.as_deref()),
        "measures" => with_town(&towns()?, &arguments, |catalog| {
            let measures = views::measures(catalog);
            if arguments.json {
                print(&measures)
            } else {
                print_measures(&measures)
            }
        }),
        "questions" => with_town(&towns()?, &arguments, |catalog| {
            print(&views::questions(catalog))
        }),
        "ask" => with_answers_town(&towns()?, &arguments),
        "search" => with_town(&towns()?, &arguments, |catalog| search(catalog, &arguments)),
        "hours" => with_town(&towns()?, &arguments, |catalog| hours(catalog, &arguments)),
        "residents" => residents(&towns()?, &arguments),
        "help" | "--help" | "-h" => say(USAGE),
        other => Err(format!("「{other}」という仕事はありません。\n\n{USAGE}")),
    }
}

fn compile(root: &Path) -> Result<Vec<Compiled>, String> {
    compile_all(root).map_err(|faults| {
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
    })
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

fn write_files(towns: &[Compiled], out: Option<&Path>) -> Result<(), String> {
    let out = out.ok_or("--out で書くフォルダーを指してください。")?;
    let fail = |problem: std::io::Error| {
        format!(
            "{} に書けません（{problem}）。場所と空きを確かめてください。",
            out.display()
        )
    };
    std::fs::create_dir_all(out).map_err(fail)?;
    let mut list = String::new();
    let mut files = Vec::new();
    for town in towns {
        let bytes = navigator::pack(&town.catalog)
            .ok_or_else(|| format!("{} を書き出せません。", town.catalog.town.name))?;
        let name = format!("{}.{:08x}.bin", town.id, short_hash(&bytes));
        list.push_str(&format!("{} {name}\n", town.id));
        files.push((name, bytes));
    }
    for (name, bytes) in files {
        std::fs::write(out.join(name), bytes).map_err(fail)?;
    }
    for (name, text) in catalog::html::fragments(towns) {
        std::fs::write(out.join(name), text).map_err(fail)?;
    }
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

fn with_answers_town(towns: &[Compiled], arguments: &Arguments) -> Result<(), String> {
    let path = arguments
        .answers
        .as_deref()
        .ok_or("--answers で答えのファイル（- なら標準入力）を指してください。")?;
    let mut text = String::new();
    if path == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|problem| format!("標準入力を読めません（{problem}）。"))?;
    } else {
        text = std::fs::read_to_string(path)
            .map_err(|problem| format!("{path} を読めません（{problem}）。"))?;
    }
    let file: AnswersFile = serde_json::from_str(&text)
        .map_err(|problem| format!("答えの JSON を読めません（{problem}）。"))?;
    let catalog = town(towns, arguments.town.as_deref().or(file.town.as_deref()))?;
    let (answers, now) = read_answers(catalog, &file).map_err(|faults| faults.join("\n"))?;
    print(&views::ask(
        catalog,
        &answers,
        now.unwrap_or_else(current_moment),
    ))
}

fn hours(catalog: &Catalog, arguments: &Arguments) -> Result<(), String> {
    let now = match arguments.now.as_deref() {
        None => current_moment(),
        Some(text) => read_moment(text).ok_or_else(|| {
            format!("--now: 「{text}」は読めません。「2026-11-21T10:30」と書きます。")
        })?,
    };
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

fn search(catalog: &Catalog, arguments: &Arguments) -> Result<(), String> {
    use unicode_normalization::UnicodeNormalization;
    let text: String = arguments.words.join(" ").nfkc().collect();
    let found = navigator::search_needs(catalog, &text, 10);
    if arguments.json {
        let list = found
            .iter()
            .map(|&id| {
                let need = catalog.need(id);
                serde_json::json!({"need": need.id, "text": need.words})
            })
            .collect();
        return print(&Value::Array(list));
    }
    for id in found {
        let need = catalog.need(id);
        say(&format!("{} {}\n", need.id, need.words))?;
    }
    Ok(())
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
    let visits = visit::receive(towns, &residents).map_err(told)?;
    if arguments.json {
        print(&visit::as_json(&visits))?;
    } else {
        say(&visit::as_text(&visits))?;
    }
    let failed = visits.iter().filter(|v| !v.failures.is_empty()).count();
    if failed == 0 {
        Ok(())
    } else {
        Err(format!("{failed}人に、正しい窓口が出ていません。"))
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
