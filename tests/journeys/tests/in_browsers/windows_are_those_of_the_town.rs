//! A wrong number hurts a person: whatever comes late, and whichever way somebody goes back and forward, the windows on the
//! screen are those of the town in the address.

use std::time::Duration;

use journeys::{Engine, Resident, Step};
use xtask::server::Weather;

use crate::town::{windows_are_those_of, windows_are_those_of_the_address};

/// 朝霞 was a slip of the thumb.
fn taps_on_asaka_and_on_komae_in_its_place(resident: &Resident) -> Step<()> {
    resident.taps_on("朝霞市")?;
    resident.browser().back()?;
    resident.stands_before("困りごとから、")?;
    resident.taps_on("狛江市")
}

#[test]
fn the_town_that_was_chosen_last_counts_however_late_its_files_come() -> Step<()> {
    for time in [400, 1000, 2000] {
        let resident = Resident::arrives(Engine::Chromium)?;
        let late = Weather::Late(Duration::from_millis(time));
        resident.stage().server.weather(".bin", late);
        taps_on_asaka_and_on_komae_in_its_place(&resident)?;
        resident.stands_before("だれのことで困っていますか")?;
        windows_are_those_of(&resident, "#komae")?;
    }
    Ok(())
}

#[test]
fn the_town_that_was_chosen_last_counts_when_the_first_comes_after_it() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        let stage = resident.stage();
        stage.server.weather("asaka.", Weather::Held);
        taps_on_asaka_and_on_komae_in_its_place(&resident)?;
        resident.stands_before("だれのことで困っていますか")?;
        resident.it_comes("asaka.");
        stage.settle()?;
        windows_are_those_of(&resident, "#komae")?;
    }
    Ok(())
}

/// Both files are on their way, and come in the order in which nobody wants them.
#[test]
fn the_town_that_was_chosen_last_counts_when_both_come_late() -> Step<()> {
    for order in [["asaka.", "komae."], ["komae.", "asaka."]] {
        let resident = Resident::arrives(Engine::Chromium)?;
        let stage = resident.stage();
        for part in order {
            stage.server.weather(part, Weather::Held);
        }
        taps_on_asaka_and_on_komae_in_its_place(&resident)?;
        for part in order {
            resident.it_comes(part);
            stage.settle()?;
        }
        resident.stands_before("だれのことで困っていますか")?;
        windows_are_those_of(&resident, "#komae")?;
    }
    Ok(())
}

/// A link with answers for the other town, opened in the middle of a visit; then Back and Forward over both.
fn link_to_another_town_and_back(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    resident.chooses_town("朝霞市")?;
    windows_are_those_of(&resident, "#asaka")?;
    let opens = "location.hash = '#komae;1;n=m01'";
    resident.browser().run(opens, &[])?;
    resident.browser().until("the other town", || {
        let url = resident.browser().url()?;
        Ok((url.ends_with("#komae")
            && resident.heading()?.contains("まず、ここに電話してください"))
        .then_some(()))
    })?;
    windows_are_those_of(&resident, "#komae")?;
    resident.browser().back()?;
    resident.browser().until("the town before", || {
        Ok(resident.browser().url()?.ends_with("#asaka").then_some(()))
    })?;
    resident.stage().settle()?;
    windows_are_those_of(&resident, "#asaka")?;
    resident.browser().back()?;
    resident.stage().settle()?;
    if resident.heading()?.contains("困りごとから、") {
        return Ok(());
    }
    windows_are_those_of_the_address(&resident)
}

#[test]
fn link_to_another_town_and_back_in_chromium() -> Step<()> {
    link_to_another_town_and_back(Engine::Chromium)
}

#[test]
fn link_to_another_town_and_back_in_firefox() -> Step<()> {
    link_to_another_town_and_back(Engine::Firefox)
}

#[test]
fn link_to_another_town_and_back_in_webkit() -> Step<()> {
    link_to_another_town_and_back(Engine::WebKit)
}

/// Two tabs of one browser, a town each.
#[test]
fn each_tab_has_its_own_town() -> Step<()> {
    for engine in Engine::ALL {
        let resident = Resident::arrives(engine)?;
        resident.chooses_town("朝霞市")?;
        windows_are_those_of(&resident, "#asaka")?;
        let first = resident.browser().open_tab()?;
        resident.comes_again("#komae")?;
        resident.stands_before("だれのことで困っていますか")?;
        windows_are_those_of(&resident, "#komae")?;
        let second = resident.browser().turn_to(first)?;
        windows_are_those_of(&resident, "#asaka")?;
        resident.browser().back()?;
        resident.stands_before("困っていることを")?;
        windows_are_those_of(&resident, "#asaka")?;
        resident.browser().turn_to(second)?;
        windows_are_those_of(&resident, "#komae")?;
    }
    Ok(())
}
