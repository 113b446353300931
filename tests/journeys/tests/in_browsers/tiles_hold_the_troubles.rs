//! The fields of trouble as tiles: all within a glance, danger first and at once, and a trouble that stands in two of them is
//! one answer.

use journeys::{Engine, Resident, Step};
use serde_json::json;

/// Where a tile stands in the window, by its name.
const TOP: &str = "return [...document.querySelectorAll('.tile')] \
    .find((each) => each.textContent.includes(arguments[0])).getBoundingClientRect().top";

/// What a tile says, how many of its troubles are marked among it.
const TILE: &str = "return [...document.querySelectorAll('.tile')] \
    .find((each) => each.textContent.includes(arguments[0])).textContent";

/// How far down the last tile ends, from the top of the page.
const END: &str = "return [...document.querySelectorAll('.tile')].at(-1).getBoundingClientRect().bottom + scrollY";

fn stands_before_the_tiles(below: &str) -> Step<Resident> {
    let resident = Resident::arrives(Engine::Chromium)?;
    if !below.is_empty() {
        resident.comes_again(below)?;
        resident.taps_on("画面にさわってください")?;
    }
    resident.chooses_town("朝霞市")?;
    Ok(resident)
}

#[test]
fn danger_is_four_taps_from_the_start_and_can_be_taken_back() -> Step<()> {
    let resident = stands_before_the_tiles("")?;
    resident.unfolds("今あぶない")?;
    resident.taps_on("死にたい・消えたい")?;
    resident.stands_before("まず、ここに話してください")?;
    assert_eq!(resident.taps(), 4);
    assert!(!resident.numbers()?.is_empty());
    resident.browser().back()?;
    resident.stands_before("困っていることを")?;
    resident.browser().sees("次へ（1つえらびました）")?;
    resident.unfolds("今あぶない")?;
    resident.taps_on("死にたい・消えたい")?;
    resident.browser().until("nothing to be marked", || {
        Ok((!resident.has_marked("死にたい・消えたい")?).then_some(()))
    })
}

#[test]
fn a_trouble_in_two_fields_is_one_answer() -> Step<()> {
    let resident = stands_before_the_tiles("")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])?;
    resident.unfolds("家・住まい")?;
    assert!(resident.has_marked("家賃が払えない")?);
    resident.browser().sees("次へ（1つえらびました）")?;
    for field in ["お金・くらし", "家・住まい"] {
        let said = resident.browser().run(TILE, &[json!(field)])?;
        assert!(said.to_string().contains("1つ"), "{said}");
    }
    Ok(())
}

/// What closes above a tile that is tapped would otherwise pull it from under the thumb.
#[test]
fn the_tile_that_is_tapped_stays_under_the_thumb() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        resident.chooses_town("朝霞市")?;
        resident.unfolds("お金・くらし")?;
        let browser = resident.browser();
        let tile = browser.find("#field-10")?;
        browser.bring_to_the_middle(&tile)?;
        let name = browser.run(
            "return arguments[0].querySelector('.field-name').textContent",
            &[tile.argument()],
        )?;
        let before = browser.run(TOP, std::slice::from_ref(&name))?.as_f64();
        tile.click()?;
        browser.until("the field to be open", || {
            Ok((tile.attribute("aria-expanded")?.as_deref() == Some("true")).then_some(()))
        })?;
        let after = browser.run(TOP, &[name])?.as_f64();
        let moved = before
            .zip(after)
            .map(|(before, after)| (before - after).abs());
        assert!(
            moved.is_some_and(|moved| moved < 3.0),
            "{engine:?}: {moved:?}"
        );
    }
    Ok(())
}

/// One and a half screens of a phone, and one of a kiosk.
#[test]
fn all_fields_are_within_a_glance() -> Step<()> {
    for (below, width, height, most) in [("", 390, 664, 1_040.0), ("?kiosk=1", 1_280, 800, 800.0)] {
        let resident = stands_before_the_tiles(below)?;
        resident.browser().resize(width, height)?;
        let end = resident.browser().run(END, &[])?.as_f64();
        assert!(end.is_some_and(|end| end <= most), "{width}: {end:?}");
    }
    Ok(())
}
