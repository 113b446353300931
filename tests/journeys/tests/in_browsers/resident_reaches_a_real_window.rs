//! A resident of each town, with two troubles at once, reaches a real window in under ten taps: whom to call, when, what
//! to say, and where the facts come from.

use journeys::{Engine, Resident, Step};

const TROUBLES: [(&str, &str); 2] = [
    ("お金・くらし", "家賃が払えない"),
    ("介護・年をとる", "親の物忘れがひどい"),
];
const LIMIT: u32 = 10;

/// Up to the suggestions, by the shortest way: without one question answered.
fn marks_rent_and_mother(engine: Engine, town: &str) -> Step<Resident> {
    let resident = Resident::arrives(engine)?;
    resident.chooses_town(town)?;
    resident.marks(&TROUBLES)?;
    resident.browser().sees("次へ（2つえらびました）")?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("まず、ここに電話してください")?;
    Ok(resident)
}

fn resident_of_asaka_reaches_the_desk_that_hears_all_troubles(engine: Engine) -> Step<()> {
    let resident = marks_rent_and_mother(engine, "朝霞市")?;
    let card = resident.card_with("福祉相談支援係")?;
    for told in [
        "地域共生社会課 福祉相談支援係",
        "困りごとをまとめて、ここで話せます",
        "家賃が払えない",
        "親の物忘れがひどい",
        "048-423-5082",
        "まだ人が確かめていない番号です",
    ] {
        assert!(card.contains(told), "{told} is not in: {card}");
    }
    assert_eq!(
        resident.numbers()?.first().map(String::as_str),
        Some("tel:0484235082")
    );
    // All else that is known opens in place.
    resident.taps_on("くわしく")?;
    resident.browser().sees("月〜金 8:45〜16:00")?;
    let card = resident.card_with("福祉相談支援係")?;
    for told in ["出どころ: ", "まだ、だれも公式ページで確かめていません。"]
    {
        assert!(card.contains(told), "{told} is not in: {card}");
    }
    assert!(resident.taps() < LIMIT, "{} taps", resident.taps());
    Ok(())
}

fn resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town(
    engine: Engine,
) -> Step<()> {
    let resident = marks_rent_and_mother(engine, "狛江市")?;
    let card = resident.card_with("福祉総合相談窓口")?;
    assert!(card.contains("03-3430-1111"), "{card}");
    let centre = resident.card_with("岩戸北")?;
    assert!(centre.contains("こまえ苑"), "{centre}");
    assert!(centre.contains("03-3489-2422"), "{centre}");
    assert!(!centre.contains("あいとぴあ"), "{centre}");
    // What the first number reaches too stands below it, one line each.
    let role = resident.card_with("お金・仕事・住まいの相談")?;
    assert!(role.contains("①と同じ番号で聞けます"), "{role}");
    resident.taps_on("お金・仕事・住まいの相談")?;
    resident.stands_before("お金・仕事・住まいの相談")?;
    let page = resident.card_with("03-3430-1111")?;
    for told in [
        "こまYELL",
        "市役所の代表番号です",
        "につないでください",
        "出どころ: ",
    ] {
        assert!(page.contains(told), "{told} is not in: {page}");
    }
    assert!(resident.taps() < LIMIT, "{} taps", resident.taps());
    Ok(())
}

/// Who says where they live is told of no other part's centre.
fn resident_who_names_their_part_of_town_sees_only_its_centre(engine: Engine) -> Step<()> {
    let resident = Resident::arrives(engine)?;
    resident.chooses_town("狛江市")?;
    resident.marks(&TROUBLES)?;
    let mut asked = resident.answers(&[])?;
    while asked != "どの町に住んでいますか" {
        assert_ne!(
            asked, "まず、ここに電話してください",
            "the part of town is never asked"
        );
        asked = resident.answers(&["わからない"])?;
    }
    resident.taps_on_each(&["岩戸北", "次へ"])?;
    resident.goes_on_from(&asked)?;
    if resident.heading()? != "まず、ここに電話してください" {
        resident.taps_on("今わかっている窓口を見る")?;
    }
    resident.stands_before("まず、ここに電話してください")?;
    let centre = resident.card_with("地域包括支援センター こまえ苑")?;
    assert!(centre.contains("03-3489-2422"), "{centre}");
    let numbers = resident.numbers()?;
    assert!(numbers.iter().any(|link| link == "tel:0334892422"));
    for other in ["tel:0354383565", "tel:0354382522"] {
        assert!(!numbers.iter().any(|link| link == other), "{numbers:?}");
    }
    println!("{} taps with the part of town named", resident.taps());
    Ok(())
}

#[test]
fn resident_of_asaka_reaches_the_desk_that_hears_all_troubles_in_chromium() -> Step<()> {
    resident_of_asaka_reaches_the_desk_that_hears_all_troubles(Engine::Chromium)
}

#[test]
fn resident_of_asaka_reaches_the_desk_that_hears_all_troubles_in_firefox() -> Step<()> {
    resident_of_asaka_reaches_the_desk_that_hears_all_troubles(Engine::Firefox)
}

#[test]
fn resident_of_asaka_reaches_the_desk_that_hears_all_troubles_in_webkit() -> Step<()> {
    resident_of_asaka_reaches_the_desk_that_hears_all_troubles(Engine::WebKit)
}

#[test]
fn resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town_in_chromium() -> Step<()>
{
    resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town(Engine::Chromium)
}

#[test]
fn resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town_in_firefox() -> Step<()>
{
    resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town(Engine::Firefox)
}

#[test]
fn resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town_in_webkit() -> Step<()>
{
    resident_of_komae_reaches_komayell_and_the_centre_for_their_part_of_town(Engine::WebKit)
}

#[test]
fn resident_who_names_their_part_of_town_sees_only_its_centre_in_chromium() -> Step<()> {
    resident_who_names_their_part_of_town_sees_only_its_centre(Engine::Chromium)
}
