//! A resident's way from the start screen to the page to take along: for each tap, how long until the next picture.

use std::path::Path;

use journeys::{Browser, Element, Engine, Stage, Step};

use crate::RUNS;
use crate::median::median;

/// A cheap phone, and a very cheap one.
const SLOWER: [u32; 2] = [4, 6];
const AIM_OF_MEDIAN: f64 = 60.0;
const AIM_OF_RESULTS: f64 = 200.0;

const RESULTS: &str = "results";
/// What each screen is known by.
const RESULTS_HEADING: &str = "まず、ここに電話してください";

/// Waits until the page is still, clicks, and gives the milliseconds until a task behind the next frame: the page's own work,
/// style, layout and paint are done then.
const TAP: &str = "
const [element] = arguments;
const frame = () => new Promise(requestAnimationFrame);
const task = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage('');
});
return (async () => {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  await frame();
  await frame();
  await task();
  const start = performance.now();
  element.click();
  await frame();
  await task();
  return performance.now() - start;
})()";

/// What was tapped, and how long the next picture took.
type Tap = (String, f64);

/// Prints the median of each tap, and of all.
pub fn print(folder: &Path) -> Step<()> {
    let mut ways = Vec::new();
    for times in SLOWER {
        let runs: Step<Vec<Vec<Tap>>> = (0..RUNS).map(|_| way(folder, times)).collect();
        ways.push(medians(&runs?));
    }
    println!("  from a tap to the next picture, in ms; medians of {RUNS}");
    let [slow, slower] = SLOWER.map(|times| format!("{times} × slower"));
    println!("  {:30}{slow:>12}{slower:>12}{:>22}", "", "aim");
    for (place, (name, time)) in ways[0].iter().enumerate() {
        let slower = ways[1].get(place).map_or(f64::NAN, |(_, time)| *time);
        let aim = if name == RESULTS {
            format!("≤ {AIM_OF_RESULTS} at {} ×", SLOWER[1])
        } else {
            String::new()
        };
        println!("  {name:30}{time:>12.1}{slower:>12.1}{aim:>22}");
    }
    let all = |way: &[Tap]| {
        let times = way.iter().map(|(_, time)| *time).collect();
        median(times).unwrap_or(f64::NAN)
    };
    println!(
        "  {:30}{:>12.1}{:>12.1}{:>22}",
        "median of all taps",
        all(&ways[0]),
        all(&ways[1]),
        format!("≤ {AIM_OF_MEDIAN} at {} ×", SLOWER[0])
    );
    Ok(())
}

/// Every run takes the same way, so the same place is the same tap.
fn medians(runs: &[Vec<Tap>]) -> Vec<Tap> {
    let first = runs.first().map(Vec::as_slice).unwrap_or_default();
    let of = |place: usize| {
        let times = runs.iter().filter_map(|run| run.get(place));
        median(times.map(|(_, time)| *time).collect()).unwrap_or(f64::NAN)
    };
    first
        .iter()
        .enumerate()
        .map(|(place, (name, _))| (name.clone(), of(place)))
        .collect()
}

/// One way, in a fresh browser: what was never run before is compiled on the way, as on everybody's first visit.
fn way(folder: &Path, slower: u32) -> Step<Vec<Tap>> {
    let stage = Stage::of_folder(Engine::Chromium, folder)?;
    stage.browser.resize(360, 740)?;
    stage.settle()?;
    stage.browser.slow_processor(slower)?;
    let mut thumb = Thumb {
        browser: &stage.browser,
        taps: Vec::new(),
    };
    thumb.taps_on("town", "朝霞市")?;
    thumb.taps_on("asker", "自分のこと")?;
    for (fold, trouble) in [
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとる", "親の物忘れがひどい"),
    ] {
        thumb.taps_on("a fold", fold)?;
        thumb.taps_on("a trouble", trouble)?;
    }
    thumb.taps_on("to the first question", "次へ")?;
    while !stage.browser.shows(RESULTS_HEADING)? {
        thumb.taps("an answer", &stage.browser.find("#app fieldset label")?)?;
        thumb.taps_on("next question", "次へ")?;
    }
    if let Some((name, _)) = thumb.taps.last_mut() {
        RESULTS.clone_into(name);
    }
    thumb.taps("a window", &stage.browser.find("#app .one .link")?)?;
    thumb.taps_on("back to the results", "もどる")?;
    thumb.taps_on("take along", "メモにして持って行く")?;
    Ok(thumb.taps)
}

/// Taps and keeps the times.
struct Thumb<'a> {
    browser: &'a Browser,
    taps: Vec<Tap>,
}

impl Thumb<'_> {
    fn taps_on(&mut self, name: &str, text: &str) -> Step<()> {
        self.taps(name, &self.browser.pressable(text)?)
    }

    fn taps(&mut self, name: &str, element: &Element) -> Step<()> {
        let time = self.browser.run(TAP, &[element.argument()])?;
        self.taps
            .push((name.to_owned(), time.as_f64().unwrap_or(f64::NAN)));
        Ok(())
    }
}
