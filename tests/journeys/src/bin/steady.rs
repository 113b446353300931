//! The journeys that depend on time, five times in a row, the last time with every core kept busy: `cargo xtask steady`. One
//! that passes only on a quiet machine, or only on a busy one, is a fault of the journey or of the app.

use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use journeys::Step;
use xtask::process;

const TIMES: u32 = 5;

/// Modules or single journeys in which something comes late, is gone after a while, or is quicker than the person.
const TIMED: [&str; 11] = [
    "answers_stand_in_no_address",
    "bad_network_stops_nobody",
    "emergency_numbers_stay_when_something_fails",
    "every_screen_fits_a_small_phone::what_stands_there_when_something_fails_fits",
    "harness",
    "keeping_on_this_device",
    "leaving_in_a_hurry",
    "tap_on_a_town_is_not_lost",
    "three_engines::night_blocked_keeping",
    "windows_are_those_of_the_town",
    "works_with_the_network_off",
];

fn main() -> ExitCode {
    match (1..=TIMES).try_for_each(once_more) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn once_more(time: u32) -> Step<()> {
    let busy = time == TIMES;
    let start = Instant::now();
    let working = AtomicBool::new(busy);
    thread::scope(|threads| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores {
            threads.spawn(|| {
                while working.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let taken = journeys();
        working.store(false, Ordering::Relaxed);
        taken
    })?;
    let how = if busy { ", every core busy" } else { "" };
    let seconds = start.elapsed().as_secs();
    println!("✓ {time} of {TIMES}{how} ({seconds} s)");
    Ok(())
}

fn journeys() -> Step<()> {
    process::run(
        Command::new("cargo")
            .args(["test", "--quiet", "--package", "journeys"])
            .args(["--features", "browsers", "--test", "in_browsers", "--"])
            .args(TIMED),
        "look at target/shots, where each failed journey stopped",
    )
}
