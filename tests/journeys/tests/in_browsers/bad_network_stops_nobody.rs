//! On a bad network every file may come late, not at all, in part, twice, or be another one. The numbers for any time
//! stand all the while, what was tapped counts, and nobody meets another town's windows.

use std::time::Duration;

use journeys::{App, Engine, Fault, Resident, Step};
use xtask::server::Weather;

use crate::town::windows_are_those_of;

const ALWAYS: [&str; 4] = ["tel:110", "tel:119", "tel:0484631111", "tel:0334301111"];
const LINKS: &str = "return [...document.querySelectorAll('a[href^=\"tel:\"]')] \
    .filter((each) => each.checkVisibility()).map((each) => each.getAttribute('href'))";

fn can_call_for_help(resident: &Resident) -> Step<()> {
    let links = resident.browser().run(LINKS, &[])?;
    for number in ALWAYS {
        let there = links
            .as_array()
            .into_iter()
            .flatten()
            .any(|link| link == number);
        assert!(there, "{number} is not in {links}");
    }
    Ok(())
}

/// A file that the first visit needs, as a part of its address, and another file that comes in its place.
struct File {
    part: String,
    other: String,
}

fn files(app: &App) -> Step<[File; 4]> {
    let named = |end: &str| {
        let named = app.named_after_content(end);
        let named = named.into_iter().next();
        named.ok_or_else(|| Fault::new(end, "no such file in the built app", "build it again"))
    };
    let asaka = app.path_of("asaka.")?;
    let asaka = asaka.file_name().unwrap_or_default().to_string_lossy();
    let file = |part: &str, other: &str| File {
        part: part.to_owned(),
        other: other.to_owned(),
    };
    Ok([
        file("_bg.wasm", "parts/qr_bg.wasm"),
        file(&named(".js")?, "sw.js"),
        file("knowledge.", &asaka),
        file("komae.", &asaka),
    ])
}

fn chooses_komae_and_reaches_its_windows(resident: &Resident) -> Step<()> {
    resident.taps_on("狛江市")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("困っていることを")?;
    windows_are_those_of(resident, "#komae")
}

#[test]
fn file_that_comes_late_stops_nobody() -> Step<()> {
    for number in 0..files(&App::copy()?)?.len() {
        for time in [400, 1000, 2000] {
            let app = App::copy()?;
            let part = &files(&app)?[number].part;
            let late = Weather::Late(Duration::from_millis(time));
            let resident = Resident::arrives_in(Engine::Chromium, app, "", &[(part, late)])?;
            can_call_for_help(&resident)?;
            chooses_komae_and_reaches_its_windows(&resident)?;
            let asked = resident.stage().server.requests();
            let targets: Vec<_> = asked.iter().map(|each| &each.target).collect();
            assert!(
                targets.iter().any(|each| each.contains(part)),
                "{part} came in {time} ms, and was asked for nowhere: {targets:?}"
            );
        }
    }
    Ok(())
}

fn everything_comes_late(engine: Engine) -> Step<()> {
    let app = App::copy()?;
    let files = files(&app)?;
    let late = Weather::Late(Duration::from_millis(1000));
    let weather = files
        .each_ref()
        .map(|file| (file.part.as_str(), late.clone()));
    let resident = Resident::arrives_in(engine, app, "", &weather)?;
    can_call_for_help(&resident)?;
    chooses_komae_and_reaches_its_windows(&resident)
}

#[test]
fn everything_comes_late_in_chromium() -> Step<()> {
    everything_comes_late(Engine::Chromium)
}

#[test]
fn everything_comes_late_in_firefox() -> Step<()> {
    everything_comes_late(Engine::Firefox)
}

#[test]
fn everything_comes_late_in_webkit() -> Step<()> {
    everything_comes_late(Engine::WebKit)
}

/// Somebody has tapped on as far as one can when the file comes broken. The numbers stand, no window of any town does, and
/// once the network is well, one tap leads on.
fn says_so_and_can_be_tried_again(number: usize, weather: impl Fn(&File) -> Weather) -> Step<()> {
    let app = App::copy()?;
    let file = &files(&app)?[number];
    let resident = Resident::arrives_before(Engine::Chromium, app, "", &[&file.part])?;
    can_call_for_help(&resident)?;
    resident.taps_on("狛江市")?;
    resident.taps_on("自分のこと")?;
    resident.stands_before("読みこんでいます…")?;
    resident.stage().server.weather(&file.part, weather(file));
    resident.stage().settle()?;
    can_call_for_help(&resident)?;
    assert_eq!(resident.numbers()?, Vec::<String>::new(), "{}", file.part);
    resident.it_comes(&file.part);
    resident.taps_on("もう一度読みこむ")?;
    resident.stands_before("だれのことで困っていますか")?;
    windows_are_those_of(&resident, "#komae")
}

fn each_file_can_be_tried_again(weather: impl Fn(&File) -> Weather) -> Step<()> {
    (0..4).try_for_each(|number| says_so_and_can_be_tried_again(number, &weather))
}

#[test]
fn file_that_is_refused_can_be_tried_again() -> Step<()> {
    each_file_can_be_tried_again(|_| Weather::Refused(503))
}

#[test]
fn file_that_breaks_off_can_be_tried_again() -> Step<()> {
    each_file_can_be_tried_again(|_| Weather::Cut)
}

#[test]
fn file_that_comes_twice_can_be_tried_again() -> Step<()> {
    each_file_can_be_tried_again(|_| Weather::Doubled)
}

#[test]
fn file_that_is_another_one_can_be_tried_again() -> Step<()> {
    each_file_can_be_tried_again(|file| Weather::Instead(file.other.clone()))
}
