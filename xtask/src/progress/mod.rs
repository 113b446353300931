//! Says what is being done, how far it is and how long it took: bars on a terminal, plain lines elsewhere. Prints only;
//! decides nothing.

mod count;
pub mod watched;

use std::time::{Duration, Instant};

use crate::fault::Fault;

/// Announces `name`, does `work`, and says how long it took. A fault goes to the caller as it is.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    println!("▸ {name}");
    timed(name, work)
}

/// As [`step`], for work that takes minutes: says so before it begins.
pub fn long_step<T>(
    name: &str,
    takes: &str,
    work: impl FnOnce() -> Result<T, Fault>,
) -> Result<T, Fault> {
    println!("▸ {name}: takes {takes}");
    timed(name, work)
}

fn timed<T>(name: &str, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    let start = Instant::now();
    let result = work();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {name} ({})", told(start.elapsed()));
    result
}

/// Says that `what` is there already, so that a second run shows why it was quick.
pub fn present(what: &str) {
    println!("✓ {what}");
}

/// A duration as a person reads it: `0.4 s`, `12.3 s`, `2 min 18 s`.
pub fn told(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(told(Duration::from_millis(430)), "0.4 s");
        assert_eq!(told(Duration::from_secs(138)), "2 min 18 s");
    }
}
