//! What Lighthouse says of the first visit: a phone with a processor four times as slow, on a simulated slow 4G.

use std::path::Path;
use std::process::Command;

use journeys::{CHROMIUM, Fault, Step, chromium};
use serde_json::Value;
use xtask::process;
use xtask::server::Server;

use crate::median::median;
use crate::{RUNS, STRAIGHT};

/// The audit, its name, what divides its figure, its unit, and what we aim for.
const AUDITS: [(&str, &str, f64, &str, Option<f64>); 5] = [
    (
        "first-contentful-paint",
        "first paint",
        1000.0,
        "s",
        Some(0.95),
    ),
    (
        "largest-contentful-paint",
        "largest paint",
        1000.0,
        "s",
        Some(0.95),
    ),
    (
        "total-blocking-time",
        "blocking time",
        1.0,
        "ms",
        Some(100.0),
    ),
    ("speed-index", "speed index", 1000.0, "s", None),
    ("total-byte-weight", "transferred", 1024.0, "KB", None),
];

const TRIES: usize = 4;

/// Prints the medians for the start screen and for the address of a town.
pub fn print(folder: &Path, lighthouse: &Path) -> Step<()> {
    let server = Server::start(folder, 0)?;
    let reports = |below: &str| -> Step<Vec<Value>> {
        let url = format!("{}{below}", server.url());
        (0..RUNS)
            .map(|_| patient_report(lighthouse, &url))
            .collect()
    };
    let (start, straight) = (reports("")?, reports(STRAIGHT)?);
    println!(
        "  Lighthouse, phone, simulated slow 4G, processor 4 times as slow; medians of {RUNS}"
    );
    println!("  {:16}{:>10}{STRAIGHT:>10}{:>10}", "", "start", "aim");
    for (audit, name, divisor, unit, aim) in AUDITS {
        let figure = |reports: &[Value]| {
            let path = format!("/audits/{audit}/numericValue");
            let of_each = reports
                .iter()
                .filter_map(|report| report.pointer(&path)?.as_f64());
            median(of_each.collect()).map_or(f64::NAN, |figure| figure / divisor)
        };
        let aim = aim.map_or_else(String::new, |aim| format!("≤ {aim}"));
        println!(
            "  {name:16}{:>10.2}{:>10.2}{aim:>10}  {unit}",
            figure(&start),
            figure(&straight)
        );
    }
    // Above 1000 is a desktop's processor: figures of machines that differ here cannot be compared.
    let speed = start
        .iter()
        .filter_map(|report| report["environment"]["benchmarkIndex"].as_f64());
    let speed = median(speed.collect()).unwrap_or(f64::NAN);
    println!("  this machine: {speed:.0} by Lighthouse's benchmarkIndex\n");
    Ok(())
}

/// On a busy machine Lighthouse now and then loses the beginning of its own record (NO_NAVSTART).
fn patient_report(lighthouse: &Path, url: &str) -> Step<Value> {
    (1..TRIES)
        .find_map(|_| report(lighthouse, url).ok())
        .map_or_else(|| report(lighthouse, url), Ok)
}

fn report(lighthouse: &Path, url: &str) -> Step<Value> {
    let audits: Vec<&str> = AUDITS.iter().map(|(audit, ..)| *audit).collect();
    // It takes the flags in one word and splits them as a shell does.
    let flags: Vec<String> = CHROMIUM
        .iter()
        .map(|flag| match flag.split_once('=') {
            Some((name, value)) => format!("{name}=\"{value}\""),
            None => (*flag).to_owned(),
        })
        .collect();
    let mend = "run `cargo xtask bench page` again; if it stays, delete .tools/npm";
    let mut command = Command::new(lighthouse);
    command
        .arg(url)
        .args(["--quiet", "--output=json", "--output-path=stdout"])
        .args([
            "--no-enable-error-reporting",
            "--only-categories=performance",
        ])
        .args(["--form-factor=mobile", "--throttling-method=simulate"])
        .arg(format!("--only-audits={}", audits.join(",")))
        .arg(format!("--chrome-flags={}", flags.join(" ")))
        .env("CHROME_PATH", chromium());
    let said = process::read(&mut command, mend)?;
    let report: Value = serde_json::from_str(&said)
        .map_err(|error| Fault::new("Lighthouse's report", error.to_string(), mend))?;
    match report["runtimeError"]["message"].as_str() {
        Some(wrong) => Err(Fault::new("Lighthouse", wrong, mend)),
        None => Ok(report),
    }
}
