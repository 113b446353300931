//! `cargo xtask size`: what the first visit loads, in bytes, against a budget. It weighs the built files in `dist/` and
//! changes none.

mod visit;
pub(crate) mod weight;

use crate::fault::Fault;
use crate::project::Project;

use visit::Visit;
use weight::Weight;

/// Brotli bytes that HTML, CSS, JS, wasm and the larger town may take together. 1 KB is 1024 bytes. It stands just above what is
/// loaded today, so that nothing grows unseen; 170 is the aim (docs/decisions/0002-leptos.md).
pub const BUDGET: usize = 205 * 1024;

/// Prints the bytes of the first visit, and fails above [`BUDGET`].
pub fn report(project: &Project) -> Result<(), Fault> {
    let visit = Visit::of(&project.dist())?;
    let (lines, total) = table(&visit);
    for line in lines {
        println!("  {line}");
    }
    judge(total)
}

/// The table's lines, and the total of everything with the larger town.
fn table(visit: &Visit) -> (Vec<String>, Weight) {
    let mut lines = vec![line("first visit (bytes)", "raw", "gzip -9", "brotli -11")];
    let mut total = Weight::default();
    for (name, weight) in &visit.always {
        lines.push(weighed(name, *weight));
        total = total + *weight;
    }
    lines.push(weighed("= without a town", total));
    for (name, weight) in &visit.towns {
        lines.push(weighed(name, *weight));
    }
    if let Some((name, heaviest)) = visit.towns.iter().max_by_key(|(_, weight)| weight.brotli) {
        total = total + *heaviest;
        lines.push(weighed(&format!("= with {name}"), total));
    }
    let later: usize = visit.later.iter().map(|(_, bytes)| bytes).sum();
    lines.push(format!(
        "not in the first visit: {} files, {} bytes raw",
        visit.later.len(),
        grouped(later)
    ));
    (lines, total)
}

fn judge(total: Weight) -> Result<(), Fault> {
    let told = format!(
        "{} of {} KB brotli (1 KB = 1024 bytes)",
        kilobytes(total.brotli),
        BUDGET / 1024
    );
    if total.brotli > BUDGET {
        return Err(Fault::new(
            "size of the first visit",
            format!("{told}: {} bytes too many", grouped(total.brotli - BUDGET)),
            "make it smaller (`cargo tree --package madoguchi-navi` shows who came in); raise BUDGET in xtask/src/check/size only on purpose",
        ));
    }
    println!("  {told}");
    Ok(())
}

fn weighed(name: &str, weight: Weight) -> String {
    line(
        name,
        &grouped(weight.raw),
        &grouped(weight.gzip),
        &grouped(weight.brotli),
    )
}

fn line(name: &str, raw: &str, gzip: &str, brotli: &str) -> String {
    format!("{name:<46}{raw:>12}{gzip:>12}{brotli:>12}")
}

/// `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `79.9`: tenths of a KB, rounded up, so that 100.0 is never more than the budget.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(brotli: usize) -> Weight {
        Weight {
            raw: brotli * 3,
            gzip: brotli * 2,
            brotli,
        }
    }

    fn visit() -> Visit {
        Visit {
            always: vec![
                ("index.html".into(), weight(1_000)),
                ("app.wasm".into(), weight(50_000)),
            ],
            towns: vec![
                ("asaka.bin".into(), weight(9_000)),
                ("komae.bin".into(), weight(12_000)),
            ],
            later: vec![("icon.png".into(), 500)],
        }
    }

    #[test]
    fn only_the_larger_town_counts() {
        let (lines, total) = table(&visit());
        assert_eq!(total.brotli, 63_000);
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("= with komae.bin") && line.ends_with("63,000"))
        );
        assert!(lines.iter().any(|line| line.starts_with("asaka.bin")));
    }

    #[test]
    fn budget_is_a_limit_to_the_byte() {
        assert!(judge(weight(BUDGET)).is_ok());
        assert!(judge(weight(BUDGET + 1)).is_err());
        assert_eq!(kilobytes(BUDGET), "205.0");
        assert_eq!(kilobytes(BUDGET + 1), "205.1");
    }

    #[test]
    fn numbers_are_grouped() {
        let told: Vec<String> = [0, 999, 1_000, 1_234_567]
            .into_iter()
            .map(grouped)
            .collect();
        assert_eq!(told, ["0", "999", "1,000", "1,234,567"]);
    }
}
