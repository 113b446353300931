//! Really slowed, not simulated: when the first picture and the largest text stand, and from opening a town's address to the
//! picture of its first question and, with that answered at once, of the list of troubles.
//!
//! Lighthouse's simulation counts for the largest paint whatever arrived before it without a slow network. On a busy machine
//! that may be the whole program, although nothing of it is waited for. These figures have no such doubt.

use std::path::Path;

use journeys::{Browser, Engine, Step};
use serde_json::Value;
use xtask::server::Server;

use crate::median::median;
use crate::{RUNS, STRAIGHT};

/// Whom it is about stands in the page: it is there with the first picture.
const AIM_OF_PAINTS: f64 = 0.95;
/// Program, knowledge and the town's file are needed.
const AIM_OF_TROUBLES: f64 = 2.4;
/// What DevTools calls slow 4G. So much latency stands for name, connection and request of every file, although a server
/// that keeps its connection needs the first two only once: the time is rather too long than too short.
const LATENCY: f64 = 562.5;
const DOWN: f64 = 1474.56;
const UP: f64 = 675.0;
const SLOWER: u32 = 4;

/// Writes down the largest paint so far, and when the first question and the list of troubles were in the picture: a task
/// behind the frame of each. The first question is answered as soon as it is there, before the program may be.
const CLOCK: &str = "
globalThis.times = {};
new PerformanceObserver((list) => { times.largest = list.getEntries().at(-1).startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
const steps = [
  ['question', 'だれのことで困っていますか', () => document.querySelector('[data-asker=self]').click()],
  ['troubles', '困っていることを', () => {}],
];
new MutationObserver((_, watch) => {
  const seen = [...document.querySelectorAll('#app h1')].find((each) => each.getClientRects().length);
  if (!seen?.textContent.includes(steps[0][1])) return;
  const [name, , then] = steps.shift();
  if (!steps.length) watch.disconnect();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { times[name] = performance.now(); then(); };
    port2.postMessage('');
  });
}).observe(document, { attributes: true, childList: true, subtree: true, characterData: true });";

/// All that was written down, once nothing is missing; `arguments[0]` says what must be there.
const TOLD: &str = "
const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
const told = { ...times, first };
return told[arguments[0]] === undefined ? null : told";

/// Prints the medians.
pub fn print(folder: &Path) -> Step<()> {
    let server = Server::start(folder, 0)?;
    let runs = |below: &str, last: &str| -> Step<Vec<Value>> {
        let url = format!("{}{below}", server.url());
        (0..RUNS).map(|_| times(&url, last)).collect()
    };
    let (start, straight) = (runs("", "largest")?, runs(STRAIGHT, "troubles")?);
    println!("  slow 4G and a processor {SLOWER} times as slow, not simulated; medians of {RUNS}");
    println!("  {:32}{:>10}", "", "aim");
    for (name, runs, what, aim) in [
        ("start: first paint", &start, "first", AIM_OF_PAINTS),
        ("start: largest paint", &start, "largest", AIM_OF_PAINTS),
        ("town: first question", &straight, "question", AIM_OF_PAINTS),
        (
            "town: list of troubles",
            &straight,
            "troubles",
            AIM_OF_TROUBLES,
        ),
    ] {
        let of_each = runs.iter().filter_map(|times| times[what].as_f64());
        let time = median(of_each.collect()).unwrap_or(f64::NAN) / 1000.0;
        println!("  {name:24}{time:>8.2}{:>10}  s", format!("≤ {aim}"));
    }
    println!();
    Ok(())
}

fn times(url: &str, last: &str) -> Step<Value> {
    let browser = Browser::start(Engine::Chromium)?;
    browser.resize(360, 740)?;
    browser.run_first(CLOCK)?;
    browser.slow_processor(SLOWER)?;
    browser.slow_network(LATENCY, DOWN, UP)?;
    // Comes back when the page has loaded, program and all.
    browser.open(url)?;
    browser.until(last, || {
        let told = browser.run(TOLD, &[last.into()])?;
        Ok((!told.is_null()).then_some(told))
    })
}
