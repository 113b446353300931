//! Reads how far a program is from what it writes: cargo's bar and apt's status lines. Knows no program's work but these
//! words of it.

/// One line of a program that is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// So much is done of so much.
    Count(u64, u64),
    /// Says what the count says too, crate by crate.
    Status,
    /// Anything else: warnings, errors, what a person has to see.
    Said,
}

/// What a line of cargo or of apt says; `None` for an empty one.
pub fn read(line: &str) -> Option<Line> {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return None;
    }
    let count = of_cargo(trimmed).or_else(|| of_apt(trimmed));
    Some(match count {
        Some((done, all)) => Line::Count(done, all),
        None if is_status(line) => Line::Status,
        None => Line::Said,
    })
}

/// `Building [===>   ] 12/241: serde, syn`
fn of_cargo(line: &str) -> Option<(u64, u64)> {
    let (_, counts) = line.strip_prefix("Building [")?.split_once("] ")?;
    let (done, rest) = counts.split_once('/')?;
    let all = rest.split(':').next()?;
    Some((done.trim().parse().ok()?, all.trim().parse().ok()?))
}

/// `pmstatus:firefox-esr:41.6667:Unpacking firefox-esr`: behind the package comes a percentage. Downloads (`dlstatus`) count for
/// the first half.
fn of_apt(line: &str) -> Option<(u64, u64)> {
    let mut parts = line.split(':');
    let kind = parts.next()?;
    // A package's name may hold a colon, as `libc6:amd64` does.
    let percent: f64 = parts.skip(1).find_map(|part| part.parse().ok())?;
    // A percentage: whole, small and positive.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = percent.clamp(0.0, 100.0) as u64;
    match kind {
        "dlstatus" => Some((percent, 200)),
        "pmstatus" => Some((100 + percent, 200)),
        _ => None,
    }
}

/// Cargo writes what it does with a verb that ends at the twelfth column: `   Compiling serde v1.0.229`.
fn is_status(line: &str) -> bool {
    let Some((verb, rest)) = line.split_at_checked(12) else {
        return false;
    };
    let verb = verb.trim_start();
    rest.starts_with(' ')
        && verb.starts_with(|letter: char| letter.is_ascii_uppercase())
        && verb.chars().all(|letter| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_bar_is_a_count() {
        let bar = "    Building [=======>          ] 10/241: serde_core(build), serde_js…";
        assert_eq!(read(bar), Some(Line::Count(10, 241)));
        for line in [
            "   Compiling serde v1.0.229",
            "       Fetch [====>   ] 851 complete; 70 pending",
        ] {
            assert_eq!(read(line), Some(Line::Status), "{line}");
        }
        assert_eq!(
            read("    Finished `dev` profile in 19.08s"),
            Some(Line::Status)
        );
    }

    #[test]
    fn apts_status_is_a_count_of_two_halves() {
        assert_eq!(
            read("dlstatus:1:50.0:Retrieving"),
            Some(Line::Count(50, 200))
        );
        for package in ["firefox-esr", "libc6:amd64"] {
            let unpacking = format!("pmstatus:{package}:41.6667:Unpacking {package}");
            assert_eq!(read(&unpacking), Some(Line::Count(141, 200)));
        }
    }

    #[test]
    fn whatever_a_person_has_to_see_is_handed_on() {
        for line in [
            "error[E0308]: mismatched types",
            "  --> src/main.rs:5:9",
            "warning: unused variable: `Compiling`",
            "   |",
            "error: failed to download `dlmalloc v0.2.11`",
            "Running tests/harness.rs (target/debug/deps/harness-1)",
        ] {
            assert_eq!(read(line), Some(Line::Said), "{line}");
        }
        assert_eq!(read("   "), None);
    }
}
