//! Which town's windows stand on the screen: by their numbers, since both towns' windows have the same plain names.

use journeys::{Resident, Step};

/// A town's name, its fragment, and what its own numbers begin with.
const TOWNS: [(&str, &str, &str); 2] = [
    ("朝霞市", "#asaka", "tel:048"),
    ("狛江市", "#komae", "tel:0334"),
];
const TROUBLE: (&str, &str) = ("お金・くらし", "家賃が払えない");

/// Goes on to the windows from whatever screen stands there, and they are those of the town that the address names.
pub fn windows_are_those_of_the_address(resident: &Resident) -> Step<()> {
    goes_on_to_the_windows(resident)?;
    let url = resident.browser().url()?;
    let numbers = resident.numbers()?;
    for (town, fragment, begin) in TOWNS {
        let own = numbers.iter().any(|number| number.starts_with(begin));
        assert_eq!(own, url.ends_with(fragment), "{town} at {url}: {numbers:?}");
    }
    Ok(())
}

/// The same, and it is this town.
pub fn windows_are_those_of(resident: &Resident, fragment: &str) -> Step<()> {
    windows_are_those_of_the_address(resident)?;
    let url = resident.browser().url()?;
    assert!(url.ends_with(fragment), "{url}");
    Ok(())
}

fn goes_on_to_the_windows(resident: &Resident) -> Step<()> {
    if resident.heading()?.contains("だれのことで") {
        resident.taps_on("自分のこと")?;
        resident.stands_before("困っていることを")?;
    }
    if resident.heading()?.contains("困っていることを") {
        let (fold, trouble) = TROUBLE;
        if !resident.has_marked(trouble)? {
            resident.marks(&[(fold, trouble)])?;
        }
        resident.taps_on("今わかっている窓口を見る")?;
    }
    resident.stands_before("まず、ここに電話してください")
}
