//! axe-core, the checker that most public bodies use, finds nothing on any screen: in light and dark colours, on a kiosk,
//! and as the screens are printed. It sees perhaps a third of what can be wrong; the other journeys see the rest.

use std::fs;

use journeys::{App, Engine, Fault, Resident, Step, tour};
use serde_json::{Value, json};
use xtask::project::Project;

/// WCAG 2.2, A and AA, and what axe calls good practice.
const ALL: &str = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
/// Only these depend on colours.
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// What axe finds wrong: the rule, the elements, and why.
fn findings(resident: &Resident, rules: &str) -> Step<Vec<String>> {
    // A screen is judged as it opens: what is scrolled under the header is not there to be tapped.
    let script = format!(
        "scrollTo(0, 0); return axe.run(document, {{ runOnly: {rules}, resultTypes: ['violations'], elementRef: false }})
           .then(({{ violations }}) => violations.flatMap(({{ id, nodes }}) => nodes.slice(0, 3).map((node) =>
             `${{id}}: ${{node.html.slice(0, 160)}} (${{node.failureSummary.replaceAll('\\n', ' ')}})`)))"
    );
    let found = resident.browser().run(&script, &[])?;
    let list = found.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(list
        .iter()
        .filter_map(Value::as_str)
        .map(String::from)
        .collect())
}

/// Puts axe into the page, unless it is there.
fn brings_axe(resident: &Resident) -> Step<()> {
    if resident.browser().run("return 'axe' in window", &[])? == true {
        return Ok(());
    }
    let path = Project::here()?
        .npm()
        .join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path)
        .map_err(|error| Fault::file(&path, &error, "run `cargo xtask setup`"))?;
    resident.browser().run(&axe, &[]).map(drop)
}

/// As a device with these colours shows it on the screen or prints it. A colour that is still changing is none: no motion.
fn shown(resident: &Resident, media: &str, scheme: &str) -> Step<()> {
    let features = [
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ];
    resident.browser().emulate(media, &features)
}

/// Goes over all screens of the page at `below`; `also` says with which further media each is looked at.
fn finds_nothing(below: &str, also: &[(&str, &str)]) -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, below)?;
    let mut found = Vec::new();
    let mut screens = 0;
    tour(&resident, below, &mut |screen| {
        screens += 1;
        brings_axe(&resident)?;
        shown(&resident, "", "light")?;
        let light = findings(&resident, ALL)?;
        found.extend(light.into_iter().map(|each| format!("{screen}: {each}")));
        for (media, scheme) in also {
            shown(&resident, media, scheme)?;
            let here = findings(&resident, COLOURS)?;
            let named = |each| format!("{screen} ({media} {scheme}): {each}");
            found.extend(here.into_iter().map(named));
        }
        shown(&resident, "", "light")
    })?;
    assert!(screens > 20, "only {screens} screens");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_screen_in_light_dark_and_print() -> Step<()> {
    finds_nothing("", &[("", "dark"), ("print", "light"), ("print", "dark")])
}

#[test]
fn axe_finds_nothing_on_a_kiosk() -> Step<()> {
    finds_nothing("?kiosk=1", &[("", "dark")])
}

#[test]
fn axe_finds_nothing_in_the_warning_of_a_kiosk() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, App::copy()?, "?kiosk=1")?;
    resident.taps_on("画面にさわってください")?;
    let later = "const now = Date.now(); Date.now = () => now + arguments[0] * 1000";
    resident.browser().run(later, &[json!(121)])?;
    resident.browser().sees("まだ使っていますか")?;
    brings_axe(&resident)?;
    let mut found = findings(&resident, ALL)?;
    shown(&resident, "", "dark")?;
    found.extend(findings(&resident, COLOURS)?);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}
