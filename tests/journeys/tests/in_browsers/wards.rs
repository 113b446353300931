//! A city of wards asks for the ward on a screen of its own, then for the part of it, and both lead on. No city of the catalog
//! has wards yet: 狛江市's parts stand in two here, in a copy of the app.

use journeys::{App, Engine, Fault, Resident, Step, is_of_suggestions};
use navigator::{read_knowledge, read_town, write_both};
use std::fs;

const TROUBLES: [(&str, &str); 2] = [
    ("お金・くらし", "家賃が払えない"),
    ("介護・年をとる", "親の物忘れがひどい"),
];
/// The district of the part that is in the ward 北区; all others are in 南区.
const NORTH: &str = "こまえ苑エリア";

fn city_of_wards() -> Step<App> {
    let app = App::copy()?;
    let paths = [app.path_of("knowledge.")?, app.path_of("komae.")?];
    let read = |at: usize| {
        fs::read(&paths[at]).map_err(|error| Fault::file(&paths[at], &error, "build the app"))
    };
    let files = with_wards(&read(0)?, &read(1)?);
    let (knowledge, town) =
        files.ok_or_else(|| Fault::new("komae", "no file of this format", "build the app"))?;
    App::write(&paths[0], &knowledge)?;
    App::write(&paths[1], &town)?;
    Ok(app)
}

fn with_wards(knowledge: &[u8], town: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut catalog = read_town(town, &read_knowledge(knowledge).ok()?).ok()?;
    for area in &mut catalog.areas {
        let is_north = area.district == NORTH;
        area.ward = if is_north { "北区" } else { "南区" }.to_owned();
        area.name = format!("{}{}", area.ward, area.name);
    }
    write_both(&catalog)
}

/// Answers what is asked before the question with this heading.
fn comes_to(resident: &Resident, question: &str) -> Step<()> {
    let mut asked = resident.answers(&[])?;
    while asked != question {
        assert!(!is_of_suggestions(&asked), "「{question}」 is never asked");
        asked = resident.answers(&["わからない"])?;
    }
    Ok(())
}

fn has_option(resident: &Resident, text: &str) -> Step<bool> {
    let script = "return [...document.querySelectorAll('#app label')].some((each) => \
        each.textContent.trim().startsWith(arguments[0]))";
    Ok(resident.browser().run(script, &[text.into()])? == true)
}

#[test]
fn the_ward_is_asked_first_and_its_parts_alone_after_it() -> Step<()> {
    let resident = Resident::arrives_at(Engine::Chromium, city_of_wards()?, "")?;
    resident.chooses_town("狛江市")?;
    resident.marks(&TROUBLES)?;
    comes_to(&resident, "どの区に住んでいますか")?;
    for (text, is_there) in [("北区", true), ("南区", true), ("岩戸北", false)] {
        assert_eq!(has_option(&resident, text)?, is_there, "{text}");
    }
    let asked = resident.answers(&["北区"])?;
    assert_eq!(asked, "どの町に住んでいますか");
    for (text, is_there) in [
        ("岩戸北", true),
        ("猪方", true),
        ("中和泉", false),
        ("北区", false),
    ] {
        assert_eq!(has_option(&resident, text)?, is_there, "{text}");
    }
    resident.answers(&["岩戸北"])?;
    if !is_of_suggestions(&resident.heading()?) {
        resident.taps_on("今わかっている窓口を見る")?;
    }
    resident.stands_before_suggestions()?;
    let centre = resident.card_with("地域包括支援センター こまえ苑")?;
    assert!(centre.contains("03-3489-2422"), "{centre}");
    let numbers = resident.numbers()?;
    assert!(
        !numbers.iter().any(|link| link == "tel:0354383565"),
        "{numbers:?}"
    );
    Ok(())
}

/// A link says the ward with the part, and is opened as it was sent.
#[test]
fn a_link_with_a_part_of_a_ward_opens_to_its_window() -> Step<()> {
    let below = "#komae;1;a=family;n=m01.e01;t=北区岩戸北";
    let resident = Resident::arrives_at(Engine::Chromium, city_of_wards()?, below)?;
    resident.browser().sees("地域包括支援センター こまえ苑")?;
    assert!(
        !resident
            .browser()
            .shows("地域包括支援センター あいとぴあ")?
    );
    Ok(())
}
