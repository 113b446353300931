//! A walker who taps whatever is in sight, goes back and forward, and at times reloads: nothing breaks, no screen is empty,
//! each has one heading, and the numbers for any time are always there. Its ways are drawn by a seed, so that what was
//! found can be walked again.

use journeys::{App, Engine, Resident, Step};
use serde_json::{Value, json};

/// Runs in the page, so that a step takes milliseconds.
const WALK: &str = include_str!("monkey.js");
const STEPS: u32 = 2000;
/// Steps between two reloads; a script cannot outlive one.
const BATCH: u32 = 250;

fn walks(seed: i64, below: &str) -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, below)?;
    let browser = resident.browser();
    let mut state = json!(seed);
    for batch in 0..STEPS / BATCH {
        let mut walked = browser.run(WALK, &[state, json!(BATCH)])?;
        let steps = texts(&walked["trail"]).join("\n  ");
        assert_eq!(
            walked["wrong"],
            "",
            "seed {seed}, after steps {} to {}; the last ones:\n  {steps}",
            batch * BATCH,
            (batch + 1) * BATCH,
        );
        state = walked["state"].take();
        browser.reload()?;
        resident.waits_for_the_program()?;
    }
    assert_eq!(
        browser.console_errors()?,
        Vec::<String>::new(),
        "seed {seed}"
    );
    Ok(())
}

fn texts(list: &Value) -> Vec<&str> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).collect()
}

#[test]
fn whoever_taps_at_random_always_stands_before_a_screen() -> Step<()> {
    walks(20_261_122, "")
}

#[test]
fn whoever_taps_at_random_in_a_town_always_stands_before_a_screen() -> Step<()> {
    walks(7, "#komae")
}

#[test]
fn whoever_taps_at_random_on_a_kiosk_always_stands_before_a_screen() -> Step<()> {
    walks(42, "?kiosk=1")
}
